/** What a floor or a ceiling earns once both numbers are in one unit. */
import type { Aligned } from './compareQuantities';
import { clamp, compare, roundTo, ZERO, type Decimal } from './decimal';
import type { Direction, Trail } from './outcome';
import type { RuleSet } from './ruleSet';
import { writeQuantity, writeResult } from './writeStep';

export interface Earned {
  readonly met: boolean;
  /** Rounded by the rule set; null without a weight. */
  readonly score: Decimal | null;
}

/** The whole weight, rounded by the rule set, but never up: a score is not above its weight. */
export function earnWhole(weight: Decimal | null, rules: RuleSet): Decimal | null {
  return weight === null ? null : clamp(roundTo(weight, rules.decimals), ZERO, weight);
}

/** What is left of the weight where the rule set takes points off a floor that is far exceeded. */
function deductOverachieved(
  { target, actual }: Aligned,
  weight: Decimal,
  rules: RuleSet,
  trail: Trail,
): Decimal {
  const { from, deduct } = rules.overachieved;
  const isFar =
    compare(deduct, ZERO) > 0 && compare(target, ZERO) > 0 && compare(actual.dividedBy(target), from) >= 0;
  if (!isFar) return weight;
  const left = clamp(weight.minus(deduct), ZERO, weight);
  trail?.push({
    code: 'overachieved',
    params: {
      percent: `${roundTo(actual.dividedBy(target).times(100), 2).toFixed()}%`,
      formula: `${weight.toFixed()} − ${deduct.toFixed()} = ${left.toFixed()}`,
    },
  });
  return left;
}

/**
 * Weight × min(1, actual ÷ target) for a floor; for a ceiling the weight, or weight × target ÷ actual once it is
 * exceeded. A target of 0 is never divided by: a floor of 0 is met, a ceiling of 0 earns all or nothing. Null where the
 * formula has no meaning: a negative target that is missed.
 */
export function earnPoints(
  direction: Direction,
  aligned: Aligned,
  weight: Decimal | null,
  rules: RuleSet,
  trail: Trail = null,
): Earned | null {
  const { target, actual } = aligned;
  const isFloor = direction === 'floor';
  const kind = target.isZero() ? (`zero-${direction}` as const) : direction;
  const met = isFloor ? target.isZero() || compare(actual, target) >= 0 : compare(actual, target) <= 0;
  if (met) {
    trail?.push({ code: `${kind}-met`, params: showSides(aligned) });
    if (weight === null) return { met, score: null };
    const left = isFloor ? deductOverachieved(aligned, weight, rules, trail) : weight;
    return { met, score: earnWhole(left, rules) };
  }
  if (target.isNegative()) return null;
  if (target.isZero()) {
    trail?.push({ code: 'zero-ceiling-missed', params: showSides(aligned) });
    return { met, score: weight === null ? null : ZERO };
  }
  if (weight === null) {
    trail?.push({ code: `${direction}-missed`, params: { ...showSides(aligned), formula: '' } });
    return { met, score: null };
  }
  const over = isFloor ? actual : target;
  const under = isFloor ? target : actual;
  const exact = clamp(weight.times(over).dividedBy(under), ZERO, weight);
  const score = clamp(roundTo(exact, rules.decimals), ZERO, weight);
  if (trail) {
    const shown = showSides(aligned);
    const share = isFloor ? `${shown.actual} ÷ ${shown.target}` : `${shown.target} ÷ ${shown.actual}`;
    const formula = `${weight.toFixed()} × ${share} ${writeResult(exact, score)}`;
    trail.push({ code: `${direction}-missed`, params: { ...shown, formula } });
  }
  return { met, score };
}

function showSides({ target, actual, unit }: Aligned): Readonly<Record<'target' | 'actual', string>> {
  return {
    target: writeQuantity(target.dividedBy(unit.scale), unit),
    actual: writeQuantity(actual.dividedBy(unit.scale), unit),
  };
}
