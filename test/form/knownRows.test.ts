// A sheet that was read before some of its cells were written is read as if nobody had ever seen it.
import type { Grid } from '../../src/form/grid';
import { knowRows, knownUnder } from '../../src/form/knownRows';
import { findIndicatorHeader } from '../../src/form/headers';
import { recogniseForms } from '../../src/form/recognise';
import { settleScoreColumns } from '../../src/form/readIndicators';
import { buildGrid, cell, projectRows, type CellSpec } from './buildGrid';

type Change = readonly [row: number, column: number, spec: CellSpec];

/** The grid with other cells; rows without any stay the very same. */
function changed(grid: Grid, changes: readonly Change[]): Grid {
  const rows = grid.rows.map((line, row) => {
    const own = changes.filter(([at]) => at === row);
    if (own.length === 0) return line;
    const cells = [...(line ?? [])];
    for (const [, column, spec] of own)
      cells[column] = spec === null ? undefined : cell(typeof spec === 'object' ? spec : { value: spec });
    return cells;
  });
  return { ...grid, rows };
}

/** A grid of the same content in which no row has been seen before. */
const unseen = (grid: Grid): Grid => ({ ...grid, rows: grid.rows.map((line) => line && [...line]) });

function expectSame(before: Grid, after: Grid): void {
  const { forms } = recogniseForms(before);
  const [again, anew] = [recogniseForms(after, { grid: before, forms }), recogniseForms(unseen(after))];
  // Thousands of sheets are compared: as texts, and word by word only where they differ.
  if (JSON.stringify(again) !== JSON.stringify(anew)) expect(again).toEqual(anew);
}

const SCORES: CellSpec[][] = [
  ['绩效自评得分情况表'],
  ['序号', '类别', '分值', '得分'],
  [1, '预算执行', 20, 18],
  ['合计', null, 20, 18],
];
/** Rows without labels of their own, one score over two rows, points in names, and a second form below. */
const ODD: CellSpec[][] = [
  ['2024年度部门整体绩效自评表'],
  ['年度绩效目标1（60分）', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [null, '产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 30, 30],
  [null, null, null, '养护桥梁', '≥3座', '3座', null, null],
  [null, null, null, null, '≥5座', '5座', 30, 30],
  ['年度绩效目标2（40分）', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [null, '效益指标', '社会效益指标', '投诉', '≤20件', '16件', 40, 40],
  ['总分', null, null, null, null, null, 100, 100],
  [],
  ...projectRows(),
];

const sheets: readonly (readonly [string, readonly (readonly CellSpec[])[]])[] = [
  ['a project form', projectRows()],
  ['a table of scores', SCORES],
  ['two forms of several tables', ODD],
];
const VALUES: readonly CellSpec[] = [null, 5, '总分', '三级指标', '指标2：'];

test.each(sheets)('%s, whatever one cell becomes', (_, rows) => {
  const before = buildGrid(rows);
  for (let row = 0; row < before.rowCount; row += 1)
    for (let column = 0; column < Math.min(9, before.columnCount); column += 1)
      for (const value of VALUES) expectSame(before, changed(before, [[row, column, value]]));
});

test.each(sheets)('%s, when nothing changes', (_, rows) => {
  const before = buildGrid(rows);
  expectSame(before, before);
  expectSame(before, unseen(before));
});

test('a form that is new, gone or wider than before', () => {
  const before = buildGrid(projectRows());
  expectSame(buildGrid([]), before);
  expectSame(before, buildGrid(SCORES));
  expectSame(before, { ...before, columnCount: before.columnCount + 1 });
  expectSame(
    before,
    changed(before, [
      [8, 7, null],
      [9, 5, '30件'],
      [4, 5, 80],
    ]),
  );
});

test('rows that stay as they are are not read again, others are', () => {
  const before = buildGrid(projectRows());
  const { forms } = recogniseForms(before);
  const [first] = forms;
  const [again] = recogniseForms(changed(before, [[8, 7, 15]]), { grid: before, forms }).forms;
  if (first?.kind !== 'project' || again?.kind !== 'project') throw new Error('no form');
  expect(again.indicators.map((row, index) => row === first.indicators[index])).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('nothing is known under a header that changed, or whose columns are read otherwise', () => {
  const before = buildGrid(projectRows());
  const known = knowRows({ grid: before, forms: recogniseForms(before).forms });
  const under = (grid: Grid, weight = 6) => {
    const header = findIndicatorHeader(grid, 6);
    if (!header) throw new Error('no header');
    const columns = { ...settleScoreColumns(grid, header, 12), weight };
    return knownUnder(known, grid, header, columns, 12);
  };
  expect(under(before)).toBe(known);
  expect(under(before, 7)).toBeNull();
  expect(under(changed(before, [[6, 8, '原因']]))).toBeNull();
  expect(under(changed(before, [[7, 8, '原因']]))).toBeNull();
  expect(under(changed(before, [[8, 8, '原因']]))).toBe(known);
});
