/** Reads a 自评汇总表 of ours back into its lines, so that the tables of several runs can be put together. */
import type { FormFacts } from '../../engine/facts';
import { entryAt, type Grid } from '../grid';
import { findOverviewHeader, type ColumnKey, type OverviewHeader } from './overviewColumns';
import type { OverviewLine } from './overviewLine';
import look from './overviewSheet.json';

/** The lines of the table; null when the sheet is none of ours. */
export function readOverview(grid: Grid): readonly OverviewLine[] | null {
  const header = findOverviewHeader(grid);
  if (!header) return null;
  const lines: OverviewLine[] = [];
  for (let row = header.row + 1; row < grid.rowCount; row += 1) {
    const line = readLine(grid, row, header);
    if (line) lines.push(line);
  }
  return lines;
}

/** Null for the row of totals and for blank rows. */
function readLine(grid: Grid, row: number, { columns }: OverviewHeader): OverviewLine | null {
  const at = (key: ColumnKey): string | null => {
    const column = columns.get(key);
    const value = column === undefined ? null : entryAt(grid, row, column).value;
    return value === null || value === '' ? null : String(value);
  };
  const count = (key: ColumnKey): number | null => {
    const text = at(key);
    return text !== null && /^\d+$/.test(text) ? Number(text) : null;
  };
  if (count('order') === null) return null;
  return {
    file: at('file'),
    sheet: at('sheet'),
    kind: kindOf(at('kind')),
    name: at('name'),
    office: at('office'),
    moneyUnit: at('moneyUnit'),
    budget: at('budget'),
    spent: at('spent'),
    rate: at('rate'),
    printed: at('printed'),
    recalculated: at('recalculated'),
    grade: at('grade'),
    indicators: count('indicators'),
    completed: count('completed'),
    errors: count('errors') ?? 0,
    warnings: count('warnings') ?? 0,
    remarks: at('remarks') ?? '',
  };
}

function kindOf(word: string | null): FormFacts['kind'] | null {
  const kinds = ['department', 'project', 'summary-table'] as const;
  return kinds.find((kind) => look.kinds[kind] === word) ?? null;
}
