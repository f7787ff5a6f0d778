/** The worksheet functions that score forms use. A function that is not here makes its formula not evaluable. */
import { Decimal, ONE, sum, ZERO } from '../../../engine/decimal';
import {
  asBoolean,
  asNumber,
  DIVISION_ERROR,
  number,
  VALUE_ERROR,
  type ErrorOperand,
  type Operand,
} from './operand';

/** An argument: a value, or the values of an area, where texts and blanks do not count as numbers. */
export type Argument =
  | { readonly kind: 'value'; readonly value: Operand }
  | { readonly kind: 'area'; readonly rows: readonly (readonly Operand[])[] };

type WorksheetFunction = (parameters: readonly Argument[]) => Operand;

/** Functions of plain arguments; IF and IFERROR are elsewhere, since they leave a branch unread. */
export const FUNCTIONS: ReadonlyMap<string, WorksheetFunction> = new Map<string, WorksheetFunction>([
  ['SUM', overNumbers((values) => number(sum(values)))],
  [
    'PRODUCT',
    overNumbers((values) => number(values.reduce((a, b) => a.times(b), values.length ? ONE : ZERO))),
  ],
  ['MIN', overNumbers((values) => number(extreme(values, (a, b) => a.lt(b))))],
  ['MAX', overNumbers((values) => number(extreme(values, (a, b) => a.gt(b))))],
  [
    'AVERAGE',
    overNumbers((values) => (values.length ? number(sum(values).div(values.length)) : DIVISION_ERROR)),
  ],
  ['COUNT', (parameters) => count(parameters, isCounted)],
  ['COUNTA', (parameters) => count(parameters, ({ kind }) => kind !== 'blank')],
  ['ROUND', rounding(Decimal.ROUND_HALF_UP)],
  ['ROUNDUP', rounding(Decimal.ROUND_UP)],
  ['ROUNDDOWN', rounding(Decimal.ROUND_DOWN)],
  ['INT', ofNumbers(1, (value) => value.floor())],
  ['ABS', ofNumbers(1, (value) => value.abs())],
  ['AND', overConditions((values) => values.every((value) => value))],
  ['OR', overConditions((values) => values.some((value) => value))],
  [
    'NOT',
    (parameters) => {
      const value = asBoolean(scalar(parameters[0]));
      return value.kind === 'error' ? value : { kind: 'boolean', value: !value.value };
    },
  ],
  ['SUMPRODUCT', sumProduct],
  ['TRUE', () => ({ kind: 'boolean', value: true })],
  ['FALSE', () => ({ kind: 'boolean', value: false })],
]);

/** 0 when there are no values. */
function extreme(values: readonly Decimal[], isBetter: (value: Decimal, best: Decimal) => boolean): Decimal {
  const [first = ZERO, ...others] = values;
  return others.reduce((best, value) => (isBetter(value, best) ? value : best), first);
}

/** A single value where one is asked for; an area of several cells has none. */
function scalar(parameter: Argument | undefined): Operand {
  if (!parameter) return VALUE_ERROR;
  if (parameter.kind === 'value') return parameter.value;
  const [row] = parameter.rows;
  return parameter.rows.length === 1 && row?.length === 1 ? (row[0] ?? VALUE_ERROR) : VALUE_ERROR;
}

/** The numbers of the arguments: all that are in areas, and every value given directly. */
function numbersOf(parameters: readonly Argument[]): Decimal[] | ErrorOperand {
  const values: Decimal[] = [];
  for (const parameter of parameters) {
    if (parameter.kind === 'value') {
      const value = asNumber(parameter.value);
      if (value.kind === 'error') return value;
      values.push(value.value);
      continue;
    }
    for (const operand of parameter.rows.flat()) {
      if (operand.kind === 'error') return operand;
      if (operand.kind === 'number') values.push(operand.value);
    }
  }
  return values;
}

function overNumbers(combine: (values: readonly Decimal[]) => Operand): WorksheetFunction {
  return (parameters) => {
    const values = numbersOf(parameters);
    return Array.isArray(values) ? combine(values) : values;
  };
}

function overConditions(combine: (values: readonly boolean[]) => boolean): WorksheetFunction {
  return (parameters) => {
    const values: boolean[] = [];
    for (const parameter of parameters) {
      const operands = parameter.kind === 'value' ? [parameter.value] : conditionsIn(parameter.rows.flat());
      for (const operand of operands) {
        const value = asBoolean(operand);
        if (value.kind === 'error') return value;
        values.push(value.value);
      }
    }
    return values.length === 0 ? VALUE_ERROR : { kind: 'boolean', value: combine(values) };
  };
}

/** Texts and blanks in areas are no conditions. */
function conditionsIn(operands: readonly Operand[]): Operand[] {
  return operands.filter(({ kind }) => kind !== 'text' && kind !== 'blank');
}

function ofNumbers(arity: number, combine: (value: Decimal, second: Decimal) => Decimal): WorksheetFunction {
  return (parameters) => {
    if (parameters.length !== arity) return VALUE_ERROR;
    const first = asNumber(scalar(parameters[0]));
    const second = arity > 1 ? asNumber(scalar(parameters[1])) : first;
    if (first.kind === 'error') return first;
    return second.kind === 'error' ? second : number(combine(first.value, second.value));
  };
}

type Rounding = typeof Decimal.ROUND_HALF_UP | typeof Decimal.ROUND_UP | typeof Decimal.ROUND_DOWN;

function rounding(mode: Rounding): WorksheetFunction {
  return ofNumbers(2, (value, digits) => {
    const places = Math.max(-400, Math.min(400, digits.trunc().toNumber()));
    if (places >= 0) return value.toDecimalPlaces(places, mode);
    const unit = new Decimal(10).pow(-places);
    return value.div(unit).toDecimalPlaces(0, mode).times(unit);
  });
}

function count(
  parameters: readonly Argument[],
  counts: (operand: Operand, isDirect: boolean) => boolean,
): Operand {
  const counted = parameters.flatMap((parameter) =>
    parameter.kind === 'value'
      ? [parameter.value].filter((operand) => counts(operand, true))
      : parameter.rows.flat().filter((operand) => counts(operand, false)),
  );
  return number(new Decimal(counted.length));
}

function isCounted(operand: Operand, isDirect: boolean): boolean {
  if (!isDirect) return operand.kind === 'number';
  return operand.kind !== 'blank' && asNumber(operand).kind === 'number';
}

function sumProduct(parameters: readonly Argument[]): Operand {
  const areas = parameters.map((parameter) =>
    parameter.kind === 'area' ? parameter.rows : [[parameter.value]],
  );
  const [first] = areas;
  if (!first) return VALUE_ERROR;
  const isSameShape = areas.every(
    (rows) => rows.length === first.length && rows[0]?.length === first[0]?.length,
  );
  if (!isSameShape) return VALUE_ERROR;
  const products: Decimal[] = [];
  const lists = areas.map((rows) => rows.flat());
  for (const index of (lists[0] ?? []).keys()) {
    let product = ONE;
    for (const list of lists) {
      const operand = list[index];
      if (operand?.kind === 'error') return operand;
      product = product.times(operand?.kind === 'number' ? operand.value : ZERO);
    }
    products.push(product);
  }
  return number(sum(products));
}
