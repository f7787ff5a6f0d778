/** Which rows and columns of a sheet are drawn: all that is used and a margin, but of a huge sheet only a part around what is selected. */
import type { Area, Sheet } from '../../book/book';

export interface GridWindow {
  /** Rows and columns that are drawn, hidden ones left out, in order. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Rows and columns that could be drawn, hidden ones included. */
  readonly rowCount: number;
  readonly columnCount: number;
}

export type WindowedSheet = Pick<Sheet, 'usedArea' | 'isRowHidden' | 'isColumnHidden'>;

const rowMargin = 10;
const columnMargin = 3;
const leastRows = 30;
const leastColumns = 9;
const mostRows = 300;
const mostColumns = 60;

function chooseLines(
  count: number,
  most: number,
  anchor: number,
  isHidden: (line: number) => boolean,
): readonly number[] {
  // Windows start at multiples of half their size, so that they do not move with every step of the selection.
  const half = Math.floor(most / 2);
  const start = count <= most ? 0 : Math.max(0, (Math.floor(anchor / half) - 0.5) * half);
  const end = Math.min(count, Math.floor(start) + most);
  const lines: number[] = [];
  for (let line = Math.floor(start); line < end; line++) if (!isHidden(line)) lines.push(line);
  return lines;
}

/** The window around a cell of interest, such as the one that is selected. */
export function chooseWindow(
  sheet: WindowedSheet,
  anchor: Pick<Area, 'top' | 'left' | 'bottom' | 'right'>,
): GridWindow {
  const used = sheet.usedArea(false);
  const rowCount = Math.max((used?.bottom ?? 0) + 1 + rowMargin, anchor.top + 1 + rowMargin, leastRows);
  const columnCount = Math.max(
    (used?.right ?? 0) + 1 + columnMargin,
    anchor.left + 1 + columnMargin,
    leastColumns,
  );
  return {
    rows: chooseLines(rowCount, mostRows, anchor.top, (row) => sheet.isRowHidden(row)),
    columns: chooseLines(columnCount, mostColumns, anchor.left, (column) => sheet.isColumnHidden(column)),
    rowCount,
    columnCount,
  };
}
