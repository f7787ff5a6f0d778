/** What a form says, as plain texts: the shape in which what was meant is held against what was read. */
import type { FormFacts, FundRow, NumberCell, ScoredFormFacts } from '../../src/engine/facts';

export interface SeenFundRow {
  row: number;
  label: string;
  budget: string | null;
  spent: string | null;
  rate: string | null;
}

export interface SeenRow {
  row: number;
  goal: number | null;
  level1: string | null;
  level2: string | null;
  name: string;
  target: string;
  /** The cell of the value, where operator and unit have cells of their own. */
  targetCell: string;
  unit: string;
  actual: string;
  actualCell: string | null;
  weight: string | null;
  score: string | null;
  scoreCell: string | null;
  shares: boolean;
  reason: string | null;
}

export interface SeenForm {
  kind: string;
  title: string;
  year: number | null;
  projectName: string | null;
  unitName: string | null;
  budget: {
    total: SeenFundRow;
    parts: SeenFundRow[];
    weight: string | null;
    score: string | null;
    scoreCell: string | null;
    rateCell: string | null;
    unit: string | null;
    reason: string | null;
  } | null;
  goals: { number: number; title: string; cell: string; points: string | null }[];
  rows: SeenRow[];
  judged: { row: number; name: string; weight: string | null; score: string | null }[];
  groups: { level: number; label: string; cell: string; points: string; rows: number[] }[];
  subtotals: { row: number; weight: string | null; score: string | null; rows: number[] }[];
  total: {
    row: number;
    weight: string | null;
    score: string | null;
    cell: string | null;
    grade: string | null;
  } | null;
  formReason: string | null;
  placeholders: string[];
}

/** A blank or a mark: which cell it stands in does not matter. */
export function isNoTarget(text: string): boolean {
  return ['', '—', '/'].includes(text);
}

/** Labels in one spelling: half width, no white space. */
export function plainLabel(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function valueOf({ value }: NumberCell): string | null {
  return value?.toFixed() ?? null;
}

/** What our reader read. */
export function describeFacts(facts: FormFacts): SeenForm {
  if (facts.kind === 'summary-table') throw new Error('read as a summary table');
  return describeForm(facts);
}

function describeForm(facts: ScoredFormFacts): SeenForm {
  const { budget, total } = facts;
  return {
    kind: facts.kind,
    title: facts.title,
    year: facts.year,
    projectName: facts.projectName,
    unitName: facts.unitName,
    budget: budget && {
      total: describeFundRow(budget.total),
      parts: budget.parts.map(describeFundRow),
      weight: valueOf(budget.weight),
      score: valueOf(budget.score),
      scoreCell: budget.score.cell,
      rateCell: budget.total.rate.cell,
      unit: budget.unit?.toFixed() ?? null,
      reason: budget.reason?.text ?? null,
    },
    goals: facts.goals.map(({ number, title, cell, points }) => ({
      number,
      title,
      cell,
      points: points?.toFixed() ?? null,
    })),
    rows: facts.indicators.map((row) => ({
      row: row.row,
      goal: row.goal,
      level1: row.level1,
      level2: row.level2,
      name: plainLabel(row.name),
      target: row.target.text,
      targetCell: isNoTarget(row.target.text) ? '' : row.targetCells.join(' '),
      unit: row.unit,
      actual: row.actual.text,
      actualCell: row.actualCell,
      weight: valueOf(row.weight),
      score: valueOf(row.score),
      scoreCell: row.score.cell,
      shares: row.sharesScore,
      reason: row.reason?.text ?? null,
    })),
    judged: facts.judgedBlocks.map(({ row, name, weight, score }) => ({
      row,
      name: plainLabel(name),
      weight: valueOf(weight),
      score: valueOf(score),
    })),
    groups: facts.groups.map(({ level, label, cell, points, rows }) => ({
      level,
      label: plainLabel(label),
      cell,
      points: points.toFixed(),
      rows: [...rows],
    })),
    subtotals: facts.subtotals.map(({ row, weight, score, rows }) => ({
      row,
      weight: valueOf(weight),
      score: valueOf(score),
      rows: [...rows],
    })),
    total: total && {
      row: total.row,
      weight: valueOf(total.weight),
      score: valueOf(total.score),
      cell: total.score.cell,
      grade: total.grade?.text ?? null,
    },
    formReason: facts.formReason?.text ?? null,
    placeholders: facts.placeholders.map(({ cell }) => cell),
  };
}

function describeFundRow({ row, label, budget, spent, rate }: FundRow): SeenFundRow {
  return {
    row,
    label: plainLabel(label),
    budget: valueOf(budget),
    spent: valueOf(spent),
    rate: valueOf(rate),
  };
}
