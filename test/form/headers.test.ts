// Header rows, found by their words: which columns they govern, in one row or two.
import {
  columnInRow,
  filledCells,
  findFundHeader,
  findIndicatorHeader,
  findScoredBlockHeader,
  findSummaryHeader,
  type Header,
} from '../../src/form/headers';
import { buildGrid, type CellSpec } from './buildGrid';

/** A header in one line: its rows, its columns by role, what is unknown and the points in it. */
function told(header: Header<string> | null): string | null {
  if (!header) return null;
  const { row, lastRow, columns, unknown, blockPoints } = header;
  const spans = [...columns].map(([role, { from, to }]) => `${role} ${from}${to > from ? `-${to}` : ''}`);
  return [
    row === lastRow ? `${row}` : `${row}-${lastRow}`,
    ...spans.sort(),
    ...unknown.map((cell) => `? ${cell.row} ${cell.column}`),
    ...(blockPoints ? [`points ${blockPoints.column} ${blockPoints.text}`] : []),
  ].join(', ');
}

type Rows = readonly (readonly CellSpec[])[];

test.each<[string, Rows, string | null]>([
  [
    'a header in one row',
    [['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']],
    '0, actual 4, level1 0, level2 1, name 2, score 6, target 3, weight 5',
  ],
  [
    'columns in any order, with blank ones between',
    [['得分', null, '分值', '三级指标', null, '实际完成值']],
    '0, actual 5, name 3-4, score 0-1, weight 2',
  ],
  ['three roles and no level', [['三级指标', '实际完成值', '分值']], '0, actual 1, name 0, weight 2'],
  ['two roles only', [['三级指标', '实际完成值']], null],
  ['neither name nor second level', [['一级指标', '实际完成值', '分值', '得分']], null],
  [
    'a second level in place of a name',
    [['一级指标', '二级指标', '年度指标值', '分值']],
    '0, level1 0, name 1, target 2, weight 3',
  ],
  ['no result, and no second level', [['一级指标', '三级指标', '年度指标值', '分值']], null],
  [
    'no result, but a second level',
    [['二级指标', '三级指标', '年度指标值']],
    '0, level2 0, name 1, target 2',
  ],
  ['a score alone', [['三级指标', '分值', '得分']], '0, name 0, score 2, weight 1'],
  [
    'as many other words',
    [['三级指标', '甲乙', '分值', '丙丁', '得分', '戊己']],
    '0, name 0, score 4, weight 2, ? 0 1, ? 0 3, ? 0 5',
  ],
  ['more other words', [['三级指标', '甲乙', '分值', '丙丁', '得分', '戊己', '庚辛']], null],
  ['one word of a header', [['三级指标', '甲乙']], null],
  [
    'a second row that splits the target',
    [
      ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '实际完成值', '得分'],
      [null, null, null, '指标性质', '指标值', '度量单位'],
    ],
    '0-1, actual 6, level1 0, level2 1, name 2, operator 3, score 7, target 4, unit 5',
  ],
  [
    'an unknown word in the first of two rows',
    [
      ['二级指标', '三级指标', '甲乙丙', '年度指标值', null, '实际完成值'],
      [null, null, null, '指标值', '度量单位'],
    ],
    '0-1, actual 5, level2 0, name 1, target 3, unit 4, ? 0 2',
  ],
  [
    'a second row of data',
    [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
      ['产出指标', '数量指标', '场次', '4次', '5次'],
    ],
    '0, actual 4, level1 0, level2 1, name 2, target 3',
  ],
  [
    'a second header right below',
    [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
    ],
    '0, actual 4, level1 0, level2 1, name 2, target 3',
  ],
  [
    'a second row with words that split nothing',
    [['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'], ['偏差原因']],
    '0, actual 4, level1 0, level2 1, name 2, target 3',
  ],
  [
    'a bare number over the scores',
    [['二级指标', '三级指标', '年度指标值', '实际完成值', '50分']],
    '0, actual 3, level2 0, name 1, score 4, target 2, points 4 50分',
  ],
  [
    'a bare number beside a word for scores',
    [['二级指标', '三级指标', '得分', '实际完成值', '50']],
    '0, actual 3, level2 0, name 1, score 2',
  ],
  [
    'of three weights that behind the names',
    [['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '得分']],
    '0, level1 0, level2 2, name 4, score 6, weight 5',
  ],
  [
    'of two name words the left one',
    [['指标', '指标名称', '分值', '得分']],
    '0, level1 0, name 1, score 3, weight 2',
  ],
])('%s', (_, rows, expected) => {
  expect(told(findIndicatorHeader(buildGrid(rows), 0))).toBe(expected);
});

test.each<[string, Rows, string | null]>([
  [
    'a fund block in one row',
    [['资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']],
    '0, adjusted 2, initial 1, rate 5, score 6, spent 3, weight 4',
  ],
  ['spending and a rate', [['资金', '执行数', '执行率']], '0, rate 2, spent 1'],
  ['spending alone', [['资金', '执行数']], null],
  ['no spending', [['资金', '年初预算数', '执行率']], null],
  [
    'budgets in a second row',
    [
      ['资金', '预算数', null, '执行数', '执行率'],
      [null, '年初预算数', '全年预算数'],
    ],
    '0-1, adjusted 2, initial 1, rate 4, spent 3',
  ],
  [
    'amounts in the next row',
    [
      ['资金', '预算数', null, '执行数'],
      [null, '年初预算数', '5'],
    ],
    '0, budget 1-2, spent 3',
  ],
  [
    'one word in the next row',
    [
      ['资金', '预算数', '执行数'],
      [null, '年初预算数'],
    ],
    '0, budget 1, spent 2',
  ],
  [
    'other words in the next row',
    [
      ['资金', '预算数', '执行数'],
      ['甲', '乙'],
    ],
    '0, budget 1, spent 2',
  ],
  [
    'a bare number over the score',
    [['资金', '预算数', '执行数', '(10分)']],
    '0, budget 1, score 3, spent 2, points 3 (10分)',
  ],
])('of a fund block: %s', (_, rows, expected) => {
  expect(told(findFundHeader(buildGrid(rows), 0))).toBe(expected);
});

test.each<[string, readonly CellSpec[], string | null]>([
  ['labels, weights and scores', ['序号', '类别', '分值', '得分'], '0, label 1, score 3, weight 2'],
  ['shares in place of weights', ['评价项目', '权重', '得分'], '0, label 0, score 2, share 1'],
  ['no scores', ['类别', '分值'], null],
  ['no labels', ['分值', '得分'], null],
  ['a target', ['类别', '分值', '得分', '年度指标值'], null],
  ['an actual', ['类别', '分值', '得分', '实际完成值'], null],
  ['a second level', ['类别', '分值', '得分', '二级指标'], null],
  ['spending', ['类别', '分值', '得分', '全年执行数'], null],
])('of a table of scores: %s', (_, row, expected) => {
  expect(told(findSummaryHeader(buildGrid([row]), 0))).toBe(expected);
});

test.each<[string, readonly CellSpec[], string | null]>([
  ['weights and scores', ['资金管理', '情况说明', '分值', '得分'], '0, score 3, weight 2'],
  ['a table of indicators', ['三级指标', '实际完成值', '分值', '得分'], null],
  [
    'words of a block with points in its label',
    ['年度目标完成情况（10分）', '预期目标', '实际完成情况', '得分'],
    '0, actual 2, score 3, points 0 年度目标完成情况（10分）',
  ],
  [
    'words of a block with a number over the score',
    ['年度总体目标', '预期目标', '实际完成情况', '10'],
    '0, actual 2, score 3, points 3 10',
  ],
  ['words of a block alone', ['年度总体目标', '预期目标', '实际完成情况'], null],
  ['other words with a number', ['甲乙', '丙丁', '10'], null],
])('of a scored block: %s', (_, row, expected) => {
  expect(told(findScoredBlockHeader(buildGrid([row]), 0))).toBe(expected);
});

test('cells that hold something, from left to right', () => {
  const grid = buildGrid([['甲', null, ' ', 5]]);
  expect(filledCells(grid, 0)).toMatchObject([
    { column: 0, text: '甲' },
    { column: 3, text: '5' },
  ]);
  expect(filledCells(grid, 0)).toBe(filledCells(grid, 0));
  expect(filledCells(grid, 7)).toEqual([]);
});

test('the first filled column of a span, else its first one', () => {
  const grid = buildGrid([[null, ' ', '甲', '乙']]);
  expect(columnInRow(grid, 0, { from: 1, to: 3, text: '' })).toBe(2);
  expect(columnInRow(grid, 0, { from: 0, to: 1, text: '' })).toBe(0);
  expect(columnInRow(grid, 0, { from: 3, to: 3, text: '' })).toBe(3);
});

test('a header of more than 40 characters is a sentence', () => {
  const long = `年度指标值（${'注'.repeat(33)}）`;
  expect(told(findIndicatorHeader(buildGrid([['三级指标', long, '实际完成值', '得分']]), 0))).toContain(
    'target 1',
  );
  expect(
    told(findIndicatorHeader(buildGrid([['三级指标', `${long}注`, '实际完成值', '得分']]), 0)),
  ).not.toContain('target');
});
