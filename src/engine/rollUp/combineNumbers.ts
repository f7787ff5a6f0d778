/** Makes one target and one actual of several: absolute values added, relative values averaged by money; then scored by the rules. */
import { type Decimal, ONE, roundTo, sum } from '../decimal';
import { earnPoints } from '../earnPoints';
import { textEntry } from '../entry';
import type { Outcome } from '../outcome';
import type { Unit } from '../readUnit';
import type { RuleSet } from '../ruleSet';
import { scoreRow } from '../scoreRow';
import { writeQuantity } from '../writeStep';
import { factorBetween, type NumberSense } from './rowSense';
import words from './words.json';

/** A row's numbers and what they weigh: 1 where they are added, money where they are averaged. */
export interface Weighed {
  readonly sense: NumberSense;
  readonly by: Decimal;
}

export interface Combined {
  /** In base units of `unit`. */
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly unit: Unit;
  /** The parts, in the unit as it is written (95 for 95%), in the order of the rows. */
  readonly parts: readonly { readonly target: Decimal; readonly actual: Decimal }[];
  /** Σ value × weight of target and actual: their ratio is that of the averages, exactly. */
  readonly sums: { readonly target: Decimal; readonly actual: Decimal };
}

/**
 * The sums of the rows (`by` 1 each, `divisor` 1) or their averages (`divisor` Σ of `by`, above 0). Null where the units are no longer
 * of one kind.
 */
export function combineNumbers(rows: readonly Weighed[], divisor: Decimal): Combined | null {
  const named = rows.find(({ sense }) => sense.unit.kind !== 'none') ?? rows[0];
  if (!named) return null;
  const { unit } = named.sense;
  const factors = rows.map(({ sense }) => factorBetween(unit, sense.unit));
  const scaled = rows.flatMap(({ sense, by }, index) => {
    const factor = factors[index];
    return factor ? [{ by, target: sense.target.times(factor), actual: sense.actual.times(factor) }] : [];
  });
  if (scaled.length < rows.length) return null;
  const sums = {
    target: sum(scaled.map(({ target, by }) => target.times(by))),
    actual: sum(scaled.map(({ actual, by }) => actual.times(by))),
  };
  return {
    target: sums.target.div(divisor),
    actual: sums.actual.div(divisor),
    unit,
    parts: scaled.map(({ target, actual }) => ({
      target: target.div(unit.scale),
      actual: actual.div(unit.scale),
    })),
    sums,
  };
}

/** The row of the department form, as far as its score depends on it. */
export interface RowTerms {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly year: number | null;
  readonly weight: Decimal;
  readonly rules: RuleSet;
}

/** What stands in the cells of target and actual. */
export interface RowTexts {
  readonly target: string;
  readonly actual: string;
}

/** What the rules make of these texts: the same that a recalculation of the department form will find. */
export function outcomeOf({ target, actual }: RowTexts, terms: RowTerms): Outcome {
  const { level1, level2, name, year, weight, rules } = terms;
  const row = { level1, level2, name, year, weight, unit: '', direction: null };
  return scoreRow({ ...row, target: textEntry(target), actual: textEntry(actual) }, rules);
}

/** Decimals of a figure on the form: as few as leave the score as it is. */
const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 6;

/**
 * Target and actual as they are written, with what they earn. `exact` is what the unrounded figures earn; null where the rules give
 * no score (a negative target that is missed).
 */
export function writeNumbers(
  combined: Combined,
  { direction, change }: NumberSense,
  isSum: boolean,
  terms: RowTerms,
): { readonly texts: RowTexts; readonly outcome: Outcome } {
  const { unit } = combined;
  const exact = earnPoints(
    direction,
    {
      target: combined.sums.target,
      actual: combined.sums.actual,
      unit: { ...unit, scale: ONE },
    },
    terms.weight,
    terms.rules,
  );
  const textsWith = (decimals: number): RowTexts => {
    const write = (value: Decimal): string => writeQuantity(roundTo(value.div(unit.scale), decimals), unit);
    const sign = direction === 'floor' ? '≥' : '≤';
    const grown = change === null ? '' : words[change];
    return {
      target: `${grown}${sign}${write(combined.target)}`,
      actual: `${grown}${write(combined.actual)}`,
    };
  };
  let texts = textsWith(MOST_DECIMALS);
  for (let decimals = isSum ? MOST_DECIMALS : FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals += 1) {
    texts = textsWith(decimals);
    const outcome = outcomeOf(texts, terms);
    const isSame = exact?.score && outcome.computed?.eq(exact.score) === true && outcome.met === exact.met;
    if (isSame) return { texts, outcome };
  }
  return { texts, outcome: outcomeOf(texts, terms) };
}
