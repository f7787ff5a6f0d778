/**
 * Makes Excel stop before anything of a batch is written when the sheet is no longer as it was read. The actions of a batch run in order, and a batch
 * ends with the first call that fails; a call on a null object is left out. So calls are made that fail just when rows or columns have
 * come or gone, or when somebody has typed into a cell that was blank.
 */
import { cellName, columnName, rangeName } from '../../form/address';
import type { Grid } from '../../form/grid';
import { LAST_COLUMN, LAST_ROW } from '../xlsx/limits';
import { areaName, areasOf, joinAddresses, type CellPlace } from './cellAreas';

/** Stops the batch unless these cells are blank and what is used of the sheet ends where the grid ends. */
export function guardSheet(sheet: Excel.Worksheet, grid: Grid, blanks: readonly CellPlace[]): void {
  const { rowCount, columnCount } = grid;
  if (rowCount > 0) {
    const used = sheet.getUsedRange(true);
    // Fails when it is smaller by now.
    used.getIntersection(cellName(rowCount - 1, columnCount - 1));
    // Fails when it is larger: it would be moved over the edge of the sheet. Where cells have to be blank, those beyond it are among them.
    if (blanks.length === 0) used.getOffsetRange(LAST_ROW + 1 - rowCount, LAST_COLUMN + 1 - columnCount);
  }
  if (blanks.length === 0) return;
  for (const address of joinAddresses([...beyond(grid), ...areasOf(blanks).map(areaName)])) {
    // Where all is blank this is a null object, and nothing is moved; else it is moved too far.
    sheet
      .getRanges(address)
      .getUsedRangeAreasOrNullObject(true)
      .getOffsetRangeAreas(LAST_ROW + 1, 0);
  }
}

/** The columns to the right of a grid, and what is below it. */
function beyond({ rowCount, columnCount }: Grid): readonly string[] {
  if (rowCount === 0) return [];
  const right = `${columnName(columnCount)}:${columnName(LAST_COLUMN)}`;
  const below = rangeName(rowCount, 0, LAST_ROW, columnCount - 1);
  return [...(columnCount > LAST_COLUMN ? [] : [right]), ...(rowCount > LAST_ROW ? [] : [below])];
}

/** Calls that are only made before anything is written: Excel says where it stopped. */
const GUARDS: readonly string[] = [
  'Range.getIntersection',
  'Range.getOffsetRange',
  'RangeAreas.getUsedRangeAreasOrNullObject',
  'RangeAreas.getOffsetRangeAreas',
  'ConditionalFormatCollection.getItem',
];

/** True for the place of an error by which a guard, or a mark that is gone, stopped a batch before anything was written. */
export function isGuard(place: string): boolean {
  return GUARDS.includes(place);
}
