import { checkForm } from '../../../src/engine/checks/checkForm';
import { Decimal } from '../../../src/engine/decimal';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import {
  compared,
  form,
  judged,
  lines,
  noActual,
  numberCell,
  type FormChange,
  type RowChange,
} from './buildFacts';

interface Case {
  readonly name: string;
  readonly change: FormChange;
  readonly expected: readonly string[];
}

const MISSED = compared('at-least', '≥50人', '40人', '16');
const REASON = '疫情期间未能组织线下培训';

/** Two of five rows have an actual. */
const HARDLY: Readonly<Record<number, RowChange>> = {
  10: { actual: '52人', score: '20', outcome: compared('at-least', '50', '52', '20') },
  14: { actual: '92%', score: '10', outcome: compared('at-least', '90', '92', '10') },
};
const FREE = findRuleSet('sichuan') ?? MOF_2020;

const cases: readonly Case[] = [
  {
    name: 'a score above its weight',
    change: { rows: { 13: { score: '31' } } },
    expected: ['error score-exceeds-weight 13 H13'],
  },
  {
    name: 'a negative score',
    change: { rows: { 13: { score: '-1', reason: REASON } } },
    expected: ['error score-negative 13 H13', 'info score-below-rule 13 H13'],
  },
  {
    name: 'a merged score above the weights of its rows together',
    change: { rows: { 10: { score: '41' }, 11: { sharesScore: true, score: '' } } },
    expected: ['error score-exceeds-weight 10 H10'],
  },
  {
    name: 'a merged score that both rows earn',
    change: { rows: { 10: { score: '40' }, 11: { sharesScore: true, score: '' } } },
    expected: [],
  },
  {
    name: 'a missed target with full points is above the rule',
    change: { rows: { 10: { actual: '40人', outcome: MISSED } } },
    expected: ['error score-above-rule 10 H10', 'warning target-missed 10 F10'],
  },
  {
    name: 'a missed target with the points of the rule is only missed',
    change: { rows: { 10: { actual: '40人', score: '16', reason: REASON, outcome: MISSED } } },
    expected: ['warning target-missed 10 F10'],
  },
  {
    name: 'a missed target with fewer points than the rule gives is below it',
    change: { rows: { 10: { actual: '40人', score: '12', reason: REASON, outcome: MISSED } } },
    expected: ['warning target-missed 10 F10', 'info score-below-rule 10 H10'],
  },
  {
    name: 'points taken off a met target are a remark, not an error',
    change: { rows: { 13: { score: '29', reason: REASON } } },
    expected: ['info score-below-rule 13 H13'],
  },
  {
    name: 'a row scored by a person is held against no rule',
    change: { rows: { 13: { score: '25', reason: REASON, outcome: judged() } } },
    expected: [],
  },
  {
    name: 'a row that nobody and nothing scores lacks a score',
    change: { rows: { 13: { score: '', outcome: judged() } } },
    expected: ['warning score-missing 13 H13'],
  },
  {
    name: 'a blank score that is computed is not missing',
    change: { rows: { 13: { score: '' } } },
    expected: [],
  },
  {
    name: 'a form without a score column lacks no score',
    change: { everyRow: { hasScoreColumn: false, score: '', outcome: judged() }, total: { score: '' } },
    expected: [],
  },
  {
    name: 'an error value in place of a score is neither missing nor unexplained',
    change: { rows: { 13: { score: '#DIV/0!', outcome: judged() } } },
    expected: ['error error-value 13 H13'],
  },
  {
    name: 'a judged block above its points',
    change: {
      facts: {
        judgedBlocks: [
          { row: 8, name: '资金管理', weight: numberCell('G8', '10'), score: numberCell('H8', '11') },
        ],
      },
      budget: { weight: '', score: '', computed: '' },
    },
    expected: ['error score-exceeds-weight 8 H8'],
  },
  {
    name: 'rows without weights above the points of their level',
    change: {
      everyRow: { weight: '', outcome: judged() },
      facts: {
        groups: [
          { level: 1, label: '产出指标(49分)', cell: 'B10', points: new Decimal(49), rows: [10, 11, 12] },
        ],
      },
    },
    expected: ['error score-exceeds-weight - B10'],
  },
  {
    name: 'rows without weights within the points of their goal',
    change: {
      everyRow: { weight: '', goal: 1, outcome: judged() },
      facts: { goals: [{ number: 1, title: '年度目标1(90分)', cell: 'A9', points: new Decimal(90) }] },
    },
    expected: [],
  },
  {
    name: 'rows without weights above the points of their goal',
    change: {
      everyRow: { weight: '', goal: 1, outcome: judged() },
      facts: { goals: [{ number: 1, title: '年度目标1(80分)', cell: 'A9', points: new Decimal(80) }] },
    },
    expected: ['error score-exceeds-weight - A9'],
  },
  {
    name: 'a score without an actual',
    change: { rows: { 13: { actual: '', outcome: noActual() } } },
    expected: ['error actual-missing 13 F13'],
  },
  {
    name: 'a score beside a dash in place of an actual',
    change: { rows: { 13: { actual: '—', outcome: judged('not-given') } } },
    expected: ['error actual-missing 13 F13'],
  },
  {
    name: 'a dash on both sides is not applicable',
    change: { rows: { 13: { target: '—', actual: '—', outcome: judged('no-target') } } },
    expected: [],
  },
  {
    name: 'a row left out of a form that is filled in',
    change: { rows: { 13: { actual: '', score: '', outcome: noActual() } } },
    expected: ['warning actual-missing 13 F13', 'warning score-missing 13 H13'],
  },
  {
    name: 'a form that is hardly filled in is not asked for every actual',
    change: { everyRow: { actual: '', score: '', outcome: noActual() }, rows: HARDLY, total: { score: '' } },
    expected: [11, 12, 13].map((row) => `warning score-missing ${row} H${row}`),
  },
  {
    name: 'a row without any points lacks no score',
    change: {
      rows: {
        10: { weight: '0', score: '', outcome: judged() },
        13: { weight: '50', score: '50', outcome: judged() },
      },
      rules: FREE,
    },
    expected: [],
  },
  {
    name: 'a form without a column for actuals lacks none',
    change: { everyRow: { actual: '', hasActualColumn: false, outcome: judged() } },
    expected: [],
  },
];

