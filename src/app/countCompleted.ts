/** How many indicators were completed: what a form, a report and a summary all count in the same way. */
import type { Decimal } from '../engine/decimal';
import type { IndicatorRow } from '../engine/facts';

/**
 * An indicator is completed when its score equals its weight.
 * @returns null when no row carries a weight
 */
export function countCompleted(
  indicators: readonly IndicatorRow[],
  scoreOf: (row: IndicatorRow) => Decimal | null,
): number | null {
  const weighted = indicators.filter(({ weight }) => weight.value !== null);
  if (weighted.length === 0) return null;
  return weighted.filter((row) => row.weight.value !== null && scoreOf(row)?.eq(row.weight.value) === true)
    .length;
}
