/**
 * The conditional format rules of a mark, the same in both doors. A rule is found again by the label in its formula, which survives saving by
 * Excel; the formula also names the ranges, so that one load of the formulas tells where the marks stand, even after rows were
 * inserted. A highlight is always true; a remembered score never is, so that it shows nothing.
 */
import type { Mark, MarkLabel, MarkLevel } from '../form/writePlan';

const MARK_LEVELS: readonly MarkLevel[] = ['error', 'warning'];

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
}

/** The rules of a mark: as many as it takes to keep each formula short. */
export function markRules({ label, ranges }: Mark): readonly MarkRule[] {
  const rules: { formula: string; ranges: string[] }[] = [];
  for (const range of ranges) {
    const last = rules.at(-1);
    const longer = last && markFormula(label, [...last.ranges, range]);
    if (last && longer !== undefined && longer.length <= MAX_FORMULA) {
      last.ranges.push(range);
      last.formula = longer;
    } else {
      rules.push({ formula: markFormula(label, [range]), ranges: [range] });
    }
  }
  return rules;
}

/** N of a text is 0; COUNTA is never negative, it is there for its references, which move with the rows. */
function markFormula(label: MarkLabel, ranges: readonly string[]): string {
  const always = levelOf(label) === null ? '1' : '0';
  const places = ranges.map((range) => range.split(':').map(fixReference).join(':')).join(',');
  return `AND(N("ziping:${label}")=${always},COUNTA(${places})>=0)`;
}

function fixReference(cell: string): string {
  return cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/** The label of a rule by the text of its formulas; null when it is not a mark of ours. */
export function labelOfRule(formulas: string): MarkLabel | null {
  const label = /N\(\s*"ziping:([a-z]+(?::\d+(?:\.\d+)?)?)"\s*\)/i.exec(formulas)?.[1] ?? '';
  const score = /^score:([\d.]+)$/.exec(label)?.[1];
  return score === undefined ? (MARK_LEVELS.find((level) => level === label) ?? null) : `score:${score}`;
}

/** True for a rule that says nothing yet: what is left of a mark when Excel fails between adding a rule and setting its formula. */
export function isEmptyRule(formula: string): boolean {
  return /^=?\s*(FALSE(\(\))?)?\s*$/i.test(formula);
}

/** The ranges that a rule's formula names; those whose rows were deleted are left out. */
export function rangesOfRule(formula: string): readonly string[] {
  const places = /COUNTA\(([^()]*)\)/i.exec(formula)?.[1]?.replaceAll('$', '') ?? '';
  return places.split(',').filter((range) => /^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(range));
}
