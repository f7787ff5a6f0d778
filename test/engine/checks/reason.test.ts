import { checkForm } from '../../../src/engine/checks/checkForm';
import { compared, form, judged, lines, noActual, type FormChange } from './buildFacts';

interface Case {
  readonly name: string;
  readonly change: FormChange;
  readonly expected: readonly string[];
}

/** Row 13 scored by a person, with 25 of 30 points. */
const LOST = { score: '25', outcome: judged() };
const NO_COLUMN = { reason: null };

const cases: readonly Case[] = [
  {
    name: 'lost points without a word',
    change: { rows: { 13: LOST } },
    expected: ['warning reason-missing 13 I13'],
  },
  {
    name: 'a row without a reason cell is not asked where other rows have one',
    change: { rows: { 12: { score: '8', reason: null, outcome: judged() }, 13: LOST } },
    expected: ['warning reason-missing 13 I13'],
  },
  {
    name: 'lost points with 无',
    change: { rows: { 13: { ...LOST, reason: '无' } } },
    expected: ['warning reason-missing 13 I13'],
  },
  {
    name: 'a reason of seven characters',
    change: { rows: { 13: { ...LOST, reason: '受疫情影响较大' } } },
    expected: ['warning reason-missing 13 I13'],
  },
  {
    name: 'a reason of eight characters',
    change: { rows: { 13: { ...LOST, reason: '受疫情影响比较大' } } },
    expected: [],
  },
  {
    name: 'blanks do not make a reason longer',
    change: { rows: { 13: { ...LOST, reason: '受 疫 情 影 响' } } },
    expected: ['warning reason-missing 13 I13'],
  },
  {
    name: 'a blank score that will be less than the weight',
    change: {
      rows: { 10: { actual: '40人', score: '', outcome: compared('at-least', '≥50人', '40人', '16') } },
    },
    expected: ['warning target-missed 10 F10', 'warning reason-missing 10 I10'],
  },
  {
    name: 'a blank score that nothing computes is not asked for a reason',
    change: { rows: { 13: { actual: '', score: '', outcome: noActual() } } },
    expected: ['warning actual-missing 13 F13', 'warning score-missing 13 H13'],
  },
  {
    name: 'a row without a weight loses nothing',
    change: { rows: { 13: { weight: '', score: '25', outcome: judged() } }, total: { weight: '' } },
    expected: ['error weights-sum - G20'],
  },
  {
    name: 'a merged score below the weights of its rows, asked once',
    change: { rows: { 10: { score: '38', outcome: judged() }, 11: { sharesScore: true, score: '' } } },
    expected: ['warning reason-missing 10 I10'],
  },
  {
    name: 'a reason for the form does not stand in for the reason of a row',
    change: { rows: { 13: LOST }, facts: { formReason: { cell: 'A21', text: '绩效目标编制的科学性不足' } } },
    expected: ['warning reason-missing 13 I13'],
  },
  {
    name: 'without a reason column one reason for the form will do',
    change: {
      everyRow: NO_COLUMN,
      rows: { 13: LOST },
      facts: { formReason: { cell: 'A21', text: '绩效目标编制的科学性不足' } },
    },
    expected: [],
  },
  {
    name: 'without a reason column a blank reason of the form is reported once',
    change: {
      everyRow: NO_COLUMN,
      rows: { 11: { score: '18', outcome: judged() }, 13: LOST },
      facts: { formReason: { cell: 'A21', text: '' } },
    },
    expected: ['warning reason-missing - A21'],
  },
  {
    name: 'a form with neither is not asked',
    change: { everyRow: NO_COLUMN, rows: { 13: LOST } },
    expected: [],
  },
  {
    name: 'a form that lost nothing needs no reason',
    change: { everyRow: NO_COLUMN, facts: { formReason: { cell: 'A21', text: '' } } },
    expected: [],
  },
];

test.each(cases)('$name', ({ change, expected }) => {
  expect(lines(checkForm(form(change)).findings)).toEqual(expected);
});

test('a missing reason says how many points were lost and what stands there', () => {
  const [finding] = checkForm(form({ rows: { 13: { ...LOST, reason: '无' } } })).findings;
  expect(finding?.params).toEqual({
    variant: 'short',
    name: '就业能力',
    score: '25',
    weight: '30',
    reason: '无',
    fewest: '8',
  });
});
