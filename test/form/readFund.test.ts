/** Fund blocks in the layouts that offices use. */
import type { ScoredFormFacts } from '../../src/engine/facts';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, percent, type CellSpec } from './buildGrid';

const TABLE: CellSpec[][] = [
  ['一级指标', '二级指标', '三级指标', '指标值', '实际值', '分值', '得分'],
  ['产出指标', '数量指标', '场次', '4次', '5次', 90, 90],
  ['总分', null, null, null, null, 100, 100],
];

function formWith(...rows: CellSpec[][]): ScoredFormFacts {
  const [form] = recogniseForms(buildGrid([['项目支出绩效自评表'], ...rows, ...TABLE])).forms;
  if (!form || form.kind === 'summary-table') throw new Error('no form');
  return form;
}

function budgetOf(...rows: CellSpec[][]): unknown {
  const { budget } = formWith(...rows);
  return (
    budget && {
      budget: budget.total.budget.value?.toString(),
      spent: budget.total.spent.value?.toString(),
      rate: budget.total.rate.value?.toString(),
      weight: budget.weight.value?.toString(),
      score: budget.score.value?.toString(),
      unit: budget.unit?.toString(),
      parts: budget.parts.map(({ label }) => label),
    }
  );
}

test('sources in columns of their own add up in the column 合计', () => {
  const block = budgetOf(
    ['资金情况（万元）', '中央', '省、地', '本级', '合计', '执行数', '执行率'],
    [null, 1200, 300, 150, 1650, 1485, '90%'],
  );
  expect(block).toMatchObject({ budget: '1650', spent: '1485', rate: '0.9' });
});

test('a scored block right below is no part of the funds', () => {
  const form = formWith(
    ['资金投入（万元）', null, '全年预算数(A)', '全年执行数(B)', '执行率(B/A)', '分值', '得分'],
    [null, '年度资金总额', 650, 650, '100%', 10, 10],
    ['资金管理情况', null, '情况说明', null, null, '分值', '得分'],
    [null, '分配科学性', '按因素法分配', null, null, 2, 2],
    [null, '支出责任履行情况', '已履行', null, null, 3, 1],
  );
  expect(form.budget?.parts).toEqual([]);
  expect(
    form.judgedBlocks.map(({ name, weight, score }) => [
      name,
      weight.value?.toString(),
      score.value?.toString(),
    ]),
  ).toEqual([
    ['分配科学性', '2', '2'],
    ['支出责任履行情况', '3', '1'],
  ]);
});

