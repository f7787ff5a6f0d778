/** Reads a text that is typed into a cell as Excel on a Chinese system does: it may be a number, a date, a formula or a text. */
import { DATE_1904_OFFSET } from '../../workbook/dateSystem';
import { parseFormula } from '../../workbook/xlsx/formula/parseFormula';

export type Typed =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly value: string; readonly hasQuotePrefix: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly numberFormat: string | null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  /** Without "=". */
  | { readonly kind: 'formula'; readonly formula: string };

export interface TypingPlace {
  readonly numberFormat: string;
  readonly date1904: boolean;
  /** The year of dates typed without one. */
  readonly year: number;
}

const NUMBER = /^([+-]?)(¥|￥|\$)?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d{1,3}))?(\s*%)?$/;
const ERROR = /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])[Mm])?$/;
const DAY = 86_400_000;
/** The day that serial 0 stands for, once past the 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_MARCH_1900 = 61;

/** What Excel makes of a typed text. Under the format "@" it stays the text it is. */
export function readTyped(text: string, place: TypingPlace): Typed {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'text', value: text.slice(1), hasQuotePrefix: true };
  const plain: Typed = { kind: 'text', value: text, hasQuotePrefix: false };
  if (place.numberFormat === '@') return plain;
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text.slice(1) };
  const trimmed = halfWidth(text.trim());
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'boolean', value: /^true$/i.test(trimmed) };
  if (ERROR.test(trimmed)) return { kind: 'error', value: trimmed.toUpperCase() };
  const found = readNumber(trimmed) ?? readDateTime(trimmed, place);
  if (found) {
    return {
      kind: 'number',
      value: found.value,
      numberFormat: place.numberFormat === 'General' ? found.format : null,
    };
  }
  // A sign begins a formula when the rest reads as one: "-A1+3".
  const isFormula = /^[+-]/.test(trimmed) && /[A-Za-z\d)]/.test(trimmed) && parseFormula(trimmed) !== null;
  return isFormula ? { kind: 'formula', formula: trimmed } : plain;
}

/** Digits and what goes with them count the same in both widths. */
function halfWidth(text: string): string {
  return text.replace(/[\uFF05\uFF0B-\uFF1A]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

interface Found {
  readonly value: number;
  /** The format that a cell takes on; null when it stays General. */
  readonly format: string | null;
}

function readNumber(text: string): Found | null {
  const negative = /^\(([^()+-].*)\)$/.exec(text)?.[1];
  const match = NUMBER.exec(negative ?? text);
  if (!match) return null;
  const [, sign = '', currency = '', whole = '', fraction = '', exponent, percent] = match;
  if (whole === '' && fraction.length < 2) return null;
  const size = Number(
    `${whole.replaceAll(',', '') || '0'}${fraction === '.' ? '' : fraction}e${exponent ?? '0'}`,
  );
  if (!Number.isFinite(size)) return null;
  const isNegative = sign === '-' || negative !== undefined;
  const value = percent === undefined ? size : Number(`${size}e-2`);
  const isWhole = fraction.length < 2;
  const format = ((): string | null => {
    if (percent !== undefined) return isWhole ? '0%' : '0.00%';
    if (exponent !== undefined) return '0.00E+00';
    if (currency !== '') {
      const digits = isWhole ? '#,##0' : '#,##0.00';
      const symbol = currency === '$' ? '"$"' : '"¥"';
      return `${symbol}${digits};${symbol}\\-${digits}`;
    }
    if (whole.includes(',')) return isWhole ? '#,##0' : '#,##0.00';
    return null;
  })();
  // A number as small as 5e-7 prints with an exponent of its own, which "e-2" must not follow.
  const exact = Number.isFinite(value) ? value : size / 100;
  return { value: isNegative ? -exact : exact, format };
}

function readDateTime(text: string, place: TypingPlace): Found | null {
  const time = readTime(text);
  if (time !== null) return { value: time, format: /:\d+:/.test(text) ? 'h:mm:ss' : 'h:mm' };
  const day = readDay(text, place);
  if (day) return day;
  const [, date = '', hours = ''] = /^(\S+)\s+(\S.*)$/.exec(text) ?? [];
  const rest = readTime(hours);
  const start = date === '' ? null : readDay(date, place);
  return start && rest !== null ? { value: start.value + rest, format: 'yyyy/m/d h:mm' } : null;
}

/** A time of day as a part of a day. */
function readTime(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds, half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59 || (half !== undefined && Number(hours) > 12))
    return null;
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
}

/** How dates are written: the pattern, which groups are year, month and day, and the format the cell takes on. */
const DATES: readonly {
  readonly pattern: RegExp;
  readonly order: readonly ('year' | 'month' | 'day')[];
  readonly format: string;
}[] = [
  {
    pattern: /^(\d{4}|\d{2})([/-])(\d{1,2})\2(\d{1,2})$/,
    order: ['year', 'month', 'day'],
    format: 'yyyy/m/d',
  },
  {
    pattern: /^(\d{4}|\d{2})年()(\d{1,2})月(\d{1,2})[日号]$/,
    order: ['year', 'month', 'day'],
    format: 'yyyy"年"m"月"d"日"',
  },
  { pattern: /^(\d{4}|\d{2})年()(\d{1,2})月$/, order: ['year', 'month'], format: 'yyyy"年"m"月"' },
  { pattern: /^(\d{4})([/-])(\d{1,2})$/, order: ['year', 'month'], format: 'mmm-yy' },
  { pattern: /^(\d{1,2})([/-])(\d{1,2})$/, order: ['month', 'day'], format: 'm"月"d"日"' },
  { pattern: /^(\d{1,2})月()(\d{1,2})[日号]$/, order: ['month', 'day'], format: 'm"月"d"日"' },
];

function readDay(text: string, { year, date1904 }: TypingPlace): Found | null {
  for (const { pattern, order, format } of DATES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const numbers = [match[1], match[3], match[4]].map(Number);
    const part = (name: 'year' | 'month' | 'day'): number | undefined => {
      const index = order.indexOf(name);
      return index < 0 ? undefined : numbers[index];
    };
    const given = part('year');
    const serial = serialOf(
      given === undefined ? year : fullYear(given),
      part('month') ?? 1,
      part('day') ?? 1,
    );
    if (serial !== null) return { value: date1904 ? serial - DATE_1904_OFFSET : serial, format };
  }
  return null;
}

/** Two digits stand for 1930 to 2029. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** Null for a day that there is not, or that Excel does not know. */
function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999)
    return null;
  const serial = Math.round((date.getTime() - EPOCH) / DAY);
  return serial < FIRST_MARCH_1900 ? serial - 1 : serial;
}
