/**
 * The weights of a department form: what the forms say where they agree, else shares by the rule set, so that all of them come to 100
 * with the execution.
 */
import { Decimal, sum, ZERO } from '../decimal';
import type { RuleSet } from '../ruleSet';
import { carriesGrandTotal } from '../totals';
import { levelKey } from './matchRows';
import type { RollUpForm } from './rolledUp';
import { sharePoints } from './sharePoints';

/** All the points of a form. */
const FULL = new Decimal(100);

/** A row of the department form before it has its weight. */
export interface Unweighted {
  readonly level1: string;
  /** What the forms give it; null where a form gives it none. */
  readonly weights: readonly (Decimal | null)[];
}

/**
 * What the execution can earn: what all forms say, else the rule set's usual weight; null where no form gives it any.
 */
export function executionWeight(forms: readonly RollUpForm[], rules: RuleSet): Decimal | null {
  const said = forms.flatMap(({ scored: { facts } }) =>
    carriesGrandTotal(facts) ? [] : (facts.budget?.weight.value ?? []),
  );
  const [first] = said;
  if (!first) return null;
  return said.every((weight) => weight.eq(first)) ? first : (rules.executionWeights[0] ?? first);
}

/** The one weight that all forms give a row; null where they differ or one gives none. */
export function agreedWeight(weights: readonly (Decimal | null)[]): Decimal | null {
  const [first = null] = weights;
  return first !== null && weights.every((weight) => weight?.eq(first) === true) ? first : null;
}

/** The weights of the rows, in their order; they add up to 100 without the execution's. */
export function splitWeights(
  rows: readonly Unweighted[],
  forms: readonly RollUpForm[],
  execution: Decimal | null,
  rules: RuleSet,
): readonly Decimal[] {
  const whole = Decimal.max(ZERO, FULL.minus(execution ?? ZERO));
  const agreed = rows.map(({ weights }) => agreedWeight(weights));
  if (agreed.every((weight) => weight !== null) && sum(agreed).eq(whole)) return agreed;
  const levels = [...new Set(rows.map(({ level1 }) => levelKey(level1)))];
  const points = pointsOfLevels(levels, forms, whole, rules);
  if (!points) return shareRows(rows, whole, rules.decimals);
  const parts = new Map(
    [...points].map(([level, own]) => {
      const part = rows.filter(({ level1 }) => levelKey(level1) === level);
      return [level, shareRows(part, own, rules.decimals).values()];
    }),
  );
  return rows.map(({ level1 }) => parts.get(levelKey(level1))?.next().value ?? ZERO);
}

/** What each first level can earn: as all forms have it, else by the rule set; null where neither says so for every level. */
function pointsOfLevels(
  levels: readonly string[],
  forms: readonly RollUpForm[],
  whole: Decimal,
  { level1Weights, decimals }: RuleSet,
): ReadonlyMap<string, Decimal> | null {
  const agreed = agreedLevels(forms);
  const byWord = level1Weights === null ? [] : [...level1Weights];
  const pointsOf = (level: string): Decimal | null =>
    agreed?.get(level) ?? byWord.find(([word]) => level.includes(word))?.[1] ?? null;
  const found = levels.flatMap((level) => pointsOf(level) ?? []);
  if (levels.length === 0 || found.length < levels.length) return null;
  const shared = sharePoints(whole, found, decimals);
  return new Map(levels.map((level, index) => [level, shared[index] ?? ZERO]));
}

/** The points of the first levels where all forms have the same ones; else null. */
function agreedLevels(forms: readonly RollUpForm[]): ReadonlyMap<string, Decimal> | null {
  const [first, ...others] = forms.map(levelsOf);
  if (!first) return null;
  const isSame = others.every(
    (other) =>
      other?.size === first.size &&
      [...first].every(([level, points]) => other.get(level)?.eq(points) === true),
  );
  return isSame ? first : null;
}

/** Null where a row has no weight. */
function levelsOf({ scored }: RollUpForm): ReadonlyMap<string, Decimal> | null {
  const points = new Map<string, Decimal>();
  for (const { level1, weight } of scored.facts.indicators) {
    if (weight.value === null) return null;
    const level = levelKey(level1);
    points.set(level, (points.get(level) ?? ZERO).plus(weight.value));
  }
  return points;
}

/** The least that the other rows of a level keep of their weights on the forms; else all rows of the level give way alike. */
const LEAST_KEPT = new Decimal('0.5');

/**
 * Shares the points of a level: rows that several forms have with one weight keep it as long as enough is left for the others, which
 * share the rest in the proportions that the forms give them.
 */
function shareRows(rows: readonly Unweighted[], points: Decimal, decimals: number): readonly Decimal[] {
  const kept = rows.map(({ weights }) => (weights.length > 1 ? agreedWeight(weights) : null));
  const others = rows.filter((_, index) => !kept[index]);
  const rest = points.minus(sum(kept.flatMap((weight) => weight ?? [])));
  const wanted = others.map(usualWeight);
  const isEnough = others.length > 0 ? rest.gte(sum(wanted).times(LEAST_KEPT)) : rest.isZero();
  if (!isEnough) return sharePoints(points, rows.map(usualWeight), decimals);
  const shared = sharePoints(rest, wanted, decimals);
  let next = 0;
  return kept.map((weight) => {
    if (weight) return weight;
    next += 1;
    return shared[next - 1] ?? ZERO;
  });
}

/** The mean of the weights that the forms give a row; 1 where they give it none. */
function usualWeight({ weights }: Unweighted): Decimal {
  const given = weights.flatMap((weight) => weight ?? []);
  return given.length === 0 ? new Decimal(1) : sum(given).div(given.length);
}
