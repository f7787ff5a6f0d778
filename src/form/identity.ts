/**
 * Names for the rows and cells of a form by what they are, not by where they stand: what a person said about a row holds on when rows are
 * inserted above it. Such a name is the path of labels and the row's own name, with a number when it is repeated.
 */
import type { FormFacts, ScoredFormFacts, SummaryTableFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import { digest } from './digest';
import { compact } from './words';

/** The names on one sheet. */
export interface Identities {
  /** The name of each indicator row, by row number. */
  readonly rows: ReadonlyMap<number, string>;
  /** What a finding is about; findings of different rows and cells have different subjects, as far as the form tells them apart. */
  readonly subjectOf: (finding: Finding) => string;
}

/** A part longer than this is cut, and told apart by its fingerprint. */
const LONGEST_PART = 60;

/** Names the rows and cells of the forms of one sheet, in the order in which they stand. */
export function identify(forms: readonly FormFacts[]): Identities {
  const rows = new Map<number, string>();
  const cells = new Map<string, string>();
  const nameForm = counter();
  for (const facts of forms) {
    const form = nameForm(shorten(titleOf(facts)));
    if (facts.kind === 'summary-table') nameSummaryCells(facts, form, cells);
    else {
      nameRows(facts, form, rows);
      nameCells(facts, form, rows, cells);
    }
  }
  return {
    rows,
    subjectOf: ({ row, cell }) => {
      const named = cell === null ? undefined : cells.get(cell);
      return named ?? (row === null ? '' : (rows.get(row) ?? ''));
    },
  };
}

function titleOf(facts: FormFacts): string {
  if (facts.kind === 'summary-table') return '';
  return facts.projectName ?? facts.unitName ?? '';
}

/** Numbers names that come more than once: "a", "a#2", "a#3". */
function counter(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  };
}

function shorten(text: string): string {
  const word = compact(text);
  return word.length <= LONGEST_PART ? word : `${word.slice(0, LONGEST_PART)}~${digest(word)}`;
}

function path(...parts: readonly string[]): string {
  return parts.map(shorten).join('/');
}

function nameRows(facts: ScoredFormFacts, form: string, rows: Map<number, string>): void {
  const number = counter();
  for (const { row, goal, level1, level2, name, label } of facts.indicators) {
    const own = name === '' ? label : name;
    rows.set(
      row,
      number(`${form}/${path(goal === null ? '' : String(goal), level1 ?? '', level2 ?? '', own)}`),
    );
  }
}

/** A cell that has a name already keeps it. */
function put(cells: Map<string, string>, cell: string | null | undefined, name: string): void {
  if (cell !== null && cell !== undefined && !cells.has(cell)) cells.set(cell, name);
}

function nameCells(
  facts: ScoredFormFacts,
  form: string,
  rows: ReadonlyMap<number, string>,
  cells: Map<string, string>,
): void {
  for (const row of facts.indicators) {
    const name = rows.get(row.row) ?? '';
    put(cells, row.nameCell, `${name}:name`);
    for (const cell of row.targetCells) put(cells, cell, `${name}:target`);
    put(cells, row.actualCell, `${name}:actual`);
    put(cells, row.weight.cell, `${name}:weight`);
    put(cells, row.score.cell, `${name}:score`);
    put(cells, row.reason?.cell, `${name}:reason`);
  }
  const { budget, total } = facts;
  if (budget) {
    const number = counter();
    put(cells, budget.weight.cell, `${form}:fund:weight`);
    put(cells, budget.score.cell, `${form}:fund:score`);
    put(cells, budget.reason?.cell, `${form}:fund:reason`);
    for (const part of [budget.total, ...budget.parts]) {
      const name = number(`${form}:fund:${shorten(part.label)}`);
      put(cells, part.budget.cell, `${name}:budget`);
      put(cells, part.spent.cell, `${name}:spent`);
      put(cells, part.rate.cell, `${name}:rate`);
    }
  }
  for (const goal of facts.goals) put(cells, goal.cell, `${form}:goal:${goal.number}`);
  const number = counter();
  for (const { level, label, cell } of facts.groups)
    put(cells, cell, number(`${form}:group:${level}:${shorten(label)}`));
  for (const { name, weight, score } of facts.judgedBlocks) {
    const block = number(`${form}:block:${shorten(name)}`);
    put(cells, weight.cell, `${block}:weight`);
    put(cells, score.cell, `${block}:score`);
  }
  for (const { weight, score } of facts.subtotals) {
    const subtotal = number(`${form}:subtotal`);
    put(cells, weight.cell, `${subtotal}:weight`);
    put(cells, score.cell, `${subtotal}:score`);
  }
  put(cells, total?.weight.cell, `${form}:total:weight`);
  put(cells, total?.score.cell, `${form}:total:score`);
  put(cells, total?.grade?.cell, `${form}:total:grade`);
  put(cells, facts.formReason?.cell, `${form}:reason`);
  put(cells, facts.titleCell, `${form}:title`);
}

function nameSummaryCells(facts: SummaryTableFacts, form: string, cells: Map<string, string>): void {
  const number = counter();
  const rows = facts.total === null ? facts.rows : [...facts.rows, facts.total];
  for (const row of rows) {
    const name = number(`${form}:summary:${shorten(row.label)}`);
    put(cells, row.labelCell, name);
    put(cells, row.weight.cell, `${name}:weight`);
    put(cells, row.score.cell, `${name}:score`);
    put(cells, row.rate?.cell, `${name}:rate`);
  }
}
