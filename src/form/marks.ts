/**
 * Marks of ours on a sheet: which rows to highlight, and which scores we wrote. Both are kept as conditional formats that carry a label,
 * so that they move with the rows, are found again without an index and can be removed without a trace.
 */
import type { FormFacts } from '../engine/facts';
import { Decimal } from '../engine/decimal';
import type { Finding } from '../engine/finding';
import { cellName, parseCellName, parseRange, rangeName, type Area } from './address';
import type { Mark, MarkLabel } from './writePlan';

const LEVELS = ['error', 'warning'] as const;
const SCORE_LABEL = 'score:';
/** One mark per severity: the row of an indicator, the single cell of a finding of the form. A row gets its worst severity only. */
export function markFindings(
  forms: readonly { readonly facts: FormFacts; readonly findings: readonly Finding[] }[],
): readonly Mark[] {
  const taken = new Set<string>();
  const placed = forms.map(({ facts, findings }) => ({ rangeOf: rangesIn(facts), findings }));
  return LEVELS.flatMap((level) => {
    const ranges: string[] = [];
    for (const { rangeOf, findings } of placed) {
      for (const finding of findings) {
        const range = finding.severity === level ? rangeOf(finding) : null;
        if (range === null || taken.has(range)) continue;
        taken.add(range);
        ranges.push(range);
      }
    }
    return ranges.length === 0 ? [] : [{ label: level, ranges: sortRanges(ranges) }];
  });
}

/** From the name of the row to the last column: level labels to its left are often merged over several rows. */
function rangesIn(facts: FormFacts): (finding: Finding) => string | null {
  if (facts.kind === 'summary-table') return ({ cell }) => cell;
  const names: (string | null)[] = [];
  for (const { row, nameCell } of facts.indicators) names[row] = nameCell;
  const right = parseRange(facts.range)?.right;
  return ({ row, cell }) => {
    const left = row === null ? undefined : parseCellName(names[row] ?? '')?.column;
    return row === null || left === undefined || right === undefined
      ? cell
      : rangeName(row - 1, left, row - 1, right);
  };
}

function sortRanges(ranges: readonly string[]): readonly string[] {
  const placed = ranges.map((range) => ({ range, place: placeOf(parseRange(range)) }));
  // Most come from top to bottom already.
  if (placed.every(({ place }, index) => place >= (placed[index - 1]?.place ?? 0))) return ranges;
  placed.sort((a, b) => a.place - b.place);
  return placed.map(({ range }) => range);
}

function placeOf(area: Area | null): number {
  return area ? area.top * 20000 + area.left : 0;
}

/** True for a mark that a person sees. */
export function isHighlight({ label }: Mark): boolean {
  return LEVELS.some((level) => level === label);
}

/** Marks without a format that remember which scores are ours: one per value. */
export function rememberScores(scores: ReadonlyMap<string, Decimal>): readonly Mark[] {
  const cells = new Map<MarkLabel, string[]>();
  for (const [cell, score] of scores) {
    const label = `${SCORE_LABEL}${score.toString()}` as const;
    const alike = cells.get(label);
    if (alike) alike.push(cell);
    else cells.set(label, [cell]);
  }
  return [...cells]
    .map(([label, ranges]) => ({ label, ranges: sortRanges(ranges) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** The scores that an earlier recalculation wrote, by cell. */
export function ownScoresFrom(marks: readonly Mark[]): ReadonlyMap<string, Decimal> {
  const scores = new Map<string, Decimal>();
  for (const { label, ranges } of marks) {
    const value = label.startsWith(SCORE_LABEL) ? label.slice(SCORE_LABEL.length) : '';
    if (!/^\d+(\.\d+)?$/.test(value)) continue;
    for (const range of ranges) for (const cell of cellsOf(range)) scores.set(cell, new Decimal(value));
  }
  return scores;
}

/** The cells of a small rectangle: adjoining marks may have been merged into one. */
function cellsOf(range: string): readonly string[] {
  const area = parseRange(range);
  if (!area || (area.bottom - area.top + 1) * (area.right - area.left + 1) > 10_000) return [];
  const cells: string[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      cells.push(cellName(row, column));
    }
  }
  return cells;
}
