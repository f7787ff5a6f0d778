/**
 * The conditional format rule that marks a cell: always true, and found again by the label in its formula, which
 * survives saving by Excel.
 */
import type { MarkLevel } from '../../form/writePlan';

export const MARK_LEVELS: readonly MarkLevel[] = ['error', 'warning'];

/** Fill colours: Excel's own light red and light yellow. */
const FILLS: Readonly<Record<MarkLevel, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C' };

/** The formula of a mark's rule. N of a text is 0, so it is true in every cell. */
export function markFormula(level: MarkLevel): string {
  return `N("ziping:${level}")=0`;
}

/** The level of a rule by the text of its formulas; null when it is not a mark of ours. */
export function levelOfRule(formulas: string): MarkLevel | null {
  const label = /N\(\s*"ziping:([a-z]+)"\s*\)/i.exec(formulas)?.[1];
  return MARK_LEVELS.find((level) => level === label) ?? null;
}

/** The differential format of a mark; `prefix` is that of the stylesheet's elements. */
export function markFormat(level: MarkLevel, prefix: string): string {
  const p = prefix;
  return (
    `<${p}dxf><${p}fill><${p}patternFill><${p}bgColor rgb="${FILLS[level]}"/>` +
    `</${p}patternFill></${p}fill></${p}dxf>`
  );
}
