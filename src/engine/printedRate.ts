/** Compares an execution rate as it is printed with the true one, at the precision that was printed. */
import type { NumberCell } from './facts';
import { roundTo, type Decimal } from './decimal';

/** Decimals of a printed percentage: 1 for "96.5%", 0 for "100%", 2 for 97.25 under a header in percent. */
export function printedDecimals(rate: NumberCell): number {
  const digits = /\d+(?:[.．]\d+)?/.exec(rate.entry.text.normalize('NFKC').replace(/,/g, ''))?.[0] ?? '';
  const decimals = digits.split('.')[1]?.length ?? 0;
  const isFraction =
    !/[%％]/.test(rate.entry.text) && rate.value !== null && rate.value.lte(2) && rate.value.eq(digits || 0);
  return isFraction ? Math.max(0, decimals - 2) : decimals;
}

/** True when the printed rate is spent ÷ budget, rounded half up to the decimals printed. */
export function isRatePrintedRight(rate: NumberCell, trueRate: Decimal): boolean {
  if (rate.value === null) return false;
  const decimals = printedDecimals(rate);
  return roundTo(rate.value.times(100), decimals).eq(roundTo(trueRate.times(100), decimals));
}
