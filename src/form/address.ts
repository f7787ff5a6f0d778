/** Cell addresses: between "G9" and a row and column counted from 0. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

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
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
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
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  return { row: Number(digits) - 1, column: columnNumber(letters) };
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rows and columns, counted from 0 and included, of "A9:H12" (its corners in either order) or of a cell; null for what is no range. */
export function parseRange(range: string): Area | null {
  const one = parseCellName(range.replace(/:.*/, ''));
  const other = parseCellName(range.replace(/.*:/, ''));
  if (!one || !other) return null;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}
