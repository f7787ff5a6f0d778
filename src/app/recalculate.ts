/**
 * The main job: read a workbook, recognise its forms, score and check them, plan what to write, and apply the plan. Two round
 * trips whatever the size: one to read, one to write.
 */
import { checkForm, checkSummaryTable, checkWorkbook } from '../engine/checks/checkForm';
import type { FormFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import type { Decimal } from '../engine/decimal';
import { guessRuleSet, type RuleSet } from '../engine/ruleSet';
import { scoreForm, type ScoredForm } from '../engine/scoreForm';
import { markFindings } from '../form/marks';
import { planForm, type FormPlan } from '../form/planWrites';
import { recogniseForms, type Diagnosis } from '../form/recognise';
import type { WritePlan } from '../form/writePlan';
import type { SheetSnapshot, Workbook } from '../workbook/workbook';

export interface RecalculateOptions {
  /** Null: guessed from each form. */
  readonly rules: RuleSet | null;
  /** Only this sheet; null for all. */
  readonly sheet: string | null;
  readonly overwriteScores: boolean;
  /** False: plan only, write nothing. */
  readonly write: boolean;
}

export interface FormResult {
  readonly facts: FormFacts;
  readonly rules: RuleSet;
  /** Null for a summary table. */
  readonly scored: ScoredForm | null;
  readonly plan: FormPlan | null;
  readonly findings: readonly Finding[];
}

export interface SheetResult {
  readonly sheet: string;
  readonly forms: readonly FormResult[];
  /** Why the sheet has no form, null when it has one. */
  readonly diagnosis: Diagnosis | null;
}

/** Recalculates the forms of a workbook; writes unless told not to. Sheets without a form are listed with their diagnosis. */
export async function recalculate(
  workbook: Workbook,
  options: RecalculateOptions,
): Promise<readonly SheetResult[]> {
  const snapshot = await workbook.read(options.sheet === null ? null : [options.sheet]);
  const drafts = snapshot.sheets.map((sheet) => calculateSheet(sheet, options));
  const results = addFindingsAcrossForms(drafts.map(({ result }) => result));
  const plans = snapshot.sheets.flatMap((sheet, index) => {
    const result = results[index];
    return result ? [planSheet(sheet, result)] : [];
  });
  if (options.write) await workbook.apply(plans);
  return results;
}

function calculateSheet(
  snapshot: SheetSnapshot,
  options: RecalculateOptions,
): { readonly result: SheetResult } {
  const { grid } = snapshot;
  const { forms, diagnosis } = recogniseForms(grid);
  const ownScores = new Map<string, Decimal>();
  const results = forms.map((facts): FormResult => {
    const rules = options.rules ?? guessRuleSet(facts);
    if (facts.kind === 'summary-table') {
      return { facts, rules, scored: null, plan: null, findings: checkSummaryTable(facts) };
    }
    const scored = scoreForm(facts, rules);
    const plan = planForm(scored, grid, { overwriteScores: options.overwriteScores, ownScores });
    return { facts, rules, scored, plan, findings: checkForm(scored) };
  });
  return { result: { sheet: grid.sheet, forms: results, diagnosis } };
}

/** Findings that only show when the forms of a workbook are laid side by side. */
function addFindingsAcrossForms(sheets: readonly SheetResult[]): readonly SheetResult[] {
  const forms = sheets.flatMap(({ sheet, forms: onSheet }) => onSheet.map(({ facts }) => ({ sheet, facts })));
  const across = checkWorkbook(forms);
  let next = 0;
  return sheets.map((sheet) => ({
    ...sheet,
    forms: sheet.forms.map((form) => {
      const found = across[next] ?? [];
      next += 1;
      return { ...form, findings: [...form.findings, ...found] };
    }),
  }));
}

function planSheet({ grid }: SheetSnapshot, { forms }: SheetResult): WritePlan {
  return {
    sheet: grid.sheet,
    writes: forms.flatMap(({ plan }) => plan?.writes ?? []),
    marks: markFindings(forms),
  };
}
