/**
 * Cuts a sheet into the stretches of rows that hold one form each: forms may stand below each other, a department form
 * repeats its header row under each goal, and covers, notes and signatures stand around them.
 */
import vocabulary from './vocabulary.json';
import {
  filledCells,
  findFundHeader,
  findIndicatorHeader,
  findSummaryHeader,
  type FundHeader,
  type IndicatorHeader,
  type SummaryHeader,
} from './headers';
import { readGoalHeading } from './goals';
import type { Grid } from './grid';
import { isTotalRow } from './readTotals';
import { compact, isLabel, NO_WORD } from './words';

export type Anchor =
  | { readonly kind: 'title'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'fund'; readonly row: number; readonly header: FundHeader }
  | { readonly kind: 'indicators'; readonly row: number; readonly header: IndicatorHeader }
  | { readonly kind: 'summary'; readonly row: number; readonly header: SummaryHeader }
  | { readonly kind: 'goal'; readonly row: number; readonly number: number }
  | { readonly kind: 'total'; readonly row: number };

/** Rows `top` to `bottom` (both included) hold one form; `anchors` are what was found in them, from top to bottom. */
export interface Section {
  readonly kind: 'indicators' | 'summary';
  readonly top: number;
  readonly bottom: number;
  readonly anchors: readonly Anchor[];
  /** The rows of the whole sheet in which something was found that a form could begin or end with: no other row has to be asked again. */
  readonly anchorRows: ReadonlySet<number>;
}

/** A title longer than this is a sentence about a form, not its title. */
const LONGEST_TITLE = 80;

/** What was found on a sheet, by row. The second row of a header is not searched: it holds words of a header alone, and begins nothing. */
const ANCHORS = new WeakMap<Grid, ReadonlyMap<number, Anchor>>();

/** Everything on the sheet that a form could begin with, in order of rows. */
function findAnchors(grid: Grid, earlier: Grid | null): readonly Anchor[] {
  const known = earlier && earlier.columnCount === grid.columnCount ? ANCHORS.get(earlier) : undefined;
  const found = new Map<number, Anchor>();
  let row = 0;
  while (row < grid.rowCount) {
    const anchor = known && staysAt(grid, earlier, row) ? known.get(row) : findAnchor(grid, row);
    if (anchor) found.set(row, anchor);
    row = anchor?.kind === 'indicators' ? anchor.header.lastRow + 1 : row + 1;
  }
  ANCHORS.set(grid, found);
  return [...found.values()];
}

/** True when neither the row has changed nor the one below it, which a header may take as well. */
function staysAt(grid: Grid, earlier: Grid | null, row: number): boolean {
  return earlier?.rows[row] === grid.rows[row] && earlier?.rows[row + 1] === grid.rows[row + 1];
}

function findAnchor(grid: Grid, row: number): Anchor | null {
  const cells = filledCells(grid, row);
  const first = cells[0];
  if (!first) return null;
  const header = cells.some(({ word }) => word !== NO_WORD) ? findHeader(grid, row) : null;
  if (header) return header;
  if (isTotalRow(cells)) return { kind: 'total', row };
  const goal = readGoalHeading(grid, row, first.column);
  if (goal) return { kind: 'goal', row, number: goal.number };
  return cells.length <= 2 && isTitle(first.text)
    ? { kind: 'title', row, column: first.column, text: first.text }
    : null;
}

function findHeader(grid: Grid, row: number): Anchor | null {
  const indicators = findIndicatorHeader(grid, row);
  if (indicators) return { kind: 'indicators', row, header: indicators };
  const fund = findFundHeader(grid, row);
  if (fund) return { kind: 'fund', row, header: fund };
  const summary = findSummaryHeader(grid, row);
  return summary ? { kind: 'summary', row, header: summary } : null;
}

function isTitle(text: string): boolean {
  const word = compact(text);
  if (word.length > LONGEST_TITLE || /[。；;]/.test(word) || /^(注|备注|说明|\d+[.、])/.test(word))
    return false;
  return vocabulary.titleWords.some((known) => word.includes(known));
}

/**
 * The sections of a sheet that hold a form, from top to bottom.
 * @param earlier the same sheet before a few of its cells were written: rows that stay as they are are not searched again
 */
