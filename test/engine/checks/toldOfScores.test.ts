// What findings about scores and their reasons tell: everything that their sentences are filled with.
import { checkForm } from '../../../src/engine/checks/checkForm';
import { Decimal } from '../../../src/engine/decimal';
import { compared, form, judged, numberCell, sameText, told, type ToldCase } from './buildFacts';

const MISSED = compared('at-least', '≥50人', '40人', '16');
const points = (value: number) => new Decimal(value);

const SCORES: readonly ToldCase[] = [
  {
    code: 'score-exceeds-weight',
    name: 'a row',
    change: { rows: { 13: { score: '31' } } },
    expected: [['error 13 H13', { variant: 'row', name: '就业能力', score: '31', weight: '30' }]],
  },
  {
    code: 'score-exceeds-weight',
    name: 'the execution',
    change: { budget: { score: '11' } },
    expected: [['error - I6', { variant: 'execution', name: '年度资金总额', score: '11', weight: '10' }]],
  },
  {
    code: 'score-exceeds-weight',
    name: 'a judged block',
    change: {
      facts: {
        judgedBlocks: [
          { row: 8, name: '资金管理', weight: numberCell('G8', '10'), score: numberCell('H8', '11') },
        ],
      },
    },
    expected: [['error 8 H8', { variant: 'block', name: '资金管理', score: '11', weight: '10' }]],
  },
  {
    code: 'score-exceeds-weight',
    name: 'a level and a goal whose rows have no weights',
    change: {
      everyRow: { weight: '', goal: 1, outcome: judged() },
      facts: {
        goals: [{ number: 1, title: ' 年度目标1（89分）', cell: 'A9', points: points(89) }],
        groups: [{ level: 1, label: '产出指标(49分) ', cell: 'B10', points: points(49), rows: [10, 11, 12] }],
      },
    },
    expected: [
      ['error - A9', { variant: 'goal', name: '年度目标1（89分）', score: '90', weight: '89' }],
      ['error - B10', { variant: 'group', name: '产出指标(49分)', score: '50', weight: '49' }],
    ],
  },
  {
    code: 'score-negative',
    name: 'a row',
    change: { rows: { 13: { score: '-1' } } },
    expected: [['error 13 H13', { variant: 'row', name: '就业能力', score: '-1' }]],
  },
  {
    code: 'score-above-rule',
    name: 'the score, the rule’s and what they come from',
    change: { rows: { 10: { target: ' ≥50人', actual: '40人 ', outcome: MISSED } } },
    expected: [
      [
        'error 10 H10',
        { name: '培训人数', score: '20', computed: '16', weight: '20', target: '≥50人', actual: '40人' },
      ],
    ],
  },
  {
    code: 'score-below-rule',
    name: 'a met row',
    change: { rows: { 13: { score: '29' } } },
    expected: [
      [
        'info 13 H13',
        {
          variant: 'met',
          name: '就业能力',
          score: '29',
          computed: '30',
          weight: '30',
          target: '持续提升',
          actual: '持续提升',
        },
      ],
    ],
  },
  {
    code: 'score-below-rule',
    name: 'a missed row',
    change: { rows: { 10: { actual: '40人', score: '15', outcome: MISSED } } },
    expected: [
      [
        'info 10 H10',
        {
          variant: 'missed',
          name: '培训人数',
          score: '15',
          computed: '16',
          weight: '20',
          target: '≥50人',
          actual: '40人',
        },
      ],
    ],
  },
  {
    code: 'score-below-rule',
    name: 'nothing, where one of two rows of a merged score is not compared',
    change: { rows: { 10: { score: '39' }, 11: { sharesScore: true, score: '', outcome: judged() } } },
    expected: [],
  },
  {
    code: 'score-below-rule',
    name: 'a merged score, where one of its rows is missed',
    change: {
      rows: { 10: { score: '30' }, 11: { sharesScore: true, score: '', outcome: { ...MISSED } } },
    },
    expected: [
      [
        'info 10 H10',
        {
          variant: 'missed',
          name: '培训人数',
          score: '30',
          computed: '36',
          weight: '40',
          target: '≥50人',
          actual: '52人',
        },
      ],
    ],
  },
  {
    code: 'score-missing',
    name: 'the row and what it could earn',
    change: { rows: { 13: { score: '', outcome: judged() } } },
    expected: [['warning 13 H13', { name: '就业能力', weight: '30' }]],
  },
  {
    code: 'score-missing',
    name: 'a dash in place of a score',
    change: { rows: { 13: { score: '—', outcome: judged() } } },
    expected: [['warning 13 H13', { name: '就业能力', weight: '30' }]],
  },
  {
    code: 'score-missing',
    name: 'nothing, where the row has no weight or one of 0',
    change: {
      rows: {
        13: { score: '', weight: '', outcome: judged() },
        14: { score: '', weight: '0', outcome: judged() },
      },
    },
    expected: [],
  },
  {
    code: 'reason-missing',
    name: 'a blank reason',
    change: { rows: { 13: { score: '29', reason: '  ' } } },
    expected: [
      [
        'warning 13 I13',
        { variant: 'blank', name: '就业能力', score: '29', weight: '30', reason: '', fewest: '8' },
      ],
    ],
  },
  {
    code: 'reason-missing',
    name: 'a short one',
    change: { rows: { 13: { score: '29', reason: ' 疫情 ' } } },
    expected: [
      [
        'warning 13 I13',
        { variant: 'short', name: '就业能力', score: '29', weight: '30', reason: '疫情', fewest: '8' },
      ],
    ],
  },
  {
    code: 'reason-missing',
    name: 'points that the rule takes off, where the score is blank or a dash',
    change: {
      rows: {
        10: { score: '', outcome: MISSED },
        11: { score: '—', outcome: MISSED },
        14: { score: '#REF!', outcome: { ...MISSED, computed: points(5) } },
      },
    },
    expected: [
      [
        'warning 10 I10',
        { variant: 'blank', name: '培训人数', score: '16', weight: '20', reason: '', fewest: '8' },
      ],
      [
        'warning 11 I11',
        { variant: 'blank', name: '培训合格率', score: '16', weight: '20', reason: '', fewest: '8' },
      ],
    ],
  },
  {
    code: 'reason-missing',
    name: 'the one reason of a form, with the rows that need it',
    change: {
      everyRow: { reason: null },
      rows: { 10: { score: '19' }, 13: { score: '29' } },
      facts: { formReason: { cell: 'A21', text: ' 无 ' } },
    },
    expected: [
      [
        'warning - A21',
        { variant: 'form', name: '培训人数、就业能力', count: '2', reason: '无', fewest: '8' },
      ],
    ],
  },
];

test.each(SCORES)('$code: $name', ({ code, change, expected }) => {
  expect(told(checkForm(form(change)).findings, code)).toEqual(expected);
});

test('a row that repeats its target earns no remark', () => {
  expect(checkForm(form({ rows: { 10: { outcome: sameText('20') } } })).findings).toEqual([]);
});
