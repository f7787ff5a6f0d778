/** Holds a generated sheet against what is read from it, and lists what differs. */
import { checkForm } from '../../src/engine/checks/checkForm';
import { guessRuleSet } from '../../src/engine/guessRuleSet';
import { scoreForm } from '../../src/engine/scoreForm';
import type { ScoredFormFacts } from '../../src/engine/facts';
import type { Grid } from '../../src/form/grid';
import { recogniseForms } from '../../src/form/recognise';
import type { DrawnForm, DrawnSheet } from './drawForm';
import { describeFacts, plainLabel } from './seen';

/** A difference by the name of the fact ("form 1 rows 3 weight"), so that like failures can be told by it. */
export interface Difference {
  readonly fact: string;
  readonly got: string;
  readonly want: string;
}

/** What differs between the sheet as meant and as read; nothing when all is right. */
export function compareSheet({ grid, forms }: DrawnSheet): readonly Difference[] {
  const read = recogniseForms(grid).forms;
  if (read.length !== forms.length) {
    return [{ fact: 'forms', got: String(read.length), want: String(forms.length) }];
  }
  return forms.flatMap((form, index) => {
    const facts = read[index];
    if (!facts || facts.kind === 'summary-table')
      return [{ fact: `form ${index} kind`, got: 'summary-table', want: form.seen.kind }];
    const name = `form ${index}`;
    const differences = compareValues(name, describeFacts(facts), form.seen);
    return differences.length > 0 ? differences : compareScores(name, facts, form);
  });
}

function compareScores(
  name: string,
  facts: ScoredFormFacts,
  { outcomes, isClean }: DrawnForm,
): readonly Difference[] {
  const scored = scoreForm(facts, guessRuleSet(facts));
  const read = scored.rows.map(({ facts: { row }, outcome: { basis, met, computed } }) => ({
    row,
    basis,
    met,
    computed: computed?.toFixed() ?? null,
  }));
  const findings = isClean ? checkForm(scored).findings : [];
  return [
    ...compareValues(`${name} outcomes`, read, outcomes),
    ...findings.map(({ code, cell, params }) => ({
      fact: `${name} finding ${code}`,
      got: `${cell ?? ''} ${JSON.stringify(params)}`,
      want: 'none',
    })),
  ];
}

function compareValues(fact: string, got: unknown, want: unknown): readonly Difference[] {
  if (isParted(got) && isParted(want)) {
    const keys = new Set([...Object.keys(got), ...Object.keys(want)]);
    const [own, other] = [new Map(Object.entries(got)), new Map(Object.entries(want))];
    return [...keys].flatMap((key) => compareValues(`${fact} ${key}`, own.get(key), other.get(key)));
  }
  return got === want ? [] : [{ fact, got: show(got), want: show(want) }];
}

/** As JSON, a dash for what is not there. */
function show(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}

function isParted(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What a sheet says wherever its cells stand and however its texts are spelt: rows by name, without addresses. */
export function gistOf(grid: Grid): unknown {
  return recogniseForms(grid).forms.map((facts) => {
    if (facts.kind === 'summary-table') return facts.kind;
    const { budget, goals, rows, judged, total, title, kind, formReason } = describeFacts(facts);
    const outcomes = new Map(
      scoreForm(facts, guessRuleSet(facts)).rows.map(({ facts: { row }, outcome }) => [row, outcome]),
    );
    const plain = rows.map((row) => {
      const { basis, met, computed } = outcomes.get(row.row) ?? {};
      const { goal, level1, level2, name, target, actual, weight, score, shares, reason } = row;
      const texts = [level1, level2, name, target, actual, reason].map((text) => plainText(text ?? '–'));
      return [...texts, goal, weight, score, shares, basis, met, computed?.toFixed() ?? null];
    });
    return {
      kind,
      title: plainText(title),
      formReason: plainText(formReason ?? '–'),
      budget: budget && [
        budget.weight,
        budget.score,
        budget.unit,
        ...[budget.total, ...budget.parts].map(withoutRow),
      ],
      goals: goals.map(({ number, points, title: own }) => [number, points, plainText(own)]),
      judged: judged.map(withoutRow),
      rows: plain.map((row) => JSON.stringify(row)).sort(),
      total: total && [total.weight, total.score, total.grade],
    };
  });
}

function withoutRow<Line extends { row: number }>(line: Line): Omit<Line, 'row'> & { row: null } {
  return { ...line, row: null };
}

/** Half width, without white space and thousands separators. */
function plainText(text: string): string {
  return plainLabel(text).replace(/(?<=\d),(?=\d{3})/g, '');
}

/** The sheet as a person sees it, a line a row, cells parted by "|". */
export function showGrid({ grid }: DrawnSheet): string {
  return Array.from({ length: grid.rowCount }, (_, row) => {
    const cells = grid.rows[row] ?? [];
    const texts = Array.from({ length: cells.length }, (__, column) => {
      const text = (cells[column]?.text ?? '').replace(/\n/g, '⏎');
      return typeof cells[column]?.value === 'number' && text !== '' ? `${text}#` : text;
    });
    return `${row + 1}: ${texts.join(' | ')}`;
  }).join('\n');
}