export function findSections(grid: Grid, earlier: Grid | null = null): readonly Section[] {
  const groups: Anchor[][] = [];
  let current: Anchor[] = [];
  const anchorRows = new Set<number>();
  for (const anchor of findAnchors(grid, earlier)) {
    if (anchor.kind === 'total' && isFarRight(grid, anchor.row, current)) continue;
    anchorRows.add(anchor.row);
    if (startsNewForm(current, anchor)) {
      groups.push(current);
      current = [];
    }
    current.push(anchor);
  }
  groups.push(current);
  const forms = groups.filter((anchors) => kindOf(anchors) !== null);
  const tops = forms.map((anchors, index) => (index === 0 ? 0 : findTop(grid, anchors[0]?.row ?? 0)));
  return forms.flatMap((anchors, index) => {
    const kind = kindOf(anchors);
    const top = tops[index] ?? 0;
    const limit = (tops[index + 1] ?? grid.rowCount) - 1;
    const bottom = lastFilled(grid, anchors.at(-1)?.row ?? top, limit);
    return kind ? [{ kind, top, bottom, anchors, anchorRows }] : [];
  });
}

/** Cells further right of the table than this do not belong to the form. */
const WIDEST_MARGIN = 8;

/** The last column in which anything of a form may stand, by its headers; -Infinity where it has none. */
export function rightmostColumn(anchors: readonly Anchor[]): number {
  const columns = anchors.flatMap((anchor) =>
    'header' in anchor ? [...anchor.header.columns.values()] : [],
  );
  return Math.max(...columns.map(({ to }) => to)) + WIDEST_MARGIN;
}

/** True for a row that begins far right of the table above it, where a person has a sum of their own. */
function isFarRight(grid: Grid, row: number, above: readonly Anchor[]): boolean {
  const limit = rightmostColumn(above);
  return limit > 0 && (filledCells(grid, row)[0]?.column ?? 0) > limit;
}

/** Lines that may stand between a form's names and its first block. */
const LONGEST_COVER = 8;

/** The first row of a form that begins without a title: its 项目名称 and 实施单位 stand above its first block. */
function findTop(grid: Grid, row: number): number {
  let top = row;
  for (let above = row - 1; above >= Math.max(0, row - LONGEST_COVER); above -= 1) {
    const cells = filledCells(grid, above);
    const first = cells[0];
    if (isTotalRow(cells)) break;
    if (first && namesForm(first.text)) top = above;
  }
  return top;
}

function namesForm(text: string): boolean {
  const [label = ''] = text.split(/[:：]/, 1);
  return (['project', 'office', 'department'] as const).some((role) => isLabel(role, label));
}

/** So many blank rows end a form: what stands further down is no part of it. */
const WIDEST_GAP = 30;

/** The last filled row of the form whose last anchor is in row `from`, not beyond `limit`. */
function lastFilled(grid: Grid, from: number, limit: number): number {
  let last = from;
  for (let row = from; row <= Math.min(limit, last + WIDEST_GAP); row += 1) {
    if (filledCells(grid, row).length > 0) last = row;
  }
  return last;
}

function kindOf(anchors: readonly Anchor[]): Section['kind'] | null {
  if (anchors.some(({ kind }) => kind === 'indicators')) return 'indicators';
  return anchors.some(({ kind }) => kind === 'summary') ? 'summary' : null;
}

function goalsOf(anchors: readonly Anchor[]): readonly number[] {
  return anchors.flatMap((anchor) => (anchor.kind === 'goal' ? [anchor.number] : []));
}

/** A sum below each goal ends no form: the next goal counts on. */
function countsOn(before: readonly Anchor[], after: readonly Anchor[]): boolean {
  const goals = goalsOf(before);
  return goals.length > 0 && goalsOf(after).some((number) => goals.every((last) => last < number));
}

/** Whether what is met next belongs to another form than what was gathered so far. */
function startsNewForm(current: readonly Anchor[], next: Anchor): boolean {
  const kind = kindOf(current);
  // What only looked like the goals of another form is no part of the one whose title follows.
  if (kind === null) return next.kind === 'title' && current.length > 0 && isOnlyGoals(current);
  const headerRow = current.findLastIndex((anchor) => anchor.kind === kind);
  const end = current.findLastIndex((anchor) => anchor.kind === 'total');
  const hasEnded = end > headerRow && !countsOn(current.slice(0, end), current.slice(end));
  switch (next.kind) {
    case 'title':
      return true;
    case 'fund':
      return hasEnded || current.some((anchor) => anchor.kind === 'fund');
    case 'indicators':
      return hasEnded || kind === 'summary';
    case 'summary':
      return true;
    case 'goal':
      return end > headerRow && goalsOf(current).some((number) => number >= next.number);
    case 'total':
      return false;
  }
}

function isOnlyGoals(anchors: readonly Anchor[]): boolean {
  return anchors.every(({ kind }) => kind === 'goal');
}
