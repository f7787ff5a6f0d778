/** What a floor or a ceiling earns once both numbers are in one unit. */
import type { Aligned } from './compareQuantities';
import { Decimal, roundTo, ZERO } from './decimal';
import type { Direction, Step, Tell } from './outcome';
import type { RuleSet } from './ruleSet';
import { writeQuantity, writeResult } from './writeStep';

export interface Earned {
  readonly met: boolean;
  /** Rounded by the rule set; null without a weight. */
  readonly score: Decimal | null;
  readonly steps: Tell;
}

/** The whole weight, rounded by the rule set, but never up: a score is not above its weight. */
export function earnWhole(weight: Decimal | null, rules: RuleSet): Decimal | null {
  return weight === null ? null : clamp(roundTo(weight, rules.decimals), weight);
}

function clamp(score: Decimal, weight: Decimal): Decimal {
  return Decimal.max(ZERO, Decimal.min(score, weight));
}

/** Points taken off a floor that is far exceeded, where the rule set takes any off. */
function deductOverachieved(
  { target, actual }: Aligned,
  weight: Decimal,
  rules: RuleSet,
): { left: Decimal; steps: Step[] } {
  const { from, deduct } = rules.overachieved;
  const isFar =
    deduct.greaterThan(0) && target.greaterThan(0) && actual.dividedBy(target).greaterThanOrEqualTo(from);
  if (!isFar) return { left: weight, steps: [] };
  const left = Decimal.max(ZERO, weight.minus(deduct));
  const percent = `${roundTo(actual.dividedBy(target).times(100), 2).toFixed()}%`;
  const params = { percent, formula: `${weight.toFixed()} − ${deduct.toFixed()} = ${left.toFixed()}` };
  return { left, steps: [{ code: 'overachieved', params }] };
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
): Earned | null {
  const { target, actual, unit } = aligned;
  const show = (): Readonly<Record<'target' | 'actual', string>> => ({
    target: writeQuantity(target.dividedBy(unit.scale), unit),
    actual: writeQuantity(actual.dividedBy(unit.scale), unit),
  });
  const isFloor = direction === 'floor';
  const kind = target.isZero() ? (`zero-${direction}` as const) : direction;
  const met = isFloor
    ? target.isZero() || actual.greaterThanOrEqualTo(target)
    : actual.lessThanOrEqualTo(target);
  if (met) {
    const step = (): Step => ({ code: `${kind}-met`, params: show() });
    if (weight === null) return { met, score: null, steps: () => [step()] };
    const kept = isFloor ? deductOverachieved(aligned, weight, rules) : { left: weight, steps: [] };
    return { met, score: earnWhole(kept.left, rules), steps: () => [step(), ...kept.steps] };
  }
  if (target.isNegative()) return null;
  if (target.isZero()) {
    return {
      met,
      score: weight === null ? null : ZERO,
      steps: () => [{ code: 'zero-ceiling-missed', params: show() }],
    };
  }
  const tell = (formula: string): readonly Step[] => [
    { code: `${direction}-missed`, params: { ...show(), formula } },
  ];
  if (weight === null) return { met, score: null, steps: () => tell('') };
  const [over, under] = isFloor ? [actual, target] : [target, actual];
  const exact = clamp(weight.times(over).dividedBy(under), weight);
  const score = clamp(roundTo(exact, rules.decimals), weight);
  const steps: Tell = () => {
    const shown = show();
    const [shownOver, shownUnder] = isFloor ? [shown.actual, shown.target] : [shown.target, shown.actual];
    return tell(`${weight.toFixed()} × ${shownOver} ÷ ${shownUnder} ${writeResult(exact, score)}`);
  };
  return { met, score, steps };
}
