/**
 * Cuts a formula into tokens and moves its references, as a shared formula is moved from the cell that holds it
 * to the cells that share it.
 */
import { columnName, parseCellName } from '../../../form/address';
import { LAST_COLUMN, LAST_ROW } from '../limits';

export type TokenKind =
  | 'number'
  | 'text'
  | 'cell'
  | 'columns'
  | 'rows'
  | 'sheet'
  | 'function'
  | 'name'
  | 'error'
  | 'operator'
  | 'space';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** In order: the first that matches wins. References must not run into a longer name. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['sheet', /'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/uy],
  ['error', /#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/y],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\()/uy],
  ['columns', /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(!])/uy],
  ['rows', /\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.(!])/uy],
  ['cell', /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.(!])/uy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?/y],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%(),:;{}[\]@!#]/y],
];

/** The tokens of a formula (without "="), null when a part of it is not known. */
export function tokenise(formula: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    if (!token) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return null;
}

/** The formula as it reads when moved by rows and columns: what is not held by "$" moves along. */
export function moveFormula(tokens: readonly Token[], rows: number, columns: number): string {
  return tokens.map((token) => moveToken(token, rows, columns)).join('');
}

function moveToken({ kind, text }: Token, rows: number, columns: number): string {
  switch (kind) {
    case 'cell':
      return moveCell(text, rows, columns);
    case 'columns':
      return text
        .split(':')
        .map((end) => (end.startsWith('$') ? end : moveColumn(end, columns)))
        .join(':');
    case 'rows':
      return text
        .split(':')
        .map((end) => (end.startsWith('$') ? end : moveRow(end, rows)))
        .join(':');
    default:
      return text;
  }
}

function moveCell(text: string, rows: number, columns: number): string {
  const [, columnHold = '', letters = '', rowHold = '', digits = ''] =
    /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(text) ?? [];
  const column = columnHold === '' ? moveColumn(letters, columns) : letters;
  const row = rowHold === '' ? moveRow(digits, rows) : digits;
  return `${columnHold}${column}${rowHold}${row}`;
}

/** References wrap around the edges of the sheet, as Excel wraps those of shared formulas. */
function moveColumn(letters: string, columns: number): string {
  const column = (parseCellName(`${letters.toUpperCase()}1`)?.column ?? 0) + columns;
  return columnName((column + LAST_COLUMN + 1) % (LAST_COLUMN + 1));
}

function moveRow(digits: string, rows: number): string {
  return String(((Number(digits) - 1 + rows + LAST_ROW + 1) % (LAST_ROW + 1)) + 1);
}
