/** The overview of all forms of a workbook, one line a form: what the pane's table, the sheet 自评汇总表 and `recalc --summary` show. */
import words from '../engine/checks/words.json';
import { roundTo, type Decimal } from '../engine/decimal';
import type { NumberCell, ScoredFormFacts } from '../engine/facts';
import type { Finding, Severity } from '../engine/finding';
import type { OverviewLine } from '../form/overview/overviewLine';
import type { Say } from '../locales/sentences';
import { countCompleted } from '../engine/summary/countCompleted';
import type { FormResult, SheetResult } from './formResult';
import { summariseScore } from './summariseScore';
import { wordingIn } from './wording';

/** A line, and where its form begins. */
export interface OverviewRow extends OverviewLine {
  readonly sheet: string;
  readonly kind: NonNullable<OverviewLine['kind']>;
  /** The first cell of the form. */
  readonly cell: string;
}

/** Findings that are told in words; the others are only counted. */
const TOLD = 3;
/** Places to which a rate is given: a percentage with two decimals. */
const RATE_DECIMALS = 4;

/** A line for every form of a workbook, in the order of its sheets. */
export function overviewOf(sheets: readonly SheetResult[], say: Say): readonly OverviewRow[] {
  return sheets.flatMap(({ sheet, forms }) => forms.map((form) => rowOf(sheet, form, say)));
}

/** The line of a file that could not be read. */
export function unreadLine(file: string, sentence: string): OverviewLine {
  return {
    file,
    sheet: null,
    kind: null,
    name: null,
    office: null,
    moneyUnit: null,
    budget: null,
    spent: null,
    rate: null,
    printed: null,
    recalculated: null,
    grade: null,
    indicators: null,
    completed: null,
    errors: 0,
    warnings: 0,
    remarks: sentence,
  };
}

function rowOf(sheet: string, form: FormResult, say: Say): OverviewRow {
  const { facts, findings } = form;
  const { total, grade } = summariseScore(form);
  return {
    file: null,
    sheet,
    cell: facts.titleCell ?? facts.range.split(':', 1)[0] ?? 'A1',
    kind: facts.kind,
    ...namesOf(form),
    ...(facts.kind === 'summary-table' ? NO_FUNDS : fundsOf(facts, form.scored?.budget?.rate ?? null)),
    printed: printedTotal(facts.total?.score ?? null),
    recalculated: write(total.score),
    grade,
    ...countsOf(form),
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
    remarks: tell(findings, say),
  };
}

function namesOf({ facts }: FormResult): Pick<OverviewLine, 'name' | 'office'> {
  const title = orNull(facts.title);
  if (facts.kind === 'summary-table') return { name: title, office: null };
  return { name: orNull(facts.projectName ?? '') ?? title, office: orNull(facts.unitName ?? '') };
}

/** On one line, as a table needs it. */
function orNull(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null;
}

const NO_FUNDS = { moneyUnit: null, budget: null, spent: null, rate: null };

function fundsOf({ budget }: ScoredFormFacts, rate: Decimal | null): typeof NO_FUNDS | Funds {
  if (!budget) return NO_FUNDS;
  return {
    moneyUnit: sayUnit(budget.unit),
    budget: write(budget.total.budget.value),
    spent: write(budget.total.spent.value),
    rate: write(rate && roundTo(rate, RATE_DECIMALS)),
  };
}

type Funds = Pick<OverviewLine, 'moneyUnit' | 'budget' | 'spent' | 'rate'>;

function sayUnit(unit: Decimal | null): string | null {
  return words.moneyUnits.find(({ yuan }) => unit?.eq(yuan))?.word ?? null;
}

/** A decimal where the cell holds one, else what stands there. */
function printedTotal(score: NumberCell | null): string | null {
  if (score?.state === 'number') return write(score.value);
  return orNull(score?.entry.text ?? '');
}

function countsOf({ facts, plan }: FormResult): Pick<OverviewLine, 'indicators' | 'completed'> {
  if (facts.kind === 'summary-table') return { indicators: null, completed: null };
  return {
    indicators: facts.indicators.length,
    completed: countCompleted(facts.indicators, ({ row }) => plan?.scores.get(row) ?? null),
  };
}

function count(findings: readonly Finding[], wanted: Severity): number {
  return findings.filter(({ severity }) => severity === wanted).length;
}

/** The first errors and warnings in words, and how many more there are. */
function tell(findings: readonly Finding[], say: Say): string {
  const wording = wordingIn(say);
  const serious = (['error', 'warning'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const told = serious.slice(0, TOLD).map((finding) =>
    say('overview.finding', {
      severity: say(`pane.severity.${finding.severity}`),
      cell: finding.cell ?? '',
      message: firstSentence(wording.finding(finding)),
    }),
  );
  const rest = serious.length - told.length;
  return [...told, ...(rest > 0 ? [say('overview.more', { count: String(rest) })] : [])].join('\n');
}

/** What is wrong; why and what next would not fit into a table. */
function firstSentence(message: string): string {
  return /^.*?(?:。|\.(?=\s|$))/s.exec(message)?.[0] ?? message;
}

function write(value: Decimal | null): string | null {
  return value === null ? null : value.toString();
}