test.each(cases)('$name', ({ change, expected }) => {
  expect(lines(checkForm(form(change)).findings)).toEqual(expected);
});

test('a score above the rule says what the rule gives', () => {
  const [finding] = checkForm(form({ rows: { 10: { actual: '40人', outcome: MISSED } } })).findings;
  expect(finding?.params).toEqual({
    name: '培训人数',
    score: '20',
    computed: '16',
    weight: '20',
    target: '≥50人',
    actual: '40人',
  });
});

test('error values in cells without an address are reported one by one', () => {
  const noCell = { hasScoreColumn: false, score: '#REF!' };
  expect(lines(checkForm(form({ rows: { 12: noCell, 13: noCell } })).findings)).toEqual([
    'error error-value 12 -',
    'error error-value 13 -',
  ]);
});

test('a form half of which has actuals is asked for the others', () => {
  const half = form({
    everyRow: { actual: '', score: '', outcome: noActual() },
    rows: HARDLY,
    total: { score: '' },
    facts: { indicators: [] },
  });
  const all = form({ everyRow: { actual: '', score: '', outcome: noActual() }, rows: HARDLY }).facts;
  const indicators = all.indicators.filter(({ row }) => row !== 13);
  const rows = indicators.map((facts) => ({ facts, outcome: noActual() }));
  const found = checkForm({ ...half, rows, facts: { ...half.facts, indicators } }).findings;
  expect(found.filter(({ code }) => code === 'actual-missing').map(({ row }) => row)).toEqual([11, 12]);
});
