/**
 * The checks that look at one row, or at the rows of one score, and at nothing else: what they find is kept with the row, so that a form of
 * which a few scores were written is not checked all over again.
 */
import type { Finding } from '../finding';
import type { ScoredForm, ScoredRow } from '../scoreForm';
import { checkRowReason } from './reason';
import { isGiven, isUntouched, scoreSpans, type RowTerms, type ScoreSpan } from './rows';
import { checkAgainstRule, checkMissing, checkSpanLimits } from './score';
import { checkActualGiven, checkMet, checkOverachieved, checkUnits } from './target';
import { checkActualWording, checkCopy, checkLabel, checkOperator } from './wording';

/** What was found on the rows of a form, by the first row of each score. */
export interface CheckedRows {
  readonly terms: RowTerms;
  readonly spans: ReadonlyMap<ScoredRow, CheckedSpan>;
}

interface CheckedSpan {
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
  const spans = new Map<ScoredRow, CheckedSpan>();
  for (const span of scoreSpans(scored)) {
    const earlier = known?.get(span.first);
    const isSame = earlier?.span.rows.length === span.rows.length;
    spans.set(
      span.first,
      isSame && earlier.span.rows.every((row, place) => row === span.rows[place])
        ? earlier
        : { span, findings: checkSpan(span, terms) },
    );
  }
  return { terms, spans };
}

function termsOf(scored: ScoredForm): RowTerms {
  const { facts, rules } = scored;
  const untouched = isUntouched(facts);
  const actuals = facts.indicators.filter((row) => isGiven(row.actual)).length;
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
  return found.length === 0 ? NONE : found;
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
