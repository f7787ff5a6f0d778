/** What was made of a form, a sheet and a workbook: the values that every face shows. */
import type { CheckedRows } from '../engine/checks/checkRows';
import type { FormFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import type { RuleSet } from '../engine/ruleSet';
import type { ScoredForm } from '../engine/scoreForm';
import type { FormPlan } from '../form/planWrites';
import type { Diagnosis } from '../form/recognise';
import type { WritePlan } from '../form/writePlan';
import type { Choices } from './choices/choices';
import type { FindingKey, IgnoredFinding } from './choices/ignoredFindings';

/** A finding that a person chose to ignore. */
export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface FormResult {
  readonly facts: FormFacts;
  readonly rules: RuleSet;
  /** True when nobody chose the rule set. */
  readonly isGuessed: boolean;
  /** Null for a summary table. */
  readonly scored: ScoredForm | null;
  readonly plan: FormPlan | null;
  /** What was found row by row, so that rows that stay as they are need not be checked again; null for a summary table. */
  readonly checked: CheckedRows | null;
  /** What was found on the form as it stood before anything was written, without what is ignored. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  /** By what each finding, shown or ignored, is known in other recalculations. */
  readonly keys: ReadonlyMap<Finding, FindingKey>;
}

export interface SheetResult {
  readonly sheet: string;
  /** Locked cells cannot be written, and in Excel no marks can be added. */
  readonly isProtected: boolean;
  readonly forms: readonly FormResult[];
  /** Why the sheet has no form, null when it has one. */
  readonly diagnosis: Diagnosis | null;
}

export interface Recalculation {
  readonly sheets: readonly SheetResult[];
  /** What is to be written: one plan a sheet, with all marks that the sheet is to have. */
  readonly plans: readonly WritePlan[];
  /** What puts the workbook back as it was once the plans are applied; empty when they change nothing. */
  readonly undo: readonly WritePlan[];
  /** The sheets as they will stand once the plans are applied; formulas keep the results that they had. */
  readonly after: readonly SheetResult[];
  /** The sheet that the person looks at; null where nobody does. */
  readonly activeSheet: string | null;
  readonly choices: Choices;
  /** Ignored findings that show again, since the figures behind them have changed. */
  readonly lapsed: readonly IgnoredFinding[];
}
