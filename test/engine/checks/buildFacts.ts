/**
 * Builds scored forms for the tests of the checks: a clean form about which nothing is to be said, and changes to it.
 * Outcomes are given, not computed, so that a check is tested against what it is handed.
 */
import { rateOf } from '../../../src/engine/checks/figures';
import { Decimal, sum } from '../../../src/engine/decimal';
import { textEntry, type Entry } from '../../../src/engine/entry';
import type {
  BudgetBlock,
  FundRow,
  IndicatorRow,
  NumberCell,
  ScoredFormFacts,
  SummaryRow,
  SummaryTableFacts,
  TotalRow,
} from '../../../src/engine/facts';
import type { Finding, FindingCode } from '../../../src/engine/finding';
import type { JudgedReason, Outcome, Reading } from '../../../src/engine/outcome';
import type { RuleSet } from '../../../src/engine/ruleSet';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import type { ScoredForm, ScoredRow } from '../../../src/engine/scoreForm';

/**
 * What is written in a number cell: "10", "97.24%", "—", "#REF!"; "" is blank. "!" before it: unreadable; "!!" before it:
 * unreadable, but its number could be made out.
 */
export function numberCell(cell: string | null, written: string): NumberCell {
  const text = written.replace(/^!+/, '');
  const found = /-?\d+(\.\d+)?/.exec(text)?.[0];
  const number = found === undefined ? null : new Decimal(found);
  const value = number !== null && text.includes('%') ? number.div(100) : number;
  const base = { cell, entry: textEntry(text), formula: false };
  if (text === '') return { ...base, state: 'blank', value: null };
  if (text.startsWith('#')) return { ...base, state: 'error', value: null };
  if (text === '—') return { ...base, state: 'none', value: null };
  if (written.startsWith('!!')) return { ...base, state: 'unreadable', value };
  if (written.startsWith('!')) return { ...base, state: 'unreadable', value: null };
  return { ...base, state: 'number', value };
}

const TEXT: Reading = { kind: 'text', why: 'no-number' };

function outcome(given: Partial<Outcome>): Outcome {
  return {
    basis: 'judged',
    met: null,
    computed: null,
    targetValue: null,
    actualValue: null,
    target: TEXT,
    actual: TEXT,
    direction: null,
    judged: null,
    steps: [],
    ...given,
  };
}

/** A comparison of two numbers written so, e.g. compared('at-most', '20万元', '25万元', '8', 10000). */
export function compared(
  basis: 'at-least' | 'at-most',
  target: string,
  actual: string,
  computed: string | null,
  scale = 1,
): Outcome {
  const targetValue = new Decimal(/[\d.]+/.exec(target)?.[0] ?? 0).times(scale);
  const actualValue = new Decimal(/[\d.]+/.exec(actual)?.[0] ?? 0).times(scale);
  return outcome({
    basis,
    met: basis === 'at-least' ? actualValue.gte(targetValue) : actualValue.lte(targetValue),
    computed: computed === null ? null : new Decimal(computed),
    targetValue,
    actualValue,
    target: { kind: 'quantity', value: targetValue, unit: '', taken: target, hasOperator: false },
    actual: { kind: 'quantity', value: actualValue, unit: '', taken: actual, hasOperator: false },
    direction: { kind: basis === 'at-least' ? 'floor' : 'ceiling', from: 'operator' },
  });
}

export function sameText(computed: string): Outcome {
  return outcome({ basis: 'same-text', met: true, computed: new Decimal(computed) });
}

export function judged(why: JudgedReason = 'no-number'): Outcome {
  return outcome({ basis: 'judged', judged: why });
}

export function noActual(): Outcome {
  return outcome({ basis: 'blank', actual: { kind: 'blank' } });
}

/** A row as a person would describe it; what is left out stays as it is on the clean form. */
export interface RowChange {
  readonly level1?: string | null;
  readonly level2?: string | null;
  readonly name?: string;
  readonly target?: string;
  readonly actual?: string;
  readonly hasActualColumn?: boolean;
  readonly unit?: string;
  readonly weight?: string;
  readonly score?: string;
  readonly sharesScore?: boolean;
  readonly hasScoreColumn?: boolean;
  /** Null: the form has no reason column. */
  readonly reason?: string | null;
  readonly goal?: number;
  readonly outcome?: Outcome;
}

