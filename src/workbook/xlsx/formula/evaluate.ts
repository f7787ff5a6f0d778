/** Reckons one formula from the values of the cells it names. */
import { Decimal } from '../../../engine/decimal';
import { FUNCTIONS, type Argument } from './functions';
import {
  asBoolean,
  asNumber,
  asText,
  compare,
  DIVISION_ERROR,
  NotEvaluable,
  number,
  NUMBER_ERROR,
  VALUE_ERROR,
  type Operand,
} from './operand';
import type { Area, BinaryOperator, Expression } from './parseFormula';

/** The values of an area, row by row. */
export type AreaReader = (area: Area) => readonly (readonly Operand[])[];

/** The value of a formula; throws `NotEvaluable` for what is not known here. */
export function evaluate(tree: Expression, read: AreaReader): Operand {
  switch (tree.kind) {
    case 'number':
      return number(new Decimal(tree.text));
    case 'text':
    case 'boolean':
    case 'error':
      return tree;
    case 'missing':
      return { kind: 'blank' };
    case 'area':
      return singleCell(tree.area, read);
    case 'negative': {
      const operand = asNumber(evaluate(tree.operand, read));
      return operand.kind === 'error' ? operand : number(operand.value.neg());
    }
    case 'percent': {
      const operand = asNumber(evaluate(tree.operand, read));
      return operand.kind === 'error' ? operand : number(operand.value.div(100));
    }
    case 'binary':
      return binary(tree.operator, evaluate(tree.left, read), evaluate(tree.right, read));
    case 'call':
      return call(tree.name, tree.parameters, read);
  }
}

function singleCell(area: Area, read: AreaReader): Operand {
  if (area.top !== area.bottom || area.left !== area.right) throw new NotEvaluable('area as a value');
  return read(area)[0]?.[0] ?? { kind: 'blank' };
}

function binary(operator: BinaryOperator, left: Operand, right: Operand): Operand {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return arithmetic(operator, left, right);
    case '&': {
      const a = asText(left);
      const b = asText(right);
      if (a.kind === 'error') return a;
      return b.kind === 'error' ? b : { kind: 'text', value: a.value + b.value };
    }
    default: {
      const order = compare(left, right);
      return typeof order === 'number' ? { kind: 'boolean', value: holds(operator, order) } : order;
    }
  }
}

function holds(operator: '=' | '<>' | '<' | '>' | '<=' | '>=', order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: Operand, right: Operand): Operand {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a.kind === 'error') return a;
  if (b.kind === 'error') return b;
  switch (operator) {
    case '+':
      return number(a.value.plus(b.value));
    case '-':
      return number(a.value.minus(b.value));
    case '*':
      return number(a.value.times(b.value));
    case '/':
      return b.value.isZero() ? DIVISION_ERROR : number(a.value.div(b.value));
    case '^':
      return power(a.value, b.value);
  }
}

function power(base: Decimal, exponent: Decimal): Operand {
  if (base.isZero() && exponent.isZero()) return NUMBER_ERROR;
  if (base.isZero() && exponent.isNegative()) return DIVISION_ERROR;
  // Beyond this the result is out of Excel's range, or so near 1 that it is not worth the time.
  if (exponent.abs().gt(10_000)) throw new NotEvaluable('exponent');
  return number(base.pow(exponent));
}

function call(name: string, parameters: readonly Expression[], read: AreaReader): Operand {
  if (name === 'IF') return choose(parameters, read);
  if (name === 'IFERROR') {
    const [tried, otherwise] = parameters;
    if (!tried || !otherwise || parameters.length > 2) return VALUE_ERROR;
    const value = evaluate(tried, read);
    return value.kind === 'error' ? evaluate(otherwise, read) : value;
  }
  const worksheetFunction = FUNCTIONS.get(name);
  if (!worksheetFunction) throw new NotEvaluable(name);
  return worksheetFunction(parameters.map((parameter) => argument(parameter, read)));
}

function choose(parameters: readonly Expression[], read: AreaReader): Operand {
  const [condition, yes, no] = parameters;
  if (!condition || !yes || parameters.length > 3) return VALUE_ERROR;
  const value = asBoolean(evaluate(condition, read));
  if (value.kind === 'error') return value;
  if (value.value) return evaluate(yes, read);
  return no ? evaluate(no, read) : { kind: 'boolean', value: false };
}

function argument(expression: Expression, read: AreaReader): Argument {
  if (expression.kind === 'area') return { kind: 'area', rows: read(expression.area) };
  return { kind: 'value', value: evaluate(expression, read) };
}
