/**
 * What a row earns by the rules, with the steps that lead there, so that any face can show
 * "2.5 × 210 ÷ 800 = 0.65625 → 0.66". Values only; sentences are made from the locale files.
 */
import type { Decimal } from './decimal';

export type Basis = 'at-least' | 'at-most' | 'within' | 'by-date' | 'same-text' | 'judged' | 'blank';

export type Direction = 'floor' | 'ceiling';
/** Where a direction was taken from; a person's word goes before all others. */
export type DirectionSource = 'operator' | 'word' | 'zero' | 'category' | 'name' | 'default' | 'person';

/** What was taken from a target or an actual. */
export type Reading =
  | {
      readonly kind: 'quantity';
      readonly value: Decimal;
      readonly unit: string;
      readonly taken: string;
      readonly hasOperator: boolean;
    }
  | {
      readonly kind: 'range';
      readonly low: Decimal;
      readonly high: Decimal;
      readonly unit: string;
      readonly taken: string;
    }
  | { readonly kind: 'date'; readonly taken: string }
  | { readonly kind: 'text'; readonly why: TextReason }
  | { readonly kind: 'blank' };

/** Why a text is left to a person. */
export type TextReason =
  | 'no-number'
  | 'several-numbers'
  | 'scoring-rule'
  | 'option-list'
  | 'band-name'
  | 'rank'
  | 'ratio'
  | 'frequency'
  | 'no-target'
  /** A mark or 无 stands where something else was asked for. */
  | 'not-given'
  /** There are digits, but they make no clean number, or the words around them contradict each other. */
  | 'unclear';

/** Why a row with an actual is judged by a person. */
export type JudgedReason = TextReason | 'units-differ' | 'outside-range' | 'late' | 'not-comparable';

/** Every step there is; a sentence is made for each. */
export const STEP_CODES = [
  'took-target',
  'took-target-range',
  'took-target-date',
  'took-actual',
  'took-actual-range',
  'took-actual-date',
  'took-actual-done',
  'actual-not-measured',
  'actual-inexact',
  'target-borrowed-unit',
  'actual-borrowed-unit',
  'target-read-as-fraction',
  'actual-read-as-fraction',
  'actual-converted',
  'floor-from-operator',
  'floor-from-word',
  'floor-from-default',
  'floor-from-person',
  'ceiling-from-operator',
  'ceiling-from-word',
  'ceiling-from-zero',
  'ceiling-from-category',
  'ceiling-from-name',
  'ceiling-from-person',
  'equals-as-floor',
  'equals-as-ceiling',
  'floor-met',
  'floor-missed',
  'ceiling-met',
  'ceiling-missed',
  'zero-floor-met',
  'zero-ceiling-met',
  'zero-ceiling-missed',
  'range-met',
  'date-met',
  'text-met',
  'overachieved',
  'no-weight',
  'left-blank',
  'judged-no-number',
  'judged-several-numbers',
  'judged-scoring-rule',
  'judged-option-list',
  'judged-band-name',
  'judged-rank',
  'judged-ratio',
  'judged-frequency',
  'judged-no-target',
  'judged-not-given',
  'judged-unclear',
  'judged-units-differ',
  'judged-outside-range',
  'judged-late',
  'judged-not-comparable',
  'budget-rate',
  'budget-score',
  'budget-capped',
  'budget-none',
  'spent-none',
  'budget-no-weight',
] as const;

export type StepCode = (typeof STEP_CODES)[number];

/** One step of a computation, in the order in which it was done. `code` names the sentence, `params` fill it. */
export interface Step {
  readonly code: StepCode;
  readonly params: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly basis: Basis;
  /** Null where nothing was compared (judged, blank). */
  readonly met: boolean | null;
  /** Rounded by the rule set; null where a person scores the row or the row has no weight. */
  readonly computed: Decimal | null;
  /** The number compared, in base units (95% is 0.95, 2万 is 20000); null where none was. */
  readonly targetValue: Decimal | null;
  readonly actualValue: Decimal | null;
  readonly target: Reading;
  readonly actual: Reading;
  readonly direction: { readonly kind: Direction; readonly from: DirectionSource } | null;
  readonly judged: JudgedReason | null;
  /** Made when somebody asks: of thousands of rows hardly one is explained. */
  readonly steps: readonly Step[];
}

/** Takes down the steps of a row as they are done; null where nobody asks for them, as for nearly all rows. */
export type Trail = Step[] | null;

/** What the execution of the budget earns. */
export interface BudgetOutcome {
  /** spent ÷ budget, unrounded; null when the budget is 0, blank or unreadable. */
  readonly rate: Decimal | null;
  readonly computed: Decimal | null;
  readonly steps: readonly Step[];
}
