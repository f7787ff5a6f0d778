/**
 * Plans how a form of one year becomes that of the next: results are emptied, the year moves on in titles, labels and targets; weights, names,
 * formulas and everything about its looks stay. A plan is data; nothing is written here.
 */
import type { FormFacts } from '../engine/facts';
import type { EntryValue } from '../engine/entry';
import { readNumberFormat } from '../engine/numberFormat';
import { cellName } from './address';
import type { Grid, GridCell } from './grid';
import { filledCells } from './headers';
import { moveDate, moveYear, moveYearInName, namesYear } from './moveYear';
import { findResults, isYearLabel, rowsOf, withoutFillingDate, type ResultKind } from './resultCells';
import type { CellWrite } from './writePlan';
import { yearsInFigures } from './writtenYear';

export interface NextYearOptions {
  /** True empties targets, goals and budgets as well. */
  readonly clearsTargets: boolean;
}

/** A cell that becomes another. */
export interface NextYearChange {
  readonly cell: string;
  /** What it holds; "year" where only the year moves. */
  readonly what: ResultKind | 'year';
  readonly from: string;
  /** "" where it is emptied. */
  readonly to: string;
}

/** A cell that stays although it is of the year before. */
export interface LeftCell {
  readonly cell: string;
  readonly text: string;
  /** formula: it works itself out; year: it names the year in a way that is not understood; locked: it must not be written. */
  readonly why: 'formula' | 'year' | 'locked';
}

export interface NextYearPlan {
  /** The name wanted for the new sheet. */
  readonly name: string;
  /** The year of the first form that tells it, and the next; null when no form does. */
  readonly year: { readonly from: number; readonly to: number } | null;
  readonly writes: readonly CellWrite[];
  readonly cleared: readonly NextYearChange[];
  /** Where the year moved: a person should look at them. */
  readonly moved: readonly NextYearChange[];
  readonly left: readonly LeftCell[];
}

/** The plan for all forms of a sheet, given from top to bottom; what stands below a form belongs to it. */
export function planNextYear(
  grid: Grid,
  forms: readonly FormFacts[],
  { clearsTargets }: NextYearOptions,
): NextYearPlan {
  const drafts: Draft[] = [];
  let year: number | null = null;
  for (const [index, facts] of forms.entries()) {
    year = yearOf(grid, facts) ?? year;
    const next = forms[index + 1];
    const rows = {
      top: index === 0 ? 0 : rowsOf(facts).top,
      bottom: next ? rowsOf(next).top - 1 : grid.rowCount - 1,
    };
    drafts.push(draftForm(grid, facts, { year, rows, clearsTargets }));
  }
  const first = forms.map((facts) => yearOf(grid, facts)).find((found) => found !== null) ?? null;
  const changes = drafts.flatMap((draft) => draft.changes);
  const list = (isYear: boolean): readonly NextYearChange[] =>
    changes.filter(({ change }) => (change.what === 'year') === isYear).map(({ change }) => change);
  return {
    name: first === null ? grid.sheet : moveYearInName(grid.sheet, first),
    year: first === null ? null : { from: first, to: first + 1 },
    writes: changes.map(({ write }) => write),
    cleared: list(false),
    moved: list(true),
    left: drafts.flatMap((draft) => draft.left),
  };
}

/** The year that a form is about: what it says, else that of its title, else the one that its labels name most often. */
function yearOf(grid: Grid, facts: FormFacts): number | null {
  if (facts.year !== null) return facts.year;
  const inTitle = yearsIn(facts.title)[0];
  if (inTitle !== undefined) return inTitle;
  const { top } = rowsOf(facts);
  const last = facts.kind === 'summary-table' ? facts.rows[0] : facts.indicators[0];
  const counts = new Map<number, number>();
  for (let row = top; row < (last?.row ?? top + 1) - 1; row += 1) {
    for (const { text } of filledCells(grid, row))
      for (const year of yearsIn(text)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, many], [b, more]) => more - many || b - a);
  return best?.[0] ?? null;
}

function yearsIn(text: string): readonly number[] {
  const inFigures = yearsInFigures(text.normalize('NFKC'));
  return [...inFigures.matchAll(/(?<!\d)(20\d{2})\s*年/g)].map(([, year]) => Number(year));
}

