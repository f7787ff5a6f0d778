/**
 * The main job: read a workbook, recognise its forms, score and check them, plan what to write, and apply the plan. Two round
 * trips whatever the size: one to read, one to write.
 */
import { checkForm, checkSummaryTable, checkWorkbook } from '../engine/checks/checkForm';
import type { Decimal } from '../engine/decimal';
import type { FormFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import type { RuleSet } from '../engine/ruleSet';
import { guessRuleSet } from '../engine/guessRuleSet';
import { scoreForm, type ScoredForm } from '../engine/scoreForm';
import { applyWrites } from '../form/applyWrites';
import type { Grid } from '../form/grid';
import { HEADER_NAMES_SETTING, nameHeaders, readHeaderNames } from '../form/headerNames';
import { markFindings, ownScoresFrom, rememberScores } from '../form/marks';
import { planForm, type FormPlan } from '../form/planWrites';
import { recogniseForms, type Diagnosis } from '../form/recognise';
import { reversePlan } from '../form/reversePlan';
import type { WritePlan } from '../form/writePlan';
import { sameMarks } from '../workbook/planCheck';
import type { SheetSnapshot, Workbook } from '../workbook/workbook';

export interface RecalculateOptions {
  /** Null: guessed from each form. */
  readonly rules: RuleSet | null;
  /** Only this sheet; null for all. */
  readonly sheet: string | null;
  readonly overwriteScores: boolean;
}

export interface FormResult {
  readonly facts: FormFacts;
  readonly rules: RuleSet;
  /** True when nobody chose the rule set. */
  readonly isGuessed: boolean;
  /** Null for a summary table. */
  readonly scored: ScoredForm | null;
  readonly plan: FormPlan | null;
  /** What was found on the form as it stood before anything was written. */
  readonly findings: readonly Finding[];
}

export interface Recalculation {
  readonly sheets: readonly SheetResult[];
  /** What is to be written: one plan a sheet, with all marks that the sheet is to have. */
  readonly plans: readonly WritePlan[];
  /** What puts the workbook back as it was once the plans are applied; empty when they change nothing. */
  readonly undo: readonly WritePlan[];
  /** The sheet that the person looks at; null where nobody does. */
  readonly activeSheet: string | null;
}

export interface SheetResult {
  readonly sheet: string;
  /** Locked cells cannot be written, and in Excel no marks can be added. */
  readonly isProtected: boolean;
  readonly forms: readonly FormResult[];
  /** Why the sheet has no form, null when it has one. */
  readonly diagnosis: Diagnosis | null;
}

/** Recalculates the forms of a workbook and writes what follows. Sheets without a form are listed with their diagnosis. */
export async function recalculate(workbook: Workbook, options: RecalculateOptions): Promise<Recalculation> {
  const recalculation = await planRecalculation(workbook, options);
  await workbook.apply(recalculation.plans);
  return recalculation;
}

/** Reads a workbook and works out what a recalculation finds and would write; writes nothing. */
export async function planRecalculation(
  workbook: Workbook,
  options: RecalculateOptions,
): Promise<Recalculation> {
  const {
    sheets: read,
    settings,
    activeSheet,
  } = await workbook.read(options.sheet === null ? null : [options.sheet]);
  const names = readHeaderNames(settings[HEADER_NAMES_SETTING]);
  const drafts = read.map((snapshot): SheetDraft => {
    const sheet = { ...snapshot, grid: nameHeaders(snapshot.grid, names) };
    return { sheet, result: calculateSheet(sheet, options) };
  });
  const plans = planSheets(drafts, options);
  return {
    sheets: checkTogether(drafts.map(({ result }) => result)),
    plans,
    undo: undoOf(plans, read),
    activeSheet,
  };
}

/** Only for sheets that the plans changed. */
function undoOf(plans: readonly WritePlan[], sheets: readonly SheetSnapshot[]): readonly WritePlan[] {
  return plans.flatMap((plan) => {
    const marks = sheets.find(({ grid }) => grid.sheet === plan.sheet)?.marks ?? [];
    const isSame = plan.writes.length === 0 && sameMarks(plan.marks, marks);
    return isSame ? [] : [reversePlan(plan, marks)];
  });
}

function calculateSheet(
  { grid, isProtected, marks }: SheetSnapshot,
  options: RecalculateOptions,
): SheetResult {
  const { forms, diagnosis } = recogniseForms(grid);
  const ownScores = ownScoresFrom(marks);
  return {
    sheet: grid.sheet,
    isProtected,
    diagnosis,
    forms: forms.map((facts) => calculateForm(facts, grid, ownScores, options)),
  };
}

function calculateForm(
  facts: FormFacts,
  grid: Grid,
  ownScores: ReadonlyMap<string, Decimal>,
  options: RecalculateOptions,
): FormResult {
  const rules = options.rules ?? guessRuleSet(facts);
  const isGuessed = options.rules === null;
  if (facts.kind === 'summary-table') {
    return { facts, rules, isGuessed, scored: null, plan: null, findings: checkSummaryTable(facts) };
  }
  const scored = scoreForm(facts, rules);
  const plan = planForm(scored, grid, { overwriteScores: options.overwriteScores, ownScores });
  return { facts, rules, isGuessed, scored, plan, findings: checkForm(scored) };
}

/** Adds the findings that only show when the forms of a workbook lie side by side. */
function checkTogether(sheets: readonly SheetResult[]): readonly SheetResult[] {
  const found = checkWorkbook(
    sheets.flatMap(({ sheet, forms }) => forms.map(({ facts }) => ({ sheet, facts }))),
  );
  let next = 0;
  return sheets.map((sheet) => ({
    ...sheet,
    forms: sheet.forms.map((form) => {
      const across = found[next] ?? [];
      next += 1;
      return across.length === 0 ? form : { ...form, findings: [...form.findings, ...across] };
    }),
  }));
}

/** A sheet as it stands and what was made of it alone. */
interface SheetDraft {
  readonly sheet: SheetSnapshot;
  readonly result: SheetResult;
}

/** One plan a sheet. Its marks tell what is still wrong once it is written, so that a second run leaves them as they are. */
function planSheets(drafts: readonly SheetDraft[], options: RecalculateOptions): readonly WritePlan[] {
  const plans = drafts.map(({ result }) => result.forms.flatMap(({ plan }) => plan ?? []));
  const writes = plans.map((ofSheet) => ofSheet.flatMap((plan) => plan.writes));
  const afterwards = checkTogether(
    drafts.map(({ sheet, result }, index) => {
      const changed = writes[index] ?? [];
      if (changed.length === 0) return result;
      return calculateSheet({ ...sheet, grid: applyWrites(sheet.grid, changed) }, options);
    }),
  );
  return afterwards.map(({ sheet, forms }, index) => {
    const ownScores = new Map(plans[index]?.flatMap((plan) => [...plan.ownScores]));
    const marks = [...markFindings(forms), ...rememberScores(ownScores)];
    return { sheet, writes: writes[index] ?? [], marks };
  });
}
