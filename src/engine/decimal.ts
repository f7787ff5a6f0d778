/**
 * The one Decimal of the project: half-up rounding, 40 digits, cloned so that no other program's settings
 * reach it. Every score, amount and rate is one of these; a float is never added.
 */
import DecimalJs from 'decimal.js';

export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 30,
});
export type Decimal = DecimalJs;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

/** Rounds half up to `decimals` places. */
export function roundTo(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, DecimalJs.ROUND_HALF_UP);
}

/** The exact sum; 0 for none. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The sum of the values that are there; null when none is. */
export function sumGiven(values: readonly (Decimal | null)[]): Decimal | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : sum(given);
}
