/** Checks each actual against its target: missed, far exceeded, not comparable, or not there at all. */
import { compare, ZERO } from '../decimal';
import type { Finding } from '../finding';
import type { ScoredRow } from '../scoreForm';
import { percent, plain } from './figures';
import { raise } from './raise';
import { isReason } from './reason';
import { isDash, isGiven, titleOf, type RowTerms } from './rows';
import { isBlank } from '../entry';

function describe({ facts }: ScoredRow): Readonly<Record<'name' | 'target' | 'actual', string>> {
  return { name: titleOf(facts), target: facts.target.text.trim(), actual: facts.actual.text.trim() };
}

function placeOf({ facts }: ScoredRow): { readonly row: number; readonly cell: string | null } {
  return { row: facts.row, cell: facts.actualCell };
}

/** `target-missed`. */
export function checkMet(row: ScoredRow): Finding | null {
  if (row.outcome.met !== false) return null;
  const variant = row.outcome.direction?.kind ?? 'floor';
  return raise('target-missed', placeOf(row), { variant, ...describe(row) });
}

/** `overachieved`: far above a floor: the target may have been set too low. Explained in the row's reason cell, it is no finding. */
export function checkOverachieved(row: ScoredRow, { rules }: RowTerms): Finding | null {
  const { basis, targetValue, actualValue } = row.outcome;
  if (basis !== 'at-least' || actualValue === null || targetValue === null) return null;
  if (compare(targetValue, ZERO) <= 0 || compare(actualValue, targetValue) < 0) return null;
  const { from } = rules.overachieved;
  const { reason } = row.facts;
  if (compare(actualValue, targetValue.times(from)) < 0) return null;
  if (reason !== null && isReason(reason.text, rules)) return null;
  return raise('overachieved', placeOf(row), {
    ...describe(row),
    ratio: percent(actualValue.div(targetValue), 0),
    from: percent(from, 0),
  });
}

/** `unit-mismatch`. */
export function checkUnits(row: ScoredRow): Finding | null {
  if (row.outcome.judged !== 'units-differ') return null;
  return raise('unit-mismatch', placeOf(row), describe(row));
}

/** `actual-missing`: an error where points were given for nothing; a warning where a row was left out of a form that is filled in. */
export function checkActualGiven(row: ScoredRow, { isFilledIn }: RowTerms): Finding | null {
  const { actual, actualCell, target, score, weight, name, sharesScore } = row.facts;
  const isMissing = isBlank(actual) || (isDash(actual) && isGiven(target));
  if (!isMissing || actualCell === null || sharesScore) return null;
  if (score.value !== null) {
    return raise('actual-missing', placeOf(row), {
      variant: score.value.isZero() ? 'zero' : 'scored',
      ...describe(row),
      score: plain(score.value),
    });
  }
  const isWanted = isFilledIn && weight.value !== null && name !== '' && isGiven(target);
  if (!isWanted || score.state === 'error') return null;
  return raise(
    'actual-missing',
    placeOf(row),
    { variant: 'unscored', ...describe(row), score: '' },
    'warning',
  );
}
