/** Years in Chinese numerals ("二〇二三年度"), as titles of forms write them beside 2023. */

/** The zero is written in many ways; the first one is that of GB/T 15835—2011. */
const ZEROS = '〇○◯零';
const DIGITS = '一二三四五六七八九';
const YEAR = `二[${ZEROS}][${ZEROS}${DIGITS}]{2}`;
const WRITTEN_YEAR = new RegExp(`${YEAR}(?=\\s*(?:年|全年))`, 'g');
/** What stands before the end of a period: "二〇二一年至". */
const PERIOD = new RegExp(`${YEAR}\\s*年?度?\\s*[-—–~～至到]+\\s*$`);

/** The text with such years in figures, so that they are read like others. */
export function yearsInFigures(text: string): string {
  return text.replace(WRITTEN_YEAR, toFigures);
}

function toFigures(written: string): string {
  return Array.from(written, (digit) => DIGITS.indexOf(digit) + 1).join('');
}

/** The text with another year wherever this one stands in numerals, save as the end of a period, and with its own kind of zero. `isKept` says where else none is to be changed. */
export function replaceWrittenYear(
  text: string,
  from: number,
  to: number,
  isKept: (offset: number) => boolean,
): string {
  return text.replace(WRITTEN_YEAR, (written: string, offset: number) =>
    toFigures(written) === String(from) && !isKept(offset) && !PERIOD.test(text.slice(0, offset))
      ? inNumerals(to, written.charAt(1))
      : written,
  );
}

function inNumerals(year: number, zero: string): string {
  return Array.from(String(year), (digit) => (digit === '0' ? zero : DIGITS.charAt(Number(digit) - 1))).join(
    '',
  );
}
