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

const KEYS: readonly ColumnKey[] = [
  'order',
  'file',
  'sheet',
  'kind',
  'name',
  'office',
  'moneyUnit',
  'budget',
  'spent',
  'rate',
  'printed',
  'recalculated',
  'grade',
  'indicators',
  'completed',
  'errors',
  'warnings',
  'remarks',
];
const KINDS: readonly ColumnKind[] = ['text', 'word', 'amount', 'rate', 'score', 'count', 'remarks'];

/** All columns, from left to right. */
export const OVERVIEW_COLUMNS: readonly OverviewColumn[] = look.columns.flatMap((column) => {
  const key = KEYS.find((known) => known === column.key);
  const kind = KINDS.find((known) => known === column.kind);
  return key && kind ? [{ ...column, key, kind }] : [];
});

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
    if (KEYS.every((key) => key === 'file' || columns.has(key))) return { row, columns };
  }
  return null;
}
