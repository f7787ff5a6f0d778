/** Figures as a person reads and compares them: plain numbers, percentages, the rate of a fund row. */
import { compare, Decimal, isSame, roundTo, ZERO } from '../decimal';
import type { FundRow } from '../facts';

const HUNDRED = new Decimal(100);
/** Beyond this place a difference is the noise of a formula's binary fractions (0.1 + 0.2), not a figure. */
const NOISE_PLACES = 8;

/** "78", "97.5"; noise of binary fractions is left out. */
export function plain(value: Decimal): string {
  return roundTo(value, NOISE_PLACES).toFixed();
}

/** A fraction as a percentage: 0.97242 is "97.24%". */
export function percent(rate: Decimal, decimals = 2): string {
  return `${roundTo(rate.times(HUNDRED), decimals).toFixed(decimals)}%`;
}

/** True when two figures are the same but for the noise of binary fractions. */
export function sameFigure(one: Decimal, other: Decimal): boolean {
  return isSame(one, other) || isSame(roundTo(one, NOISE_PLACES), roundTo(other, NOISE_PLACES));
}

/** spent ÷ budget of a fund row as a fraction; null when either is not known or the budget is not above 0. */
export function rateOf({ budget, spent }: Pick<FundRow, 'budget' | 'spent'>): Decimal | null {
  if (budget.value === null || spent.value === null || compare(budget.value, ZERO) <= 0) return null;
  return spent.value.div(budget.value);
}
