/** Checks every cell that should hold a number: error values, and text out of which no single number can be made. */
import { isBlank, type Entry } from '../entry';
import type { FundRow, IndicatorRow, NumberCell, ScoredFormFacts, SummaryTableFacts } from '../facts';
import type { Finding } from '../finding';
import { raise } from './raise';

interface Holder {
  readonly row: number | null;
  readonly numbers: readonly NumberCell[];
}

/** `error-value` and `unreadable-number` for a form that is filled in. */
export function checkNumberCells(facts: ScoredFormFacts): Finding[] {
  const { budget, total } = facts;
  const holders: Holder[] = [
    ...facts.indicators.map((row) => ({ row: row.row, numbers: [row.weight, row.score] })),
    ...facts.judgedBlocks.map((block) => ({ row: block.row, numbers: [block.weight, block.score] })),
    ...[...facts.subtotals, ...(total === null ? [] : [total])].map(({ weight, score }) => ({
      row: null,
      numbers: [weight, score],
    })),
  ];
  if (budget !== null) {
    const parts = budget.parts.flatMap(numbersOf).filter(({ entry }) => !holdsWords(entry));
    holders.push({
      row: null,
      numbers: [...numbersOf(budget.total), ...parts, budget.weight, budget.score],
    });
  }
  return distinct([...holders.flatMap(checkHolder), ...facts.indicators.flatMap(checkTexts)]);
}

/** `error-value` and `unreadable-number` for a summary table. */
export function checkSummaryNumbers(facts: SummaryTableFacts): Finding[] {
  const rows = facts.total === null ? facts.rows : [...facts.rows, facts.total];
  return distinct(
    rows.flatMap(({ row, weight, score, rate }) =>
      checkHolder({ row, numbers: rate === null ? [weight, score] : [weight, score, rate] }),
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

function checkHolder({ row, numbers }: Holder): Finding[] {
  return numbers.flatMap(({ state, cell, entry }) => {
    const params = { printed: entry.text.trim().replace(/\s+/g, ' ') };
    if (state === 'error') return [raise('error-value', { row, cell }, params)];
    if (state === 'unreadable') return [raise('unreadable-number', { row, cell }, params)];
    return [];
  });
}

/** Error values in a target or an actual, which are texts and not number cells. */
function checkTexts(row: IndicatorRow): Finding[] {
  const places: readonly [Entry, string | null][] = [
    [row.target, row.targetCells[0] ?? null],
    [row.actual, row.actualCell],
  ];
  return places
    .filter(([entry]) => isErrorValue(entry))
    .map(([entry, cell]) => raise('error-value', { row: row.row, cell }, { printed: entry.text.trim() }));
}

/** True for what Excel shows when a formula failed: "#REF!", "#DIV/0!", "#N/A" … */
export function isErrorValue(entry: Entry): boolean {
  return !isBlank(entry) && /#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/.test(entry.text);
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
