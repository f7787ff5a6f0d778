/** Makes the `Grid` of a sheet from what Excel gives for its used range. */
import type { EntryValue } from '../../engine/entry';
import type { Grid, GridCell } from '../../form/grid';

/** The used range of a sheet as Excel loads it: two-dimensional, of one size. */
export interface UsedRange {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** Which cells of the used range are locked, by row and column from its first cell; null when the sheet is not protected. */
export type Locks = readonly (readonly boolean[])[] | null;

/** The grid of a used range, null for an empty sheet. */
export function gridOfRange(sheet: string, used: UsedRange | null, locks: Locks): Grid {
  if (!used) return { sheet, rowCount: 0, columnCount: 0, rows: [] };
  const blanks = new Map<string, GridCell>();
  const rows: (readonly (GridCell | undefined)[])[] = [];
  used.values.forEach((values, r) => {
    const cells: GridCell[] = [];
    values.forEach((value, c) => {
      const cell = cellOf(used, r, c, value, !(locks?.[r]?.[c] ?? false));
      cells[used.columnIndex + c] = isEmpty(cell) ? shareBlank(blanks, cell) : cell;
    });
    rows[used.rowIndex + r] = cells;
  });
  return {
    sheet,
    rowCount: used.rowIndex + used.values.length,
    columnCount: used.columnIndex + (used.values[0]?.length ?? 0),
    rows,
  };
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
