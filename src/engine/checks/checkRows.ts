/**
 * The checks that look at one row, or at the rows of one score, and at nothing else: what they find is kept with the row, so that a form of
 * which a few scores were written is not checked all over again.
 */
import type { Finding } from '../finding';
import type { ScoredForm, ScoredRow } from '../scoreForm';
import { checkRowReason } from './reason';
import { countOfScore, isGiven, isUntouched, spanOf, type RowTerms, type ScoreSpan } from './rows';
import { checkAgainstRule, checkMissing, checkSpanLimits } from './score';
import { checkActualGiven, checkMet, checkOverachieved, checkUnits } from './target';
import { checkActualWording, checkCopy, checkLabel, checkOperator } from './wording';

/** What was found on the rows of a form. */
export interface CheckedRows {
  readonly terms: RowTerms;
  /** One for each row of the form, null for a row whose score stands further up. */
  readonly spans: readonly (CheckedSpan | null)[];
}

export interface CheckedSpan {
  readonly span: ScoreSpan;
  readonly findings: readonly Finding[];
}

const OF_ROW: readonly Check<ScoredRow>[] = [checkMet, checkOverachieved, checkUnits, checkActualGiven];
const OF_SPAN: readonly Check<ScoreSpan>[] = [
  checkSpanLimits,
  checkAgainstRule,
  checkMissing,
  checkRowReason,
];
const OF_WORDS: readonly Check<ScoredRow>[] = [
  checkActualWording,
  checkCopy,
  (row) => checkOperator(row, 'target'),
  (row) => checkOperator(row, 'actual'),
  checkLabel,
];

/**
 * Checks row by row.
 * @param before the same form as it was checked earlier: rows that are the very same are not looked at again
 */
export function checkRows(scored: ScoredForm, before: CheckedRows | null): CheckedRows {
  const terms = termsOf(scored);
  const known = before !== null && isAlike(terms, before.terms) ? before.spans : null;
  const spans = scored.rows.map((first, place): CheckedSpan | null => {
    const count = countOfScore(scored.rows, place);
    if (count === 0) return null;
    const earlier = known?.[place];
    if (earlier && standsAt(earlier.span.rows, scored.rows, place, count)) return earlier;
    const span = spanOf(first, scored.rows.slice(place, place + count));
    return { span, findings: checkSpan(span, terms) };
  });
  return { terms, spans };
}

/** True when these are the very rows at the place. */
function standsAt(
  some: readonly ScoredRow[],
  rows: readonly ScoredRow[],
  place: number,
  count: number,
): boolean {
  return some.length === count && some.every((row, index) => row === rows[place + index]);
}

function termsOf(scored: ScoredForm): RowTerms {
  const { facts, rules } = scored;
  const untouched = isUntouched(facts);
  let actuals = 0;
  for (const { actual } of facts.indicators) if (isGiven(actual)) actuals += 1;
  return {
    rules,
    isUntouched: untouched,
    isFilledIn: !untouched && actuals * 2 >= facts.indicators.length,
    hasReasons: facts.indicators.some((row) => row.reason !== null),
  };
}

function isAlike(one: RowTerms, other: RowTerms): boolean {
  return (
    one.rules === other.rules &&
    one.isUntouched === other.isUntouched &&
    one.isFilledIn === other.isFilledIn &&
    one.hasReasons === other.hasReasons
  );
}

const NONE: readonly Finding[] = [];

function checkSpan(span: ScoreSpan, terms: RowTerms): readonly Finding[] {
  const found: Finding[] = [];
  for (const row of span.rows) runAll(OF_ROW, row, terms, found);
  runAll(OF_SPAN, span, terms, found);
  for (const row of span.rows) runAll(OF_WORDS, row, terms, found);
  // A list that has grown keeps room for more.
  return found.length === 0 ? NONE : found.slice();
}

type Check<Subject> = (subject: Subject, terms: RowTerms) => Finding | null;

function runAll<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
  terms: RowTerms,
  found: Finding[],
): void {
  for (const check of checks) {
    const finding = check(subject, terms);
    if (finding !== null) found.push(finding);
  }
}
