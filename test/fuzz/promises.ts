/** What a report must keep of the promises of the rules, section 5: worked out again from the report and from the cells themselves. */
import { Decimal } from 'decimal.js';
import type { ReportedForm, ReportedSheet } from '../../src/app/report';
import { shippedCaps } from './shippedCaps';
import { isIn, type SeenCell, type SeenSheet } from './readSheet';

const ZERO = new Decimal(0);

/** Exact, however far apart the numbers are. */
const Exact = Decimal.clone({ precision: 400 });

/** Scores that stand, each once. */
function standing(form: ReportedForm): readonly (string | null)[] {
  return [
    form.budget?.score ?? null,
    ...form.indicators.map(({ score }) => score),
    ...form.others.map(({ entered }) => entered),
  ];
}

/** As many digits as a cell holds. */
function held(number: Decimal): Decimal {
  return number.toSignificantDigits(15);
}

/** Faults of the sums that the report itself gives. */
export function checkSums(sheets: readonly ReportedSheet[]): readonly string[] {
  return eachForm(sheets, (form) => {
    const { total } = form;
    const scores = standing(form).filter((score) => score !== null);
    if (total.score === null) return scores.length === 0 ? [] : ['scores stand, but there is no total'];
    const sum = scores.reduce((all, score) => all.plus(score), new Exact(0));
    if (held(sum).eq(held(new Exact(total.score)))) return [];
    if (shippedCaps.has(form.rules) && sum.gt(total.score)) return [];
    return [`the scores add up to ${sum.toString()} and not to ${total.score}`];
  });
}

/** Faults of a form once it is written: the printed total is the sum. `sheetAt` reads the written workbook. */
export function checkTotals(
  sheets: readonly ReportedSheet[],
  sheetAt: (sheet: number) => SeenSheet | undefined,
): readonly string[] {
  return eachForm(sheets, (form, sheet) => {
    const { total } = form;
    if (form.kind === 'summary-table' || total.cell === null || total.score === null) return [];
    const seen = sheetAt(sheet);
    if ((seen?.cells.get(total.cell)?.at(-1)?.formula ?? null) !== null) return [];
    if (seen && isIn(total.cell, seen.arrays)) return [];
    if (seen && (isCovered(total.cell, seen) || isInCircle(form, seen, total.cell))) return [];
    // No cell can hold so large a sum: the total is left as it is.
    if (new Decimal(total.score).abs().gte(1e15)) return [];
    if (form.locked.some(({ cell }) => cell === total.cell)) return [];
    // The grand total in the fund row: a person takes it out first.
    if (form.budget?.weight === '100') return [];
    return total.entered !== null && held(new Decimal(total.entered)).eq(held(new Decimal(total.score)))
      ? []
      : [`the total ${total.cell} says ${total.entered ?? 'nothing'} and not ${total.score}`];
  });
}

/** True for a cell that nobody sees, since a merged one covers it: nothing is written there. */
function isCovered(cell: string, { rest }: SeenSheet): boolean {
  return rest.some((token) => {
    const range = /^<mergeCell ref=(.*)>$/.exec(token)?.[1];
    return range !== undefined && isIn(cell, [range]) && range.split(':')[0] !== cell;
  });
}

/** True when a formula of a score may take the total itself, by way of others, too: it is left to a person then. */
function isInCircle(
  { indicators, budget }: ReportedForm,
  { cells, arrays }: SeenSheet,
  total: string,
): boolean {
  const scores = [budget?.scoreCell ?? null, ...indicators.map(({ scoreCell }) => scoreCell)];
  const begun = scores.filter((name) => name !== null);
  if (begun.some((name) => isIn(name, arrays))) return true;
  const formulas = new Map([...cells].map(([name, seen]) => [name, seen.at(-1)?.formula ?? null]));
  const known = new Set(begun);
  for (const name of known) {
    const formula = formulas.get(name) ?? null;
    if (formula === null) continue;
    const ranges = [
      ...(formula.match(/\b[A-Z]+\d+(:[A-Z]+\d+)?/g) ?? []),
      ...[...formula.matchAll(/\b(\d+):(\d+)\b/g)].map(([, first = '', last = '']) => `A${first}:XFD${last}`),
      ...[...formula.matchAll(/\b([A-Z]+):([A-Z]+)\b/g)].map(
        ([, first = '', last = '']) => `${first}1:${last}1048576`,
      ),
    ];
    // One that is shared has its text elsewhere.
    if (formula.includes('t=shared') || isIn(total, ranges)) return true;
    for (const [other, theirs] of formulas) if (theirs !== null && isIn(other, ranges)) known.add(other);
  }
  return false;
}

/** Faults of what a first run writes into score cells. `before` is the sheet as it was. */
export function checkScores(
  sheets: readonly ReportedSheet[],
  overwrites: boolean,
  before: (sheet: number) => SeenSheet | undefined,
  textOf: (cell: SeenCell) => string,
): readonly string[] {
  return eachForm(sheets, (form, sheet) => {
    const written = new Map(form.writes.map(({ cell, to }) => [cell, to]));
    const rows = [
      ...form.indicators.map(({ scoreCell, weight, score }) => ({ scoreCell, weight, score })),
      ...(form.budget
        ? [{ scoreCell: form.budget.scoreCell, weight: form.budget.weight, score: form.budget.score }]
        : []),
    ];
    return rows.flatMap(({ scoreCell, weight, score }) => {
      const to = scoreCell === null ? undefined : written.get(scoreCell);
      if (scoreCell === null || to === undefined) return [];
      const faults: string[] = [];
      if (score === null || new Decimal(score).lt(ZERO))
        faults.push(`${scoreCell} was written ${to}, a score of ${score ?? 'nothing'}`);
      else if (weight === null || new Decimal(score).gt(Decimal.max(weight, 0)))
        faults.push(`${scoreCell} was written ${to}, above the weight ${weight ?? 'nothing'}`);
      const seen = before(sheet);
      const was = seen?.cells.get(scoreCell)?.at(-1);
      const isOurs = seen !== undefined && isIn(scoreCell, seen.ownRanges);
      if (!overwrites && was && !isOurs && textOf(was).trim() !== '')
        faults.push(`${scoreCell}: the typed ${JSON.stringify(was)} was replaced by ${to}`);
      return faults;
    });
  });
}

function eachForm(
  sheets: readonly ReportedSheet[],
  check: (form: ReportedForm, sheet: number) => readonly string[],
): readonly string[] {
  return sheets.flatMap(({ sheet, forms }, index) =>
    forms.flatMap((form) => check(form, index).map((fault) => `${sheet}!${form.range}: ${fault}`)),
  );
}