test('a breakdown written out in words is no part with amounts', () => {
  expect(
    budgetOf(
      ['年度预算申请(万元)', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', '3421.16万元', '4753.66万元', '3824.26万元', 10, '80.45%', 8.04],
      ['按收入性质分：', null, null, '按支出性质分：', null, null, null],
      ['其中：一般公共预算：3824.26万元', null, null, '其中：基本支出：2106.52万元', null, null, null],
    ),
  ).toMatchObject({ budget: '4753.66', spent: '3824.26', weight: '10', score: '8.04', parts: [] });
});

test.each<[string, CellSpec, string]>([
  ['a percentage', '97.25%', '0.9725'],
  ['a fraction under a percent format', percent(0.9725, '97.25%'), '0.9725'],
  ['a bare percentage', 97.25, '0.9725'],
  ['a fraction', 0.9725, '0.9725'],
])('a rate may be %s', (_, rate, value) => {
  expect(
    budgetOf(
      ['项目资金（元）', null, '全年预算数', '全年执行数', '执行率', '分值', '得分'],
      [null, '年度资金总额', 400, 389, rate, 10, 9.73],
    ),
  ).toMatchObject({ rate: value, unit: '1' });
});

test('the initial budget counts only where there is no other', () => {
  const header = (...columns: string[]): CellSpec[] => [
    '项目资金（万元）',
    null,
    ...columns,
    '全年执行数',
    '执行率',
  ];
  expect(budgetOf(header('年初预算数', '调整预算数'), [null, '资金总额', 100, 80, 60, '75%'])).toMatchObject({
    budget: '80',
  });
  expect(budgetOf(header('年初预算数'), [null, '资金总额', 100, 60, '60%'])).toMatchObject({ budget: '100' });
});

test('a form without a fund block has none', () => {
  expect(budgetOf()).toBeNull();
});

test.each<[string, CellSpec[], object | null]>([
  [
    'each figure beside its label',
    ['预算执行情况（10分）', '全年预算数', 80, '全年执行数', 76, '执行率', '95%', '得分', 9.5],
    { budget: '80', spent: '76', rate: '0.95', weight: '10', score: '9.5', parts: [] },
  ],
  [
    'a weight of its own',
    ['预算执行情况', '全年预算数', 80, '全年执行数', 76, '执行率', 0.95, '分值', 10, '得分', 9.5],
    { budget: '80', spent: '76', rate: '0.95', weight: '10', score: '9.5' },
  ],
  [
    'a label without a figure',
    ['预算执行情况', '全年预算数', 80, '全年执行数', 76, '执行率', '得分', 9.5],
    { budget: '80', spent: '76', rate: undefined, weight: undefined, score: '9.5' },
  ],
  ['no figure of the budget', ['预算执行情况', '全年预算数', '全年执行数', 76, '执行率', '95%'], null],
  ['no figure of the spending', ['预算执行情况', '全年预算数', 80, '全年执行数', '执行率', '95%'], null],
])('a fund block in one line: %s', (_, line, expected) => {
  const budget = budgetOf(line);
  if (expected === null) expect(budget).toBeNull();
  else expect(budget).toMatchObject(expected);
});

test('a blank row below the header is passed over, one below the rows ends the block', () => {
  const header: CellSpec[] = ['资金（万元）', '全年预算数', '全年执行数'];
  expect(
    budgetOf(header, [], ['年度资金总额', 10, 9], ['其中：财政拨款', 10, 9], [], ['其中：自筹资金', 5, 5]),
  ).toMatchObject({ budget: '10', spent: '9', rate: undefined, parts: ['其中：财政拨款'] });
});

test.each([
  ['执行率', '97.25', '0.9725'],
  ['执行率', '1', '1'],
  ['执行率', '0.97', '0.97'],
  ['执行率', '2', '2'],
  ['执行率', '97.25%', '0.9725'],
  ['执行率（%）', '0.97', '0.0097'],
  ['执行率（B/A×100%）', '0.97', '0.97'],
])('under %s a rate of %s is %s', (word, rate, expected) => {
  expect(budgetOf(['资金', '全年预算数', '全年执行数', word], ['年度资金总额', 10, 9, rate])).toMatchObject({
    rate: expected,
  });
});

test.each<[string, CellSpec[], readonly string[]]>([
  ['a label without amounts', ['上年结转资金', null, null], ['上年结转资金']],
  ['a long label', [`其中：${'长'.repeat(25)}资金`, null, null], [`其中：${'长'.repeat(25)}资金`]],
  ['a sentence about money', [`其中：${'长'.repeat(26)}资金`, null, null], []],
  ['words that say nothing of money', ['说明', null, null], []],
  ['an amount without a label', [null, 5, 5], ['']],
  ['a label behind the amounts', [null, null, null, '财政资金'], []],
  ['words where an amount should stand', ['其他资金', '详见附件说明', null], []],
  ['a scored block', ['资金管理情况', null, null, '分值', '得分'], []],
])('below the total stands %s', (_, row, parts) => {
  expect(
    budgetOf(['项目资金（万元）', '全年预算数', '全年执行数'], ['年度资金总额', 10, 9], row),
  ).toMatchObject({ budget: '10', parts });
});

test('the first row of a blank block is known by its label alone', () => {
  const header: CellSpec[] = ['项目资金（万元）', '全年预算数', '全年执行数'];
  expect(budgetOf(header, ['年度资金总额'], ['其中：财政拨款'])).toMatchObject({ parts: ['其中：财政拨款'] });
  expect(budgetOf(header, ['其中：财政拨款'], ['年度资金总额'])).toBeNull();
});
