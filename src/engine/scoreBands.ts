/** The three bands in which a person scores a judged row, as scores of its weight (财预〔2020〕10号: 100–80 / 80–60 / 60–0). */
import { Decimal, roundTo, ZERO } from './decimal';
import { earnWhole } from './earnPoints';
import type { RuleSet } from './ruleSet';

/** Scores of one band, both ends included; a band begins where the next lower one ends. */
export interface ScoreBand {
  /** The share of the weight at the lower and at the upper end. */
  readonly lowShare: Decimal;
  readonly highShare: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  /** The whole weight in the first band, the middle of the others; never outside the band. */
  readonly suggested: Decimal;
}

/** The bands from the best down, rounded to the rule set's decimals; together they cover 0 to the weight. */
export function scoreBands(weight: Decimal, rules: RuleSet): readonly ScoreBand[] {
  const whole = earnWhole(weight, rules) ?? ZERO;
  const score = (share: Decimal): Decimal => Decimal.min(whole, roundTo(weight.times(share), rules.decimals));
  const [first, second] = rules.bands;
  const edges = [new Decimal(1), first, second, ZERO];
  return edges.slice(1).map((lowShare, index) => {
    const highShare = edges[index] ?? lowShare;
    const high = index === 0 ? whole : score(highShare);
    const low = score(lowShare);
    const middle = roundTo(low.plus(high).div(2), rules.decimals);
    return { lowShare, highShare, low, high, suggested: index === 0 ? whole : Decimal.min(high, middle) };
  });
}
