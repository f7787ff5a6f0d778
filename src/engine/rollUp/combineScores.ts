/** Makes one score of several where there is nothing to calculate from: scores weighted by money, as shares of their weights. */
import { Decimal, roundTo, sum, ZERO } from '../decimal';

/** A score that stands on a form, what it could have been, and what it weighs. */
export interface WeighedScore {
  readonly score: Decimal;
  /** Above 0. */
  readonly weight: Decimal;
  readonly money: Decimal;
}

/**
 * weight × Σ(score ÷ its weight × money) ÷ Σ money, which is Σ(score × money) ÷ Σ money where all weights are alike. Divided once, at the
 * end, so that a half is a half. Between 0 and the weight. Null where Σ money is not above 0.
 */
export function combineScores(
  scores: readonly WeighedScore[],
  weight: Decimal,
  decimals: number,
): Decimal | null {
  const money = sum(scores.map((own) => own.money));
  if (!money.gt(0)) return null;
  const weights = [...new Map(scores.map((own) => [own.weight.toFixed(), own.weight])).values()];
  const product = weights.reduce((all, own) => all.times(own), new Decimal(1));
  const parts = scores.map((own) => {
    const others = weights.filter((other) => !other.eq(own.weight));
    return others.reduce((all, other) => all.times(other), own.score.times(own.money));
  });
  const exact = weight.times(sum(parts)).div(product.times(money));
  return Decimal.max(ZERO, Decimal.min(weight, roundTo(exact, decimals)));
}
