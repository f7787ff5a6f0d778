/** Which rows and columns of a sheet are drawn: all that is used and a margin, but of a huge sheet only a part around what is selected. */
import type { Area, Sheet } from '../../book/book';

export interface GridWindow {
  /** Rows and columns that are drawn, hidden ones left out, in order; frozen ones always are. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Rows and columns that could be drawn, hidden ones included. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first and the last row of the part that is drawn, frozen ones aside; null when all are. */
  readonly part: { readonly first: number; readonly last: number } | null;
}

export type WindowedSheet = Pick<Sheet, 'usedArea' | 'isRowHidden' | 'isColumnHidden' | 'frozen'>;

const rowMargin = 10;
const columnMargin = 3;
const leastRows = 30;
const leastColumns = 9;
const mostRows = 300;
const mostColumns = 60;

/** Where a part of `most` lines around a line of interest begins: at multiples of half its size, so that it does not move with every step. */
function chooseStart(count: number, most: number, anchor: number): number {
  if (count <= most) return 0;
  const half = Math.floor(most / 2);
  return Math.max(0, Math.floor(anchor / half) * half - Math.floor(half / 2));
}

function listLines(
  start: number,
  end: number,
  frozen: number,
  isHidden: (line: number) => boolean,
): readonly number[] {
  const lines: number[] = [];
  for (let line = 0; line < Math.min(frozen, start); line++) if (!isHidden(line)) lines.push(line);
  for (let line = start; line < end; line++) if (!isHidden(line)) lines.push(line);
  return lines;
}

/** The window around a cell of interest, such as the one that is selected. */
export function chooseWindow(sheet: WindowedSheet, anchor: Area): GridWindow {
  const used = sheet.usedArea(false);
  const { frozen } = sheet;
  const rowCount = Math.max((used?.bottom ?? 0) + 1 + rowMargin, anchor.top + 1 + rowMargin, leastRows);
  const columnCount = Math.max(
    (used?.right ?? 0) + 1 + columnMargin,
    anchor.left + 1 + columnMargin,
    leastColumns,
  );
  const top = chooseStart(rowCount, mostRows, anchor.top);
  const left = chooseStart(columnCount, mostColumns, anchor.left);
  const bottom = Math.min(rowCount, top + mostRows);
  const right = Math.min(columnCount, left + mostColumns);
  return {
    rows: listLines(top, bottom, frozen.rows, (row) => sheet.isRowHidden(row)),
    columns: listLines(left, right, frozen.columns, (column) => sheet.isColumnHidden(column)),
    rowCount,
    columnCount,
    part: bottom - top < rowCount ? { first: top, last: bottom - 1 } : null,
  };
}
