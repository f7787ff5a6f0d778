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

/** Rounds half up to `decimals` places; the very value where it has no more of them. */
export function roundTo(value: Decimal, decimals: number): Decimal {
  const parts = decimals < 0 || decimals > 7 ? null : inParts(value);
  if (parts !== null && parts % 10 ** (7 - decimals) === 0) return value;
  return value.toDecimalPlaces(decimals, DecimalJs.ROUND_HALF_UP);
}

/**
 * Below 0, 0 or above 0 as `one` is less than, the same as or more than `other`. Decimal.js copies what it compares with; rows are compared
 * by the thousand.
 */
export function compare(one: Decimal, other: Decimal): number {
  if (one === other) return 0;
  if (!one.isFinite() || !other.isFinite()) return one.cmp(other);
  const sign = signOf(one);
  if (sign !== signOf(other)) return sign - signOf(other);
  if (one.e !== other.e) return one.e > other.e ? sign : -sign;
  const [words, others] = [one.d, other.d];
  for (let place = 0; place < Math.max(words.length, others.length); place += 1) {
    const difference = (words[place] ?? 0) - (others[place] ?? 0);
    if (difference !== 0) return difference > 0 ? sign : -sign;
  }
  return 0;
}

function signOf(value: Decimal): number {
  return value.isZero() ? 0 : value.s;
}

/** True for the same number. */
export function isSame(one: Decimal, other: Decimal): boolean {
  return compare(one, other) === 0;
}

/** The value times the size of its unit, which most often is 1. */
export function scaleBy(value: Decimal, size: Decimal): Decimal {
  return size === ONE ? value : value.times(size);
}

/** The value, but not below `least` nor above `most`. */
export function clamp(value: Decimal, least: Decimal, most: Decimal): Decimal {
  if (compare(value, most) > 0) return compare(most, least) < 0 ? least : most;
  return compare(value, least) < 0 ? least : value;
}

/** The exact sum; 0 for none. */
export function sum(values: Iterable<Decimal>): Decimal {
  let whole = 0;
  let rest = ZERO;
  for (const value of values) {
    const parts = inParts(value);
    if (parts === null || Math.abs(whole + parts) > MOST_PARTS) rest = rest.plus(value);
    else whole += parts;
  }
  return whole === 0 ? rest : new Decimal(whole).div(PARTS).plus(rest);
}

/** Decimal.js keeps seven digits in a word. */
const PARTS = 1e7;
/** Whole numbers up to here are exact, and so is their sum. */
const MOST_PARTS = 1e15;

/** The value as a whole number of ten-millionths; null where it is none, or too large to be one for sure. */
function inParts({ s, e, d }: Decimal): number | null {
  // Of what is no number there is no exponent.
  if (!(e >= -7 && e < 7)) return null;
  const [first = 0, second = 0] = d;
  if (e < 0) return d.length === 1 ? s * first : null;
  return d.length <= 2 ? s * (first * PARTS + second) : null;
}

/** The sum of the values that are there; null when none is. */
export function sumGiven(values: readonly (Decimal | null)[]): Decimal | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : sum(given);
}
