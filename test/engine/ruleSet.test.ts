import { Decimal } from '../../src/engine/decimal';
import { guessRuleSet } from '../../src/engine/guessRuleSet';
import { parseRuleSet } from '../../src/engine/ruleSets/readRuleSet';
import { findRuleSet, RULE_SETS } from '../../src/engine/ruleSets/shippedRuleSets';
import mof2020 from '../../src/engine/ruleSets/mof-2020.json';
import { form, judged, summaryTable, type FormChange, type RowChange } from './checks/buildFacts';

test('six rule sets are shipped and found by their ids', () => {
  expect(RULE_SETS.map(({ id }) => id)).toEqual([
    'mof-2020',
    'mof-2021',
    'wuhan',
    'legacy-2017',
    'sichuan',
    'platform',
  ]);
  expect(RULE_SETS.map(({ id }) => findRuleSet(id)?.id)).toEqual(RULE_SETS.map(({ id }) => id));
  expect(findRuleSet('mof-1999')).toBeNull();
});

test.each(RULE_SETS.map((rules) => [rules.id, rules] as const))('%s makes 100 points', (_, rules) => {
  if (rules.level1Weights === null) return;
  const points = [...rules.level1Weights.values()].reduce((total, weight) => total.plus(weight));
  expect(points.plus(rules.executionWeights[0] ?? 0).toString()).toBe('100');
});

test.each([
  ['mof-2020', '0.8', '0.6'],
  ['mof-2021', '0.8', '0.6'],
  ['wuhan', '0.8', '0.5'],
  ['legacy-2017', '0.8', '0.5'],
  ['sichuan', '0.8', '0.6'],
  ['platform', '0.8', '0.6'],
])('the bands of %s begin at %s and %s', (id, first, second) => {
  expect(findRuleSet(id)?.bands.map(String)).toEqual([first, second]);
});

test('only the platform takes points off and caps the total', () => {
  const strict = RULE_SETS.filter(
    ({ overachieved, executionCaps }) => !overachieved.deduct.isZero() || executionCaps.length > 0,
  );
  expect(strict.map(({ id }) => id)).toEqual(['platform']);
  expect(strict[0]?.overachieved.deduct.toString()).toBe('2');
});

const flaws: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
  ['a text for a number', { reasonBelowRate: 'ninety' }, 'reasonBelowRate', 'not-a-number'],
  ['a rate in percent', { reasonBelowRate: '90' }, 'reasonBelowRate', 'out-of-range'],
  ['a number in exponent form', { rateScoreTolerance: '5e-2' }, 'rateScoreTolerance', 'not-a-number'],
  ['places that are no whole number', { decimals: 1.5 }, 'decimals', 'not-a-number'],
  ['too many places', { decimals: 9 }, 'decimals', 'out-of-range'],
  ['a misspelt field', { desimals: 2 }, 'desimals', 'unknown-field'],
  ['one band', { bands: ['0.8'] }, 'bands', 'missing'],
  ['three bands', { bands: ['0.8', '0.6', '0.4'] }, 'bands', 'unknown-field'],
  ['bands upside down', { bands: ['0.6', '0.8'] }, 'bands', 'wrong-order'],
  ['a band of words', { bands: ['0.8', 'half'] }, 'bands[1]', 'not-a-number'],
  ['weights that are no list', { executionWeights: '10' }, 'executionWeights', 'not-a-list'],
  ['levels that are a list', { level1Weights: ['50'] }, 'level1Weights', 'not-an-object'],
  ['a level without points', { level1Weights: { 产出: null } }, 'level1Weights.产出', 'not-a-number'],
  [
    'a negative deduction',
    { overachieved: { from: '1.3', deduct: '-2' } },
    'overachieved.deduct',
    'out-of-range',
  ],
  [
    'an overachievement below the target',
    { overachieved: { from: '0.3', deduct: '0' } },
    'overachieved.from',
    'out-of-range',
  ],
  ['a cap without its rate', { executionCaps: [{ cap: '89' }] }, 'executionCaps[0].below', 'missing'],
  [
    'grades from the worst up',
    {
      grades: [
        { word: '差', from: 0 },
        { word: '优', from: 90 },
      ],
    },
    'grades[1].from',
    'wrong-order',
  ],
  [
    'two grades from the same points',
    {
      grades: [
        { word: '优', from: 0 },
        { word: '良', from: 0 },
      ],
    },
    'grades[1].from',
    'wrong-order',
  ],
  ['totals without a grade', { grades: [{ word: '优', from: 90 }] }, 'grades[0].from', 'out-of-range'],
  ['an empty name', { name: ' ' }, 'name', 'not-text'],
  ['a name in no language', { name: {} }, 'name', 'missing'],
  ['a word for yes', { satisfactionExpected: 'yes' }, 'satisfactionExpected', 'not-yes-or-no'],
  ['an empty reason that is a number', { emptyReasons: ['无', 0] }, 'emptyReasons[1]', 'not-text'],
];

