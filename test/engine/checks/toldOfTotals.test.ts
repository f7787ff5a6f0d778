// What findings about the fund block and the totals tell: everything that their sentences are filled with.
import { checkForm } from '../../../src/engine/checks/checkForm';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { compared, form, fundRow, numberCell, told, type FormChange, type ToldCase } from './buildFacts';

const PLATFORM = findRuleSet('platform') ?? MOF_2020;
const REASON = '部分工程款要跨年支付';

const FUND: readonly ToldCase[] = [
  {
    code: 'rate-wrong',
    name: 'the rate at the places printed and the exact one',
    change: {
      budget: {
        budget: '4753.66',
        spent: '3824.26',
        rate: ' 100% ',
        score: '8.04',
        computed: '8.04',
        parts: [],
      },
    },
    expected: [
      [
        'error - H6',
        {
          name: '年度资金总额',
          printed: '100%',
          expected: '80%',
          exact: '80.45%',
          budget: '4753.66',
          spent: '3824.26',
        },
      ],
    ],
  },
  {
    code: 'rate-wrong',
    name: 'the part whose rate is wrong by more than its last digit',
    change: {
      budget: {
        parts: [
          fundRow(7, '财政拨款', '10000', '9000', '90.05%'),
          fundRow(8, ' 其他资金 ', '10000', '9000', '90.06%'),
          fundRow(9, '自筹', '10000', '', '90.06%'),
        ],
      },
    },
    expected: [
      [
        'error - H8',
        {
          name: '其他资金',
          printed: '90.06%',
          expected: '90.00%',
          exact: '90.00%',
          budget: '10000',
          spent: '9000',
        },
      ],
    ],
  },
  {
    code: 'rate-low',
    name: 'the rate and the least that needs no reason',
    change: { budget: { spent: '17.9', rate: '89.50%', score: '8.95', computed: '8.95', parts: [] } },
    expected: [['warning - H6', { rate: '89.50%', budget: '20', spent: '17.9', below: '90%' }]],
  },
  {
    code: 'rate-over-100',
    name: 'more spent than budgeted',
    change: { budget: { spent: '22', rate: '110.00%', parts: [] } },
    expected: [['warning - H6', { rate: '110.00%', budget: '20', spent: '22' }]],
  },
  {
    code: 'rate-score-wrong',
    name: 'what the execution earns',
    change: { budget: { score: '9' } },
    expected: [['error - I6', { printed: '9', expected: '10', weight: '10', rate: '100.00%' }]],
  },
  {
    code: 'rate-score-wrong',
    name: 'a difference of five hundredths is a remark',
    change: { budget: { score: '9.95' } },
    expected: [['info - I6', { printed: '9.95', expected: '10', weight: '10', rate: '100.00%' }]],
  },
  {
    code: 'rate-score-wrong',
    name: 'no weight is told where the form has none',
    change: { budget: { score: '9.94', weight: '' } },
    expected: [['error - I6', { printed: '9.94', expected: '10', weight: '', rate: '100.00%' }]],
  },
  {
    code: 'rate-score-wrong',
    name: 'nothing, when nothing is computed or the rate is not known',
    change: { budget: { score: '9', computed: '' } },
    expected: [],
  },
  {
    code: 'rate-score-wrong',
    name: 'nothing, when the rate is not known',
    change: { budget: { score: '9', budget: '', rate: '', parts: [] } },
    expected: [],
  },
  {
    code: 'budget-missing',
    name: 'a blank budget',
    change: { budget: { budget: '', rate: '', computed: '', parts: [] } },
    expected: [['warning - E6', { variant: 'blank', name: '年度资金总额' }]],
  },
  {
    code: 'budget-missing',
    name: 'a budget of 0',
    change: { budget: { budget: '0', rate: '', computed: '', parts: [] } },
    expected: [['warning - E6', { variant: 'zero', name: '年度资金总额' }]],
  },
  {
    code: 'budget-missing',
    name: 'a budget that stands in a part only',
    change: {
      budget: {
        budget: '',
        spent: '',
        rate: '',
        score: '',
        weight: '',
        computed: '',
        parts: [fundRow(7, '财政拨款', '5', '', '')],
      },
    },
    expected: [['warning - E6', { variant: 'blank', name: '年度资金总额' }]],
  },
  {
    code: 'budget-missing',
    name: 'spending that stands in a part only',
    change: {
      budget: {
        budget: '',
        spent: '',
        rate: '',
        score: '',
        weight: '',
        computed: '',
        parts: [fundRow(7, '财政拨款', '', '5', '')],
      },
    },
    expected: [['warning - E6', { variant: 'blank', name: '年度资金总额' }]],
  },
  {
    code: 'budget-missing',
    name: 'nothing, where the budget cannot be read',
    change: { budget: { budget: '!二十', rate: '', computed: '', parts: [] } },
    expected: [],
  },
  {
    code: 'budget-missing',
    name: 'nothing, where the budget is an error',
    change: { budget: { budget: '#REF!', rate: '', computed: '', parts: [] } },
    expected: [],
  },
  {
    code: 'fund-sum',
    name: 'the first column that does not add up',
    change: { budget: { parts: [fundRow(7, '甲', '12', '12', ''), fundRow(8, '乙', '7', '7', '')] } },
    expected: [['warning - E6', { variant: 'budget', total: '20', sum: '19', difference: '1' }]],
  },
  {
    code: 'fund-sum',
    name: 'what was spent, where the budgets add up',
    change: { budget: { parts: [fundRow(7, '甲', '12', '15', ''), fundRow(8, '乙', '8', '8', '')] } },
    expected: [['warning - E6', { variant: 'spent', total: '20', sum: '23', difference: '3' }]],
  },
  {
    code: 'fund-sum',
    name: 'fourteen parts are still judged',
    change: {
      budget: { parts: Array.from({ length: 14 }, (_, index) => fundRow(30 + index, '甲', '1.1', '', '')) },
    },
    expected: [['warning - E6', { variant: 'budget', total: '20', sum: '15.4', difference: '4.6' }]],
  },
  {
    code: 'fund-sum',
    name: 'fifteen are not',
    change: {
      budget: { parts: Array.from({ length: 15 }, (_, index) => fundRow(30 + index, '甲', '1.1', '', '')) },
    },
    expected: [],
  },
  {
    code: 'cost-vs-budget',
    name: 'the cost and what the fund block says, each as written',
    change: {
      rows: {
        12: {
          target: ' ≤16万元 ',
          actual: ' 15万元 ',
          outcome: compared('at-most', '≤16万元', '15万元', '10', 10000),
        },
      },
      budget: { budget: '20.50', spent: '20.50', parts: [] },
    },
    expected: [
      ['warning 12 F12', { variant: 'spent', name: '项目总成本', cost: '15万元', fund: '20.5万元' }],
      ['info 12 E12', { variant: 'budget', name: '项目总成本', cost: '≤16万元', fund: '20.5万元' }],
    ],
  },
];

