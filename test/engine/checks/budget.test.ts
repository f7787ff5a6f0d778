import { checkForm } from '../../../src/engine/checks/checkForm';
import { compared, form, fundRow, lines, type BudgetChange, type RowChange } from './buildFacts';

interface Case {
  readonly name: string;
  readonly budget: BudgetChange;
  readonly expected: readonly string[];
}

/** The clean form's cost row states what was spent; these tests change what was spent. */
const NO_COST: RowChange = {
  level2: '时效指标',
  name: '完成率',
  target: '5',
  actual: '5',
  outcome: compared('at-least', '5', '5', '10'),
};

const rateCases: readonly Case[] = [
  {
    name: '100% printed for 80.45%',
    budget: {
      budget: '4753.66',
      spent: '3824.26',
      rate: '100%',
      score: '8.04',
      computed: '8.04',
      reason: '部分工程款跨年支付',
    },
    expected: ['error rate-wrong - H6'],
  },
  {
    name: '86.19% printed for 86.18%',
    budget: {
      budget: '250000',
      spent: '215457.6',
      rate: '86.19%',
      score: '8.62',
      computed: '8.62',
      reason: '部分工程款跨年支付',
    },
    expected: ['error rate-wrong - H6'],
  },
  {
    name: 'one decimal is enough when it is right (66.607% as 66.6%)',
    budget: {
      budget: '112.12',
      spent: '74.68',
      rate: '66.6%',
      score: '6.66',
      computed: '6.66',
      reason: '部分工程款跨年支付',
    },
    expected: [],
  },
  {
    name: 'no decimals are enough when they are right',
    budget: { budget: '100', spent: '99.6', rate: '100%', score: '9.96', computed: '9.96' },
    expected: [],
  },
  {
    name: 'a blank rate is not wrong',
    budget: { budget: '1286', spent: '1260', rate: '', score: '9.8', computed: '9.8' },
    expected: [],
  },
  {
    name: 'a dash for a rate is not wrong',
    budget: { budget: '1286', spent: '1260', rate: '—', score: '9.8', computed: '9.8' },
    expected: [],
  },
  {
    name: 'an unreadable rate is unreadable',
    budget: { rate: '!100%\n\n%' },
    expected: ['error unreadable-number - H6'],
  },
  {
    name: 'a rate of a part is checked at its own cell',
    budget: {
      parts: [fundRow(7, '财政拨款', '10', '9', '100%'), fundRow(8, '其他资金', '10', '11', '110%')],
    },
    expected: ['error rate-wrong - H7'],
  },
  {
    name: 'a part without money has no rate',
    budget: { parts: [fundRow(7, '财政拨款', '20', '20', '100%'), fundRow(8, '其他资金', '0', '0', '0%')] },
    expected: [],
  },
  {
    name: 'a rate above 100% is remarked',
    budget: { budget: '4376.35', spent: '7469.35', rate: '170.68%' },
    expected: ['warning rate-over-100 - H6'],
  },
  { name: 'a rate of exactly 100% is not above it', budget: {}, expected: [] },
  {
    name: 'a rate below 90% needs a reason',
    budget: { budget: '20', spent: '17.99', rate: '89.95%', score: '9', computed: '9' },
    expected: ['warning rate-low - H6'],
  },
  {
    name: 'a rate of exactly 90% needs none',
    budget: { budget: '20', spent: '18', rate: '90%', score: '9', computed: '9' },
    expected: [],
  },
  {
    name: 'a reason of two characters says nothing',
    budget: { budget: '20', spent: '15', rate: '75%', score: '7.5', computed: '7.5', reason: '疫情' },
    expected: ['warning rate-low - H6'],
  },
  {
    name: 'a reason in the fund block explains a low rate',
    budget: {
      budget: '20',
      spent: '15',
      rate: '75%',
      score: '7.5',
      computed: '7.5',
      reason: '部分工程款跨年支付',
    },
    expected: [],
  },
  {
    name: 'an execution score far off is an error',
    budget: { budget: '1286', spent: '1260', rate: '97.98%', score: '10', computed: '9.8' },
    expected: ['error rate-score-wrong - I6'],
  },
  {
    name: 'an execution score typed too low is an error too',
    budget: { score: '9' },
    expected: ['error rate-score-wrong - I6'],
  },
  {
    name: 'an execution score one cent off is a remark',
    budget: { budget: '20', spent: '18.34', rate: '91.7%', score: '9.18', computed: '9.17' },
    expected: ['info rate-score-wrong - I6'],
  },
  {
    name: 'an execution score 0.05 off is still a remark',
    budget: { score: '9.95' },
    expected: ['info rate-score-wrong - I6'],
  },
  {
    name: 'an execution score 0.06 off is an error',
    budget: { score: '9.94' },
    expected: ['error rate-score-wrong - I6'],
  },
  { name: 'a blank execution score is not wrong', budget: { score: '' }, expected: [] },
  {
    name: 'an execution score above its weight',
    budget: { score: '98' },
    expected: ['error rate-score-wrong - I6', 'error score-exceeds-weight - I6'],
  },
  {
    name: 'a budget of 0 is missing',
    budget: { budget: '0', spent: '0', rate: '0%', score: '0', computed: '', parts: [] },
    expected: ['warning budget-missing - E6'],
  },
  {
    name: 'a blank budget is missing',
    budget: { budget: '', spent: '12', rate: '', score: '', computed: '', parts: [] },
    expected: ['warning budget-missing - E6'],
  },
  {
    name: 'a fund block without money or points is not asked for a budget',
    budget: { budget: '', spent: '', rate: '', weight: '', score: '', computed: '', parts: [] },
    expected: ['error weights-sum - G20'],
  },
  {
    name: 'a budget that is an error value is reported once',
    budget: { budget: '#DIV/0!', rate: '', score: '', computed: '', parts: [] },
    expected: ['error error-value - E6'],
  },
];

