/**
 * Makes Excel stop before anything of a batch is written when the sheet is no longer as it was read. The actions of a batch run in order, and a batch
 * ends with the first call that fails; a call on a null object is left out. So calls are made that fail just when rows or columns have
 * come or gone, or when somebody has typed into a cell that was blank.
 */
import { cellName } from '../../form/address';
import type { Grid } from '../../form/grid';
import { LAST_COLUMN, LAST_ROW } from '../xlsx/limits';
import { addressesOf, areasOf, type CellPlace } from './cellAreas';

/** Stops the batch unless these cells are blank and what is used of the sheet ends where the grid ends. */
export function guardSheet(
  sheet: Excel.Worksheet,
  { rowCount, columnCount }: Grid,
  blanks: readonly CellPlace[],
): void {
  if (rowCount > 0) {
    const used = sheet.getUsedRange(true);
    // Fails when it is smaller by now.
    used.getIntersection(cellName(rowCount - 1, columnCount - 1));
    // Fails when it is larger: it would be moved over the edge of the sheet.
    used.getOffsetRange(LAST_ROW + 1 - rowCount, LAST_COLUMN + 1 - columnCount);
  }
  for (const address of addressesOf(areasOf(blanks))) {
    // Where all is blank this is a null object, and nothing is moved; else it is moved too far.
    sheet
      .getRanges(address)
      .getUsedRangeAreasOrNullObject(true)
      .getOffsetRangeAreas(LAST_ROW + 1, 0);
  }
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
