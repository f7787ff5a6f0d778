/**
 * What goes into a roll-up (汇总) of several forms and what comes out of it: the matching of indicators as data that a person can
 * correct, and every figure of the department form with the cells it was made of. Section 8 of the rules.
 */
import type { Decimal } from '../decimal';
import type { TextCell } from '../facts';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm } from '../scoreForm';
import type { BudgetOutcome } from '../outcome';

/** One of the forms that are rolled up. */
export interface RollUpForm {
  /** Tells the form from all others of the workbook. */
  readonly id: string;
  readonly sheet: string;
  /** What a person calls it: its project, else its title. */
  readonly name: string;
  /** Its place in the workbook: forms are taken in this order, whatever order they were chosen in. */
  readonly place: number;
  readonly scored: ScoredForm;
  /** The key of each indicator row by its number, different from those of all other forms. */
  readonly rowKeys: ReadonlyMap<number, RowKey>;
}

/** Which amount averages are weighted by. */
export type MoneyChoice = 'spent' | 'budget';

/** Names one indicator row of one form. */
export type RowKey = string;

/** Rows of the forms that become one indicator of the department form. */
export interface Match {
  /** The key of its first row. */
  readonly id: RowKey;
  readonly rows: readonly RowKey[];
  /** True when a person left it out: it is not in the department form. */
  readonly isLeftOut: boolean;
  /** True when a person split it off or joined it. */
  readonly isByPerson: boolean;
}

export type Matching = readonly Match[];

/** What a person changes about a matching; applied in order. A correction whose row is not there (any more) does nothing. */
export type Correction =
  /** The row gets a match of its own. */
  | { readonly kind: 'split'; readonly row: RowKey }
  /** The matches of both rows become one, in the place of that of `to`. */
  | { readonly kind: 'join'; readonly row: RowKey; readonly to: RowKey }
  /** The match of the row goes out of the department form, or comes back. */
  | { readonly kind: 'leave-out' | 'take-in'; readonly row: RowKey };

/**
 * How the figures of a match become one:
 * - `sum`: absolute values are added, targets too, and then scored
 * - `mean`: relative values are averaged weighted by money, and then scored
 * - `judged`: scores are averaged weighted by money, as shares of their weights
 * - `met`: dates, ranks, ranges and texts that were all met: the whole weight
 * - `alone`: one row, taken over as it stands
 * - `open`: nobody but a person can tell
 */
export type Way = 'sum' | 'mean' | 'judged' | 'met' | 'alone' | 'open';

/** One row that a figure was made of. */
export interface Source {
  readonly row: RowKey;
  readonly form: string;
  readonly formName: string;
  readonly sheet: string;
  readonly targetCell: string | null;
  readonly actualCell: string | null;
  /** What the cells say. */
  readonly targetText: string;
  readonly actualText: string;
  /** What was added or averaged, in the unit of the figure; null where nothing was. */
  readonly target: Decimal | null;
  readonly actual: Decimal | null;
  readonly scoreCell: string | null;
  /** The score that stands on the form, else the computed one; null where there is neither. */
  readonly score: Decimal | null;
  readonly weight: Decimal | null;
  readonly met: boolean | null;
  /** What the form says about points that were lost. */
  readonly reason: TextCell | null;
  /** The form's money, in one unit for all sources; null when the form does not say. */
  readonly money: Decimal | null;
}

/** One indicator of the department form. */
export interface RolledUpRow {
  /** The id of its match. */
  readonly match: RowKey;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly way: Way;
  /** As it stands in the cell: "≥1000个". */
  readonly target: string;
  readonly actual: string;
  /** What was worked out, exact and in the unit of the figure; null where nothing was. */
  readonly targetValue: Decimal | null;
  readonly actualValue: Decimal | null;
  /** The unit of both as a person writes it, "" for none. */
  readonly unit: string;
  readonly weight: Decimal;
  /** Null where a person has to score it. */
  readonly score: Decimal | null;
  /** True where the score follows from target and actual by the rules; false where it has to be typed. */
  readonly isComputed: boolean;
  readonly sources: readonly Source[];
}

/** A form's part in the money. */
export interface FundSource {
  readonly form: string;
  readonly formName: string;
  readonly sheet: string;
  readonly budgetCell: string | null;
  readonly spentCell: string | null;
  /** As they stand, in the form's unit. */
  readonly budgetText: string;
  readonly spentText: string;
  /** In the unit of the department form; null when the form does not say. */
  readonly budget: Decimal | null;
  readonly spent: Decimal | null;
}

export interface RolledUpFund {
  readonly budget: Decimal | null;
  readonly spent: Decimal | null;
  /** How many 元 make one of the amounts' unit; null when no form says. */
  readonly unit: Decimal | null;
  /** What the execution can earn; null where the forms give it no weight. */
  readonly weight: Decimal | null;
  readonly outcome: BudgetOutcome;
  readonly sources: readonly FundSource[];
}

/** The more urgent ones first. */
export const LEFT_CODES = [
  /** The form has no amount to weight by: averages with its rows are left open. */
  'money-missing',
  /** The form does not say whether its amounts are 元 or 万元. */
  'money-unit-unknown',
  'budget-missing',
  'spent-missing',
  /** The forms are of different years. */
  'years-differ',
  /** Scored blocks that are neither fund nor indicator: not in the department form. */
  'block-left-out',
  'score-missing',
  /** One score cell stands for several rows. */
  'score-shared',
  /** The row has no weight, so that its score is no share of anything. */
  'weight-missing',
  /** An average without the money of all its forms. */
  'no-average',
  'actual-missing',
  /** Target or actual hold no number that could be compared. */
  'unreadable',
  /** Same name, other unit (% beside 个): not put together. */
  'units-differ',
  /** Same name, but a floor here and a ceiling there. */
  'directions-differ',
  /** Same name, but figures here and words or dates there. */
  'kinds-differ',
  /** Put together although one of them gives no unit. */
  'unit-assumed',
  /** The same name more than once in one form: which belongs to which is not certain. */
  'name-repeated',
  /** Dates, ranks and texts: target and actual have to be put into words. */
  'text-to-write',
  'not-all-met',
  /** A score that was typed is not the computed one; the department form has the computed one. */
  'typed-differs',
  /** An actual that is no measurement (≥90%, about 50). */
  'not-measured',
  /** Same name under different first levels; it stands under the first one. */
  'levels-differ',
  /** The forms give the indicator different weights; it got its share by the rule set. */
  'weights-differ',
  /** The indicator is in one form only. */
  'only-one-form',
] as const;
export type LeftCode = (typeof LEFT_CODES)[number];

/** Something that a person has to look at; `match` is null where it concerns a form as a whole. */
export interface LeftToPerson {
  readonly code: LeftCode;
  readonly match: RowKey | null;
  /** Cells to look at, with the name of the form and the sheet. */
  readonly places: readonly Place[];
  readonly params: Readonly<Record<string, string>>;
}

export interface Place {
  readonly formName: string;
  readonly sheet: string;
  readonly cell: string | null;
}

export interface RolledUp {
  readonly rules: RuleSet;
  readonly money: MoneyChoice;
  /** The year of most forms; null when none says. */
  readonly year: number | null;
  /** The name of the unit on most forms; null when none says. */
  readonly unitName: string | null;
  readonly fund: RolledUpFund;
  /** By first and second level. */
  readonly rows: readonly RolledUpRow[];
  /** 100 unless there is nothing to give points to. */
  readonly weight: Decimal;
  /** Σ of the scores, the execution's with them, under the cap of the rule set where it has one. */
  readonly score: Decimal;
  readonly left: readonly LeftToPerson[];
}
