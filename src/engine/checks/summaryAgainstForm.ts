/** Holds the scores of a 得分情况表 against the only form of the workbook: each row that is a part of the form, and the total. */
import { sum, ZERO, type Decimal } from '../decimal';
import type { IndicatorRow, NumberCell, ScoredFormFacts, SummaryRow, SummaryTableFacts } from '../facts';
import type { Finding } from '../finding';
import { normaliseText } from '../normaliseText';
import { carriesGrandTotal, sumGroup } from '../totals';
import type { StatedForm } from './checkStatements';
import { plain, sameFigure } from './figures';
import { readLabelGoal } from './missingRows';
import { raise } from './raise';
import words from './words.json';

/** A part of a form as a table lists it. */
interface Part {
  readonly score: Decimal;
  /** What rows without a score could still earn: a table may already count it. */
  readonly open: Decimal;
}

/** `summary-rows` (variants row and form). Gives a list of findings for each form, in the order of the forms. */
export function checkSummaryAgainstForm(forms: readonly StatedForm[]): readonly (readonly Finding[])[] {
  const scored = forms.filter(({ facts }) => facts.kind !== 'summary-table');
  const [form] = scored;
  return forms.map(({ facts }) => {
    if (facts.kind !== 'summary-table' || !form || form.facts.kind === 'summary-table' || scored.length > 1)
      return [];
    // The form's totals are worked out only for a table that is to be held against them.
    return isOfForm(facts, form.facts) ? compare(facts, form.facts, form) : [];
  });
}

/** True for a table of the form's year that lists the form's parts, and not, say, several projects. */
function isOfForm(table: SummaryTableFacts, form: ScoredFormFacts): boolean {
  const isOfYear = table.year === null || form.year === null || table.year === form.year;
  const known = table.rows.filter(({ label }) => partOf(label, form) !== null).length;
  return isOfYear && !carriesGrandTotal(form) && known >= 2 && known * 2 >= table.rows.length;
}

function compare(
  { rows, total }: SummaryTableFacts,
  form: ScoredFormFacts,
  { sheet, totals }: Pick<StatedForm, 'sheet' | 'totals'>,
): readonly Finding[] {
  const found = rows.flatMap((row): readonly Finding[] => {
    const part = partOf(row.label, form);
    const { value } = row.score;
    if (!part || value === null || isWithin(value, part)) return [];
    return [tell('row', row, sheet, value, part.score)];
  });
  const printed = total?.score.value ?? null;
  const [expected] = totals;
  if (!total || printed === null || !expected || totals.some((one) => sameFigure(one, printed))) return found;
  return [...found, tell('form', total, sheet, printed, expected)];
}

function tell(
  variant: string,
  { label, score }: SummaryRow,
  form: string,
  printed: Decimal,
  expected: Decimal,
): Finding {
  return raise(
    'summary-rows',
    { row: null, cell: score.cell },
    { variant, name: label.trim(), printed: plain(printed), expected: plain(expected), form },
  );
}

function isWithin(value: Decimal, { score, open }: Part): boolean {
  return sameFigure(value, score) || (value.gt(score) && value.lte(score.plus(open)));
}

/** The part of the form that a row of a table stands for; null when it is none. */
function partOf(label: string, form: ScoredFormFacts): Part | null {
  const name = nameOf(label);
  const { budget, indicators } = form;
  if (name === '') return null;
  if (words.executionLabels.includes(name)) return budget && partOfCell(budget.score, budget.weight);
  const goal = readLabelGoal(label);
  if (goal !== null)
    return partOfRows(
      form,
      indicators.filter((row) => row.goal === goal),
    );
  if (form.goals.length > 0) return null;
  return partOfRows(
    form,
    indicators.filter(({ level1 }) => level1 !== null && nameOf(level1) === name),
  );
}

function partOfRows(form: ScoredFormFacts, rows: readonly IndicatorRow[]): Part | null {
  if (rows.length === 0) return null;
  const { score } = sumGroup(form, { rows: rows.map(({ row }) => row) });
  const open = rows.filter((row) => row.score.value === null && !row.sharesScore);
  return { score, open: sum(open.map(({ weight }) => weight.value ?? ZERO)) };
}

/** Null for a form that gives its execution no points there. */
function partOfCell(score: NumberCell, weight: NumberCell): Part | null {
  if (score.value !== null) return { score: score.value, open: ZERO };
  return weight.value && { score: ZERO, open: weight.value };
}

/** 产出 for "产出指标（50分）". */
function nameOf(label: string): string {
  return normaliseText(label)
    .replace(/\s|\([^()]*\)/g, '')
    .replace(new RegExp(`${words.indicator}$`), '');
}
