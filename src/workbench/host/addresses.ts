/** Addresses as Office.js takes and gives them: "A1", "A:C", "3:5", "'表 1'!$B$2", several with commas, and names of the workbook. */
import { columnName, cellName } from '../../form/address';
import type { Area, Book, DefinedName, Sheet } from '../book/book';
import { HostError } from './hostError';
import { areaOf, isEntireColumn, isEntireRow, isOnSheet, LAST_COLUMN, LAST_ROW, type Place } from './place';

/** Excel takes no longer address. */
const MAX_ADDRESS_LENGTH = 8192;

const CORNERS = /^(?:\$?([A-Z]{1,3}))?(?:\$?([1-9]\d{0,6}))?$/i;

/** "A1:B2", "A:B" or "1:2", without the sheet. */
export function areaAddress(area: Area): string {
  const { top, left, bottom, right } = area;
  if (isEntireRow(area)) return `${top + 1}:${bottom + 1}`;
  if (isEntireColumn(area)) return `${columnName(left)}:${columnName(right)}`;
  const first = cellName(top, left);
  const last = cellName(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** "Sheet1!A1:B2"; several areas with commas. */
export function placeAddress(place: Place): string {
  const prefix = `${quoteSheetName(place.sheet.name)}!`;
  return place.areas.map((area) => prefix + areaAddress(area)).join(',');
}

/** As a formula names them wherever it stands: "'表'!$A$1:$B$2". */
export function fixedAddress(place: Place): string {
  const prefix = `${quoteSheetName(place.sheet.name)}!`;
  return place.areas.map((area) => prefix + areaAddress(area).replace(/[A-Z]+|\d+/g, '$$$&')).join(',');
}

/** A name as it must stand before "!": in apostrophes unless it is made of letters, digits, "_" and "." only and is no address. */
function quoteSheetName(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d{1,7}$|^R\d*C?\d*$|^C\d*$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/**
 * The cells of an address on a sheet.
 * @throws HostError InvalidArgument when it is none, when it is longer than Excel takes, or when it names another sheet.
 */
export function parseAddresses(address: string, sheet: Sheet, book: Book, location: string): Place {
  if (address.length > MAX_ADDRESS_LENGTH) throw new HostError('InvalidArgument', location);
  const areas = splitAddresses(address).flatMap((part) => {
    const place = parseReference(part, sheet, book);
    if (place?.sheet.id !== sheet.id) throw new HostError('InvalidArgument', location);
    return place.areas;
  });
  return { sheet, areas };
}

/** The cells that a reference such as "Sheet1!$A$1:$B$2" or a defined name leads to; null when it leads to none. */
export function parseReference(reference: string, sheet: Sheet, book: Book): Place | null {
  const place = parseCells(reference, sheet, book);
  if (place) return place;
  const { rest } = splitSheetName(reference.trim());
  const name = book.names.find(
    (candidate) =>
      labelOf(candidate).toLowerCase() === rest.toLowerCase() &&
      (candidate.sheet === null || candidate.sheet === sheet.name),
  );
  return name ? parseCells(name.formula, sheet, book) : null;
}

/** A name as Excel shows it: those that it gives a meaning, such as "Print_Area", have a prefix in files only. */
export function labelOf({ name }: DefinedName): string {
  return name.replace(/^_xlnm\./i, '');
}

function parseCells(text: string, sheet: Sheet, book: Book): Place | null {
  const { sheetName, rest } = splitSheetName(text.trim());
  const target = sheetName === null ? sheet : findSheet(book, sheetName);
  if (!target) return null;
  const area = parseArea(rest);
  return area && { sheet: target, areas: [area] };
}

/** Sheet names are the same whatever their case. */
export function findSheet(book: Book, name: string): Sheet | null {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
}

function splitSheetName(text: string): { sheetName: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheetName: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { sheetName: null, rest: text };
  return { sheetName: text.slice(0, mark), rest: text.slice(mark + 1) };
}

/** Splits at "," and ";" outside apostrophes. */
function splitAddresses(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,;'])+/g) ?? [];
}

function parseArea(text: string): Area | null {
  const [first = '', second, ...more] = text.split(':');
  if (more.length > 0) return null;
  const start = parseCorner(first);
  const end = second === undefined ? start : parseCorner(second);
  if (!start || !end) return null;
  const isWhole = start.row === null || start.column === null;
  if (isWhole && (second === undefined || (start.row === null) !== (end.row === null))) return null;
  if ((start.column === null) !== (end.column === null)) return null;
  const rows = [start.row ?? 0, end.row ?? LAST_ROW];
  const columns = [start.column ?? 0, end.column ?? LAST_COLUMN];
  const area = areaOf(Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns));
  return isOnSheet(area) ? area : null;
}

function parseCorner(text: string): { row: number | null; column: number | null } | null {
  const match = CORNERS.exec(text);
  if (!match || text === '') return null;
  const [, letters, digits] = match;
  return {
    row: digits === undefined ? null : Number(digits) - 1,
    column: letters === undefined ? null : columnIndex(letters),
  };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
