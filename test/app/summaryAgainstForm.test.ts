/** A 得分情况表 beside the form that it sums up: rows and totals that disagree. */
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { buildGrid, projectRows, type CellSpec } from '../form/buildGrid';
import { sheetOf } from './buildSnapshot';
import { recalculateFixture } from './openFixture';

/** The small form has 9.5 points for execution, 50, 30 and 10 for its levels, 99.5 together. */
function found(table: readonly (readonly CellSpec[])[], form = projectRows()): readonly string[] {
  const rows: CellSpec[][] = [['得分情况表'], ['评价项目', '分值', '得分'], ...table.map((row) => [...row])];
  const sheets = [sheetOf(buildGrid(rows, '得分')), sheetOf(buildGrid(form))];
  const options = { rules: null, overwriteScores: false };
  const result = calculateWorkbook({ sheets, activeSheet: null, settings: {} }, options).sheets[0];
  return (result?.forms[0]?.findings ?? [])
    .filter(({ params }) => ['row', 'form'].includes(params['variant'] ?? ''))
    .map(
      ({ code, cell, params }) =>
        `${code} ${cell} ${params['name']} ${params['printed']} ${params['expected']}`,
    );
}

const TABLE: readonly (readonly CellSpec[])[] = [
  ['预算执行', 10, 9.5],
  ['产出指标', 50, 50],
  ['效益指标', 30, 30],
  ['满意度指标', 10, 10],
  ['合计', 100, 99.5],
];
const withScore = (row: number, score: number, total: number): readonly (readonly CellSpec[])[] =>
  TABLE.map(([label = null, weight = null, entered = null], index) => {
    if (index === row) return [label, weight, score];
    return index === TABLE.length - 1 ? [label, weight, total] : [label, weight, entered];
  });

test('a table that says what the form says is right', () => {
  expect(found(TABLE)).toEqual([]);
});

test('a row with another score is told, and so is the total', () => {
  expect(found(withScore(1, 48, 97.5))).toEqual([
    'summary-rows C4 产出指标 48 50',
    'summary-rows C7 合计 97.5 99.5',
  ]);
});

test('another score for the execution is told', () => {
  expect(found(withScore(0, 10, 100))).toEqual([
    'summary-rows C3 预算执行 10 9.5',
    'summary-rows C7 合计 100 99.5',
  ]);
});

test('a table of several projects is not held against a form', () => {
  expect(
    found([
      ['道路养护', 100, 95],
      ['河道整治', 100, 97],
      ['合计', 200, 192],
    ]),
  ).toEqual([]);
});

test('a row whose score is still missing on the form may be counted in the table', () => {
  const form = projectRows().map((row, index) =>
    index === 10 ? row.map((cell, column) => (column === 7 ? null : cell)) : row,
  );
  expect(found(TABLE, form)).toEqual([]);
});

test('the published table with a missing row has the total of its form', async () => {
  const [sheet] = await recalculateFixture('baoxie-2022-department.xlsx');
  const variants = sheet?.forms[0]?.findings.map(({ params }) => params['variant']);
  expect(variants).toEqual(['weight', 'score', 'missing']);
});
