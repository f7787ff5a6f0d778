/** Cell addresses: between "G9" and a row and column counted from 0. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const [A, Z, NIL, NINE, DOLLAR] = [65, 90, 48, 57, 36];

/** The letters of a column counted from 0: 0 is "A", 26 is "AA". */
export function columnName(column: number): string {
  if (column < 26) return LETTERS.charAt(column);
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** The column, counted from 0, of its letters: "A" is 0, "AA" is 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - A + 1;
  return number - 1;
}

/** "G9" for row 8, column 6. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A9:H9" for a rectangle, both ends included. */
export function rangeName(top: number, left: number, bottom: number, right: number): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** Row and column, counted from 0, of an address such as "G9"; null when it is none. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | null {
  // Thousands of them are read in one plan: a pattern would take five times as long.
  const from = afterDollar(name, 0);
  const to = afterAll(name, from, A, Z);
  if (to === from || to - from > MOST_LETTERS) return null;
  const digits = afterDollar(name, to);
  const isRow =
    isBetween(name, digits, NIL + 1, NINE) &&
    name.length - digits <= MOST_DIGITS &&
    afterAll(name, digits, NIL, NINE) === name.length;
  return isRow ? { row: Number(name.slice(digits)) - 1, column: columnNumber(name.slice(from, to)) } : null;
}

const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

function isBetween(text: string, at: number, first: number, last: number): boolean {
  const code = text.charCodeAt(at);
  return code >= first && code <= last;
}

/** Where the characters in this range end that begin at a place. */
function afterAll(text: string, from: number, first: number, last: number): number {
  let at = from;
  while (isBetween(text, at, first, last)) at += 1;
  return at;
}

function afterDollar(text: string, at: number): number {
  return text.charCodeAt(at) === DOLLAR ? at + 1 : at;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rows and columns, counted from 0 and included, of "A9:H12" (its corners in either order) or of a cell; null for what is no range. */
export function parseRange(range: string): Area | null {
  const colon = range.indexOf(':');
  const one = parseCellName(colon < 0 ? range : range.slice(0, colon));
  const other = colon < 0 ? one : parseCellName(range.slice(range.lastIndexOf(':') + 1));
  if (!one || !other) return null;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}
