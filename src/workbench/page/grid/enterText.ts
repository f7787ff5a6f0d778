/** Changing a cell as a person does, with a sentence when the workbook refuses. */
import { cellName } from '../../../form/address';
import { BookRefusal } from '../../book/book';
import type { CellValue, Sheet } from '../../book/book';
import { isSentenceKey, sentence } from '../sentence';

/** The sentence for an error of the workbook; other errors are thrown again. */
export function explainRefusal(error: unknown, cell: string): string {
  if (!(error instanceof BookRefusal)) throw error;
  return sentence('refused', {
    cell,
    reason: isSentenceKey(error.code) ? sentence(error.code) : error.message,
  });
}

/** Why a cell cannot be edited at all; null when it can. */
export function explainLock(sheet: Sheet, row: number, column: number): string | null {
  return sheet.isProtected && sheet.cell(row, column).look.isLocked
    ? sentence('lockedCell', { cell: cellName(row, column) })
    : null;
}

/** Enters a value; null when it was taken, else the sentence why not. A text is read as if it were typed. */
export function enterValue(sheet: Sheet, row: number, column: number, value: CellValue): string | null {
  const locked = explainLock(sheet, row, column);
  if (locked !== null) return locked;
  try {
    sheet.write(row, column, value ?? '');
    return null;
  } catch (error) {
    return explainRefusal(error, cellName(row, column));
  }
}
