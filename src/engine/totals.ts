/**
 * Sums of what stands on a form, used by the checks and the report. A cell counts as it stands:
 * blank and error values are 0, a negative score stays negative, a score merged over several rows counts once.
 */
import { Decimal, isSame, sum, sumGiven, ZERO } from './decimal';
import type { Goal, IndicatorRow, NumberCell, PointsGroup, ScoredFormFacts } from './facts';
import type { RuleSet } from './ruleSet';

/** Points of several rows; `weight` is null when none of them carries a weight. */
export interface Points {
  readonly weight: Decimal | null;
  readonly score: Decimal;
}

/** All scores of the form: execution, judged blocks and indicators. */
export function sumPrinted(facts: ScoredFormFacts): Decimal {
  return sum([
    ...(facts.budget === null ? [] : [scoreIn(facts.budget.score)]),
    ...facts.judgedBlocks.map((block) => scoreIn(block.score)),
    sumIndicators(facts.indicators).score,
  ]);
}

/** All weights of the form: execution, judged blocks and indicators; null when no indicator carries a weight. */
export function sumWeights(facts: ScoredFormFacts): Decimal | null {
  const { weight } = sumIndicators(facts.indicators);
  if (weight === null) return null;
  return sum([
    weight,
    facts.budget?.weight.value ?? ZERO,
    ...facts.judgedBlocks.map((block) => block.weight.value ?? ZERO),
  ]);
}

/** All the points of a form. */
const FULL = new Decimal(100);

/** True when the fund row carries the form's grand total by mistake: the other rows have all the points already. */
export function carriesGrandTotal({ budget, indicators, judgedBlocks }: ScoredFormFacts): boolean {
  const execution = budget?.weight.value ?? null;
  if (execution === null || !isSame(execution, FULL)) return false;
  return isSame(sum([...indicators, ...judgedBlocks].map(({ weight }) => weight.value ?? ZERO)), FULL);
}

/** What the rows of a goal can earn and have earned. */
export function sumGoal(facts: ScoredFormFacts, goal: Goal): Points {
  return sumIndicators(facts.indicators.filter((row) => row.goal === goal.number));
}

/** What the rows below a label with points, or above a subtotal, can earn and have earned. */
export function sumGroup(facts: ScoredFormFacts, group: Pick<PointsGroup, 'rows'>): Points {
  const rows = new Set(group.rows);
  return sumIndicators(facts.indicators.filter(({ row }) => rows.has(row)));
}

/** The weights of the rows whose first level contains the word; null when there are none. */
export function sumLevel1(facts: ScoredFormFacts, word: string): Decimal | null {
  return sumIndicators(facts.indicators.filter(({ level1 }) => level1?.includes(word) === true)).weight;
}

/**
 * The most that a total may be where the rule set ties it to the execution rate.
 * @param rate spent ÷ budget as a fraction; null when unknown, then nothing is capped
 */
export function applyExecutionCap(total: Decimal, rate: Decimal | null, rules: RuleSet): Decimal {
  if (rate === null) return total;
  const caps = rules.executionCaps.filter(({ below }) => rate.lt(below)).map(({ cap }) => cap);
  return Decimal.min(total, ...caps);
}

function sumIndicators(rows: readonly IndicatorRow[]): Points {
  return {
    weight: sumGiven(rows.map(({ weight }) => weight.value)),
    score: sumGiven(rows.map(({ score, sharesScore }) => (sharesScore ? null : score.value))) ?? ZERO,
  };
}

function scoreIn(score: NumberCell): Decimal {
  return score.value ?? ZERO;
}
