/**
 * What a cell shows for a value and a number format, as Excel on a Chinese system shows it. The stored number is
 * never changed by this.
 */
import type { EntryValue } from '../../engine/entry';
// The entry that numfmt 4.0.1 names in its package.json is not in the package, so the file that is there is named here.
import { format, getFormatDateInfo } from '../../../node_modules/numfmt/dist/index.js';
import { inChineseNumerals } from './chineseNumerals';
import formats from './numberFormats.json';

const BUILT_IN: Readonly<Record<string, string>> = formats.builtIn;

/** Integers below this show all their digits in the General format. */
const GENERAL_DIGITS = 1e11;

/** The code of a built-in format by its number, null when there is none. */
export function builtInFormat(id: number): string | null {
  return BUILT_IN[String(id)] ?? null;
}

/** Renames what localised programs write into format codes; everything else stays as it is stored. */
export function normaliseFormat(code: string): string {
  return formats.generalNames.reduce((normal, name) => normal.replaceAll(name, 'General'), code);
}

/** True when the format shows a day, month or year, so that the number is a date serial. */
export function showsDate(code: string): boolean {
  if (code === 'General') return false;
  try {
    const shown = getFormatDateInfo(code);
    return shown.year || shown.month || shown.day;
  } catch {
    return false;
  }
}

/** The displayed text; dates are serials of the 1900 system. Never throws. */
export function displayText(value: EntryValue, code: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return code === 'General' || code === '@' ? value : formatted(value, code);
  const isPlain = code === 'General' && Number.isInteger(value) && Math.abs(value) < GENERAL_DIGITS;
  return isPlain ? String(value === 0 ? 0 : value) : formatted(value, code);
}

function formatted(value: string | number, code: string): string {
  const isChinese = code.includes(formats.halfDay) || /a{3}|\[\$-F800\]|sysdate/i.test(code);
  try {
    const shown = format(code.replaceAll(formats.halfDay, 'AM/PM'), value, {
      // Chinese Excel writes mmm and ddd in English unless the format asks for Chinese.
      locale: isChinese ? 'zh-CN' : 'en-US',
      throws: true,
      nbsp: false,
      dateErrorThrows: false,
      dateErrorNumber: false,
      dateSpanLarge: false,
    });
    return /\[DBNum/i.test(code) && typeof value === 'number'
      ? inChineseNumerals(shown, code, showsDate(code))
      : shown;
  } catch {
    return String(value);
  }
}
