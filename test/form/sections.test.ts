// The stretches of a sheet that hold one form each: where they begin, where they end, and what is none.
import { findSections } from '../../src/form/sections';
import { buildGrid, type CellSpec } from './buildGrid';

const HEADER: CellSpec[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const ROW: CellSpec[] = ['产出指标', '数量指标', '里程', '≥5公里', '5公里', 100, 100];
const TOTAL: CellSpec[] = ['总分', null, null, null, null, 100, 100];
const TABLE = [HEADER, ROW, TOTAL];
const FUND: CellSpec[][] = [
  ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '分值', '得分'],
  [null, '年度资金总额', 100, 100, '100%', 10, 10],
];
const SCORES: CellSpec[][] = [
  ['序号', '类别', '分值', '得分'],
  [1, '预算执行', 20, 18],
];
const blank = (count: number): CellSpec[][] => Array.from({ length: count }, () => []);

/** Kind and rows (counted from 1) of each form. */
const formsOf = (...rows: readonly CellSpec[][]) =>
  findSections(buildGrid(rows)).map(({ kind, top, bottom }) => `${kind} ${top + 1}-${bottom + 1}`);

test.each<[string, CellSpec[][], readonly string[]]>([
  ['nothing', [], []],
  ['a title alone', [['绩效自评表']], []],
  ['a table', TABLE, ['indicators 1-3']],
  ['a table with its title and a note', [['绩效自评表'], ...TABLE, ['注：无']], ['indicators 1-5']],
  [
    'two titled tables',
    [['绩效自评表'], ...TABLE, ['绩效自评表'], ...TABLE],
    ['indicators 1-4', 'indicators 5-8'],
  ],
  ['two tables, of which the first is summed up', [...TABLE, ...TABLE], ['indicators 1-3', 'indicators 4-6']],
  ['two tables of one form', [HEADER, ROW, ...TABLE], ['indicators 1-5']],
  ['money and a table', [...FUND, ...TABLE], ['indicators 1-5']],
  [
    'money and a table twice',
    [...FUND, HEADER, ROW, ...FUND, ...TABLE],
    ['indicators 1-4', 'indicators 5-9'],
  ],
  [
    'money below a table that is summed up',
    [...TABLE, ...FUND, ...TABLE],
    ['indicators 1-3', 'indicators 4-8'],
  ],
  ['money below a table that is not', [HEADER, ROW, ...FUND, TOTAL], ['indicators 1-5']],
  ['a table of scores', SCORES, ['summary 1-2']],
  ['a table of scores and a form', [...SCORES, ...TABLE], ['summary 1-2', 'indicators 3-5']],
  ['a form and a table of scores', [...TABLE, ...SCORES], ['indicators 1-3', 'summary 4-5']],
])('%s', (_, rows, expected) => {
  expect(formsOf(...rows)).toEqual(expected);
});

test('a sum below each goal ends no form', () => {
  const goal = (number: number): CellSpec[][] => [[`年度绩效目标${number}（50分）`], HEADER, ROW, TOTAL];
  expect(formsOf(...goal(1), ...goal(2), ...goal(3))).toEqual(['indicators 1-12']);
  const titled: CellSpec[][] = [['绩效自评表'], ...goal(1), ...goal(2)];
  expect(formsOf(...titled, ...titled)).toEqual(['indicators 1-9', 'indicators 10-18']);
});

test('without a title a form begins where the goals are counted anew', () => {
  const goal = (number: number): CellSpec[][] => [[`年度绩效目标${number}（50分）`], HEADER, ROW];
  const form = [...goal(1), ...goal(2), TOTAL];
  expect(formsOf(...form, ...form)).toEqual(['indicators 1-7', 'indicators 8-14']);
  const summed = [...goal(1), TOTAL, ...goal(2), TOTAL];
  expect(formsOf(...summed, ...summed)).toEqual(['indicators 1-8', 'indicators 9-16']);
  expect(formsOf(...form, ['项目名称', '甲'], ...form)).toEqual(['indicators 1-7', 'indicators 8-15']);
  // A goal named once more below the sum is none of the next form, which has a title.
  const again: CellSpec[][] = [['年度绩效目标1（50分）']];
  expect(formsOf(...form, ...again, ['绩效自评表'], ...TABLE)).toEqual(['indicators 1-8', 'indicators 9-12']);
  expect(formsOf(...form, ...again)).toEqual(['indicators 1-8']);
});

test.each<[string, boolean]>([
  ['项目支出绩效自评表', true],
  [`${'长'.repeat(77)}自评表`, true],
  [`${'长'.repeat(78)}自评表`, false],
  ['本表为绩效自评表。', false],
  ['绩效自评表；见附件', false],
  ['注：绩效自评表', false],
  ['备注绩效自评表', false],
  ['说明：自评表', false],
  ['1、绩效自评表', false],
  ['1绩效自评表', true],
  ['预算表', false],
])('%s begins a form: %p', (title, begins) => {
  const [first] = formsOf(['单位', '甲'], [title], ...TABLE);
  expect(first).toBe('indicators 1-5');
  // Without a title of its own the second table is part of the first.
  expect(formsOf(HEADER, ROW, [title], HEADER, ROW)).toHaveLength(begins ? 2 : 1);
});

test('a title has at most one more cell beside it', () => {
  const between = (...title: CellSpec[]) => formsOf(HEADER, ROW, title, HEADER, ROW).length;
  expect([
    between('绩效自评表'),
    between('绩效自评表', '附件1'),
    between('绩效自评表', '附件1', '甲'),
  ]).toEqual([2, 2, 1]);
});

test.each<[string, CellSpec[][], readonly string[]]>([
  ['its names', [['项目名称', '甲'], ['实施单位：乙']], ['indicators 1-3', 'indicators 4-8']],
  ['a name further up', [['主管部门', '甲'], ...blank(6)], ['indicators 1-3', 'indicators 4-13']],
  [
    'a name at the end of the cover',
    [['主管部门', '甲'], ...blank(7)],
    ['indicators 1-3', 'indicators 4-14'],
  ],
  ['a name too far up', [['主管部门', '甲'], ...blank(8)], ['indicators 1-4', 'indicators 13-15']],
  ['other words', [['填报人', '甲']], ['indicators 1-4', 'indicators 5-7']],
])('a form without a title begins at %s', (_, between, expected) => {
  expect(formsOf(...TABLE, ...between, ...TABLE)).toEqual(expected);
});

test('names above a sum belong to the form above', () => {
  expect(formsOf(HEADER, ROW, ['项目名称', '甲'], TOTAL, ...TABLE)).toEqual([
    'indicators 1-4',
    'indicators 5-7',
  ]);
});

test('thirty blank rows end a form', () => {
  expect(formsOf(...TABLE, ...blank(29), ['备注'])).toEqual(['indicators 1-33']);
  expect(formsOf(...TABLE, ...blank(30), ['备注'])).toEqual(['indicators 1-3']);
});
