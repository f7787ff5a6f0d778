/** Tells a formula that Excel would take from one that it would not, as far as its signs go. */
import type { Token } from '../../workbook/xlsx/formula/tokens';

/** Signs that stand between two operands. */
const BETWEEN: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '^',
  '&',
  '=',
  '<',
  '>',
  '<=',
  '>=',
  '<>',
  ':',
]);
/** Those that may stand in front of an operand as well. */
const IN_FRONT: ReadonlySet<string> = new Set(['+', '-', '@']);

/** Can the formula be read: brackets close what they open, and every sign has its operands? Without tokens it cannot. */
export function canBeRead(tokens: readonly Token[] | null): boolean {
  if (tokens === null) return false;
  let depth = 0;
  /** True where an operand has to follow, or nothing at all. */
  let isOpen = true;
  /** True behind a sign that has no operand yet. */
  let isMissing = true;
  for (const { kind, text } of tokens) {
    if (kind === 'space') continue;
    if (kind !== 'operator') {
      isOpen = isMissing = false;
    } else if (text === '(' || text === '{') {
      depth += 1;
      isOpen = true;
      isMissing = false;
    } else if (BETWEEN.has(text) || IN_FRONT.has(text)) {
      if (isOpen && !IN_FRONT.has(text)) return false;
      isOpen = isMissing = true;
    } else {
      // What closes or parts arguments, and signs behind an operand; arguments may be left out.
      if (isMissing || (isOpen && /[%#]/.test(text))) return false;
      if (text === ')' || text === '}') depth -= 1;
      if (depth < 0) return false;
      isOpen = text === ',' || text === ';';
    }
  }
  return depth === 0 && !isMissing;
}
