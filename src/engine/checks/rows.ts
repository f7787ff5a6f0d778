/** What the checks ask about rows: whether an actual was given, what a row is called, which rows share a score. */
import { sum } from '../decimal';
import type { Decimal } from '../decimal';
import { isBlank, type Entry } from '../entry';
import type { IndicatorRow, NumberCell, ScoredFormFacts } from '../facts';
import { startsNoMark, withoutBlanks } from '../normaliseText';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm, ScoredRow } from '../scoreForm';

/** True for a mark that says "not applicable" (—, /). */
export function isDash(entry: Entry): boolean {
  return !startsNoMark(entry.text) && /^[-/\\]+$/.test(withoutBlanks(entry.text));
}

/** True when the cell says something: neither blank nor a dash. */
export function isGiven(entry: Entry): boolean {
  return !isBlank(entry) && !isDash(entry);
}

/** What to call a row in a sentence. */
export function titleOf(row: IndicatorRow): string {
  return [row.name, row.label.trim(), row.level2 ?? '', row.level1 ?? ''].find((text) => text !== '') ?? '';
}

/** True for a form nobody has filled in yet: no actual, no score, nothing spent. Gaps in it are no findings. */
export function isUntouched(facts: ScoredFormFacts): boolean {
  const spent = facts.budget?.total.spent.value ?? null;
  return (
    (spent === null || spent.isZero()) &&
    facts.judgedBlocks.every((block) => block.score.value === null) &&
    facts.indicators.every((row) => !isGiven(row.actual) && row.score.value === null)
  );
}

/** The rows that one score cell stands for: usually one row, more where the cell is merged downwards. */
export interface ScoreSpan {
  readonly first: ScoredRow;
  readonly rows: readonly ScoredRow[];
  readonly score: NumberCell;
  /** The weights together, null where none of the rows carries one. */
  readonly weight: Decimal | null;
  /** What the rows earn together, null where a person has to score one of them. */
  readonly computed: Decimal | null;
  /** True where every row is met, false where one is missed, null where one of them is not compared. */
  readonly met: boolean | null;
}

/** The score cells of the indicators, each with the rows that it stands for. */
export function scoreSpans(scored: ScoredForm): readonly ScoreSpan[] {
  return scored.rows.flatMap((first, place) => {
    const count = countOfScore(scored.rows, place);
    return count === 0 ? [] : [spanOf(first, scored.rows.slice(place, place + count))];
  });
}

/** How many rows share the score that stands in the row at a place among the rows of the form; 0 where the score stands further up. */
export function countOfScore(rows: readonly ScoredRow[], place: number): number {
  if (place > 0 && rows[place]?.facts.sharesScore === true) return 0;
  let end = place + 1;
  while (rows[end]?.facts.sharesScore === true) end += 1;
  return end - place;
}

/** What the rows of one score have together. */
export function spanOf(first: ScoredRow, rows: readonly ScoredRow[]): ScoreSpan {
  const { facts, outcome } = first;
  if (rows.length === 1) {
    return {
      first,
      rows,
      score: facts.score,
      weight: facts.weight.value,
      computed: outcome.computed,
      met: outcome.met,
    };
  }
  const weights = rows.flatMap((row) => row.facts.weight.value ?? []);
  const computed = rows.flatMap((row) => row.outcome.computed ?? []);
  const met = rows.map((row) => row.outcome.met);
  return {
    first,
    rows,
    score: facts.score,
    weight: weights.length === 0 ? null : sum(weights),
    computed: computed.length === rows.length ? sum(computed) : null,
    met: met.includes(false) ? false : met.includes(null) ? null : true,
  };
}

/** What of the whole form the checks of a row ask for. */
export interface RowTerms {
  readonly rules: RuleSet;
  /** Nobody has filled the form in yet: gaps are no findings. */
  readonly isUntouched: boolean;
  /** At least every other row has its actual, so that one without was left out. */
  readonly isFilledIn: boolean;
  /** Rows give their reasons in a column of their own. */
  readonly hasReasons: boolean;
}
