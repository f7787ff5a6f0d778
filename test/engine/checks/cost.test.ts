import { checkForm } from '../../../src/engine/checks/checkForm';
import { compared, form, judged, lines, type FormChange, type RowChange } from './buildFacts';

interface Case {
  readonly name: string;
  readonly row: RowChange;
  readonly change?: FormChange;
  readonly expected: readonly string[];
}

function cost(name: string, target: string, actual: string, scale = 10000): RowChange {
  return { name, target, actual, outcome: compared('at-most', target, actual, '10', scale) };
}

const AT_ACTUAL = 'warning cost-vs-budget 12 F12';
const AT_TARGET = 'info cost-vs-budget 12 E12';

/** The fund block says 20 万元 budgeted and spent. */
const cases: readonly Case[] = [
  {
    name: 'another amount than was spent',
    row: cost('项目总成本', '≤20万元', '15万元'),
    expected: [AT_ACTUAL],
  },
  {
    name: 'another ceiling than the budget too',
    row: cost('控制项目成本在预算数范围内', '不超预算数16万元', '15万元'),
    expected: [AT_ACTUAL, AT_TARGET],
  },
  { name: 'the amount that was spent', row: cost('项目总投资', '≤20万元', '20万元'), expected: [] },
  { name: 'the same amount in 元', row: cost('项目总成本', '≤200000元', '200000元', 1), expected: [] },
  {
    name: 'bare numbers take the unit of the fund block',
    row: cost('项目总成本', '≤20', '15', 1),
    expected: [AT_ACTUAL],
  },
  {
    name: 'the only cost row states the cost of the project',
    row: cost('改造经费', '≤20万元', '15万元'),
    expected: [AT_ACTUAL],
  },
  { name: 'a unit price is a part', row: cost('试剂单价', '≤15元/份', '14.5元/份', 1), expected: [] },
  { name: 'a standard is a part', row: cost('津贴标准', '≤300元', '300元', 1), expected: [] },
  { name: 'an amount for each is a part', row: cost('造林费用', '每亩300元', '每亩300元', 1), expected: [] },
  { name: 'a share is no amount', row: cost('成本节约', '≤5%', '4%', 0.01), expected: [] },
  {
    name: 'an amount beside a target in words',
    row: {
      name: '项目总成本',
      target: '控制在预算内',
      actual: '15万元',
      outcome: {
        ...compared('at-most', '0', '15万元', null, 10000),
        basis: 'judged',
        met: null,
        targetValue: null,
        actualValue: null,
      },
    },
    expected: [AT_ACTUAL],
  },
  {
    name: 'an amount in full-width digits beside a target in words',
    row: {
      name: '项目总成本',
      target: '控制在预算内',
      actual: '１５万',
      outcome: {
        ...compared('at-most', '0', '15万', null, 10000),
        basis: 'judged',
        met: null,
        targetValue: null,
        actualValue: null,
      },
    },
    expected: [AT_ACTUAL],
  },
  {
    name: 'a bare number beside a target in words says no amount',
    row: {
      name: '项目总成本',
      target: '控制在预算内',
      actual: '15',
      outcome: {
        ...compared('at-most', '0', '15', null),
        basis: 'judged',
        met: null,
        targetValue: null,
        actualValue: null,
      },
    },
    expected: [],
  },
  {
    name: 'a cost in words is not compared',
    row: { name: '项目总成本', target: '严格控制', actual: '严格控制', outcome: judged() },
    expected: [],
  },
];

test.each(cases)('$name', ({ row, expected }) => {
  expect(lines(checkForm(form({ rows: { 12: row } })).findings)).toEqual(expected);
});

test('one cost row of two is a part, unless it names the whole', () => {
  const second: RowChange = {
    level2: '成本指标',
    ...cost('绿化费用', '≤5万元', '5万元'),
    outcome: compared('at-most', '≤5万元', '5万元', '20', 10000),
  };
  const parts = form({ rows: { 11: second, 12: cost('办公费用', '≤15万元', '15万元') } });
  expect(checkForm(parts).findings).toEqual([]);
  const whole = form({ rows: { 11: second, 12: cost('项目总成本', '≤20万元', '15万元') } });
  expect(lines(checkForm(whole).findings)).toEqual([AT_ACTUAL]);
});

const rounded: readonly (readonly [string, string, boolean])[] = [
  ['90万元', '89.974', false],
  ['8.0万元', '8.02', false],
  ['1万元', '1.16', true],
  ['9.4万元', '11.99', true],
  ['25万元', '21.54576', true],
];

test.each(rounded)('%s against %s spent', (actual, spent, contradicts) => {
  const budget = { budget: spent, spent, rate: '100%' };
  const found = checkForm(
    form({ budget, rows: { 12: cost('项目总成本', `≤${spent}万元`, actual) } }),
  ).findings;
  expect(found.filter(({ code }) => code === 'cost-vs-budget').map(({ cell }) => cell)).toEqual(
    contradicts ? ['F12'] : [],
  );
});

test('a department is not held to the cost of one project', () => {
  const change: FormChange = {
    rows: { 12: cost('项目总成本', '≤20万元', '15万元') },
    facts: { kind: 'department' },
  };
  expect(checkForm(form(change)).findings).toEqual([]);
});

test('a form that does not say its unit is compared only with bare numbers', () => {
  const row = cost('项目总成本', '≤20万元', '15万元');
  expect(checkForm(form({ budget: { unit: null }, rows: { 12: row } })).findings).toEqual([]);
  const bare = cost('项目总成本', '≤20', '15', 1);
  expect(lines(checkForm(form({ budget: { unit: null }, rows: { 12: bare } })).findings)).toEqual([
    AT_ACTUAL,
  ]);
});

test('a form where nothing was spent contradicts nothing', () => {
  const budget = { budget: '20', spent: '', rate: '', score: '', computed: '' };
  expect(checkForm(form({ budget, rows: { 12: cost('项目总成本', '≤20万元', '15万元') } })).findings).toEqual(
    [],
  );
});

test('a contradiction names both amounts', () => {
  const [finding] = checkForm(form({ rows: { 12: cost('项目总成本', '≤20万元', '15万元') } })).findings;
  expect(finding?.params).toEqual({ variant: 'spent', name: '项目总成本', cost: '15万元', fund: '20万元' });
});
