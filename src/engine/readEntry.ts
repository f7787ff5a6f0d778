/**
 * Reads what a target or an actual cell says: a quantity, a range, a date, or text that is left to a person and why.
 * Value, displayed text and number format are read together.
 */
import { Decimal, ONE } from './decimal';
import words from './directionWords.json';
import type { Entry } from './entry';
import { isBlank } from './entry';
import { isNotApplicable, normaliseText } from './normaliseText';
import { readNumberFormat, storedNumber } from './numberFormat';
import type { Direction, TextReason } from './outcome';
import { readSerial, type DateSpan } from './readDate';
import { findTextReason } from './readText';
import { NO_UNIT, PERCENT, readUnit, type Unit } from './readUnit';
import { remember } from './remember';
import {
  isRangeConnector,
  isSign,
  scanText,
  type Item,
  type QuantityItem,
  type Scan,
  type Sign,
} from './scanText';

export interface DirectionWord {
  readonly text: string;
  readonly direction: Direction;
  /** 达到 and 控制在 give a direction only where no other word does, and say nothing in an actual. */
  readonly isWeak: boolean;
}

export interface Quantity {
  readonly kind: 'quantity';
  /** As written: 95 for 95%, 9.74 for 9.74万元. */
  readonly number: Decimal;
  readonly unit: Unit;
  readonly taken: string;
  readonly sign: Sign | null;
  /** The word that makes it a floor or a ceiling, e.g. 不低于. */
  readonly word: DirectionWord | null;
  /** "约50", "100余", "近50": the number is not exact, and on which side the truth lies. */
  readonly near: 'about' | 'more' | 'less' | null;
  readonly change: Change;
  readonly stance: Stance;
}

/** Whether the number is how much something grew or fell rather than how much it is. */
export type Change = 'up' | 'down' | null;
/** Whether the words around a number say that it was not reached, or not yet. */
export type Stance = 'stated' | 'planned' | 'negated';

export interface Range {
  readonly kind: 'range';
  readonly low: Decimal;
  readonly high: Decimal;
  readonly unit: Unit;
  readonly taken: string;
  readonly change: Change;
}

export interface DateCell {
  readonly kind: 'date';
  readonly span: DateSpan;
  readonly taken: string;
  /** The words beside the date. */
  readonly rest: string;
}

export interface TextCell {
  readonly kind: 'text';
  readonly why: TextReason;
}

/** What a cell says; `mark` is a sign for "not applicable". */
export type CellReading = Quantity | Range | DateCell | TextCell | { readonly kind: 'blank' | 'mark' };

/** No cell of a form says more than this in one number; a longer text is a report. */
const LONGEST = 1000;

/** How much something changed, by the words beside the number; "提高到95%" is a level, no change. */
export function findChange(text: string): Change {
  const isChange = (word: string) => {
    const at = text.indexOf(word);
    return at >= 0 && !words.level.includes(text.charAt(at + word.length));
  };
  if (words.down.some(isChange)) return 'down';
  return words.up.some(isChange) ? 'up' : null;
}

function toWord(text: string, direction: Direction): DirectionWord {
  return { text, direction, isWeak: words.weak.includes(text) };
}

/** The words before a number, the longest first. */
const WORDS_BEFORE: readonly DirectionWord[] = [
  ...words.before.floor.map((text) => toWord(text, 'floor')),
  ...words.before.ceiling.map((text) => toWord(text, 'ceiling')),
].sort((one, other) => other.text.length - one.text.length);

/** The words of a clause, each where no longer one covers it. */
function findWords(clause: string): DirectionWord[] {
  if (clause === '') return [];
  const found: DirectionWord[] = [];
  let left = clause;
  for (const word of WORDS_BEFORE) {
    if (!left.includes(word.text)) continue;
    found.push(word);
    left = left.replaceAll(word.text, '|');
  }
  return found;
}

function findAfter(after: string, unit: Unit): DirectionWord | null {
  const trimmed = after.trimStart();
  const starts = (word: string) => trimmed.startsWith(word);
  const floor = words.after.floor.find(starts);
  if (floor !== undefined) return toWord(floor, 'floor');
  const ceiling = words.after.ceiling.find(starts);
  if (ceiling !== undefined) return toWord(ceiling, 'ceiling');
  const isTime = /(?:日|天|小时|分钟|月|周|年)$/.test(unit.name);
  return isTime && starts(words.timeCeiling) ? toWord(words.timeCeiling, 'ceiling') : null;
}

const CLAUSE_END = /[,，。;\n]/;

/** The one direction that the words around a quantity give it, null for none, 'both' when they contradict. */
function findWord(before: string, after: string, unit: Unit): DirectionWord | null | 'both' {
  const clause = before.split(CLAUSE_END).at(-1) ?? '';
  const behind = findAfter(after, unit);
  const found = [...findWords(clause), ...(behind === null ? [] : [behind])];
  const strong = found.filter((word) => !word.isWeak);
  const chosen = strong.length > 0 ? strong : found;
  const [first] = chosen;
  if (first === undefined) return null;
  return chosen.every((word) => word.direction === first.direction) ? first : 'both';
}

