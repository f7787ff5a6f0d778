/** Rules of validations between Office.js and the workbook: `{decimal: {formula1: 0, operator: "GreaterThan"}}`. */
import { tokenise } from '../../../workbook/xlsx/formula/tokens';
import { parseArea } from '../../book/areas';
import type { Validation, ValidationOperator } from '../../book/book';
import { wordsOf } from '../../book/judgeValidation';
import { invalid } from '../arguments';
import { isObject, type Json, type JsonObject } from '../protocol';

type Rule = Pick<Validation, 'type' | 'operator' | 'formulas' | 'hasDropDown'>;

/** Excel takes no longer list, and no longer formula in a rule. */
const LONGEST_FORMULA = 255;

const TYPES = {
  wholeNumber: { type: 'whole', office: 'WholeNumber', location: 'BasicDataValidation' },
  decimal: { type: 'decimal', office: 'Decimal', location: 'BasicDataValidation' },
  textLength: { type: 'textLength', office: 'TextLength', location: 'BasicDataValidation' },
  date: { type: 'date', office: 'Date', location: 'DateTimeDataValidation' },
  time: { type: 'time', office: 'Time', location: 'DateTimeDataValidation' },
  list: { type: 'list', office: 'List', location: 'ListDataValidation' },
  custom: { type: 'custom', office: 'Custom', location: 'CustomDataValidation' },
} as const;

type Kind = keyof typeof TYPES;

const OPERATORS: Readonly<Record<ValidationOperator, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

/** "Decimal", "List" …; "None" for cells without a rule. */
export function officeType({ type }: Validation): string {
  return Object.values(TYPES).find((one) => one.type === type)?.office ?? 'None';
}

/** A rule as Office.js gives it: its formulas are always texts that begin with "=". */
export function officeRule(validation: Validation): JsonObject {
  const { type, operator, formulas, hasDropDown } = validation;
  const [first = '', second] = formulas;
  const kind = kinds().find((one) => TYPES[one].type === type);
  if (!kind) return {};
  if (kind === 'custom') return { custom: { formula: `=${first}` } };
  if (kind === 'list') {
    const words = wordsOf(validation);
    return { list: { inCellDropDown: hasDropDown, source: words ? words.join(',') : `=${first}` } };
  }
  return {
    [kind]: {
      formula1: `=${first}`,
      ...(second === undefined ? {} : { formula2: `=${second}` }),
      operator: OPERATORS[operator],
    },
  };
}

/**
 * The rule that Office.js gives.
 * @throws HostError InvalidArgument, at the property that is wrong
 */
export function readRule(value: Json): Rule {
  const given = isObject(value) ? kinds().filter((kind) => (value[kind] ?? null) !== null) : [];
  const [kind, ...more] = given;
  const options = isObject(value) && kind ? value[kind] : null;
  if (!isObject(value) || !kind || more.length > 0 || !isObject(options ?? undefined))
    throw invalid('DataValidation.rule');
  const isKnown = Object.keys(value).every((name) => Object.hasOwn(TYPES, name));
  if (!isKnown) throw invalid('DataValidation.rule');
  return readKind(kind, options as JsonObject);
}

function readKind(kind: Kind, options: JsonObject): Rule {
  const { type, location } = TYPES[kind];
  const plain = { type, operator: 'between', hasDropDown: true } as const;
  if (kind === 'custom') {
    const formula = options['formula'];
    if (typeof formula !== 'string') throw invalid(`${location}.formula`);
    return { ...plain, formulas: [checkedFormula(formula.replace(/^=/, ''), `${location}.formula`)] };
  }
  if (kind === 'list') {
    const { source, inCellDropDown = true } = options;
    if (typeof inCellDropDown !== 'boolean') throw invalid(`${location}.inCellDropDown`);
    return { ...plain, hasDropDown: inCellDropDown, formulas: [readSource(source, `${location}.source`)] };
  }
  const operator = operators().find((one) => OPERATORS[one] === options['operator']);
  if (!operator) throw invalid(`${location}.operator`);
  const isRange = operator === 'between' || operator === 'notBetween';
  const first = readOperand(kind, options['formula1'], `${location}.formula1`);
  if (!isRange) return { ...plain, operator, formulas: [first] };
  const second = readOperand(kind, options['formula2'], `${location}.formula2`);
  if (Number(first) > Number(second)) throw invalid(`${location}.formula2`);
  return { ...plain, operator, formulas: [first, second] };
}

/** Words with commas, or "=" and cells of one row or column. */
function readSource(source: Json | undefined, location: string): string {
  if (typeof source !== 'string' || source.trim() === '') throw invalid(location);
  if (source.startsWith('=')) {
    const formula = checkedFormula(source.slice(1), location);
    const area = parseArea(formula.replace(/^.*!/, ''));
    if (area && area.top !== area.bottom && area.left !== area.right) throw invalid(location);
    return formula;
  }
  if (source.length > LONGEST_FORMULA) throw invalid(location);
  return `"${source.replaceAll('"', '""')}"`;
}

function readOperand(kind: Kind, value: Json | undefined, location: string): string {
  const isMoment = kind === 'date' || kind === 'time';
  if (typeof value === 'number' && !isMoment) return checkedNumber(kind, value, location);
  if (typeof value !== 'string' || value.trim() === '') throw invalid(location);
  if (value.startsWith('=')) return checkedFormula(value.slice(1), location);
  const number = isMoment ? serialOf(value) : Number(value);
  if (number === null || !Number.isFinite(number)) throw invalid(location);
  return isMoment ? String(number) : checkedNumber(kind, number, location);
}

/** Numbers of things are whole, and no text is shorter than nothing. */
function checkedNumber(kind: Kind, value: number, location: string): string {
  const isCount = kind === 'wholeNumber' || kind === 'textLength';
  if ((isCount && !Number.isInteger(value)) || (kind === 'textLength' && value < 0)) throw invalid(location);
  return String(value);
}

function checkedFormula(formula: string, location: string): string {
  if (formula.trim() === '' || formula.length > LONGEST_FORMULA || !tokenise(formula))
    throw invalid(location);
  return formula;
}

const DAY = 86_400_000;

/** The serial number of a moment such as "2018-04-01" or "2018-04-01T08:30:00"; null for none. */
function serialOf(text: string): number | null {
  const [, day, clock = '00:00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?$/.exec(text) ?? [];
  const time = day === undefined ? NaN : Date.parse(`${day}T${clock}Z`);
  return Number.isFinite(time) ? (time - Date.UTC(1899, 11, 30)) / DAY : null;
}

function kinds(): Kind[] {
  return Object.keys(TYPES) as Kind[];
}

function operators(): ValidationOperator[] {
  return Object.keys(OPERATORS) as ValidationOperator[];
}
