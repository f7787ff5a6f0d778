// A form that is scored again keeps the outcome of every row by which nothing differs, and of no other.
import type { IndicatorRow, ScoredFormFacts } from '../../src/engine/facts';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../src/engine/scoreForm';
import { form, numberCell } from './checks/buildFacts';

const { facts } = form();
const before = scoreForm(facts, MOF_2020);

function changed(change: Partial<IndicatorRow>): ScoredFormFacts {
  return {
    ...facts,
    indicators: facts.indicators.map((row) => (row.row === 10 ? { ...row, ...change } : row)),
  };
}

/** The rows whose outcome was kept. */
function kept(next: ScoredFormFacts, rules = MOF_2020): readonly number[] {
  return scoreForm(next, rules, new Map(), before)
    .rows.filter(({ outcome }) => before.rows.some((row) => row.outcome === outcome))
    .map(({ facts: row }) => row.row);
}

const ALL = [10, 11, 12, 13, 14];
const OTHERS = [11, 12, 13, 14];
const [first] = facts.indicators;
if (!first) throw new Error('no row');
const { target, actual } = first;

test.each<[string, Partial<IndicatorRow>, readonly number[]]>([
  ['nothing', {}, ALL],
  ['a score and a reason', { score: numberCell('H10', '3'), reason: null, label: '别的', goal: 7 }, ALL],
  ['an equal weight', { weight: numberCell('G10', '20.0') }, ALL],
  ['an equal target and actual', { target: { ...target }, actual: { ...actual } }, ALL],
  ['the weight', { weight: numberCell('G10', '21') }, OTHERS],
  ['no weight', { weight: numberCell('G10', '') }, OTHERS],
  ['the name', { name: '别的' }, OTHERS],
  ['the first level', { level1: '成本指标' }, OTHERS],
  ['the second level', { level2: null }, OTHERS],
  ['the unit', { unit: '人' }, OTHERS],
  ['the text of the target', { target: { ...target, text: '≥51人' } }, OTHERS],
  ['the value of the target', { target: { ...target, value: '≥51人' } }, OTHERS],
  ['the format of the target', { target: { ...target, format: '0%' } }, OTHERS],
  ['the text of the actual', { actual: { ...actual, text: '51人' } }, OTHERS],
  ['the value of the actual', { actual: { ...actual, value: 51 } }, OTHERS],
  ['the format of the actual', { actual: { ...actual, format: '0%' } }, OTHERS],
  ['its place', { row: 99 }, OTHERS],
])('where %s differs', (_, change, rows) => {
  expect(kept(changed(change))).toEqual(rows);
});

test('another rule set or another year scores everything again', () => {
  expect(kept(facts, { ...MOF_2020 })).toEqual([]);
  expect(kept({ ...facts, year: 2021 })).toEqual([]);
});

test('a direction of a person scores its row again, and so does taking it back', () => {
  const flipped = scoreForm(facts, MOF_2020, new Map([[10, 'ceiling']]), before);
  expect(flipped.rows[0]?.outcome).toMatchObject({ basis: 'at-most', direction: { from: 'person' } });
  expect(flipped.rows[1]?.outcome).toBe(before.rows[1]?.outcome);
  const again = scoreForm(facts, MOF_2020, new Map([[10, 'ceiling']]), flipped);
  expect(again.rows[0]?.outcome).toBe(flipped.rows[0]?.outcome);
  const floor = scoreForm(facts, MOF_2020, new Map([[10, 'floor']]), flipped);
  expect(floor.rows[0]?.outcome.basis).toBe('at-least');
  const back = scoreForm(facts, MOF_2020, new Map(), flipped);
  expect(back.rows[0]?.outcome.direction?.from).not.toBe('person');
});

test('a row whose weight is a deduction is scored by a person', () => {
  const deduction = changed({ weight: numberCell('G10', '-5') });
  expect(scoreForm(deduction, MOF_2020).rows[0]?.outcome.computed).toBeNull();
  expect(
    scoreForm(changed({ weight: numberCell('G10', '0') }), MOF_2020).rows[0]?.outcome.computed?.toString(),
  ).toBe('0');
});
