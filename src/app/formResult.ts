/** What was made of a form, a sheet and a workbook: the values that every face shows. */
import type { FormFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import type { RuleSet } from '../engine/ruleSet';
import type { ScoredForm } from '../engine/scoreForm';
import type { FormPlan } from '../form/planWrites';
import type { Diagnosis } from '../form/recognise';
import type { WritePlan } from '../form/writePlan';
import type { Choices } from './choices/choices';
import type { FindingKey } from './choices/ignoredFindings';

/** A finding that a person chose to ignore. */
export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A form that was read and scored, and what would be written into it. */
export interface PlannedForm {
  readonly facts: FormFacts;
  readonly rules: RuleSet;
  /** True when nobody chose the rule set. */
  readonly isGuessed: boolean;
  /** Null for a summary table. */
  readonly scored: ScoredForm | null;
  readonly plan: FormPlan | null;
}

/** The same with what was found on it. */
export interface FormResult extends PlannedForm {
  /** What was found on the form as it stood before anything was written, without what is ignored. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  /** By what each finding, shown or ignored, is known in other recalculations. */
  readonly keys: ReadonlyMap<Finding, FindingKey>;
}

export interface SheetResult<Form extends PlannedForm = FormResult> {
  readonly sheet: string;
  /** Locked cells cannot be written, and in Excel no marks can be added. */
  readonly isProtected: boolean;
  readonly forms: readonly Form[];
  /** Why the sheet has no form, null when it has one. */
  readonly diagnosis: Diagnosis | null;
}

/** Checks, plans and what follows from them are each worked out when they are first asked for. */
export interface Recalculation {
  /** The sheets as they stand, not yet checked. */
  readonly planned: readonly SheetResult<PlannedForm>[];
  /** The sheets as they stand, with what was found on them. */
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
}
