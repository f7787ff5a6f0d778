/**
 * The report of a recalculation as other programs rely on it (`recalc --json`, the pane): plain JSON, decimals as strings, rates as
 * fractions, absent values as null.
 */
import type { NumberCell, ScoredFormFacts, SummaryTableFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import { roundTo, sum, ZERO, type Decimal } from '../engine/decimal';
import type { Step } from '../engine/outcome';
import { countCompleted } from '../engine/summary/countCompleted';
import { sumGoal, sumWeights } from '../engine/totals';
import type { FormPlan } from '../form/planWrites';
import type { ScoredForm } from '../engine/scoreForm';
import type { FormResult, SheetResult } from './formResult';

export interface ReportedFinding {
  readonly code: string;
  readonly severity: string;
  readonly row: number | null;
  readonly cell: string | null;
  readonly message: string;
}

/** A finding that a person set aside, with the reason. */
export interface ReportedIgnored extends ReportedFinding {
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface ReportedIndicator {
  readonly row: number;
  readonly goal: number | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly targetValue: string | null;
  readonly actualValue: string | null;
  readonly weight: string | null;
  readonly entered: string | null;
  readonly computed: string | null;
  /** What stands in the score cell afterwards. */
  readonly score: string | null;
  readonly basis: string;
  readonly met: boolean | null;
  readonly scoreCell: string | null;
  /** The computation in words, step by step. */
  readonly steps: readonly string[];
}

export interface ReportedPart {
  readonly row: number;
  readonly name: string;
  readonly weight: string | null;
  readonly entered: string | null;
  readonly scoreCell: string | null;
}

/** What a person reads of a form beside its scores; cheaper than the whole report. */
export interface FormOutline {
  readonly findings: readonly ReportedFinding[];
  readonly counts: { readonly indicators: number; readonly completed: number | null };
  /** Header cells whose word is not known: their columns were not read. */
  readonly unknownHeaders: readonly { readonly cell: string; readonly text: string }[];
  readonly writes: readonly ReportedChange[];
  /** Cells that should be written but are locked. */
  readonly locked: readonly ReportedChange[];
}

export interface ReportedChange {
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

export interface ReportedForm extends FormOutline {
  readonly kind: string;
  readonly range: string;
  readonly title: string;
  readonly rules: string;
  readonly budget: {
    readonly weight: string | null;
    readonly budget: string | null;
    readonly spent: string | null;
    readonly rate: string | null;
    readonly entered: string | null;
    readonly score: string | null;
    readonly rateCell: string | null;
    readonly scoreCell: string | null;
  } | null;
  readonly goals: readonly {
    readonly number: number;
    readonly title: string;
    readonly points: string | null;
    readonly weight: string | null;
    readonly score: string;
  }[];
  readonly indicators: readonly ReportedIndicator[];
  /** Scored blocks that are no indicators (forms), or the rows of a summary table. */
  readonly others: readonly ReportedPart[];
  readonly total: {
    readonly weight: string | null;
    readonly entered: string | null;
    readonly score: string | null;
    readonly cell: string | null;
  };
  readonly ignored: readonly ReportedIgnored[];
}

export interface ReportedSheet {
  readonly sheet: string;
  readonly forms: readonly ReportedForm[];
}

/** How findings and steps are put into words; the faces choose the language. */
export interface Wording {
  readonly finding: (finding: Finding) => string;
  readonly step: (step: Step) => string;
}

/** Places to which a rate is given: a percentage with two decimals. */
const RATE_DECIMALS = 4;

export function reportSheets(sheets: readonly SheetResult[], wording: Wording): readonly ReportedSheet[] {
  return sheets.map(({ sheet, forms }) => ({ sheet, forms: forms.map((form) => reportForm(form, wording)) }));
}

export function outlineForm(form: FormResult, wording: Wording): FormOutline {
  const { facts, plan } = form;
  const findings = form.findings.map((finding) => reportFinding(finding, wording));
  return facts.kind === 'summary-table' || !plan
    ? { findings, ...NOTHING_READ }
    : { findings, ...outlineScoredForm(facts, plan) };
}

function reportFinding(finding: Finding, wording: Wording): ReportedFinding {
  const { code, severity, row, cell } = finding;
  return { code, severity, row, cell, message: wording.finding(finding) };
}

export function reportForm(form: FormResult, wording: Wording): ReportedForm {
  const shared = {
    kind: form.facts.kind,
    range: form.facts.range,
    title: form.facts.title,
    rules: form.rules.id,
    findings: form.findings.map((finding) => reportFinding(finding, wording)),
    ignored: form.ignored.map(({ finding, reason, at }) => ({
      ...reportFinding(finding, wording),
      reason,
      at,
    })),
  };
  if (form.facts.kind === 'summary-table' || !form.scored || !form.plan) {
    return { ...shared, ...reportSummaryTable(form.facts.kind === 'summary-table' ? form.facts : null) };
  }
  return { ...shared, ...reportScoredForm(form.facts, form.scored, form.plan, wording) };
}

type OutlineBody = Omit<FormOutline, 'findings'>;

const NOTHING_READ: OutlineBody = {
  counts: { indicators: 0, completed: null },
  unknownHeaders: [],
  writes: [],
  locked: [],
};

function outlineScoredForm({ indicators, unknownHeaders }: ScoredFormFacts, plan: FormPlan): OutlineBody {
  return {
    counts: {
      indicators: indicators.length,
      completed: countCompleted(indicators, ({ row }) => plan.scores.get(row) ?? null),
    },
    unknownHeaders,
    writes: plan.writes.map(({ cell, from, to }) => ({ cell, from, to })),
    locked: plan.locked,
  };
}

type FormBody = Omit<ReportedForm, 'kind' | 'range' | 'title' | 'rules' | 'findings' | 'ignored'>;

function reportScoredForm(
  facts: ScoredFormFacts,
  scored: ScoredForm,
  plan: FormPlan,
  wording: Wording,
): FormBody {
  const indicators = scored.rows.map(({ facts: row, outcome }): ReportedIndicator => {
    const score = plan.scores.get(row.row) ?? null;
    return {
      row: row.row,
      goal: row.goal,
      level1: row.level1,
      level2: row.level2,
      name: row.name,
      target: row.target.text,
      actual: row.actual.text,
      targetValue: write(outcome.targetValue),
      actualValue: write(outcome.actualValue),
      weight: write(row.weight.value),
      entered: write(row.score.value),
      computed: write(outcome.computed),
      score: write(score),
      basis: outcome.basis,
      met: outcome.met,
      scoreCell: row.score.cell,
      steps: outcome.steps.map(wording.step),
    };
  });
  return {
    budget: reportBudget(facts, scored, plan),
    goals: facts.goals.map((goal) => ({
      number: goal.number,
      title: goal.title,
      points: write(goal.points),
      weight: write(sumGoal(facts, goal).weight),
      score: goalScore(facts, plan, goal.number).toString(),
    })),
    indicators,
    others: facts.judgedBlocks.map((block) => reportPart(block.row, block.name, block.weight, block.score)),
    total: {
      weight: write(sumWeights(facts)),
      entered: write(facts.total?.score.value ?? null),
      score: write(plan.total),
      cell: facts.total?.score.cell ?? null,
    },
    ...outlineScoredForm(facts, plan),
  };
}

function reportBudget(facts: ScoredFormFacts, scored: ScoredForm, plan: FormPlan): FormBody['budget'] {
  if (!facts.budget) return null;
  const { total, weight, score } = facts.budget;
  const rate = scored.budget?.rate ?? null;
  return {
    weight: write(weight.value),
    budget: write(total.budget.value),
    spent: write(total.spent.value),
    rate: write(rate && roundTo(rate, RATE_DECIMALS)),
    entered: write(score.value),
    score: write(plan.budgetScore),
    rateCell: total.rate.cell,
    scoreCell: score.cell,
  };
}

function goalScore(facts: ScoredFormFacts, plan: FormPlan, goal: number): Decimal {
  const rows = facts.indicators.filter((row) => row.goal === goal);
  return sum(rows.map(({ row }) => plan.scores.get(row) ?? ZERO));
}

function reportSummaryTable(table: SummaryTableFacts | null): FormBody {
  const rows = table?.rows ?? [];
  return {
    budget: null,
    goals: [],
    indicators: [],
    others: rows.map((row) => reportPart(row.row, row.label, row.weight, row.score)),
    total: {
      weight: sum(rows.map(({ weight }) => weight.value ?? ZERO)).toString(),
      entered: write(table?.total?.score.value ?? null),
      score: sum(rows.map(({ score }) => score.value ?? ZERO)).toString(),
      cell: table?.total?.score.cell ?? null,
    },
    ...NOTHING_READ,
  };
}

function reportPart(row: number, name: string, weight: NumberCell, score: NumberCell): ReportedPart {
  return { row, name, weight: write(weight.value), entered: write(score.value), scoreCell: score.cell };
}

function write(value: Decimal | null): string | null {
  return value === null ? null : value.toString();
}
