/** Checks each actual against its target: missed, far exceeded, not comparable, or not there at all. */
import type { Finding } from '../finding';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm, ScoredRow } from '../scoreForm';
import { percent, plain } from './figures';
import { raise } from './raise';
import { isReason } from './reason';
import { isDash, isGiven, isUntouched, titleOf } from './rows';
import { isBlank } from '../entry';

/** `target-missed`, `overachieved`, `unit-mismatch` and `actual-missing`. */
export function checkTargets(scored: ScoredForm): Finding[] {
  const { facts, rules, rows } = scored;
  const actuals = facts.indicators.filter((row) => isGiven(row.actual)).length;
  const isFilledIn = !isUntouched(facts) && actuals * 2 >= facts.indicators.length;
  return rows.flatMap((row) => [
    ...checkMet(row),
    ...checkOverachieved(row, rules),
    ...checkUnits(row),
    ...checkActual(row, isFilledIn),
  ]);
}

function describe({ facts }: ScoredRow): Readonly<Record<'name' | 'target' | 'actual', string>> {
  return { name: titleOf(facts), target: facts.target.text.trim(), actual: facts.actual.text.trim() };
}

function placeOf({ facts }: ScoredRow): { readonly row: number; readonly cell: string | null } {
  return { row: facts.row, cell: facts.actualCell };
}

function checkMet(row: ScoredRow): Finding[] {
  if (row.outcome.met !== false) return [];
  const variant = row.outcome.direction?.kind ?? 'floor';
  return [raise('target-missed', placeOf(row), { variant, ...describe(row) })];
}

/** Far above a floor: the target may have been set too low. Explained in the row's reason cell, it is no finding. */
function checkOverachieved(row: ScoredRow, rules: RuleSet): Finding[] {
  const { basis, targetValue, actualValue } = row.outcome;
  if (basis !== 'at-least' || actualValue === null || targetValue?.gt(0) !== true) return [];
  const ratio = actualValue.div(targetValue);
  const { reason } = row.facts;
  if (ratio.lt(rules.overachieved.from) || (reason !== null && isReason(reason.text, rules))) return [];
  return [
    raise('overachieved', placeOf(row), {
      ...describe(row),
      ratio: percent(ratio, 0),
      from: percent(rules.overachieved.from, 0),
    }),
  ];
}

function checkUnits(row: ScoredRow): Finding[] {
  if (row.outcome.judged !== 'units-differ') return [];
  return [raise('unit-mismatch', placeOf(row), describe(row))];
}

/** An error where points were given for nothing; a warning where a row was left out of a form that is filled in. */
function checkActual(row: ScoredRow, isFilledIn: boolean): Finding[] {
  const { actual, actualCell, target, score, weight, name, sharesScore } = row.facts;
  const isMissing = isBlank(actual) || (isDash(actual) && isGiven(target));
  if (!isMissing || actualCell === null || sharesScore) return [];
  if (score.value !== null) {
    return [
      raise('actual-missing', placeOf(row), {
        variant: score.value.isZero() ? 'zero' : 'scored',
        ...describe(row),
        score: plain(score.value),
      }),
    ];
  }
  const isWanted = isFilledIn && weight.value !== null && name !== '' && isGiven(target);
  if (!isWanted || score.state === 'error') return [];
  return [
    raise('actual-missing', placeOf(row), { variant: 'unscored', ...describe(row), score: '' }, 'warning'),
  ];
}
