/**
 * The conditional format rule of a mark: found again by the label in its formula, which survives saving by Excel. A highlight is always
 * true; a remembered score never is, so that it shows nothing.
 */
import type { MarkLabel, MarkLevel } from '../../form/writePlan';

const MARK_LEVELS: readonly MarkLevel[] = ['error', 'warning'];

/** Fill colours: Excel's own light red and light yellow. */
const FILLS: Readonly<Record<MarkLevel, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C' };

/** The level of a highlight, null for a mark that has no format. */
export function levelOf(label: MarkLabel): MarkLevel | null {
  return MARK_LEVELS.find((level) => level === label) ?? null;
}

/** Highlights first, the worst before the others; then remembered scores. */
export function orderLabels(labels: readonly MarkLabel[]): readonly MarkLabel[] {
  const others = labels.filter((label) => levelOf(label) === null);
  return [...MARK_LEVELS.filter((level) => labels.includes(level)), ...others.sort()];
}

/** The formula of a mark's rule. N of a text is 0. */
export function markFormula(label: MarkLabel): string {
  return `N("ziping:${label}")=${levelOf(label) === null ? '1' : '0'}`;
}

/** The label of a rule by the text of its formulas; null when it is not a mark of ours. */
export function labelOfRule(formulas: string): MarkLabel | null {
  const label = /N\(\s*"ziping:([a-z]+(?::\d+(?:\.\d+)?)?)"\s*\)/i.exec(formulas)?.[1] ?? '';
  const score = /^score:([\d.]+)$/.exec(label)?.[1];
  return score === undefined ? (MARK_LEVELS.find((level) => level === label) ?? null) : `score:${score}`;
}

/** The differential format of a highlight; `prefix` is that of the stylesheet's elements. */
export function markFormat(level: MarkLevel, prefix: string): string {
  const p = prefix;
  return (
    `<${p}dxf><${p}fill><${p}patternFill><${p}bgColor rgb="${FILLS[level]}"/>` +
    `</${p}patternFill></${p}fill></${p}dxf>`
  );
}
