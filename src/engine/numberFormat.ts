/** What an Excel number format says about the number under it: a date, a time of day, a percentage or none of these. */
import { Decimal } from './decimal';
import { remember } from './remember';

export type FormatKind = 'date' | 'month' | 'time' | 'percent' | 'plain';

/** Quoted text, escaped characters, spacing, fill and bracketed conditions: everything that is no placeholder. */
const LITERALS = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g;

/** Reads the first section of a format code. `month` is a date format that shows no day. */
export const readNumberFormat = remember(readFormat);

function readFormat(format: string): FormatKind {
  const section = format.slice(0, 200).split(';')[0] ?? '';
  if (/^(general|g\/通用格式|@)?$/i.test(section.trim())) return 'plain';
  const code = section.replace(LITERALS, '').toLowerCase();
  if (code.includes('%')) return 'percent';
  if (/[0#?]/.test(code)) return 'plain';
  if (/[yd]/.test(code)) return code.includes('d') ? 'date' : 'month';
  if (/[hs]/.test(code)) return 'time';
  return code.includes('m') ? 'month' : 'plain';
}

/** The number as Excel shows it at most: 15 digits, so that 0.1 + 0.2 is 0.3. */
export function storedNumber(value: number): Decimal {
  const known = MET.get(value);
  if (known) return known;
  const stored = toDecimal(value);
  if (MET.size >= MOST_MET) MET.clear();
  MET.set(value, stored);
  return stored;
}

/** Weights and scores repeat: 5, 0.5, 95 %. */
const MET = new Map<number, Decimal>();
const MOST_MET = 2000;

function toDecimal(value: number): Decimal {
  if (Number.isInteger(value) && value !== 0 && Math.abs(value) < 1e15) return new Decimal(value);
  return Number.isFinite(value) ? new Decimal(value.toPrecision(15)) : new Decimal(0);
}