type Row = Required<Omit<RowChange, 'goal'>> & { readonly goal: number | null };

const COMMON = {
  unit: '',
  sharesScore: false,
  hasScoreColumn: true,
  hasActualColumn: true,
  reason: '',
  goal: null,
};

/** Rows 10–14: weights 20, 20, 10, 30 and 10, all met at full score. */
const CLEAN_ROWS: readonly Row[] = [
  {
    ...COMMON,
    level1: '产出指标',
    level2: '数量指标',
    name: '培训人数',
    target: '≥50人',
    actual: '52人',
    weight: '20',
    score: '20',
    outcome: compared('at-least', '≥50人', '52人', '20'),
  },
  {
    ...COMMON,
    level1: '产出指标',
    level2: '质量指标',
    name: '培训合格率',
    target: '100%',
    actual: '100%',
    weight: '20',
    score: '20',
    outcome: compared('at-least', '100%', '100%', '20', 0.01),
  },
  {
    ...COMMON,
    level1: '产出指标',
    level2: '成本指标',
    name: '项目总成本',
    target: '≤20万元',
    actual: '20万元',
    weight: '10',
    score: '10',
    outcome: compared('at-most', '≤20万元', '20万元', '10', 10000),
  },
  {
    ...COMMON,
    level1: '效益指标',
    level2: '社会效益指标',
    name: '就业能力',
    target: '持续提升',
    actual: '持续提升',
    weight: '30',
    score: '30',
    outcome: sameText('30'),
  },
  {
    ...COMMON,
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '学员满意度',
    target: '≥90%',
    actual: '92%',
    weight: '10',
    score: '10',
    outcome: compared('at-least', '≥90%', '92%', '10', 0.01),
  },
];
const FIRST_ROW = 10;

function buildRow(row: Row, number: number): ScoredRow {
  const entry = (text: string): Entry => textEntry(text);
  const facts: IndicatorRow = {
    row: number,
    goal: row.goal,
    level1: row.level1,
    level2: row.level2,
    name: row.name,
    nameCell: `D${number}`,
    label: row.name,
    target: entry(row.target),
    targetCells: [`E${number}`],
    unit: row.unit,
    actual: entry(row.actual),
    actualCell: row.hasActualColumn ? `F${number}` : null,
    weight: numberCell(`G${number}`, row.weight),
    score: numberCell(row.hasScoreColumn ? `H${number}` : null, row.score),
    sharesScore: row.sharesScore,
    reason: row.reason === null ? null : { cell: `I${number}`, text: row.reason },
  };
  return { facts, outcome: row.outcome };
}

export function fundRow(row: number, label: string, budget: string, spent: string, rate: string): FundRow {
  return {
    row,
    label,
    budget: numberCell(`E${row}`, budget),
    spent: numberCell(`F${row}`, spent),
    rate: numberCell(`H${row}`, rate),
  };
}

/** The fund block of a form, by what is written in it. */
export interface BudgetChange {
  readonly budget?: string;
  readonly spent?: string;
  readonly rate?: string;
  readonly weight?: string;
  readonly score?: string;
  /** What the execution earns; "" for nothing. */
  readonly computed?: string;
  readonly parts?: readonly FundRow[];
  readonly unit?: string | null;
  readonly reason?: string | null;
}

export interface FormChange {
  /** Changes of rows 10–14, by row number. */
  readonly rows?: Readonly<Record<number, RowChange>>;
  /** Changes of all rows, before those of single rows. */
  readonly everyRow?: RowChange;
  /** Null: a form without a fund block. */
  readonly budget?: BudgetChange | null;
  /** What the total row prints; its score is the sum unless given. Null: no total row. */
  readonly total?: { readonly weight?: string; readonly score?: string; readonly grade?: string } | null;
  readonly facts?: Partial<ScoredFormFacts>;
  readonly rules?: RuleSet;
}

