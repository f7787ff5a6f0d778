/** Draws a window of a sheet as a table with the roles of a grid, and redraws of it only the cells that differ. */
import { cellName, columnName } from '../../../form/address';
import type { Area, BookCell, Line, Sheet } from '../../book/book';
import { areaAt } from './areas';
import { boxCss, pixelsPerPoint, sideCss, textAlign, textCss } from './cellCss';
import type { GridWindow } from './gridWindow';

/** Pixels of the row numbers' column and of the column letters' row. */
const headWidth = 44;
const headHeight = 22;

/** What gridlines are drawn on, and what hides them. */
const paper = '#ffffff';

interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly area: Area;
  readonly box: HTMLTableCellElement;
  readonly text: HTMLDivElement;
  /** Fixed parts of the box's style: where it sticks when its rows or columns are frozen. */
  readonly place: string;
  painted: string;
}

export interface DrawnSheet {
  readonly table: HTMLTableElement;
  readonly window: GridWindow;
  /** The element of a cell or of the merged area that holds it; null when it is not drawn. */
  elementAt(row: number, column: number): HTMLTableCellElement | null;
  /** The first cell of the element's area; null for an element that is none of this table. */
  cellOf(element: Element): { readonly row: number; readonly column: number } | null;
  /** Shows the present values and looks. */
  repaint(): void;
}

function head(scope: 'row' | 'col', label: string, css: string): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.setAttribute('role', scope === 'row' ? 'rowheader' : 'columnheader');
  cell.textContent = label;
  cell.style.cssText = css;
  return cell;
}

/** How far the start of each drawn line is from the sheet's first, in pixels. */
function offsets(lines: readonly number[], size: (line: number) => number): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let at = 0;
  for (const line of lines) {
    starts.set(line, at);
    at += size(line);
  }
  return starts;
}

