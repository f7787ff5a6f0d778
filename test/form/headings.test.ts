// What stands above the tables of a form: its title, its kind, its year and its names.
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, type CellSpec } from './buildGrid';

const TABLE: CellSpec[][] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '2019年度里程', '≥5公里', '5公里', 100, 100],
];
const GOAL: CellSpec[][] = [['年度绩效目标1（100分）']];
const FUND: CellSpec[][] = [
  ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '分值', '得分'],
  [null, '年度资金总额', 100, 100, '100%', 10, 10],
];
const SCORES: CellSpec[][] = [
  ['序号', '类别', '分值', '得分'],
  [1, '2019年度预算执行', 20, 18],
];

function only(...rows: readonly (readonly CellSpec[])[]) {
  const { forms } = recogniseForms(buildGrid(rows));
  expect(forms).toHaveLength(1);
  const [form] = forms;
  if (!form) throw new Error('no form');
  return form;
}

test.each<[string, CellSpec[][], string]>([
  ['部门整体绩效自评表', [], 'department'],
  ['整体支出自评表', [], 'department'],
  ['单位 整体 自评表', [], 'department'],
  ['绩效自评表', [], 'project'],
  ['绩效自评表', GOAL, 'department'],
  ['项目支出绩效自评表', GOAL, 'project'],
  ['专项资金绩效自评表', GOAL, 'project'],
  ['转移支付绩效自评表', GOAL, 'project'],
  ['绩效自评表', [['项目名称', '甲'], ...GOAL], 'project'],
  ['绩效自评表', [['项目名称', null], ...GOAL], 'department'],
])('%s with %j above its table is a form of a %s', (title, between, kind) => {
  expect(only([title], ...between, ...TABLE).kind).toBe(kind);
});

test.each<[string, CellSpec[][], readonly [string, string | null]]>([
  ['nothing', [], ['', null]],
  ['one title', [[null, '绩效目标表']], ['绩效目标表', 'B1']],
  ['two, of which one calls itself so', [['绩效自评表'], ['目标完成情况表']], ['绩效自评表', 'A1']],
  ['two that call themselves so', [['甲自评表'], ['乙自评表']], ['乙自评表', 'A2']],
  ['two of which none does', [['绩效目标表'], ['得分情况']], ['得分情况', 'A2']],
  ['one below its money', [...FUND, ['自评结果']], ['', null]],
])('the title above a table is taken from %s', (_, head, expected) => {
  const { title, titleCell } = only(...head, ...TABLE);
  expect([title, titleCell]).toEqual(expected);
});

test.each<[string, CellSpec[][], number | null]>([
  ['the title', [['2023年度绩效自评表'], ['（2022年度）']], 2023],
  ['a line below it', [['绩效自评表'], ['单位', '（2022 年度）']], 2022],
  ['the first of several', [['绩效自评表'], ['2021年度'], ['2022年度']], 2021],
  ['a year without 年度', [['2023年绩效自评表'], ['2022年']], null],
  ['nothing above the table', [['绩效自评表']], null],
])('the year is that of %s', (_, head, year) => {
  expect(only(...head, ...TABLE).year).toBe(year);
  expect(only(...head, ...FUND, ['2018年度'], ...TABLE).year).toBe(year);
  expect(only(...head, ...SCORES).year).toBe(year);
});

test.each<[CellSpec[], string | null, string | null]>([
  [['项目名称', '甲'], '甲', null],
  [['项目名称：甲'], '甲', null],
  [['项目名称：', ' 甲 '], '甲', null],
  [['项目名称', null, '甲', '实施单位', '乙'], '甲', '乙'],
  [['项目名称', '实施单位', '乙'], null, '乙'],
  [['项目名称', '实施单位：乙'], null, '乙'],
  [['项目名称：', '主管部门：丙'], null, '丙'],
  [['主管部门', '丙', '实施单位', '乙'], null, '乙'],
  [['主管部门', '丙'], null, '丙'],
  [['关于项目名称', '甲'], null, null],
  [['项目名称'], null, null],
])('in %j the project is %s and the unit %s', (row, project, unit) => {
  const form = only(['绩效自评表'], row, ...TABLE);
  if (form.kind === 'summary-table') throw new Error('no form');
  expect([form.projectName, form.unitName]).toEqual([project, unit]);
});

test('a blank place is made up for by a later one; in the table no name is looked for', () => {
  const form = only(['绩效自评表'], ['项目名称'], ['项目名称', '甲'], ...TABLE, ['实施单位', '乙']);
  if (form.kind === 'summary-table') throw new Error('no form');
  expect([form.projectName, form.unitName]).toEqual(['甲', null]);
});

test('a table of scores without rows, and a header without rows, are no forms', () => {
  expect(recogniseForms(buildGrid([['得分情况'], SCORES[0] ?? []])).forms).toEqual([]);
  expect(recogniseForms(buildGrid([['绩效自评表'], TABLE[0] ?? []])).forms).toEqual([]);
});