interface Draft {
  readonly changes: readonly { readonly change: NextYearChange; readonly write: CellWrite }[];
  readonly left: readonly LeftCell[];
}

interface FormTask {
  readonly year: number | null;
  readonly rows: { readonly top: number; readonly bottom: number };
  readonly clearsTargets: boolean;
}

function draftForm(grid: Grid, facts: FormFacts, { year, rows, clearsTargets }: FormTask): Draft {
  const results = findResults(grid, facts);
  const changes: { change: NextYearChange; write: CellWrite }[] = [];
  const left: LeftCell[] = [];
  for (let row = rows.top; row <= rows.bottom; row += 1) {
    for (const [column, cell] of cellsIn(grid, row)) {
      const name = cellName(row, column);
      const kind = results.get(name);
      const isPlan = kind === 'target' || kind === 'budget';
      const isEmptied = kind !== undefined && (!isPlan || clearsTargets);
      const next = isEmptied
        ? emptied(cell, kind)
        : moved(cell, { year, isTarget: isPlan, isBesideLabel: () => isBesideYearLabel(grid, row, column) });
      if (cell.formula !== null) {
        if (isEmptied || namesOtherSheet(cell.formula))
          left.push({ cell: name, text: cell.text, why: 'formula' });
      } else if (next !== undefined && !cell.writable) {
        left.push({ cell: name, text: cell.text, why: 'locked' });
      } else if (next !== undefined) {
        const what: NextYearChange['what'] = isEmptied ? kind : isDate(cell, next) ? 'date' : 'year';
        const to = next.text;
        const change = { cell: name, what, from: cell.text, to };
        changes.push({
          change,
          write: { cell: name, value: next.value, from: cell.text, to, before: cell.value },
        });
      } else if (year !== null && namesYear(cell.text, year)) {
        left.push({ cell: name, text: cell.text, why: 'year' });
      }
    }
  }
  return { changes, left };
}

interface NextContent {
  readonly value: EntryValue;
  readonly text: string;
}

/** A total in one cell with its label keeps the label: "总分：91分（优）" becomes "总分：". */
function emptied({ value }: GridCell, kind: ResultKind): NextContent {
  const label =
    kind === 'total' && typeof value === 'string' ? (/^[^\d.]*[:：]/.exec(value)?.[0] ?? null) : null;
  return { value: label, text: label ?? '' };
}

/** The non-blank cells of a row with their columns. */
function cellsIn(grid: Grid, row: number): readonly (readonly [number, GridCell])[] {
  const filled: (readonly [number, GridCell])[] = [];
  grid.rows[row]?.forEach((cell, column) => {
    if (cell && cell.text.trim() !== '') filled.push([column, cell]);
  });
  return filled;
}

interface Place {
  readonly year: number | null;
  readonly isTarget: boolean;
  /** True beside a label of the form's year. */
  readonly isBesideLabel: () => boolean;
}

/** The cell one year later; undefined when nothing changes. */
function moved(
  { value, text, format }: GridCell,
  { year, isTarget, isBesideLabel }: Place,
): NextContent | undefined {
  if (typeof value === 'number') {
    if (year === null) return undefined;
    if (value === year && isBesideLabel()) return { value: year + 1, text: String(year + 1) };
    const date =
      isTarget && ['date', 'month'].includes(readNumberFormat(format)) ? moveDate(value, year) : null;
    return date === null ? undefined : { value: date, text: text.replace(String(year), String(year + 1)) };
  }
  if (typeof value !== 'string') return undefined;
  const undated = withoutFillingDate(value);
  const isAlone = year !== null && value.trim() === String(year) && isBesideLabel();
  const next = isAlone
    ? value.replace(String(year), String(year + 1))
    : year === null
      ? undated
      : moveYear(undated, year);
  return next === value ? undefined : { value: next, text: next };
}

function isBesideYearLabel(grid: Grid, row: number, column: number): boolean {
  const beside = filledCells(grid, row).findLast((cell) => cell.column < column);
  return beside !== undefined && isYearLabel(beside.text);
}

/** True when the day of filling in was taken out of a text. */
function isDate({ value }: GridCell, { value: next }: NextContent): boolean {
  return typeof value === 'string' && withoutFillingDate(value) === next;
}

/** What another sheet says is of the same year as that sheet. */
function namesOtherSheet(formula: string): boolean {
  return formula.replace(/"[^"]*"/g, '').includes('!');
}
