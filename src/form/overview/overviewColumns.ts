/** The columns of the 自评汇总表: one list by which it is drawn, known again and read back. */
import { filledCells } from '../headers';
import type { Grid } from '../grid';
import type { OverviewLine } from './overviewLine';
import look from './overviewSheet.json';

export type ColumnKey = 'order' | keyof OverviewLine;

/** How the cells of a column look, and what they hold. */
export type ColumnKind = 'text' | 'word' | 'amount' | 'rate' | 'score' | 'count' | 'remarks';

export interface OverviewColumn {
  readonly key: ColumnKey;
  readonly header: string;
  /** In points. */
  readonly width: number;
  readonly kind: ColumnKind;
}

/** From left to right. */
const KINDS: readonly (readonly [ColumnKey, ColumnKind])[] = [
  ['order', 'count'],
  ['file', 'text'],
  ['sheet', 'text'],
  ['kind', 'text'],
  ['name', 'text'],
  ['office', 'text'],
  ['moneyUnit', 'text'],
  ['budget', 'amount'],
  ['spent', 'amount'],
  ['rate', 'rate'],
  ['printed', 'score'],
  ['recalculated', 'score'],
  ['grade', 'word'],
  ['indicators', 'count'],
  ['completed', 'count'],
  ['errors', 'count'],
  ['warnings', 'count'],
  ['remarks', 'remarks'],
];

/** All columns, from left to right. */
export const OVERVIEW_COLUMNS: readonly OverviewColumn[] = KINDS.map(([key, kind]) => ({
  key,
  kind,
  ...look.columns[key],
}));

export interface OverviewHeader {
  /** Counted from 0, like the columns. */
  readonly row: number;
  readonly columns: ReadonlyMap<ColumnKey, number>;
}

/** Rows in which the header is looked for: a person may have put a few lines above it. */
const SEARCHED_ROWS = 10;

/** Where the header of a 自评汇总表 of ours stands; null when the sheet is none. */
export function findOverviewHeader(grid: Grid): OverviewHeader | null {
  for (let row = 0; row < Math.min(grid.rowCount, SEARCHED_ROWS); row += 1) {
    const columns = new Map(
      filledCells(grid, row).flatMap(({ column, text }): (readonly [ColumnKey, number])[] => {
        const known = OVERVIEW_COLUMNS.find(({ header }) => header === text.trim());
        return known ? [[known.key, column]] : [];
      }),
    );
    if (OVERVIEW_COLUMNS.every(({ key }) => key === 'file' || columns.has(key))) return { row, columns };
  }
  return null;
}
