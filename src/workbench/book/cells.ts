/** Changes the cells of a sheet. Rows that are seen by nobody else yet (`owned`) are changed in place, all others are copied first. */
import { LAST_COLUMN, LAST_ROW } from '../../workbook/xlsx/limits';
import type { Area, LookChange } from './book';
import { withColumns } from './columns';
import { blankStyle, cellIn, type Cell, type Content, type Rows, type SheetState, type Style } from './state';
import type { StyleBook } from './styles';

/** The maps that belong to the step in progress. */
export type Owned = WeakSet<object>;

export interface Drafting {
  readonly owned: Owned;
  readonly styles: StyleBook;
}

/** The sheet with a cell replaced, or with null taken away. */
function withCell(
  sheet: SheetState,
  row: number,
  column: number,
  cell: Cell | null,
  { owned }: Drafting,
): SheetState {
  const { map: rows, isNew } = own(sheet.rows, owned);
  const cells = own(rows.get(row) ?? new Map<number, Cell>(), owned).map;
  if (cell) cells.set(column, cell);
  else cells.delete(column);
  if (cells.size > 0) rows.set(row, cells);
  else rows.delete(row);
  return isNew ? { ...sheet, rows } : { ...sheet };
}

function own<V>(map: ReadonlyMap<number, V>, owned: Owned): { map: Map<number, V>; isNew: boolean } {
  if (isOwned(map, owned)) return { map, isNew: false };
  const copy = new Map(map);
  owned.add(copy);
  return { map: copy, isNew: true };
}

function isOwned<V>(map: ReadonlyMap<number, V>, owned: Owned): map is Map<number, V> {
  return owned.has(map);
}

/** The sheet with other content in a cell, whose look may change with it. */
export function withContent(
  sheet: SheetState,
  row: number,
  column: number,
  content: Content | null,
  drafting: Drafting,
  change: Parameters<StyleBook['change']>[1] = {},
): SheetState {
  const style = drafting.styles.change(styleAt(sheet, row, column, drafting.styles), change);
  return withCell(sheet, row, column, { content, style }, drafting);
}

/** The style of a cell, whether it is there or not. */
export function styleAt(sheet: SheetState, row: number, column: number, styles: StyleBook): Style {
  return cellIn(sheet, row, column)?.style ?? blankStyle(sheet, row, column, styles.plain);
}

/** The sheet with other looks over an area; whole columns and rows change for cells to come as well. */
export function withLook(sheet: SheetState, area: Area, change: LookChange, drafting: Drafting): SheetState {
  const { styles } = drafting;
  if (area.top === 0 && area.bottom >= LAST_ROW) {
    const columns = withColumns(sheet.columns, area.left, area.right, (span) => ({
      ...span,
      style: styles.change(span.style ?? styles.plain, change),
    }));
    return { ...restyled(sheet, area, change, drafting), columns };
  }
  if (area.left === 0 && area.right >= LAST_COLUMN) {
    const rowSettings = new Map(sheet.rowSettings);
    for (let row = area.top; row <= area.bottom; row += 1) {
      const setting = rowSettings.get(row) ?? { height: null, isHidden: false, style: null };
      rowSettings.set(row, { ...setting, style: styles.change(setting.style ?? styles.plain, change) });
    }
    return { ...restyled(sheet, area, change, drafting), rowSettings };
  }
  let changed = sheet;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const content = cellIn(changed, row, column)?.content ?? null;
      changed = withContent(changed, row, column, content, drafting, change);
    }
  }
  return changed;
}

/** The cells that are there. */
function restyled(sheet: SheetState, area: Area, change: LookChange, drafting: Drafting): SheetState {
  let changed = sheet;
  for (const { row, column, cell } of cellsIn(sheet.rows, area)) {
    changed = withCell(
      changed,
      row,
      column,
      { ...cell, style: drafting.styles.change(cell.style, change) },
      drafting,
    );
  }
  return changed;
}

/** The sheet with an area emptied of contents, of looks, or of both. */
export function withCleared(
  sheet: SheetState,
  area: Area,
  what: 'all' | 'contents' | 'formats',
  drafting: Drafting,
): SheetState {
  let changed = sheet;
  for (const { row, column, cell } of cellsIn(sheet.rows, area)) {
    const content = what === 'formats' ? cell.content : null;
    const style = what === 'contents' ? cell.style : drafting.styles.plain;
    if (content !== cell.content || style !== cell.style) {
      changed = withCell(changed, row, column, { content, style }, drafting);
    }
  }
  return changed;
}

/** The cells that are there in an area, as they are now. */
export function cellsIn(
  rows: Rows,
  { top, left, bottom, right }: Area,
): { readonly row: number; readonly column: number; readonly cell: Cell }[] {
  const found: { row: number; column: number; cell: Cell }[] = [];
  for (const [row, cells] of rows) {
    if (row < top || row > bottom) continue;
    for (const [column, cell] of cells) {
      if (column >= left && column <= right) found.push({ row, column, cell });
    }
  }
  return found;
}

/** The rectangle around the cells that count, of those within an area where one is given; null when none does. */
export function areaOfCells(rows: Rows, counts: (cell: Cell) => boolean, within?: Area): Area | null {
  let area: Area | null = null;
  for (const [row, cells] of rows) {
    if (within && (row < within.top || row > within.bottom)) continue;
    for (const [column, cell] of cells) {
      if (!counts(cell) || (within && (column < within.left || column > within.right))) continue;
      area = area
        ? {
            top: Math.min(area.top, row),
            left: Math.min(area.left, column),
            bottom: Math.max(area.bottom, row),
            right: Math.max(area.right, column),
          }
        : { top: row, left: column, bottom: row, right: column };
    }
  }
  return area;
}
