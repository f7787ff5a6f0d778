import { checkForm } from '../../../src/engine/checks/checkForm';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { compared, form, judged, lines, numberCell, type FormChange } from './buildFacts';

const PLATFORM = findRuleSet('platform') ?? MOF_2020;

interface Case {
  readonly name: string;
  readonly change: FormChange;
  readonly expected: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a total above the sum is wrong',
    change: { total: { score: '98' } },
    expected: ['error total-wrong - H20'],
  },
  {
    name: 'a total that is off by one cent is wrong',
    change: { total: { score: '99.99' } },
    expected: ['error total-wrong - H20'],
  },
  {
    name: 'the binary noise of a formula is no difference',
    change: { total: { score: '100.00000000000001' } },
    expected: [],
  },
  { name: 'a blank total is not wrong', change: { total: { score: '' } }, expected: [] },
  {
    name: 'a total of two numbers is unreadable, and nothing else is said of it',
    change: { total: { score: '!94.67 999994.67' } },
    expected: ['error unreadable-number - H20'],
  },
  {
    name: 'a total out of which a number can be made is still only unreadable',
    change: { total: { score: '!!64 分分', grade: '优' } },
    expected: ['error unreadable-number - H20'],
  },
  {
    name: 'an unreadable subtotal is only unreadable',
    change: {
      facts: {
        subtotals: [
          {
            row: 15,
            weight: numberCell('G15', '50'),
            score: numberCell('H15', '!!48 分分'),
            rows: [10, 11, 12],
          },
        ],
      },
    },
    expected: ['error unreadable-number - H15'],
  },
  {
    name: 'an unreadable score counts with the number made out of it',
    change: { rows: { 13: { score: '!!30 分分' } }, total: { score: '100' } },
    expected: ['error unreadable-number 13 H13'],
  },
  {
    name: 'a total that is an error value is reported as such',
    change: { total: { score: '#REF!' } },
    expected: ['error error-value - H20'],
  },
  {
    name: 'a blank score counts as nothing in the total',
    change: { rows: { 10: { score: '' } }, total: { score: '100' } },
    expected: ['error total-wrong - H20'],
  },
  {
    name: 'a score merged over two rows counts once',
    change: {
      rows: { 10: { score: '40' }, 11: { sharesScore: true, score: '40' } },
      total: { score: '100' },
    },
    expected: [],
  },
  {
    name: 'a judged block counts in the total and in the weights',
    change: {
      budget: { weight: '', score: '', computed: '' },
      facts: {
        judgedBlocks: [
          { row: 8, name: '资金管理', weight: numberCell('G8', '10'), score: numberCell('H8', '9') },
        ],
      },
      total: { score: '99' },
    },
    expected: [],
  },
  {
    name: 'weights that make 90 are wrong, at the weight of the total row',
    change: { rows: { 13: { weight: '20', score: '20', outcome: compared('at-least', '5', '5', '20') } } },
    expected: ['error weights-sum - G20', 'warning level-weights - G13'],
  },
  {
    name: 'without a total row there is no cell for the sum of weights',
    change: { budget: null, total: null },
    expected: ['error weights-sum - -'],
  },
  {
    name: 'rows without any weight have no sum of weights',
    change: {
      everyRow: { weight: '', outcome: judged() },
      total: { weight: '' },
    },
    expected: [],
  },
  {
    name: 'a grade that is not that of the total is wrong',
    change: { rows: { 13: { score: '14.47', reason: '活动因故推迟到下一年度' } }, total: { grade: '优' } },
    expected: ['error grade-wrong - J20', 'info score-below-rule 13 H13'],
  },
  {
    name: 'a total of exactly 90 is 优',
    change: {
      rows: { 13: { score: '20', reason: '活动因故推迟到下一年度', outcome: judged() } },
      total: { grade: '优' },
    },
    expected: [],
  },
  {
    name: 'a total just below 90 is not 优',
    change: {
      rows: { 13: { score: '19.99', reason: '活动因故推迟到下一年度', outcome: judged() } },
      total: { grade: '优' },
    },
    expected: ['error grade-wrong - J20'],
  },
  {
    name: 'a word that is no grade is not judged',
    change: { total: { grade: '已审核' } },
    expected: [],
  },
  {
    name: 'a subtotal that is not the sum of its rows is wrong',
    change: {
      facts: {
        subtotals: [
          { row: 15, weight: numberCell('G15', '50'), score: numberCell('H15', '48'), rows: [10, 11, 12] },
        ],
      },
    },
    expected: ['error total-wrong - H15'],
  },
  {
    name: 'a subtotal that is the sum of its rows is right',
    change: {
      facts: {
        subtotals: [
          { row: 15, weight: numberCell('G15', '50'), score: numberCell('H15', '50'), rows: [10, 11, 12] },
        ],
      },
    },
    expected: [],
  },
  {
    name: 'a rule set that caps the total asks for the capped total',
    change: {
      rules: PLATFORM,
      budget: {
        budget: '20',
        spent: '15',
        rate: '75%',
        score: '7.5',
        computed: '7.5',
        reason: '项目跨年实施，尾款未付',
      },
      rows: { 12: { actual: '15万元', outcome: compared('at-most', '≤20万元', '15万元', '10', 10000) } },
      total: { score: '97.5' },
    },
    expected: ['error total-wrong - H20'],
  },
  {
    name: 'a capped total is right where the rule set caps it',
    change: {
      rules: PLATFORM,
      budget: {
        budget: '20',
        spent: '15',
        rate: '75%',
        score: '7.5',
        computed: '7.5',
        reason: '项目跨年实施，尾款未付',
      },
      rows: { 12: { actual: '15万元', outcome: compared('at-most', '≤20万元', '15万元', '10', 10000) } },
      total: { score: '89' },
    },
    expected: [],
  },
];

test.each(cases)('$name', ({ change, expected }) => {
  expect(lines(checkForm(form(change)).findings)).toEqual(expected);
});

test('a wrong total says what is printed and what the scores add up to', () => {
  const [finding] = checkForm(form({ total: { score: '98' } })).findings;
  expect(finding?.params).toEqual({ variant: 'sum', printed: '98', expected: '100', sum: '100' });
});

test('a wrong sum of weights says what the total row prints', () => {
  const [finding] = checkForm(
    form({ rows: { 13: { weight: '10', score: '10' } }, total: { weight: '100' } }),
  ).findings;
  expect(finding?.params).toEqual({ variant: 'printed', sum: '80', expected: '100', printed: '100' });
});
