/** What a summary says of a form, on forms built for the purpose. */
import { Decimal } from '../../../src/engine/decimal';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import type { ScoredForm } from '../../../src/engine/scoreForm';
import type { CategoryLine } from '../../../src/engine/summary/scoreLines';
import { buildSummary, type Summary } from '../../../src/engine/summary/summary';
import { compared, form, judged, noActual, numberCell, type FormChange } from '../checks/buildFacts';

/** The summary of a form on which nothing is written any more. */
function summaryOf(change: FormChange): Summary {
  const scored: ScoredForm = form(change);
  const scores = new Map(scored.facts.indicators.map(({ row, score }) => [row, score.value]));
  return buildSummary(scored, { scores, budgetScore: scored.facts.budget?.score.value ?? null });
}

const shown = (lines: readonly CategoryLine[]): readonly unknown[] =>
  lines.map(({ category, weight, score }) => [
    category.kind === 'goal' ? category.number : 'label' in category ? category.label : category.kind,
    weight?.toNumber() ?? null,
    score?.toNumber() ?? null,
  ]);

test('a form without goals is summed up by its first levels', () => {
  const { score, groups, indicators, unfinished } = summaryOf({});
  expect(shown(score.byGoal)).toEqual([
    ['execution', 10, 10],
    ['产出指标', 50, 50],
    ['效益指标', 30, 30],
    ['满意度指标', 10, 10],
  ]);
  expect(score).toMatchObject({ grade: '优', disagreeing: null });
  expect([score.value?.toNumber(), score.weight?.toNumber()]).toEqual([100, 100]);
  expect(groups.map(({ counts }) => [counts.all, counts.completed])).toEqual([
    [3, 3],
    [1, 1],
    [1, 1],
  ]);
  expect(indicators).toEqual({ all: 5, completed: 5, unfinished: 0, unknown: 0 });
  expect(unfinished).toEqual([]);
});

test('goals are lines of their own, and one first level runs over all of them whatever points its label gives', () => {
  const goals = [1, 2].map((number) => ({ number, title: `目标${number}`, cell: 'A8', points: null }));
  const { score, groups } = summaryOf({
    rows: {
      10: { goal: 1, level1: '产出指标(20分)' },
      11: { goal: 1, level1: '效益指标(20分)' },
      12: { goal: 2, level1: '产出指标（10分）' },
      13: { goal: 2, level1: '产出指标（10分）', score: '25' },
      14: { goal: 2, level1: '(10分)' },
    },
    facts: { kind: 'department', goals },
  });
  expect(shown(score.byGoal)).toEqual([
    ['execution', 10, 10],
    [1, 40, 40],
    [2, 50, 45],
  ]);
  expect(shown(score.byLevel)).toEqual([
    ['execution', 10, 10],
    ['产出指标', 60, 55],
    ['效益指标', 20, 20],
    ['(10分)', 10, 10],
  ]);
  expect(groups.map(({ counts }) => [counts.all, counts.completed, counts.unfinished])).toEqual([
    [2, 2, 0],
    [3, 2, 1],
  ]);
});

test('an unfinished indicator is told with target, actual and reason as they are printed', () => {
  const { unfinished, indicators } = summaryOf({
    rows: {
      10: {
        level1: '产出指标(50分)',
        actual: '30\n人 次',
        score: '12',
        reason: ' 场地\n紧张 ',
        outcome: compared('at-least', '50', '30', '12'),
      },
      11: { actual: '', score: '', reason: '无', outcome: noActual() },
      13: { score: '20', reason: '—', outcome: judged() },
    },
  });
  expect(unfinished).toMatchObject([
    { row: 10, level1: '产出指标', target: '≥50人', actual: '30 人 次', reason: '场地 紧张' },
    { row: 11, actual: '', score: null, reason: null },
    { row: 13, reason: null },
  ]);
  expect(indicators).toEqual({ all: 5, completed: 2, unfinished: 3, unknown: 0 });
});

