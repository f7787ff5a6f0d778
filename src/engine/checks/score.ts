/** Checks the scores themselves: against what they can be, and against what the rule gives. */
import { compare, ZERO, type Decimal } from '../decimal';
import type { NumberCell, ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import { sumGoal, sumGroup, type Points } from '../totals';
import { plain, sameFigure } from './figures';
import { raise } from './raise';
import { titleOf, type RowTerms, type ScoreSpan } from './rows';

/** `score-exceeds-weight` and `score-negative` where no indicator stands: the execution, other blocks, goals and levels. */
export function checkOtherLimits(facts: ScoredFormFacts): Finding[] {
  return [...checkBlockLimits(facts), ...checkGroupLimits(facts)];
}

/** `score-exceeds-weight` and `score-negative` of one score. */
export function checkLimits(
  variant: string,
  name: string,
  row: number | null,
  score: NumberCell,
  weight: Decimal | null,
): Finding | null {
  if (score.value === null) return null;
  const place = { row, cell: score.cell };
  if (score.value.isNegative() && !score.value.isZero()) {
    return raise('score-negative', place, { variant, name, score: plain(score.value) });
  }
  if (weight === null || compare(score.value, weight) <= 0) return null;
  return raise('score-exceeds-weight', place, {
    variant,
    name,
    score: plain(score.value),
    weight: plain(weight),
  });
}

export function checkSpanLimits({ first: { facts }, score, weight }: ScoreSpan): Finding | null {
  return checkLimits('row', titleOf(facts), facts.row, score, weight);
}

function checkBlockLimits({ budget, judgedBlocks }: ScoredFormFacts): Finding[] {
  const execution =
    budget && checkLimits('execution', budget.total.label.trim(), null, budget.score, budget.weight.value);
  return [
    ...(execution ? [execution] : []),
    ...judgedBlocks.flatMap(
      ({ row, name, score, weight }) => checkLimits('block', name, row, score, weight.value) ?? [],
    ),
  ];
}

/** Rows without a weight of their own share the points of their goal or level. */
function checkGroupLimits(facts: ScoredFormFacts): Finding[] {
  return [
    ...facts.goals.flatMap((goal) =>
      checkGroup('goal', goal.title, goal.cell, goal.points, sumGoal(facts, goal)),
    ),
    ...facts.groups.flatMap((group) =>
      checkGroup('group', group.label, group.cell, group.points, sumGroup(facts, group)),
    ),
  ];
}

function checkGroup(
  variant: string,
  name: string,
  cell: string,
  points: Decimal | null,
  { weight, score }: Points,
): Finding[] {
  if (points === null || weight !== null || score.lte(points)) return [];
  return [
    raise(
      'score-exceeds-weight',
      { row: null, cell },
      { variant, name: name.trim(), score: plain(score), weight: plain(points) },
    ),
  ];
}

/** `score-above-rule` and `score-below-rule`: above the rule is an error where the target is missed; below it is a habit of these forms, and only a remark. */
export function checkAgainstRule({
  first: { facts },
  score,
  weight,
  computed,
  met,
}: ScoreSpan): Finding | null {
  if (score.value === null || computed === null || weight === null || met === null) return null;
  if (sameFigure(score.value, computed)) return null;
  const place = { row: facts.row, cell: score.cell };
  const params = {
    name: titleOf(facts),
    score: plain(score.value),
    computed: plain(computed),
    weight: plain(weight),
    target: facts.target.text.trim(),
    actual: facts.actual.text.trim(),
  };
  if (compare(score.value, computed) > 0) return met ? null : raise('score-above-rule', place, params);
  return raise('score-below-rule', place, { variant: met ? 'met' : 'missed', ...params });
}

/** `score-missing`: nobody gave the score that a person has to give. */
export function checkMissing(
  { first: { facts }, score, weight, computed }: ScoreSpan,
  terms: RowTerms,
): Finding | null {
  const noScore = score.state === 'blank' || score.state === 'none';
  if (terms.isUntouched || !noScore || score.cell === null || computed !== null) return null;
  if (weight === null || compare(weight, ZERO) <= 0) return null;
  return raise(
    'score-missing',
    { row: facts.row, cell: score.cell },
    { name: titleOf(facts), weight: plain(weight) },
  );
}
