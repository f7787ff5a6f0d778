/** Makes the conditional format rules of marks, the same for both doors, apart from `markRule.ts`, which reads them: only what writes needs this. */
import type { Mark, MarkLabel, MarkLevel } from '../form/writePlan';
import { MARK_LEVELS, SCORES } from './markRule';

/** Fill colours as RRGGBB: Excel's own light red and light yellow. */
export const MARK_FILLS: Readonly<Record<MarkLevel, string>> = { error: 'FFC7CE', warning: 'FFEB9C' };

/** Excel takes at most 255 characters in a rule's formula. */
const MAX_FORMULA = 255;

/** The level of a highlight, null for a mark that has no format. */
export function levelOf(label: MarkLabel): MarkLevel | null {
  return MARK_LEVELS.find((level) => level === label) ?? null;
}

/** Highlights first, the worst before the others; then remembered scores. */
export function orderLabels(labels: readonly MarkLabel[]): readonly MarkLabel[] {
  const others = labels.filter((label) => levelOf(label) === null);
  return [...MARK_LEVELS.filter((level) => labels.includes(level)), ...others.sort()];
}

/** A rule to be put on a sheet. */
export interface MarkRule {
  /** Without "=". */
  readonly formula: string;
  readonly ranges: readonly string[];
  /** Null for remembered scores, which show nothing. */
  readonly level: MarkLevel | null;
}

/** What a rule says about a range: remembered scores name the score ahead of its ranges. */
interface Place {
  readonly score: string | null;
  readonly range: string;
}

/** The rules of the marks of a sheet, the most important first: as few as keep each formula short. */
export function markRules(marks: readonly Mark[]): readonly MarkRule[] {
  const highlights = MARK_LEVELS.flatMap((level) => {
    const ranges = marks.filter(({ label }) => label === level).flatMap((mark) => mark.ranges);
    return divide(
      level,
      ranges.map((range) => ({ score: null, range })),
    );
  });
  const labels = orderLabels([...new Set(marks.map(({ label }) => label))]);
  const scores = labels.flatMap((label) => {
    const score = scoreOf(label);
    const ranges = marks.filter((mark) => mark.label === label).flatMap((mark) => mark.ranges);
    return score === null ? [] : ranges.map((range): Place => ({ score, range }));
  });
  return [...highlights, ...divide(null, scores)];
}

function divide(level: MarkLevel | null, places: readonly Place[]): readonly MarkRule[] {
  const rules: Place[][] = [];
  for (const place of places) {
    const last = rules.at(-1);
    if (last && markFormula(level, [...last, place]).length <= MAX_FORMULA) last.push(place);
    else rules.push([place]);
  }
  return rules.map((some) => ({
    formula: markFormula(level, some),
    ranges: some.map(({ range }) => range),
    level,
  }));
}

/** N of a text is 0; COUNTA is never negative, it is there for its references, which move with the rows. */
function markFormula(level: MarkLevel | null, places: readonly Place[]): string {
  const condition = level === null ? `N("ziping:${SCORES}")=1` : `N("ziping:${level}")=0`;
  const told = places.flatMap(({ score, range }, index) => {
    const place = range.split(':').map(fixReference).join(':');
    return score === null || score === places[index - 1]?.score ? [place] : [`"${score}"`, place];
  });
  return `AND(${condition},COUNTA(${told.join(',')})>=0)`;
}

function scoreOf(label: MarkLabel): string | null {
  return label.startsWith('score:') ? label.slice('score:'.length) : null;
}

function fixReference(cell: string): string {
  return cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