export function drawSheet(sheet: Sheet, gridWindow: GridWindow): DrawnSheet {
  const { rows, columns } = gridWindow;
  const width = (column: number) => Math.round(sheet.columnWidth(column) * pixelsPerPoint);
  const height = (row: number) => Math.round(sheet.rowHeight(row) * pixelsPerPoint);
  const left = offsets(columns, width);
  const top = offsets(rows, height);
  const { frozen } = sheet;

  const table = document.createElement('table');
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', sheet.name);
  table.setAttribute('aria-multiselectable', 'true');
  table.setAttribute('aria-rowcount', String(gridWindow.rowCount + 1));
  table.setAttribute('aria-colcount', String(gridWindow.columnCount + 1));

  const group = table.createTBody();
  const letters = table.createTHead().insertRow();
  const sizes = document.createElement('colgroup');
  table.prepend(sizes);
  const addColumn = (pixels: number) => {
    const column = document.createElement('col');
    column.style.width = `${pixels}px`;
    sizes.append(column);
  };
  addColumn(headWidth);
  letters.style.height = `${headHeight}px`;
  // No heading: there is nothing in it.
  const corner = document.createElement('td');
  corner.className = 'corner';
  letters.append(corner);
  for (const column of columns) {
    addColumn(width(column));
    const sticks = column < frozen.columns ? `left:${headWidth + (left.get(column) ?? 0)}px;z-index:6` : '';
    const letter = head('col', columnName(column), sticks);
    letter.dataset['column'] = String(column);
    letters.append(letter);
  }
  const total = headWidth + columns.reduce((sum, column) => sum + width(column), 0);
  table.style.width = `${total}px`;

  const drawn: DrawnCell[] = [];
  const byPlace = new Map<string, DrawnCell>();
  const byElement = new Map<Element, DrawnCell>();
  const taken = new Set<string>();

  const stickyPlace = (row: number, column: number): string => {
    const css: string[] = [];
    if (row < frozen.rows) css.push(`top:${headHeight + (top.get(row) ?? 0)}px`);
    if (column < frozen.columns) css.push(`left:${headWidth + (left.get(column) ?? 0)}px`);
    if (css.length === 0) return '';
    return `position:sticky;z-index:${css.length === 2 ? 4 : 3};${css.join(';')};`;
  };

  for (const row of rows) {
    const line = group.insertRow();
    line.style.height = `${height(row)}px`;
    line.setAttribute('aria-rowindex', String(row + 2));
    const sticks = row < frozen.rows ? `top:${headHeight + (top.get(row) ?? 0)}px;z-index:6` : '';
    const number = head('row', String(row + 1), sticks);
    number.dataset['row'] = String(row);
    line.append(number);
    for (const column of columns) {
      if (taken.has(`${row},${column}`)) continue;
      const area = areaAt(sheet, row, column);
      const spannedRows = rows.filter((one) => one >= area.top && one <= area.bottom);
      const spannedColumns = columns.filter((one) => one >= area.left && one <= area.right);
      const box = document.createElement('td');
      box.setAttribute('role', 'gridcell');
      box.setAttribute('aria-colindex', String(column + 2));
      box.dataset['cell'] = cellName(area.top, area.left);
      box.tabIndex = -1;
      if (spannedRows.length > 1) box.rowSpan = spannedRows.length;
      if (spannedColumns.length > 1) box.colSpan = spannedColumns.length;
      const text = document.createElement('div');
      text.className = 'text';
      box.append(text);
      line.append(box);
      const cell: DrawnCell = {
        row: area.top,
        column: area.left,
        area,
        box,
        text,
        place: stickyPlace(row, column),
        painted: '',
      };
      drawn.push(cell);
      byElement.set(box, cell);
      for (const spannedRow of spannedRows) {
        for (const spannedColumn of spannedColumns) {
          taken.add(`${spannedRow},${spannedColumn}`);
          byPlace.set(`${spannedRow},${spannedColumn}`, cell);
        }
      }
    }
  }

  function repaint(): void {
    const read = new Map<string, BookCell>();
    const cellAt = (row: number, column: number): BookCell => {
      const key = `${row},${column}`;
      const known = read.get(key);
      if (known) return known;
      const cell = sheet.cell(row, column);
      read.set(key, cell);
      return cell;
    };
    /** A line belongs to either of the two cells that it parts; it is drawn by the one on its left or above. */
    const rightLine = (area: Area, own: BookCell): Line | null =>
      cellAt(area.top, area.right).look.border.right ??
      cellAt(area.top, columns.find((column) => column > area.right) ?? area.right + 1).look.border.left ??
      own.look.border.right;
    const bottomLine = (area: Area, own: BookCell): Line | null =>
      cellAt(area.bottom, area.left).look.border.bottom ??
      cellAt(rows.find((row) => row > area.bottom) ?? area.bottom + 1, area.left).look.border.top ??
      own.look.border.bottom;
    /** At the edge of what is drawn there is nobody on the left or above. */
    const edgeCss = ({ area }: DrawnCell, { look: { border } }: BookCell): string => {
      const isFirstColumn = columns[0] !== undefined && area.left <= columns[0];
      const isFirstRow = rows[0] !== undefined && area.top <= rows[0];
      return (
        (isFirstColumn && border.left ? `;border-left:${sideCss(border.left, null)}` : '') +
        (isFirstRow && border.top ? `;border-top:${sideCss(border.top, null)}` : '')
      );
    };
    /** Text that does not wrap runs on over blank cells on its right. */
    const spillOf = (cell: BookCell, { area, row }: DrawnCell): number => {
      if (typeof cell.value !== 'string' || cell.look.wraps || area.left !== area.right) return 0;
      if (textAlign(cell) !== 'left') return 0;
      let spill = 0;
      for (const column of columns) {
        if (column <= area.right) continue;
        const neighbour = byPlace.get(`${row},${column}`);
        if (!neighbour || neighbour.area.left !== neighbour.area.right) break;
        if (neighbour.area.top !== neighbour.area.bottom || cellAt(row, column).text !== '') break;
        spill += width(column);
      }
      return spill;
    };
    for (const one of drawn) {
      const cell = cellAt(one.row, one.column);
      const shown = sheet.shown(one.row, one.column);
      const lineFill = shown.fill ?? (sheet.showsGridlines ? null : paper);
      const box =
        one.place +
        boxCss(
          sideCss(rightLine(one.area, cell), lineFill),
          sideCss(bottomLine(one.area, cell), lineFill),
          shown.fill,
        ) +
        edgeCss(one, cell);
      const text = textCss(cell, shown.fontColor, spillOf(cell, one));
      const painted = `${box}\n${text}\n${cell.text}`;
      if (painted === one.painted) continue;
      one.painted = painted;
      one.box.style.cssText = box;
      one.text.style.cssText = text;
      one.text.textContent = cell.text;
    }
  }

  repaint();
  return {
    table,
    window: gridWindow,
    elementAt: (row, column) => byPlace.get(`${row},${column}`)?.box ?? null,
    cellOf(element) {
      const box = element.closest('[role="gridcell"]');
      const cell = box ? byElement.get(box) : undefined;
      return cell ? { row: cell.row, column: cell.column } : null;
    },
    repaint,
  };
}
