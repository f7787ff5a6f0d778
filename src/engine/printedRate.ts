/** Compares an execution rate as it is printed with the true one, at the precision that was printed. */
import type { NumberCell } from './facts';
import { roundTo, type Decimal } from './decimal';

/** Decimals of a printed percentage: 1 for "96.5%", 0 for "100%", 2 for 97.25 under a header in percent. */
export function printedDecimals(rate: NumberCell): number {
  const digits = /\d+(?:[.．]\d+)?/.exec(rate.entry.text.normalize('NFKC').replace(/,/g, ''))?.[0] ?? '';
  const decimals = digits.split('.')[1]?.length ?? 0;
  const isFraction =
    !/[%％]/.test(rate.entry.text) &&
    rate.value?.lte(2) === true &&
    roundTo(rate.value, decimals).eq(digits || 0);
  return isFraction ? Math.max(0, decimals - 2) : decimals;
}

/** Decimals of the percentage that is written into a cell that may hold more than it shows. */
export const RATE_DECIMALS = 2;

/**
 * True when the printed rate is spent ÷ budget, rounded half up to the decimals printed. A cell may hold more than it shows: 97.15 % for
 * 97.149 % is right although one decimal of it is 97.2 and not 97.1.
 */
export function isRatePrintedRight(rate: NumberCell, trueRate: Decimal): boolean {
  if (rate.value === null) return false;
  const [printed, right] = [rate.value.times(100), trueRate.times(100)];
  const agreesAt = (decimals: number) => roundTo(printed, decimals).eq(roundTo(right, decimals));
  const decimals = printedDecimals(rate);
  return agreesAt(decimals) || (decimals < RATE_DECIMALS && agreesAt(RATE_DECIMALS));
}
