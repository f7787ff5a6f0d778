/** A mistake or a remark found on a form. A finding is a value; its sentence is made from the locale files. */
export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The indicator's row, null for findings of the form, its fund block or a goal. */
  readonly row: number | null;
  /** Where a person should look, null when there is no such cell. */
  readonly cell: string | null;
  /** Figures and words that fill the sentence, already written as a person reads them. */
  readonly params: Readonly<Record<string, string>>;
}

export const FINDING_CODES = [
  'score-exceeds-weight',
  'score-negative',
  'score-above-rule',
  'total-wrong',
  'weights-sum',
  'rate-wrong',
  'rate-score-wrong',
  'unreadable-number',
  'actual-missing',
  'error-value',
  'columns-shifted',
  'summary-rows',
  'grade-wrong',
  'target-missed',
  'reason-missing',
  'level-points',
  'score-missing',
  'goal-points',
  'rate-over-100',
  'rate-low',
  'overachieved',
  'unit-mismatch',
  'cost-vs-budget',
  'fund-sum',
  'budget-missing',
  'level-weights',
  'repeated-rows',
  'too-few-indicators',
  'text-disagrees',
  'score-below-rule',
  'not-measured',
  'actual-copied',
  'malformed-operator',
  'label-missing',
  'placeholder-left',
  'satisfaction-missing',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