test('without weights only what misses its target or has no actual is unfinished, and nobody claims the rest', () => {
  const { unfinished, indicators, score } = summaryOf({
    everyRow: { weight: '' },
    rows: {
      10: { outcome: compared('at-least', '50', '30', null) },
      13: { actual: '', outcome: noActual() },
    },
  });
  expect(unfinished.map(({ row }) => row)).toEqual([10, 13]);
  expect(indicators).toEqual({ all: 5, completed: 0, unfinished: 2, unknown: 3 });
  expect(score.weight).toBeNull();
});

test.each([
  ['98', '98'],
  ['!94.67 999994.67', '94.67 999994.67'],
  ['100', null],
  ['100.00分', null],
  ['', null],
  ['—', null],
])('a total that prints %j disagrees: %j', (printed, disagreeing) => {
  expect(summaryOf({ total: { score: printed } }).score.disagreeing).toBe(disagreeing);
});

test('a total that the execution rate caps is less than its lines', () => {
  const { score } = summaryOf({
    rules: findRuleSet('platform') ?? MOF_2020,
    budget: { budget: '100', spent: '65', rate: '65%', score: '6.5', computed: '6.5' },
  });
  expect([score.added?.toNumber(), score.value?.toNumber()]).toEqual([96.5, 79]);
});

test('a grand total in the fund row is not added to itself', () => {
  const { score, execution } = summaryOf({
    rows: { 13: { weight: '40', score: '40' } },
    budget: { weight: '100', score: '98' },
    total: null,
  });
  expect([score.value?.toNumber(), score.weight?.toNumber()]).toEqual([100, 100]);
  expect(execution?.budget?.toNumber()).toBe(20);
  expect(execution).toMatchObject({ weight: null, score: null });
});

test('judged blocks are lines between the execution and the indicators', () => {
  const block = {
    row: 8,
    name: '年度目标完成情况',
    weight: numberCell('G8', '20'),
    score: numberCell('H8', '18'),
  };
  const { score } = summaryOf({ facts: { judgedBlocks: [block] } });
  expect(shown(score.byGoal)).toContainEqual(['年度目标完成情况', 20, 18]);
  expect(score.value).toEqual(new Decimal(118));
});

test('the execution is given in the unit of the form, unrounded', () => {
  const { execution } = summaryOf({ budget: { budget: '30', spent: '20', unit: '1' } });
  expect([execution?.budget, execution?.spent, execution?.unit].map(String)).toEqual(['30', '20', '1']);
  expect(execution?.rate?.toFixed(6)).toBe('0.666667');
});

test('a form on which only the execution is scored has no score', () => {
  const { score } = summaryOf({ everyRow: { score: '' }, total: null });
  expect(score).toMatchObject({ value: null, grade: null, disagreeing: null });
});

test('a form without a fund block, or with one that is not scored, has no line for the execution', () => {
  const bare = summaryOf({ budget: null });
  expect(shown(bare.score.byGoal)[0]).toEqual(['产出指标', 50, 50]);
  expect(bare.execution).toBeNull();
  const unscored = summaryOf({ budget: { weight: '', score: '', computed: '' } });
  expect(unscored.score.byLevel.map(({ category }) => category.kind)).toEqual(['level', 'level', 'level']);
  const unweighted = summaryOf({ budget: { weight: '', score: '8' } });
  expect(shown(unweighted.score.byLevel)[0]).toEqual(['execution', null, 8]);
});

test('a level without weights can earn what its labels say, and no label of several levels', () => {
  const group = (label: string, level: 1 | 2, points: number, ...rows: readonly number[]) => ({
    ...{ level, label, cell: 'B9', points: new Decimal(points), rows },
  });
  const groups = [
    group('产出指标(30分)', 1, 30, 10, 11),
    group('产出指标(20分)', 1, 20, 12),
    group('数量指标(7分)', 2, 7, 10),
    group('指标(90分)', 1, 90, 10, 11, 12, 13, 14),
    group('空(5分)', 1, 5),
    group('效益指标(30分)', 1, 30, 13),
  ];
  const { score } = summaryOf({ everyRow: { weight: '' }, facts: { groups } });
  expect(shown(score.byLevel)).toEqual([
    ['execution', 10, 10],
    ['产出指标', 50, 50],
    ['效益指标', 30, 30],
    ['满意度指标', null, 10],
  ]);
});