function findNear(before: string, after: string, more: boolean): Quantity['near'] {
  if (more) return 'more';
  const lead = before.trimEnd();
  if (words.near.some((word) => lead.endsWith(word))) return 'less';
  const tail = after.trimStart();
  return words.about.some((word) => lead.endsWith(word) || tail.startsWith(word)) ? 'about' : null;
}

function findStance(clause: string): Stance {
  if (words.negated.some((word) => clause.includes(word))) return 'negated';
  return words.planned.some((word) => clause.includes(word)) ? 'planned' : 'stated';
}

/** The part of the text that was taken, with its sign as people write it. */
function takenFrom(text: string): string {
  return text.trim().replace('>', '≥').replace('<', '≤');
}

const SIGN_LEFT = /[><=]/;

function readOne(item: QuantityItem, scan: Scan): Quantity | TextCell {
  const taken = takenFrom(scan.text.slice(item.start, item.end));
  // Nothing else stands in the cell.
  if (scan.rest === '')
    return {
      ...plainQuantity(item.number, item.unit, taken),
      sign: item.sign,
      near: item.more ? 'more' : null,
    };
  const before = scan.rest.slice(0, item.place);
  const after = scan.rest.slice(item.place);
  const clause = `${before.split(CLAUSE_END).at(-1) ?? ''}|${after.split(CLAUSE_END)[0] ?? ''}`;
  const word = findWord(before, after, item.unit);
  if (word === 'both' || SIGN_LEFT.test(scan.rest)) return { kind: 'text', why: 'unclear' };
  const contradicts =
    word !== null &&
    !word.isWeak &&
    ((item.sign === '>' && word.direction === 'ceiling') ||
      (item.sign === '<' && word.direction === 'floor'));
  if (contradicts) return { kind: 'text', why: 'unclear' };
  return {
    kind: 'quantity',
    number: item.number,
    unit: item.unit,
    taken,
    sign: item.sign,
    word,
    near: findNear(before, after, item.more),
    change: findChange(clause),
    stance: findStance(clause),
  };
}

/** A range from two ends; a bare end takes the other's unit (80-90%). Null when they do not make one. */
function readEnds(one: QuantityItem, other: QuantityItem, scan: Scan): Range | null {
  const unit = other.unit.kind === 'none' && !other.unit.scaled ? one.unit : other.unit;
  const lowUnit = one.unit.kind === 'none' && !one.unit.scaled ? unit : one.unit;
  if (lowUnit.name !== unit.name && lowUnit.name !== '') return null;
  const low = one.number.times(lowUnit.scale).dividedBy(unit.scale);
  const high = other.number;
  if (low.greaterThan(high)) return null;
  return {
    kind: 'range',
    low,
    high,
    unit,
    taken: takenFrom(scan.text.slice(one.start, other.end)),
    change: findChange(scan.rest),
  };
}

function readTwo(one: QuantityItem, other: QuantityItem, scan: Scan): Range | null {
  const between = scan.text.slice(one.end, other.start);
  if (other.plusMinus && !one.plusMinus && one.sign === null && between.trim() === '') {
    const isPercent = one.unit.kind === other.unit.kind || other.unit.kind === 'none';
    if (!isPercent) return null;
    const [low, high] = [one.number.minus(other.number), one.number.plus(other.number)];
    return {
      kind: 'range',
      low,
      high,
      unit: one.unit,
      taken: takenFrom(scan.text.slice(one.start, other.end)),
      change: null,
    };
  }
  if (one.plusMinus || other.plusMinus) return null;
  const isJoined = one.sign !== '<' && one.sign !== '>' && other.sign === null && isRangeConnector(between);
  const isBounded = one.sign === '>' && other.sign === '<' && between.length <= 3 && !/\d/.test(between);
  return isJoined || isBounded ? readEnds(one, other, scan) : null;
}

function readQuantities(items: readonly QuantityItem[], scan: Scan): CellReading {
  const [one, other] = items;
  if (one === undefined) return { kind: 'text', why: 'no-number' };
  if (items.length === 1) {
    if (!one.plusMinus) return readOne(one, scan);
    const taken = takenFrom(scan.text.slice(one.start, one.end));
    const [low, high] = [one.number.negated(), one.number];
    return { kind: 'range', low, high, unit: one.unit, taken, change: findChange(scan.rest) };
  }
  const range = other !== undefined && items.length === 2 ? readTwo(one, other, scan) : null;
  return range ?? { kind: 'text', why: 'several-numbers' };
}

const REASONS: Readonly<Record<Exclude<Item['kind'], 'quantity' | 'date'>, TextReason>> = {
  rank: 'rank',
  ratio: 'ratio',
  frequency: 'frequency',
  unclear: 'unclear',
};

