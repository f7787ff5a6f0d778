/** Holds what we report of a form against what people read off it, fact by fact. */
import type { ReportedForm, ReportedIndicator } from '../../app/report';
import { Decimal, sum } from '../../engine/decimal';
import type { ExpectedFinding, ExpectedForm, ExpectedReading, ExpectedRow } from './expectedForm';
import { show, type Fact, type FactKind, type FactValue } from './fact';

/** Notes a fact of the form that is being compared. */
type Note = (kind: FactKind, row: number | null, what: string, got: FactValue, want: FactValue) => void;

/** Every fact of a form; only one where the form was not found. */
export function compareForm(
  expected: ExpectedForm,
  form: ReportedForm | null,
  file: string,
  sheet: string,
): readonly Fact[] {
  const facts: Fact[] = [];
  const note: Note = (kind, row, what, got, want) => {
    facts.push({ kind, file, sheet, row, what, got: show(got), want: show(want) });
  };
  note('form found', null, 'form', form !== null, true);
  if (!form) return facts;
  note('kind', null, 'kind', form.kind, expected.kind);
  compareRows(expected, form, note);
  compareBudget(expected, form, note);
  compareLists(expected, form, note);
  compareTotals(expected, form, note);
  compareFindings(expected, form, note);
  return facts;
}

function compareRows(expected: ExpectedForm, form: ReportedForm, note: Note): void {
  const wanted = new Map(expected.rows.map((row) => [row.row, row]));
  const found = new Map(form.indicators.map((row) => [row.row, row]));
  for (const { row, name } of form.indicators) {
    if (!wanted.has(row)) note('rows', row, 'indicator', name, null);
  }
  for (const row of expected.rows) {
    const own = found.get(row.row);
    note('rows', row.row, 'indicator', own !== undefined, true);
    if (own) compareRow(row, own, note);
  }
}

function compareRow(row: ExpectedRow, own: ReportedIndicator, note: Note): void {
  const at = (kind: FactKind, what: string, got: FactValue, want: FactValue): void => {
    note(kind, row.row, what, got, want);
  };
  if (row.goal !== undefined) at('names and levels', 'goal', own.goal, row.goal);
  at('names and levels', 'level 1', own.level1, row.level1);
  at('names and levels', 'level 2', own.level2, row.level2);
  at('names and levels', 'name', own.name, row.name);
  at('targets and actuals', 'target', own.target, row.target);
  at('targets and actuals', 'actual', own.actual, row.actual);
  at('weights', 'weight', own.weight, row.weight);
  at('scores', 'score', own.entered, row.score);
  at('scores', 'score cell', own.scoreCell, row.scoreCell);
  const reading = closest(row.readings, own);
  if (!reading) return;
  at('basis', 'basis', own.basis, reading.basis);
  at('met', 'met', own.met, reading.met);
  at('computed', 'computed', own.computed, reading.computed);
}

/** The first of the readings that agrees with ours in most. */
function closest(readings: readonly ExpectedReading[], own: ReportedIndicator): ExpectedReading | undefined {
  const agreement = (reading: ExpectedReading): number =>
    [reading.basis === own.basis, reading.met === own.met, reading.computed === own.computed].filter(Boolean)
      .length;
  return [...readings].sort((one, other) => agreement(other) - agreement(one))[0];
}

function compareBudget(expected: ExpectedForm, form: ReportedForm, note: Note): void {
  note('budget', null, 'fund block', form.budget !== null, expected.budget.size > 0);
  if (!form.budget) return;
  const own = new Map<string, string | null>(Object.entries(form.budget));
  for (const [what, want] of expected.budget) note('budget', null, what, own.get(what), want);
}

function compareLists(expected: ExpectedForm, form: ReportedForm, note: Note): void {
  const goals = form.goals.map(({ points, weight, score }) => [points, weight, score]);
  if (expected.goals.length > 0)
    compareLines('goals', 'goal: points, weights, scores', goals, expected.goals, note);
  const parts = form.others.map(({ name, weight, entered, scoreCell }) => [name, weight, entered, scoreCell]);
  if (expected.parts.length > 0)
    compareLines('rows', 'part: label, weight, score, cell', parts, expected.parts, note);
}

type Line = readonly (string | null)[];

function compareLines(
  kind: FactKind,
  what: string,
  got: readonly Line[],
  want: readonly Line[],
  note: Note,
): void {
  const write = (line: Line | undefined): string | null => line?.map(show).join(', ') ?? null;
  for (let index = 0; index < Math.max(got.length, want.length); index += 1) {
    note(kind, null, `${what} ${index + 1}`, write(got[index]), write(want[index]));
  }
}

function compareTotals(expected: ExpectedForm, form: ReportedForm, note: Note): void {
  const scores = [
    form.budget?.entered,
    ...form.indicators.map(({ entered }) => entered),
    ...form.others.map(({ entered }) => entered),
  ];
  note('totals', null, 'cell of the total', form.total.cell, expected.totalCell);
  if (expected.total !== null) note('totals', null, 'total', form.total.entered, expected.total);
  note('sums', null, 'sum of weights', form.total.weight, expected.sumOfWeights);
  const added = sum(scores.map((score) => new Decimal(score ?? 0))).toString();
  note('sums', null, 'sum of scores', added, expected.sumOfScores);
}

type Found = ReportedForm['findings'][number];

function compareFindings(expected: ExpectedForm, form: ReportedForm, note: Note): void {
  const rest = [...form.findings];
  for (const wanted of expected.wanted) {
    const place = rest.findIndex((finding) => answers(finding, wanted));
    const found = place === -1 ? null : wanted.codes.join(' or ');
    note('findings missing', wanted.row ?? null, `at ${show(wanted.cell)}`, found, wanted.codes.join(' or '));
    if (place !== -1) rest.splice(place, 1);
  }
  const open = rest.filter(({ code, severity }) => expected.isLabelled(code, severity));
  for (const finding of open) {
    const isOpen = expected.tolerated.some((tolerated) => answers(finding, tolerated));
    note(
      'findings extra',
      finding.row,
      `at ${show(finding.cell)}`,
      finding.code,
      isOpen ? finding.code : null,
    );
  }
}

function answers({ code, row, cell }: Found, wanted: ExpectedFinding): boolean {
  return (
    wanted.codes.includes(code) && cell === wanted.cell && (wanted.row === undefined || row === wanted.row)
  );
}
