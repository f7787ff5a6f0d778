/** What is read from and written to all cells of a range at once: values, texts, formulas, number formats. */
import type { Area, BookCell, Sheet } from '../../book/book';
import { invalid } from '../arguments';
import type { Scope } from '../definition';
import { HostError } from '../hostError';
import { cellCount, cellsOf, columnCount, isEntireColumn, isEntireRow, rowCount } from '../place';
import { isList, type Json } from '../protocol';

/** Excel reads no more cells at once. */
export const MAX_CELLS = 5_000_000;

/** The longest text that a cell holds. */
const MAX_TEXT_LENGTH = 32_767;

export interface RangeTarget {
  readonly sheet: Sheet;
  readonly area: Area;
}

const isUnbounded = (area: Area): boolean => isEntireRow(area) || isEntireColumn(area);

/**
 * What `read` gives for each cell, row by row; null for whole rows or columns, as Excel answers.
 * @throws HostError ResponsePayloadSizeLimitExceeded
 */
export function readGrid(
  { sheet, area }: RangeTarget,
  location: string,
  read: (cell: BookCell) => Json,
): Json {
  if (isUnbounded(area)) return null;
  if (cellCount(area) > MAX_CELLS) throw new HostError('ResponsePayloadSizeLimitExceeded', location);
  const rows: Json[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells: Json[] = [];
    for (let column = area.left; column <= area.right; column += 1) cells.push(read(sheet.cell(row, column)));
    rows.push(cells);
  }
  return rows;
}

export const valueOf = (cell: BookCell): Json => cell.value ?? '';

export const formulaOf = (cell: BookCell): Json => cell.formula ?? cell.value ?? '';

export function valueTypeOf({ value, isError }: BookCell): Json {
  if (isError) return 'Error';
  if (value === null || value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

/**
 * Sets the cells of a range from a two-dimensional array of its size or from one value; null leaves a cell as it is. Nothing is set
 * when one of the cells may not be.
 */
export function writeValues(range: RangeTarget, value: Json, scope: Scope, location: string): void {
  const changes = [...elementsOf(range, value, location)].flatMap(({ row, column, element }) => {
    if (element === null) return [];
    if (typeof element === 'object') throw invalid(location);
    if (typeof element === 'string' && element.length > MAX_TEXT_LENGTH) throw invalid(location);
    return [{ row, column, element }];
  });
  refuseLocked(
    range.sheet,
    changes.map(({ row, column }) => ({ row, column })),
    location,
  );
  for (const { row, column, element } of changes) range.sheet.write(row, column, element);
  scope.noteChanges(changes.length);
}

export function writeNumberFormats(range: RangeTarget, value: Json, scope: Scope, location: string): void {
  const { sheet, area } = range;
  if (typeof value === 'string') {
    sheet.setLook(area, { numberFormat: value });
    scope.noteChanges(1);
    return;
  }
  for (const { row, column, element } of elementsOf(range, value, location)) {
    if (element === null) continue;
    if (typeof element !== 'string') throw invalid(location);
    sheet.setLook({ top: row, left: column, bottom: row, right: column }, { numberFormat: element });
    scope.noteChanges(1);
  }
}

/** @throws HostError AccessDenied when one of the cells is locked on a protected sheet. */
function refuseLocked(
  sheet: Sheet,
  cells: Iterable<{ readonly row: number; readonly column: number }>,
  location: string,
): void {
  if (!sheet.isProtected) return;
  for (const { row, column } of cells) {
    if (sheet.cell(row, column).look.isLocked) throw new HostError('AccessDenied', location);
  }
}

function* elementsOf(
  { area }: RangeTarget,
  value: Json,
  location: string,
): Generator<{ readonly row: number; readonly column: number; readonly element: Json }> {
  if (isUnbounded(area)) throw invalid(location);
  if (!isList(value)) {
    for (const cell of cellsOf(area)) yield { ...cell, element: value };
    return;
  }
  if (!hasSize(value, area)) {
    throw invalid(
      location,
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  for (const [rowIndex, cells] of value.entries()) {
    if (!isList(cells)) continue;
    for (const [columnIndex, element] of cells.entries()) {
      yield { row: area.top + rowIndex, column: area.left + columnIndex, element };
    }
  }
}

function hasSize(value: readonly Json[], area: Area): boolean {
  return (
    value.length === rowCount(area) && value.every((row) => isList(row) && row.length === columnCount(area))
  );
}
