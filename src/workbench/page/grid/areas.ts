/** Areas on a sheet with merged cells: what a click, an arrow key or a dragged mouse selects. */
import { cellName, parseCellName, rangeName } from '../../../form/address';
import type { Area, Sheet } from '../../book/book';

/** What of a sheet decides which cells can be selected. */
export type SelectableSheet = Pick<Sheet, 'merges' | 'isRowHidden' | 'isColumnHidden'>;

export type Direction = 'up' | 'down' | 'left' | 'right';

const lastRow = 1_048_575;
const lastColumn = 16_383;

export function isInside(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** The merged area that holds a cell, or the cell alone. */
export function areaAt(sheet: Pick<Sheet, 'merges'>, row: number, column: number): Area {
  return (
    sheet.merges.find((merge) => isInside(merge, row, column)) ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    }
  );
}

function cover(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

function overlaps(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

function isSame(one: Area, other: Area): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

/** The smallest area that holds both and cuts no merged area in two. */
export function spanAreas(sheet: Pick<Sheet, 'merges'>, one: Area, other: Area): Area {
  let area = cover(one, other);
  for (;;) {
    const grown = sheet.merges.filter((merge) => overlaps(merge, area)).reduce(cover, area);
    if (isSame(grown, area)) return area;
    area = grown;
  }
}

/** The cell beyond an area in a direction, hidden rows and columns skipped; the area's own first cell at the edge of the sheet. */
export function stepFrom(
  sheet: SelectableSheet,
  area: Area,
  direction: Direction,
): { readonly row: number; readonly column: number } {
  let row = direction === 'down' ? area.bottom + 1 : direction === 'up' ? area.top - 1 : area.top;
  let column = direction === 'right' ? area.right + 1 : direction === 'left' ? area.left - 1 : area.left;
  const rowStep = direction === 'down' ? 1 : direction === 'up' ? -1 : 0;
  const columnStep = direction === 'right' ? 1 : direction === 'left' ? -1 : 0;
  const isOnSheet = () => row >= 0 && row <= lastRow && column >= 0 && column <= lastColumn;
  while (
    isOnSheet() &&
    ((rowStep !== 0 && sheet.isRowHidden(row)) || (columnStep !== 0 && sheet.isColumnHidden(column)))
  ) {
    row += rowStep;
    column += columnStep;
  }
  return isOnSheet() ? { row, column } : { row: area.top, column: area.left };
}

/** "G9" for a cell or a merged area that is one cell to a person, "A9:H10" for more. */
export function nameArea(sheet: Pick<Sheet, 'merges'>, area: Area): string {
  const isOneCell = area.top === area.bottom && area.left === area.right;
  return isOneCell || isSame(areaAt(sheet, area.top, area.left), area)
    ? cellName(area.top, area.left)
    : rangeName(area.top, area.left, area.bottom, area.right);
}

/** An area from "G9" or "A9:H10" in any case of letters; null for anything else. */
export function parseArea(text: string): Area | null {
  const [first = '', last = first, ...rest] = text.trim().toUpperCase().split(':');
  const one = parseCellName(first);
  const other = parseCellName(last);
  if (!one || !other || rest.length > 0) return null;
  if (Math.max(one.row, other.row) > lastRow || Math.max(one.column, other.column) > lastColumn) return null;
  return cover(
    { top: one.row, bottom: one.row, left: one.column, right: one.column },
    { top: other.row, bottom: other.row, left: other.column, right: other.column },
  );
}