function readScan(scan: Scan): CellReading {
  const quantities = scan.items.filter((item) => item.kind === 'quantity');
  const dates = scan.items.filter((item) => item.kind === 'date');
  const [odd] = scan.items.filter((item) => item.kind !== 'quantity' && item.kind !== 'date');
  if (odd !== undefined) {
    return { kind: 'text', why: quantities.length > 0 ? 'several-numbers' : REASONS[odd.kind] };
  }
  if (quantities.length > 0) return readQuantities(quantities, scan);
  const [date] = dates;
  if (date === undefined) return { kind: 'text', why: 'no-number' };
  if (dates.length > 1) return { kind: 'text', why: 'several-numbers' };
  return {
    kind: 'date',
    span: date.span,
    taken: takenFrom(scan.text.slice(date.start, date.end)),
    rest: scan.rest,
  };
}

const readTimely = remember((text): CellReading => readWords(text, true));
const readOther = remember((text): CellReading => readWords(text, false));

/** Reads text as if typed. `timely` says that the row is about time, so that a bare 2021.12 is a date. */
export function readText(text: string, timely: boolean): CellReading {
  return timely ? readTimely(text) : readOther(text);
}

/** "≥95%" or "95%": most targets and actuals are that, and it can be nothing else. */
const PERCENTAGE = /^([><=]?)(\d{1,9}(?:\.\d{1,9})?)%$/;

function readWords(text: string, timely: boolean): CellReading {
  const normal = normaliseText(text);
  const [percentage, sign, digits] = PERCENTAGE.exec(normal) ?? [];
  if (percentage !== undefined && digits !== undefined) {
    const quantity = plainQuantity(new Decimal(digits), PERCENT, takenFrom(percentage));
    return { ...quantity, sign: isSign(sign) ? sign : null };
  }
  const why = findTextReason(normal);
  if (why !== null) return { kind: 'text', why };
  if (normal.length > LONGEST) return { kind: 'text', why: 'several-numbers' };
  return readScan(scanText(normal, timely));
}

/** A comma behind a format's digits hides three of them; the trick 0!.0, hides four. */
const FORMAT_SCALES = [ONE, new Decimal(1e3), new Decimal(1e4), new Decimal(1e6)];

/** The number that was typed under a text that may be rounded: 95% may stand for 0.9546. Null when they disagree. */
function withStoredNumber(quantity: Quantity, stored: Decimal): Quantity | null {
  const shown = quantity.number;
  const tolerance = new Decimal(10).pow(-shown.decimalPlaces()).dividedBy(2);
  const scales = quantity.unit.kind === 'percent' ? [quantity.unit.scale, ...FORMAT_SCALES] : FORMAT_SCALES;
  for (const scale of scales) {
    const number = stored.dividedBy(scale);
    if (number.abs().minus(shown.abs()).abs().lessThanOrEqualTo(tolerance)) return { ...quantity, number };
  }
  return null;
}

function plainQuantity(number: Decimal, unit: Unit, taken: string): Quantity {
  return {
    kind: 'quantity',
    number,
    unit,
    taken,
    sign: null,
    word: null,
    near: null,
    change: null,
    stance: 'stated',
  };
}

/** What is shown as it is stored needs no closer look. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/;

function readStored(value: number, entry: Entry, timely: boolean): CellReading {
  const format = readNumberFormat(entry.format);
  if (format === 'date' || format === 'month') {
    const span = readSerial(value, format === 'month');
    return span === null
      ? { kind: 'text', why: 'unclear' }
      : { kind: 'date', span, taken: entry.text.trim() || String(value), rest: '' };
  }
  if (format === 'time') return { kind: 'text', why: 'ratio' };
  const stored = storedNumber(value);
  if (format === 'plain' && PLAIN_NUMBER.test(entry.text) && Number(entry.text) === value)
    return plainQuantity(stored, NO_UNIT, entry.text);
  const shown = readText(entry.text, timely);
  if (shown.kind === 'quantity') {
    const precise = withStoredNumber(shown, stored);
    if (precise !== null) return precise;
  }
  const isPercent = format === 'percent';
  const number = isPercent ? stored.times(100) : stored;
  return plainQuantity(number, isPercent ? PERCENT : NO_UNIT, `${number.toFixed()}${isPercent ? '%' : ''}`);
}

/** Reads a cell. Never throws, whatever stands in it. */
export function readEntry(entry: Entry, timely: boolean): CellReading {
  if (isBlank(entry)) return { kind: 'blank' };
  if (typeof entry.value === 'number') return readStored(entry.value, entry, timely);
  const text = entry.text.trim() === '' ? String(entry.value ?? '') : entry.text;
  if (isNotApplicable(text)) return { kind: 'mark' };
  return readText(text, timely);
}

/** The quantity with the unit of the form's unit column, when none was written with it. */
export function withUnitColumn(quantity: Quantity, column: string): Quantity {
  const name = normaliseText(column).replace(/\s|\([^)]*\)/g, '');
  if (name === '' || quantity.unit.kind !== 'none' || quantity.unit.scaled) return quantity;
  const { unit, length } = readUnit(name);
  return length === name.length ? { ...quantity, unit } : quantity;
}
