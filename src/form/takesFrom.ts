/** Whether a formula of a sheet takes what stands in a cell: a sum of scores that feed on the sum itself never comes to rest. */
import { cellName, parseCellName } from './address';
import type { Grid } from './grid';

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const TEXT = /"[^"]*"/g;
/** A cell, a range, whole columns or whole rows, of this sheet or (with "!") of another; a function such as LOG10( is none. */
const REFERENCE =
  /(!?)(?<![\p{L}\d_.$])(?:\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7}))(?![\p{L}\d_.(!])/gu;
const LAST = { row: 1_048_575, column: 16_383 };

/**
 * True when a formula in one of the cells takes the result of `source`, at once or by way of other formulas of the sheet.
 * Roads over other sheets and over names are not followed.
 * @param cells "G9"; such that hold a formula
 */
export function takesFrom(grid: Grid, cells: readonly string[], source: string): boolean {
  const target = parseCellName(source);
  if (target === null || cells.length === 0) return false;
  const formulas = listFormulas(grid);
  const seen = new Set(cells);
  for (const cell of seen) {
    const areas = areasIn(formulas.get(cell) ?? '');
    if (areas.some((area) => covers(area, target))) return true;
    for (const other of formulas.keys()) {
      const at = parseCellName(other);
      if (!seen.has(other) && at && areas.some((area) => covers(area, at))) seen.add(other);
    }
  }
  return false;
}

function listFormulas(grid: Grid): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined && cell.formula !== null) formulas.set(cellName(row, column), cell.formula);
    });
  });
  return formulas;
}

function areasIn(formula: string): readonly Area[] {
  return [...formula.replace(TEXT, '').matchAll(REFERENCE)].flatMap((found) => {
    const [, elsewhere, column, row, lastColumn, lastRow, from, to, first, last] = found;
    if (elsewhere === '!') return [];
    if (from !== undefined && to !== undefined) return areaOf(from, '1', to, String(LAST.row + 1));
    if (first !== undefined && last !== undefined) return areaOf('A', first, 'XFD', last);
    return areaOf(column ?? '', row ?? '', lastColumn ?? column ?? '', lastRow ?? row ?? '');
  });
}

function areaOf(column: string, row: string, lastColumn: string, lastRow: string): readonly Area[] {
  const [one, other] = [parseCellName(column + row), parseCellName(lastColumn + lastRow)];
  if (!one || !other) return [];
  return [
    {
      top: Math.min(one.row, other.row),
      left: Math.min(one.column, other.column),
      bottom: Math.max(one.row, other.row),
      right: Math.max(one.column, other.column),
    },
  ];
}

function covers(
  { top, left, bottom, right }: Area,
  { row, column }: { row: number; column: number },
): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
