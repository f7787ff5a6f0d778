/** Sorts the lines of the overview by one of its columns. */
import type { OverviewRow } from '../../app/overview';
import { Decimal } from '../../engine/decimal';

export const SORT_COLUMNS = ['name', 'score', 'grade', 'completed', 'errors', 'warnings'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface Sorting {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** What a press on a header makes of the sorting: names begin at the first, figures with the largest; the third press takes it back. */
export function nextSorting(current: Sorting | null, column: SortColumn): Sorting | null {
  const first = column === 'name' ? 'ascending' : 'descending';
  if (current?.column !== column) return { column, direction: first };
  if (current.direction !== first) return null;
  return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
}

/** Lines without a figure stand last either way, lines alike in the order of the workbook; null leaves that order. */
export function sortOverview(
  rows: readonly OverviewRow[],
  sorting: Sorting | null,
  language: string,
): readonly OverviewRow[] {
  if (!sorting) return rows;
  const { column, direction } = sorting;
  const sign = direction === 'ascending' ? 1 : -1;
  if (column === 'name') {
    const collator = new Intl.Collator(language, { numeric: true });
    return [...rows].sort((one, other) => sign * collator.compare(one.name ?? '', other.name ?? ''));
  }
  const keyed = rows.map((row) => ({ row, figure: figureOf(row, column) }));
  return keyed
    .sort((one, other) => {
      if (!one.figure || !other.figure) return Number(!one.figure) - Number(!other.figure);
      return sign * one.figure.comparedTo(other.figure);
    })
    .map(({ row }) => row);
}

/** What a column is sorted by; null where a line has none. */
function figureOf(row: OverviewRow, column: Exclude<SortColumn, 'name'>): Decimal | null {
  switch (column) {
    case 'score':
      return scoreOf(row);
    case 'grade':
      // Grades follow from the total that a recalculation gives.
      return row.grade !== null && row.recalculated !== null ? new Decimal(row.recalculated) : null;
    case 'completed':
      return row.completed !== null && row.indicators ? new Decimal(row.completed).div(row.indicators) : null;
    case 'errors':
    case 'warnings':
      return new Decimal(row[column]);
  }
}

/** The printed total where it is a number, else the recalculated one. */
export function scoreOf({ printed, recalculated }: OverviewRow): Decimal | null {
  const shown = printed !== null && /^-?\d+(\.\d+)?$/.test(printed) ? printed : recalculated;
  return shown === null ? null : new Decimal(shown);
}
