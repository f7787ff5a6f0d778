/** Shares points in given proportions so that the parts add up to the whole exactly (largest remainder). */
import { Decimal, sum } from '../decimal';

/**
 * Parts of `whole` in the proportions of `ratios`, each with so many decimals (more where `whole` has more); what rounding down leaves goes to the largest
 * remainders, the first ones where they are equal. Equal parts where no ratio is above 0; none for no ratios.
 */
export function sharePoints(
  whole: Decimal,
  ratios: readonly Decimal[],
  decimals: number,
): readonly Decimal[] {
  if (ratios.length === 0) return [];
  const all = sum(ratios);
  const places = Math.max(decimals, whole.decimalPlaces());
  const unit = new Decimal(10).pow(-places);
  const exact = ratios.map((ratio) => (all.gt(0) ? whole.times(ratio).div(all) : whole.div(ratios.length)));
  const parts = exact.map((part) => part.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const left = whole.minus(sum(parts)).div(unit).round().toNumber();
  const byRemainder = exact
    .map((part, index) => ({ index, rest: part.minus(parts[index] ?? part) }))
    .sort((one, other) => other.rest.comparedTo(one.rest) || one.index - other.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (raised.has(index) ? part.plus(unit) : part));
}
