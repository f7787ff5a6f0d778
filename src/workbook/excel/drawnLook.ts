/** How a drawing looks, by what is the same in many cells: each font size, alignment, width or height with all the places that have it. */
import type { DrawnCell, DrawnStyle, SheetDrawing } from '../../form/templates/sheetDrawing';
import { columnName, parseCellName } from '../../form/address';
import { addressesOf, areasOf, areaName, joinAddresses, type CellArea } from './cellAreas';

/** Places that have something in common: addresses such as "A1:C3,E5". */
export interface Places<T> {
  readonly value: T;
  readonly addresses: readonly string[];
}

/** The places of each value that a style gives cells; null is for cells that stay as Excel makes them. */
export function placesBy<T extends string | number | boolean>(
  { cells, styles }: SheetDrawing,
  valueOf: (style: DrawnStyle) => T | null,
): readonly Places<T>[] {
  return [...groupCells(cells, styles, valueOf)].map(([value, group]) => ({
    value,
    addresses: addressesOf(areasOf(group)),
  }));
}

function groupCells<T>(
  cells: readonly DrawnCell[],
  styles: SheetDrawing['styles'],
  valueOf: (style: DrawnStyle) => T | null,
): ReadonlyMap<T, DrawnCell[]> {
  const groups = new Map<T, DrawnCell[]>();
  for (const cell of cells) {
    const style = styles[cell.style];
    const value = style === undefined ? null : valueOf(style);
    if (value === null) continue;
    const group = groups.get(value) ?? [];
    groups.set(value, group);
    group.push(cell);
  }
  return groups;
}

export type BorderSide =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** The places of each line; inside lines only where there is an inside. */
export function borderPlaces({ cells, styles }: SheetDrawing): readonly Places<BorderSide>[] {
  const areas = areasOf(cells.filter(({ style }) => styles[style]?.hasBorder));
  const places = (value: BorderSide, own: readonly CellArea[]): Places<BorderSide> => ({
    value,
    addresses: addressesOf(own),
  });
  return [
    ...(['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const).map((side) => places(side, areas)),
    places(
      'InsideHorizontal',
      areas.filter(({ top, bottom }) => top < bottom),
    ),
    places(
      'InsideVertical',
      areas.filter(({ left, right }) => left < right),
    ),
  ];
}

/** Whole columns ("A:B,D:D") by their width in points. */
export function columnPlaces({ columnWidths }: SheetDrawing): readonly Places<number>[] {
  return runPlaces(columnWidths, (first, last) => `${columnName(first)}:${columnName(last)}`);
}

/** Whole rows ("1:1,3:5") by their height in points. */
export function rowPlaces({ rowHeights }: SheetDrawing): readonly Places<number>[] {
  return runPlaces(rowHeights, (first, last) => `${first + 1}:${last + 1}`);
}

function runPlaces(
  sizes: readonly number[],
  nameOf: (first: number, last: number) => string,
): readonly Places<number>[] {
  const bySize = new Map<number, string[]>();
  let first = 0;
  for (const [index, size] of sizes.entries()) {
    if (sizes[index + 1] === size) continue;
    bySize.set(size, [...(bySize.get(size) ?? []), nameOf(first, index)]);
    first = index + 1;
  }
  return [...bySize].map(([value, names]) => ({ value, addresses: joinAddresses(names) }));
}

/** Cells to be merged in one go: into one, or with `isAcross` each row of the range by itself. */
export interface Merging {
  readonly range: string;
  readonly isAcross: boolean;
}

/** The merges of a drawing: merged rows below each other that reach equally far are one. */
export function mergings(merges: readonly string[]): readonly Merging[] {
  const areas = merges.flatMap((range) => areaOf(range) ?? []);
  const isRow = ({ top, bottom }: CellArea): boolean => top === bottom;
  const byColumns = new Map<string, CellArea[]>();
  for (const area of areas.filter(isRow)) {
    const key = `${area.left} ${area.right}`;
    byColumns.set(key, [...(byColumns.get(key) ?? []), area]);
  }
  const across = [...byColumns.values()].flatMap((rows) =>
    areasOf(
      rows.flatMap(({ top, left, right }) =>
        Array.from({ length: right - left + 1 }, (_, index) => ({ row: top, column: left + index })),
      ),
    ),
  );
  return [
    ...areas.filter((area) => !isRow(area)).map((area) => ({ range: areaName(area), isAcross: false })),
    ...across.map((area) => ({ range: areaName(area), isAcross: area.top !== area.bottom })),
  ];
}

function areaOf(range: string): CellArea | null {
  const [from = '', to = from] = range.split(':');
  const [start, end] = [parseCellName(from), parseCellName(to)];
  return start && end && { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