test.each(flaws)('a rule set with %s is refused by field', (_, change, field, code) => {
  expect(parseRuleSet({ ...mof2020, ...change })).toMatchObject({ ok: false, problem: { field, code } });
});

test.each(Object.keys(mof2020))('a rule set without %s is refused', (field) => {
  const rest = Object.fromEntries(Object.entries(mof2020).filter(([name]) => name !== field));
  expect(parseRuleSet(rest)).toEqual({ ok: false, problem: { field, code: 'missing', found: 'null' } });
});

test.each([null, 7, 'mof-2020', [mof2020], undefined])('%p is no rule set', (json) => {
  expect(parseRuleSet(json)).toMatchObject({ ok: false, problem: { field: '', code: 'not-an-object' } });
});

test.each([
  ['a reason asked for below 100%', { reasonBelowRate: '1' }],
  ['a reason never asked for', { reasonBelowRate: '0' }],
  ['two bands that begin together', { bands: ['0.8', '0.8'] }],
  ['no deduction', { overachieved: { from: '1', deduct: '0' } }],
])('a rule set with %s is accepted', (_, change) => {
  expect(parseRuleSet({ ...mof2020, ...change })).toMatchObject({ ok: true });
});

test('a rule set may be written with numbers, one name and free levels', () => {
  const parsed = parseRuleSet({
    ...mof2020,
    name: '本市',
    bands: [0.8, 0.5],
    level1Weights: null,
    grades: [],
  });
  expect(parsed).toMatchObject({
    ok: true,
    rules: { name: { 'zh-CN': '本市', 'en-US': '本市' }, level1Weights: null },
  });
  expect(parsed.ok && parsed.rules.bands.map(String)).toEqual(['0.8', '0.5']);
});

function weighing(level1: string, weight: string): RowChange {
  return { level1, weight, score: weight, outcome: judged() };
}

const GOAL = { number: 1, title: '年度目标1', cell: 'A9', points: new Decimal(15) };
const guesses: readonly (readonly [string, FormChange, string])[] = [
  ['a project form of the usual weights', {}, 'mof-2020'],
  ['a project form without goals and an execution of 20', { budget: { weight: '20' } }, 'mof-2020'],
  [
    'goals and an execution of 20',
    { budget: { weight: '20' }, facts: { goals: [{ ...GOAL, points: null }] } },
    'wuhan',
  ],
  ['a department with points for each goal', { facts: { kind: 'department', goals: [GOAL] } }, 'wuhan'],
  [
    'a department without points for its goals',
    { facts: { kind: 'department', goals: [{ ...GOAL, points: null }] } },
    'mof-2020',
  ],
  ['a project with points for each goal and an execution of 10', { facts: { goals: [GOAL] } }, 'mof-2020'],
  [
    'a first level for the cost',
    {
      rows: {
        10: weighing('产出指标', '20'),
        12: weighing('成本指标', '20'),
        13: weighing('效益指标', '20'),
      },
    },
    'mof-2021',
  ],
  [
    'a first level for the cost whose points stand in its label',
    {
      everyRow: { weight: '' },
      facts: {
        groups: [
          { level: 1, label: '成本指标(20分)', cell: 'B10', points: new Decimal(20), rows: [10] },
          { level: 1, label: '产出指标(40分)', cell: 'B11', points: new Decimal(40), rows: [11] },
        ],
      },
    },
    'mof-2021',
  ],
  ['a first level for the cost with other points', { rows: { 12: weighing('成本指标', '10') } }, 'mof-2020'],
];

test.each(guesses)('%s', (_, change, id) => {
  expect(guessRuleSet(form(change).facts).id).toBe(id);
});

test('a summary table shows no rule set of its own', () => {
  expect(guessRuleSet(summaryTable([], null)).id).toBe('mof-2020');
});
