/** Checks every cell that should hold a number: error values, and text out of which no single number can be made. */
import { isBlank, type Entry } from '../entry';
import type { FundRow, NumberCell, ScoredFormFacts, SummaryTableFacts } from '../facts';
import type { Finding } from '../finding';
import { raise } from './raise';

/** `error-value` and `unreadable-number` for a form that is filled in. */
export function checkNumberCells(facts: ScoredFormFacts): Finding[] {
  const found: Finding[] = [];
  const add = (finding: Finding | null): void => {
    if (finding !== null) found.push(finding);
  };
  for (const { row, weight, score } of [...facts.indicators, ...facts.judgedBlocks]) {
    add(checkNumber(row, weight));
    add(checkNumber(row, score));
  }
  for (const cell of numbersOfForm(facts)) add(checkNumber(null, cell));
  for (const { row, target, targetCells, actual, actualCell } of facts.indicators) {
    add(checkText(row, target, targetCells[0] ?? null));
    add(checkText(row, actual, actualCell));
  }
  return distinct(found);
}

/** The numbers that belong to no row: sums and the fund block. */
function numbersOfForm({ subtotals, total, budget }: ScoredFormFacts): readonly NumberCell[] {
  const sums = [...subtotals, ...(total === null ? [] : [total])].flatMap(({ weight, score }) => [
    weight,
    score,
  ]);
  if (budget === null) return sums;
  const parts = budget.parts.flatMap(numbersOf).filter(({ entry }) => !holdsWords(entry));
  return [...sums, ...numbersOf(budget.total), ...parts, budget.weight, budget.score];
}

/** `error-value` and `unreadable-number` for a summary table. */
export function checkSummaryNumbers(facts: SummaryTableFacts): Finding[] {
  const rows = facts.total === null ? facts.rows : [...facts.rows, facts.total];
  return distinct(
    rows.flatMap(({ row, weight, score, rate }) =>
      [weight, score, ...(rate === null ? [] : [rate])].flatMap((cell) => checkNumber(row, cell) ?? []),
    ),
  );
}

function numbersOf({ budget, spent, rate }: FundRow): readonly NumberCell[] {
  return [budget, spent, rate];
}

/** Parts of a fund block may be written out in words (其中：基本支出：2106.52万元); no number was meant to stand alone. */
function holdsWords(entry: Entry): boolean {
  return /\p{Script=Han}{4}/u.test(entry.text);
}

const CODES = { error: 'error-value', unreadable: 'unreadable-number' } as const;

function checkNumber(row: number | null, { state, cell, entry }: NumberCell): Finding | null {
  if (state !== 'error' && state !== 'unreadable') return null;
  return raise(CODES[state], { row, cell }, { printed: entry.text.trim().replace(/\s+/g, ' ') });
}

/** Error values in a target or an actual, which are texts and not number cells. */
function checkText(row: number, entry: Entry, cell: string | null): Finding | null {
  return isErrorValue(entry) ? raise('error-value', { row, cell }, { printed: entry.text.trim() }) : null;
}

const ERROR_VALUE = /#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/;

/** True for what Excel shows when a formula failed: "#REF!", "#DIV/0!", "#N/A" … */
export function isErrorValue(entry: Entry): boolean {
  return entry.text.includes('#') && !isBlank(entry) && ERROR_VALUE.test(entry.text);
}

/** One finding a cell: a merged cell may be named by several rows. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ cell }) => {
    if (cell === null) return true;
    const isNew = !seen.has(cell);
    seen.add(cell);
    return isNew;
  });
}
