/** Why something that a person asked for cannot be done: a value; its sentence is made in `wording.ts`. */
export type ProblemCode =
  /** A part of the program could not be fetched from its server. */
  | 'not-fetched'
  /** Neither an indicator nor another scored row stands there (any more). */
  | 'no-such-row'
  /** The finding is no longer there: the sheet was changed. */
  | 'no-such-finding'
  | 'nothing-to-accept'
  /** The score of the row follows from its figures. */
  | 'not-judged'
  | 'no-score-cell'
  | 'no-weight'
  | 'formula'
  | 'locked'
  | 'score-not-a-number'
  | 'score-out-of-range'
  | 'score-too-fine'
  | 'reason-missing'
  | 'reason-too-long'
  | 'too-many-choices'
  /** A rule set that cannot be used; the field tells where. */
  | 'unusable-rules'
  /** The sheet that is to become that of the next year holds no form (any more). */
  | 'next-year-no-form'
  /** There is no preview to confirm. */
  | 'nothing-to-confirm'
  /** The sheet was changed after the preview was shown. */
  | 'preview-outdated'
  /** The form that was to be summarised is not there (any more). */
  | 'summary-no-form'
  /** A table of scores has no indicators to tell of. */
  | 'summary-table'
  /** No indicator has a score, and none can be worked out. */
  | 'summary-not-scored'
  /** Fewer than two forms are chosen to be rolled up. */
  | 'roll-up-few-forms'
  /** None of the forms to be rolled up has both a budget and spending. */
  | 'roll-up-no-money'
  /** All indicators were left out of the roll-up. */
  | 'roll-up-no-indicators'
  /** The forms were changed after the matching was shown. */
  | 'roll-up-changed';

export interface Problem {
  readonly code: ProblemCode;
  /** Words and figures that fill the sentence. */
  readonly params: Readonly<Record<string, string>>;
}

/** What could be worked out, or why it could not. */
export type Attempt<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly problem: Problem };

export function done<Result>(result: Result): Attempt<Result> {
  return { ok: true, result };
}

export function failed(
  code: ProblemCode,
  params: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, params } };
}