test.each(rateCases)('$name', ({ budget, expected }) => {
  expect(lines(checkForm(form({ budget, rows: { 12: NO_COST } })).findings)).toEqual(expected);
});

const partCases: readonly (readonly [string, readonly (readonly [string, string])[], boolean])[] = [
  [
    'parts that make the whole are right',
    [
      ['12', '12'],
      ['8', '8'],
    ],
    false,
  ],
  [
    'parts that fall short of the budget are wrong',
    [
      ['12', '12'],
      ['5', '8'],
    ],
    true,
  ],
  [
    'parts that fall short of what was spent are wrong',
    [
      ['12', '12'],
      ['8', '3'],
    ],
    true,
  ],
  [
    'one part that is the whole is enough',
    [
      ['20', '20'],
      ['7', '7'],
    ],
    false,
  ],
  [
    'two breakdowns of the same whole are right',
    [
      ['15', '15'],
      ['5', '5'],
      ['11', '11'],
      ['9', '9'],
    ],
    false,
  ],
  [
    'a part broken down again is right',
    [
      ['12', '12'],
      ['7', '7'],
      ['5', '5'],
      ['8', '8'],
    ],
    false,
  ],
  [
    'blank parts are not compared',
    [
      ['', ''],
      ['', ''],
    ],
    false,
  ],
  [
    'a part of 0 does not stand for a whole',
    [
      ['19', '19'],
      ['0', '0'],
    ],
    true,
  ],
];

test.each(partCases)('%s', (_, amounts, isWrong) => {
  const parts = amounts.map(([budget, spent], index) => fundRow(7 + index, '其中', budget, spent, ''));
  expect(lines(checkForm(form({ budget: { parts } })).findings)).toEqual(
    isWrong ? ['warning fund-sum - E6'] : [],
  );
});

test('a whole of 0 beside a part with money does not add up', () => {
  const parts = [fundRow(7, '财政拨款', '89.974', '89.974', '100%'), fundRow(8, '其他资金', '0', '0', '0%')];
  const budget = { budget: '0', spent: '0', rate: '0', score: '0', computed: '', parts };
  expect(lines(checkForm(form({ budget })).findings)).toEqual([
    'warning budget-missing - E6',
    'warning fund-sum - E6',
  ]);
});

test('many parts that make no whole are judged in no time', () => {
  const parts = Array.from({ length: 60 }, (_, index) =>
    fundRow(7 + index, '其中', `${index + 1}.5`, '', ''),
  );
  expect(checkForm(form({ budget: { parts } })).findings).toEqual([]);
});

test('a reason for the whole form explains a low rate', () => {
  const budget = { budget: '20', spent: '15', rate: '75%', score: '7.5', computed: '7.5' };
  const facts = { formReason: { cell: 'A21', text: '部分工程款跨年支付' } };
  expect(checkForm(form({ budget, rows: { 12: NO_COST }, facts })).findings).toEqual([]);
});

test('a wrong rate says what it should be at the places printed, and exactly', () => {
  const budget = { budget: '12.33', spent: '11.99', rate: '96.5%', score: '9.72', computed: '9.72' };
  const [finding] = checkForm(form({ budget, rows: { 12: NO_COST } })).findings;
  expect(finding?.params).toEqual({
    name: '年度资金总额',
    printed: '96.5%',
    expected: '97.2%',
    exact: '97.24%',
    budget: '12.33',
    spent: '11.99',
  });
});

test('parts written out in words are no unreadable numbers, a garbled amount is one', () => {
  const parts = [fundRow(7, '其中', '!按支出性质分：', '!其中：基本支出：12万元、项目支出：8万元', '')];
  expect(checkForm(form({ budget: { parts } })).findings).toEqual([]);
  const garbled = [fundRow(7, '其中', '!20 20', '20', '')];
  expect(lines(checkForm(form({ budget: { parts: garbled } })).findings)).toEqual([
    'error unreadable-number - E7',
  ]);
});
