/** The values that formulas reckon with, and how Excel turns one kind into another. */
import { Decimal, ONE, ZERO } from '../../../engine/decimal';

export type Operand =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'blank' };

export type NumberOperand = Extract<Operand, { kind: 'number' }>;
export type ErrorOperand = Extract<Operand, { kind: 'error' }>;

/** Thrown for what this evaluator does not know; the formula then keeps its stored result. */
export class NotEvaluable extends Error {}

export const VALUE_ERROR: ErrorOperand = { kind: 'error', value: '#VALUE!' };
export const DIVISION_ERROR: ErrorOperand = { kind: 'error', value: '#DIV/0!' };
export const NUMBER_ERROR: ErrorOperand = { kind: 'error', value: '#NUM!' };

/** The number of digits that Excel keeps. */
const DIGITS = 15;
const LARGEST = new Decimal('1.7976931348623157e308');
const PLAIN_NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?\s*$/;
/** Texts of digits and signs may be dates, amounts or fractions to Excel. */
const MAYBE_NUMBER = /^[\d\s.,:/%$¥￥()+\-年月日时分秒EeAaPpMm]*\d[\d\s.,:/%$¥￥()+\-年月日时分秒EeAaPpMm]*$/;

export function number(value: Decimal): NumberOperand | ErrorOperand {
  return value.isFinite() && value.abs().lte(LARGEST) ? { kind: 'number', value } : NUMBER_ERROR;
}

/** A number as Excel stores and compares it. */
export function keptDigits(value: Decimal): Decimal {
  return value.toSignificantDigits(DIGITS);
}

/** The operand as a number for arithmetic. */
export function asNumber(operand: Operand): NumberOperand | ErrorOperand {
  switch (operand.kind) {
    case 'number':
    case 'error':
      return operand;
    case 'blank':
      return { kind: 'number', value: ZERO };
    case 'boolean':
      return { kind: 'number', value: operand.value ? ONE : ZERO };
    case 'text':
      return textAsNumber(operand.value);
  }
}

function textAsNumber(text: string): NumberOperand | ErrorOperand {
  if (PLAIN_NUMBER.test(text)) return number(new Decimal(text.trim()));
  if (MAYBE_NUMBER.test(text)) throw new NotEvaluable(text);
  return VALUE_ERROR;
}

/** The operand as a condition. */
export function asBoolean(operand: Operand): Extract<Operand, { kind: 'boolean' | 'error' }> {
  switch (operand.kind) {
    case 'boolean':
    case 'error':
      return operand;
    case 'blank':
      return { kind: 'boolean', value: false };
    case 'number':
      return { kind: 'boolean', value: !operand.value.isZero() };
    case 'text':
      if (!/^(true|false)$/i.test(operand.value)) return VALUE_ERROR;
      return { kind: 'boolean', value: operand.value.toUpperCase() === 'TRUE' };
  }
}

/** The operand as text for "&". */
export function asText(operand: Operand): Extract<Operand, { kind: 'text' | 'error' }> {
  switch (operand.kind) {
    case 'text':
    case 'error':
      return operand;
    case 'blank':
      return { kind: 'text', value: '' };
    case 'boolean':
      return { kind: 'text', value: operand.value ? 'TRUE' : 'FALSE' };
    case 'number':
      return { kind: 'text', value: numberAsText(operand.value) };
  }
}

function numberAsText(value: Decimal): string {
  const kept = keptDigits(value);
  if (!kept.isZero() && (kept.abs().gte(1e15) || kept.abs().lt(1e-4))) throw new NotEvaluable('exponent');
  return kept.toString();
}

const RANK: Readonly<Record<'number' | 'text' | 'boolean', number>> = { number: 0, text: 1, boolean: 2 };

/** Negative, zero or positive as Excel orders two values: numbers before texts before booleans. */
export function compare(left: Operand, right: Operand): number | ErrorOperand {
  if (left.kind === 'error') return left;
  if (right.kind === 'error') return right;
  const a = left.kind === 'blank' ? blankLike(right) : left;
  const b = right.kind === 'blank' ? blankLike(left) : right;
  if (a.kind === 'number' && b.kind === 'number') return keptDigits(a.value).comparedTo(keptDigits(b.value));
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a.value, b.value);
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  return RANK[a.kind] - RANK[b.kind];
}

type Comparable = Extract<Operand, { kind: 'number' | 'text' | 'boolean' }>;

function blankLike(other: Operand): Comparable {
  switch (other.kind) {
    case 'text':
      return { kind: 'text', value: '' };
    case 'boolean':
      return { kind: 'boolean', value: false };
    default:
      return { kind: 'number', value: ZERO };
  }
}

/** Equal but for case; the order of texts depends on the reader's language, so it is not guessed. */
function compareTexts(left: string, right: string): number {
  if (left.toLowerCase() === right.toLowerCase()) return 0;
  if (left === '') return -1;
  if (right === '') return 1;
  return left.toLowerCase() < right.toLowerCase() ? -1 : 1;
}
