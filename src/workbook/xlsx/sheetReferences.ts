/** References to a sheet inside formulas. */
import { quoteSheet } from './sheetEntries';
import { escapeXml } from './xml';

/**
 * A formula in which references to one sheet point at another. Texts in quotes stay, and so do references to sheets of other workbooks and to
 * several sheets at once. `xml` is for a formula as it stands in a part.
 */
export function pointingAt(
  formula: string,
  from: string,
  to: string,
  kind: 'plain' | 'xml' = 'plain',
): string {
  const write = (text: string): string => (kind === 'xml' ? escapeXml(text) : text);
  const quote = kind === 'xml' ? '(?:"|&quot;)' : '"';
  const names = [quoteSheet(from), from].map((name) => escapePattern(write(name))).join('|');
  const pattern = new RegExp(`${quote}.*?${quote}|(?<![^\\s=(,+\\-*/^&<>;{}])(?:${names})!`, 'gs');
  return formula.replace(pattern, (found) => (found.endsWith('!') ? `${write(quoteSheet(to))}!` : found));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
