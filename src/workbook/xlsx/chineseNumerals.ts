/** Writes the digits of a displayed number or date in Chinese numerals, as the formats [DBNum1] and [DBNum2] do. */
import formats from './numberFormats.json';

interface Numerals {
  /** "〇一二三…" */
  readonly digits: string;
  /** "十百千" */
  readonly places: string;
}

const GROUP_NAMES = ['', '万', '亿', '万亿'];
const GROUP = 4;
/** Longer whole numbers than the names of their places reach are left in digits. */
const MAX_DIGITS = GROUP * GROUP_NAMES.length;

/** The text with its digits in Chinese when the format asks for it. */
export function inChineseNumerals(text: string, code: string, isDate: boolean): string {
  const numerals = numeralsOf(code);
  if (!numerals) return text;
  return text.replace(/(\d[\d,]*)(\.\d+)?/g, (_, whole: string, decimals: string | undefined) => {
    const digits = whole.replaceAll(',', '');
    // A year is read digit by digit.
    const isYear = isDate && digits.length === 4;
    const head = isYear ? digitByDigit(digits, numerals) : wholeNumber(digits, numerals, isDate);
    return head + (decimals === undefined ? '' : `.${digitByDigit(decimals.slice(1), numerals)}`);
  });
}

function numeralsOf(code: string): Numerals | null {
  if (/\[DBNum1\]/i.test(code)) return formats.chineseNumerals.plain;
  return /\[DBNum2\]/i.test(code) ? formats.chineseNumerals.formal : null;
}

function digitByDigit(text: string, { digits }: Numerals): string {
  return text.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
}

function wholeNumber(text: string, numerals: Numerals, isDate: boolean): string {
  const digits = text.replace(/^0+(?=\d)/, '');
  if (digits.length > MAX_DIGITS) return text;
  if (digits === '0') return numerals.digits.charAt(0);
  const padded = digits.padStart(Math.ceil(digits.length / GROUP) * GROUP, '0');
  const zero = numerals.digits.charAt(0);
  let read = '';
  for (let at = 0; at < padded.length; at += GROUP) {
    const group = padded.slice(at, at + GROUP);
    const name = GROUP_NAMES[(padded.length - at) / GROUP - 1] ?? '';
    if (Number(group) === 0) continue;
    const needsZero = read !== '' && (group.startsWith('0') || Number(padded.slice(at - GROUP, at)) === 0);
    read += (needsZero ? zero : '') + groupOfFour(group, numerals) + name;
  }
  // The tenth to the nineteenth of a month are read without a leading one.
  return isDate && read.startsWith('一十') ? read.slice(1) : read;
}

function groupOfFour(group: string, { digits, places }: Numerals): string {
  const zero = digits.charAt(0);
  let read = '';
  for (let at = 0; at < group.length; at += 1) {
    const digit = Number(group.charAt(at));
    const place = group.length - 1 - at;
    if (digit === 0) {
      if (read !== '' && !read.endsWith(zero) && Number(group.slice(at)) > 0) read += zero;
    } else read += digits.charAt(digit) + (place > 0 ? places.charAt(place - 1) : '');
  }
  return read;
}
