/** Changing cells as a person does, with a sentence when the workbook refuses. */
import { cellName } from '../../../form/address';
import { BookRefusal } from '../../book/book';
import type { Area, CellValue, Sheet } from '../../book/book';
import { isSentenceKey, sentence } from '../sentence';

/** The sentence for an error of the workbook; other errors are thrown again. */
function explainRefusal(error: unknown, cell: string): string {
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

/** Empties the cells of an area; the sentence why not when one refuses, those before it stay emptied. */
export function clearCells(sheet: Sheet, area: Area): string | null {
  const used = sheet.usedArea(true);
  if (!used) return null;
  // Only used cells are gone through: a whole column may be selected.
  for (let row = Math.max(area.top, used.top); row <= Math.min(area.bottom, used.bottom); row++) {
    for (let column = Math.max(area.left, used.left); column <= Math.min(area.right, used.right); column++) {
      const { value, formula } = sheet.cell(row, column);
      const refusal = value === null && formula === null ? null : enterValue(sheet, row, column, null);
      if (refusal !== null) return refusal;
    }
  }
  return null;
}

/** Enters lines of texts from a cell on, to the right and down; the sentence why not when one is refused. */
export function enterLines(
  sheet: Sheet,
  from: Pick<Area, 'top' | 'left'>,
  lines: readonly (readonly string[])[],
): string | null {
  for (const [down, texts] of lines.entries()) {
    for (const [right, text] of texts.entries()) {
      const refusal = enterValue(sheet, from.top + down, from.left + right, text);
      if (refusal !== null) return refusal;
    }
  }
  return null;
}
