/** How many indicators were completed: what a form, a report and a summary all count in the same way. */
import type { Decimal } from '../decimal';
import type { IndicatorRow } from '../facts';

/** An indicator is completed when its score equals its weight. Null where the row carries no weight. */
export function isCompleted({ weight }: IndicatorRow, score: Decimal | null): boolean | null {
  return weight.value === null ? null : score?.eq(weight.value) === true;
}

/** @returns null when no row carries a weight */
export function countCompleted(
  indicators: readonly IndicatorRow[],
  scoreOf: (row: IndicatorRow) => Decimal | null,
): number | null {
  const known = indicators.flatMap((row) => isCompleted(row, scoreOf(row)) ?? []);
  return known.length === 0 ? null : known.filter((completed) => completed).length;
}
