/** The year inside texts and dates: where it stands as the year of a form, and the same text one year later. */
import { replaceWrittenYear, yearsInFigures } from './writtenYear';

/** What is quoted names a document; its year is part of the name. */
const QUOTED = /《[^》]*》|〔[^〕]*〕/g;

/** A year of four digits that is not the end of a period ("2021-2023年"), before what makes it a year, a month or a day. */
function yearPattern(year: number): RegExp {
  return new RegExp(
    `(?<!\\d)(?<!\\d{4}\\s*年?度?\\s*[-—–~～至到]+\\s*)${year}(?=\\s*年|\\s*全年|[-./]\\d{1,2}(?!\\d))`,
    'g',
  );
}

/** The text with the year moved on by one where it is a year; the same text when it has none. */
export function moveYear(text: string, year: number): string {
  const pattern = yearPattern(year);
  const quotes = [...text.matchAll(QUOTED)].map(
    ({ index, 0: quote }) => [index, index + quote.length] as const,
  );
  const isQuoted = (offset: number): boolean => quotes.some(([from, to]) => offset >= from && offset < to);
  const moved = text.replace(pattern, (found, offset: number) =>
    isQuoted(offset) ? found : String(year + 1),
  );
  // Figures are as many as before, so that quotes stand where they stood.
  return replaceWrittenYear(moved, year, year + 1, isQuoted);
}

/** A sheet's name with the year moved on, wherever it stands; with the new year behind it when it has none. */
export function moveYearInName(name: string, year: number): string {
  const moved = name.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'), String(year + 1));
  return moved === name ? `${name} ${year + 1}` : moved;
}

/** True when a text still names the year. */
export function namesYear(text: string, year: number): boolean {
  return new RegExp(`(?<!\\d)${year}(?!\\d)`).test(yearsInFigures(text));
}

const DAY = 86_400_000;
/** The day of serial 0, once past the 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of the same day one year later (28 February for the 29th); null when it is not a day of that year. */
export function moveDate(serial: number, year: number): number | null {
  const date = new Date(EPOCH + serial * DAY);
  if (date.getUTCFullYear() !== year) return null;
  const month = date.getUTCMonth();
  const moved = new Date(date);
  moved.setUTCFullYear(year + 1);
  if (moved.getUTCMonth() !== month) moved.setUTCDate(0);
  return serial + Math.round((moved.getTime() - date.getTime()) / DAY);
}