function buildBudget(change: BudgetChange): BudgetBlock {
  return {
    total: fundRow(6, '年度资金总额', change.budget ?? '20', change.spent ?? '20', change.rate ?? '100.00%'),
    parts: change.parts ?? [fundRow(7, '其中：财政拨款', change.budget ?? '20', change.spent ?? '20', '')],
    weight: numberCell('G6', change.weight ?? '10'),
    score: numberCell('I6', change.score ?? '10'),
    unit: change.unit === null ? null : new Decimal(change.unit ?? '10000'),
    reason:
      change.reason === undefined || change.reason === null ? null : { cell: 'J6', text: change.reason },
  };
}

/** The clean form with the changes made to it. */
export function form(change: FormChange = {}): ScoredForm {
  const rows = CLEAN_ROWS.map((row, index) => {
    const number = FIRST_ROW + index;
    return buildRow({ ...row, ...change.everyRow, ...change.rows?.[number] }, number);
  });
  const budget = change.budget === null ? null : buildBudget(change.budget ?? {});
  const indicators = change.facts?.indicators ?? rows.map(({ facts }) => facts);
  const scores = [
    budget?.score,
    ...(change.facts?.judgedBlocks ?? []).map(({ score }) => score),
    ...indicators.filter((row) => !row.sharesScore).map(({ score }) => score),
  ].flatMap((score) => score?.value ?? []);
  const total: TotalRow | null =
    change.total === null
      ? null
      : {
          row: 20,
          weight: numberCell('G20', change.total?.weight ?? '100'),
          score: numberCell('H20', change.total?.score ?? sum(scores).toString()),
          grade: change.total?.grade === undefined ? null : { cell: 'J20', text: change.total.grade },
        };
  const rate = change.budget?.computed ?? '10';
  return {
    rules: change.rules ?? MOF_2020,
    budget:
      budget === null
        ? null
        : { rate: rateOf(budget.total), computed: rate === '' ? null : new Decimal(rate), steps: [] },
    rows: rows.filter(({ facts }) => indicators.some(({ row }) => row === facts.row)),
    facts: {
      kind: 'project',
      range: 'A1:I20',
      title: '项目支出绩效自评表',
      titleCell: 'A1',
      year: 2022,
      projectName: '技能培训',
      unitName: null,
      budget,
      goals: [],
      indicators,
      judgedBlocks: [],
      groups: [],
      subtotals: [],
      total,
      formReason: null,
      placeholders: [],
      unknownHeaders: [],
      ...change.facts,
    },
  };
}

/** Rows of the clean form, for tests that leave some out. */
export function rowsOf(scored: ScoredForm, ...numbers: readonly number[]): readonly IndicatorRow[] {
  return scored.facts.indicators.filter(({ row }) => numbers.includes(row));
}

export function summaryRow(
  row: number,
  label: string,
  weight: string,
  score: string,
  rate?: string,
): SummaryRow {
  return {
    row,
    label,
    labelCell: `B${row}`,
    weight: numberCell(`C${row}`, weight),
    score: numberCell(`D${row}`, score),
    rate: rate === undefined ? null : numberCell(`E${row}`, rate),
  };
}

export function summaryTable(rows: readonly SummaryRow[], total: SummaryRow | null): SummaryTableFacts {
  return {
    kind: 'summary-table',
    range: 'A1:E9',
    title: '得分情况',
    titleCell: 'A1',
    year: 2022,
    rows,
    total,
  };
}

/** Findings in one line each: "error total-wrong - H20", "warning target-missed 10 F10". */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, code, row, cell }) => `${severity} ${code} ${row ?? '-'} ${cell ?? '-'}`);
}

/** A finding without its code: severity, row and cell, and what fills its sentence. */
export type Told = readonly [where: string, params: Readonly<Record<string, string>>];

/** The findings of one code in all that they tell. */
export function told(findings: readonly Finding[], code: FindingCode): readonly Told[] {
  return findings
    .filter((finding) => finding.code === code)
    .map(({ severity, row, cell, params }) => [`${severity} ${row ?? '-'} ${cell ?? '-'}`, params]);
}

/** A change of the clean form, and what the findings of one code tell of it. */
export interface ToldCase {
  readonly code: FindingCode;
  readonly name: string;
  readonly change: FormChange;
  readonly expected: readonly Told[];
}