const TOTALS: readonly ToldCase[] = [
  {
    code: 'total-wrong',
    name: 'the sum of the scores',
    change: { total: { score: '99' } },
    expected: [['error - H20', { variant: 'sum', printed: '99', expected: '100', sum: '100' }]],
  },
  {
    code: 'total-wrong',
    name: 'the sum and the cap of the rule set',
    change: {
      rules: PLATFORM,
      budget: { spent: '15', rate: '75.00%', score: '7.5', computed: '7.5', parts: [] },
      total: { score: '97.5' },
    },
    expected: [['error - H20', { variant: 'cap', printed: '97.5', expected: '89', sum: '97.5' }]],
  },
  {
    code: 'total-wrong',
    name: 'a subtotal that is not the sum of its rows',
    change: {
      facts: {
        subtotals: [
          { row: 15, weight: numberCell('G15', '50'), score: numberCell('H15', '49'), rows: [10, 11, 12] },
          { row: 16, weight: numberCell('G16', '40'), score: numberCell('H16', '40'), rows: [13, 14] },
          { row: 17, weight: numberCell('G17', ''), score: numberCell('H17', ''), rows: [13] },
          { row: 18, weight: numberCell('G18', ''), score: numberCell('H18', '!!5 5'), rows: [13] },
        ],
      },
    },
    expected: [['error - H15', { variant: 'subtotal', printed: '49', expected: '50', sum: '50' }]],
  },
  {
    code: 'weights-sum',
    name: 'the weights, beside what is printed',
    change: { rows: { 13: { weight: '25' } }, total: { weight: '100' } },
    expected: [['error - G20', { variant: 'printed', sum: '95', expected: '100', printed: '100' }]],
  },
  {
    code: 'weights-sum',
    name: 'the weights, where none are printed',
    change: { rows: { 13: { weight: '25' } }, total: { weight: '' } },
    expected: [['error - G20', { variant: 'sum', sum: '95', expected: '100', printed: '' }]],
  },
  {
    code: 'weights-sum',
    name: 'the weights of a form without a total',
    change: { rows: { 13: { weight: '25' } }, total: null },
    expected: [['error - -', { variant: 'sum', sum: '95', expected: '100', printed: '' }]],
  },
  {
    code: 'grade-wrong',
    name: 'the grade that is printed and the right one',
    change: { budget: { score: '9' }, rows: { 13: { score: '10' } }, total: { score: '79', grade: ' 良 ' } },
    expected: [['error - J20', { printed: '良', expected: '中', total: '79', from: '60' }]],
  },
  {
    code: 'grade-wrong',
    name: 'nothing, where the grade is right',
    change: { total: { grade: '优秀' } },
    expected: [],
  },
  {
    code: 'grade-wrong',
    name: 'nothing, where the word is no grade',
    change: { total: { grade: '合格' } },
    expected: [],
  },
  {
    code: 'grade-wrong',
    name: 'nothing, where the total cannot be read',
    change: { total: { score: '!!79 79', grade: '良' } },
    expected: [],
  },
];

test.each([...FUND, ...TOTALS])('$code: $name', ({ code, change, expected }) => {
  expect(told(checkForm(form(change)).findings, code)).toEqual(expected);
});

test('a reason of the form or of the fund block explains a low rate', () => {
  const low = { spent: '17', rate: '85.00%', score: '8.5', computed: '8.5', parts: [] };
  const lines = (change: FormChange) => told(checkForm(form(change)).findings, 'rate-low').length;
  expect(lines({ budget: low })).toBe(1);
  expect(lines({ budget: { ...low, reason: REASON } })).toBe(0);
  expect(lines({ budget: low, facts: { formReason: { cell: 'A21', text: REASON } } })).toBe(0);
  expect(lines({ budget: { ...low, reason: '无' } })).toBe(1);
});
