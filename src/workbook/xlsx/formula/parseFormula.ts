/** Parses a formula into a tree, as far as the small evaluator needs it. */
import { parseCellName } from '../../../form/address';
import { LAST_COLUMN, LAST_ROW } from '../limits';
import { tokenise, type Token } from './tokens';

/** A rectangle of cells, both ends included; `sheet` is null for the formula's own sheet. */
export interface Area {
  readonly sheet: string | null;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  /** An argument left out: `IF(A1,,2)`. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'negative' | 'percent'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] };

/** How tightly an operator binds; all group from the left, as in Excel. */
const BINDING: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

const MAX_LENGTH = 8192;
const MAX_DEPTH = 128;
/** A sum of very many terms would make a tree too deep to walk. */
const MAX_TOKENS = 2000;

/** The tree of a formula (without "="); null when it uses what is not known here, such as names. */
export function parseFormula(formula: string): Expression | null {
  if (formula.length > MAX_LENGTH) return null;
  const tokens = tokenise(formula)?.filter(({ kind }) => kind !== 'space');
  if (!tokens || tokens.length > MAX_TOKENS) return null;
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const tree = parseBinary(reader, 0);
  return reader.at === tokens.length ? tree : null;
}

/** All areas that a formula mentions. */
export function areasOf(tree: Expression): Area[] {
  return nodesOf(tree).flatMap((node) => (node.kind === 'area' ? [node.area] : []));
}

/** The functions that a formula calls, in capitals. */
export function callsOf(tree: Expression): string[] {
  return nodesOf(tree).flatMap((node) => (node.kind === 'call' ? [node.name] : []));
}

/** The tree and all its branches. */
function nodesOf(tree: Expression): Expression[] {
  const nodes = [tree];
  // Grows while it is walked.
  for (const node of nodes) nodes.push(...branchesOf(node));
  return nodes;
}

function branchesOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'negative':
    case 'percent':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.parameters;
    default:
      return [];
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/** Steps over the next token when it is this operator. */
function skip(reader: Reader, operator: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'operator' || token.text !== operator) return false;
  reader.at += 1;
  return true;
}

function operatorAt(reader: Reader): BinaryOperator | null {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'operator') return null;
  return (Object.keys(BINDING) as BinaryOperator[]).find((operator) => operator === token.text) ?? null;
}

function parseBinary(reader: Reader, binding: number): Expression | null {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) return null;
  let left = parseUnary(reader);
  for (;;) {
    const operator = operatorAt(reader);
    if (!left || operator === null || BINDING[operator] <= binding) break;
    reader.at += 1;
    const right = parseBinary(reader, BINDING[operator]);
    left = right && { kind: 'binary', operator, left, right };
  }
  reader.depth -= 1;
  return left;
}

/** A sign binds tighter than "^" in Excel: -2^2 is 4. */
function parseUnary(reader: Reader): Expression | null {
  let isNegative = false;
  for (;;) {
    if (skip(reader, '-')) isNegative = !isNegative;
    else if (!skip(reader, '+')) break;
  }
  let operand = parsePrimary(reader);
  while (operand && skip(reader, '%')) operand = { kind: 'percent', operand };
  return operand && isNegative ? { kind: 'negative', operand } : operand;
}

function parsePrimary(reader: Reader): Expression | null {
  const token = reader.tokens[reader.at];
  if (!token) return null;
  reader.at += 1;
  switch (token.kind) {
    case 'number':
      return { kind: 'number', text: token.text };
    case 'text':
      return { kind: 'text', value: token.text.slice(1, -1).replaceAll('""', '"') };
    case 'error':
      return { kind: 'error', value: token.text };
    case 'name':
      return /^(true|false)$/i.test(token.text)
        ? { kind: 'boolean', value: token.text.toUpperCase() === 'TRUE' }
        : null;
    case 'function':
      return parseCall(reader, token.text.toUpperCase());
    case 'sheet': {
      const sheet = token.text.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
      const next = reader.tokens[reader.at];
      reader.at += 1;
      return next && !sheet.includes('[') ? parseArea(reader, next, sheet) : null;
    }
    case 'operator':
      return token.text === '(' ? parseGroup(reader) : null;
    default:
      return parseArea(reader, token, null);
  }
}

function parseGroup(reader: Reader): Expression | null {
  const inner = parseBinary(reader, 0);
  return skip(reader, ')') ? inner : null;
}

function parseCall(reader: Reader, name: string): Expression | null {
  if (!skip(reader, '(')) return null;
  const parameters: Expression[] = [];
  if (skip(reader, ')')) return { kind: 'call', name, parameters };
  for (;;) {
    const next = reader.tokens[reader.at];
    const isMissing = next?.kind === 'operator' && (next.text === ',' || next.text === ')');
    const parameter: Expression | null = isMissing ? { kind: 'missing' } : parseBinary(reader, 0);
    if (!parameter) return null;
    parameters.push(parameter);
    if (skip(reader, ')')) return { kind: 'call', name, parameters };
    if (!skip(reader, ',')) return null;
  }
}

function parseArea(reader: Reader, token: Token, sheet: string | null): Expression | null {
  const [first = '', last = ''] = token.text.toUpperCase().replaceAll('$', '').split(':');
  switch (token.kind) {
    case 'cell': {
      const isRange = skip(reader, ':');
      const end = isRange ? reader.tokens[reader.at] : token;
      if (end?.kind !== 'cell') return null;
      if (isRange) reader.at += 1;
      return areaBetween(sheet, first, end.text.toUpperCase());
    }
    case 'columns':
      return areaBetween(sheet, `${first}1`, `${last}${LAST_ROW + 1}`);
    case 'rows':
      return areaBetween(sheet, `A${first}`, `XFD${last}`);
    default:
      return null;
  }
}

function areaBetween(sheet: string | null, first: string, last: string): Expression | null {
  const from = parseCellName(first);
  const to = parseCellName(last);
  if (!from || !to) return null;
  const area = {
    sheet,
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
  return area.bottom > LAST_ROW || area.right > LAST_COLUMN ? null : { kind: 'area', area };
}
