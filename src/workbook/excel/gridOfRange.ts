/** Makes the `Grid` of a sheet from what Excel gives for its cells. */
import type { EntryValue } from '../../engine/entry';
import type { Grid, GridCell } from '../../form/grid';
import { from1904 } from './dates1904';

/** Cells of a sheet as Excel loads them: two-dimensional, of one size. */
export interface UsedRange {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** Cells of a sheet as they were read, and which of them are locked, by row and column from the first; null when the sheet is not protected. */
export interface CellBlock {
  readonly used: UsedRange;
  readonly locks: readonly (readonly boolean[])[] | null;
}

/** The grid of what was read of a sheet, in blocks that do not overlap; none for an empty sheet. */
export function gridOfBlocks(sheet: string, blocks: readonly CellBlock[], datesFrom1904: boolean): Grid {
  const blanks = new Map<string, GridCell>();
  const rows: (GridCell | undefined)[][] = [];
  let columnCount = 0;
  for (const { used, locks } of blocks) {
    used.values.forEach((values, r) => {
      const cells = (rows[used.rowIndex + r] ??= []);
      values.forEach((value, c) => {
        const read = cellOf(used, r, c, value, !(locks?.[r]?.[c] ?? false));
        const cell = datesFrom1904 ? from1904(read) : read;
        cells[used.columnIndex + c] = isEmpty(cell) ? shareBlank(blanks, cell) : cell;
      });
      columnCount = Math.max(columnCount, cells.length);
    });
  }
  return { sheet, rowCount: rows.length, columnCount, rows };
}

function cellOf(used: UsedRange, r: number, c: number, given: unknown, writable: boolean): GridCell {
  const { value, formula } = contentOf(given, used.formulas[r]?.[c]);
  const format = used.numberFormat[r]?.[c];
  return {
    value,
    text: used.text[r]?.[c] ?? '',
    format: typeof format === 'string' && format !== '' ? format : 'General',
    formula,
    writable,
  };
}

export type CellContent = Pick<GridCell, 'value' | 'formula'>;

/** What a cell holds, by its entries in `values` and `formulas`. */
export function contentOf(givenValue: unknown, givenFormula: unknown): CellContent {
  const value = valueOf(givenValue);
  return { value, formula: formulaOf(givenFormula, value) };
}

/** Excel gives "" for a blank cell, and for a formula whose result is "". */
function valueOf(given: unknown): EntryValue {
  if (typeof given === 'number' || typeof given === 'boolean') return given;
  return typeof given === 'string' && given !== '' ? given : null;
}

/** A text that looks like a formula is given as itself in both places. */
function formulaOf(given: unknown, value: EntryValue): string | null {
  return typeof given === 'string' && given.startsWith('=') && given !== value ? given.slice(1) : null;
}

function isEmpty({ value, formula }: GridCell): boolean {
  return value === null && formula === null;
}

/** One object for all blank cells of a kind: a sheet may hold a great many of them. */
function shareBlank(blanks: Map<string, GridCell>, cell: GridCell): GridCell {
  const key = `${cell.format}\n${String(cell.writable)}`;
  const shared = blanks.get(key) ?? cell;
  blanks.set(key, shared);
  return shared;
}
