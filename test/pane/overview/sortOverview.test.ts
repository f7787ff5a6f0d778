/** The order of the lines of the overview. */
import fc from 'fast-check';
import type { OverviewRow } from '../../../src/app/overview';
import {
  nextSorting,
  SORT_COLUMNS,
  sortOverview,
  type SortColumn,
  type Sorting,
} from '../../../src/pane/overview/sortOverview';

function row(part: Partial<OverviewRow>): OverviewRow {
  return {
    file: null,
    sheet: '',
    cell: 'A1',
    kind: 'project',
    name: '',
    office: null,
    moneyUnit: null,
    budget: null,
    spent: null,
    rate: null,
    printed: null,
    recalculated: null,
    grade: null,
    indicators: null,
    completed: null,
    errors: 0,
    warnings: 0,
    remarks: '',
    ...part,
  };
}

const ROWS: readonly OverviewRow[] = [
  row({
    sheet: 'a',
    name: '项目10',
    printed: '9.5',
    recalculated: '9.5',
    grade: '差',
    indicators: 4,
    completed: 1,
    errors: 2,
  }),
  row({
    sheet: 'b',
    name: '项目2',
    printed: '94.67 999994.67',
    recalculated: '94.67',
    grade: '优',
    indicators: 50,
    completed: 25,
  }),
  row({
    sheet: 'c',
    name: '项目1',
    printed: '100',
    recalculated: '78',
    grade: '中',
    indicators: 3,
    completed: 3,
    errors: 10,
  }),
  row({ sheet: 'd', name: null, warnings: 1 }),
];

test.each([
  ['name', 'ascending', 'dcba'],
  ['name', 'descending', 'abcd'],
  // By number and not by text, and a line without a score last.
  ['score', 'ascending', 'abcd'],
  ['score', 'descending', 'cbad'],
  ['grade', 'descending', 'bcad'],
  ['completed', 'descending', 'cbad'],
  ['completed', 'ascending', 'abcd'],
  ['errors', 'descending', 'cabd'],
  ['warnings', 'descending', 'dabc'],
] as const)('by %s, %s: %s', (column, direction, expected) => {
  const sorted = sortOverview(ROWS, { column, direction }, 'zh-CN');
  expect(sorted.map(({ sheet }) => sheet).join('')).toBe(expected);
});

test('unsorted lines stand as in the workbook', () => {
  expect(sortOverview(ROWS, null, 'zh-CN')).toEqual(ROWS);
});

test('a header begins at the first name or the largest figure, turns round, and lets go', () => {
  const press = (column: SortColumn, times: number): Sorting | null =>
    Array.from({ length: times }).reduce<Sorting | null>((current) => nextSorting(current, column), null);
  expect([1, 2, 3].map((times) => press('errors', times)?.direction ?? null)).toEqual([
    'descending',
    'ascending',
    null,
  ]);
  expect([1, 2, 3].map((times) => press('name', times)?.direction ?? null)).toEqual([
    'ascending',
    'descending',
    null,
  ]);
  expect(nextSorting({ column: 'name', direction: 'descending' }, 'score')).toEqual({
    column: 'score',
    direction: 'descending',
  });
});

test('sorting loses no line', () => {
  const lines = fc.array(
    fc.record({
      name: fc.option(fc.string()),
      recalculated: fc.option(fc.integer().map(String)),
      errors: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(lines, fc.constantFrom(...SORT_COLUMNS), fc.boolean(), (parts, column, isUp) => {
      const rows = parts.map((part, index) => row({ ...part, sheet: String(index) }));
      const sorted = sortOverview(rows, { column, direction: isUp ? 'ascending' : 'descending' }, 'zh-CN');
      expect(new Set(sorted)).toEqual(new Set(rows));
    }),
  );
});
