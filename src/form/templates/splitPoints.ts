/** Splits points evenly so that the parts add up to the whole exactly: the rest of the rounding goes to the first ones (largest remainder). */
import { Decimal } from '../../engine/decimal';

/** `count` parts of `whole` with so many decimals, the larger ones first; none for a count of 0. */
export function splitPoints(whole: Decimal, count: number, decimals: number): readonly Decimal[] {
  if (count <= 0) return [];
  const unit = new Decimal(10).pow(-decimals);
  const floor = whole.div(count).toDecimalPlaces(decimals, Decimal.ROUND_FLOOR);
  const left = whole.minus(floor.times(count)).div(unit).round().toNumber();
  return Array.from({ length: count }, (_, index) => (index < left ? floor.plus(unit) : floor));
}
