/** Opens a workbook of the workbench in a test. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseCellName } from '../../../src/form/address';
import type { Area, Book, BookCell, Sheet } from '../../../src/workbench/book/book';
import { loadEngineInNode } from '../../../src/workbench/book/loadEngineInNode';
import { openBook } from '../../../src/workbench/book/openBook';
import { parseArea } from '../../../src/workbench/book/areas';
import { buildXlsx, type PackageSource } from '../../workbook/xlsxPackage';

const FIXTURES = join(__dirname, '../../fixtures');

/** Every workbook among the fixtures. */
export const FIXTURE_FILES: readonly string[] = ['forms', 'layouts'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => `${folder}/${name}`),
);

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FIXTURES, name)));
}

/** The workbook, which must open. */
export function openedBook(bytes: Uint8Array): Book {
  loadEngineInNode();
  const result = openBook(bytes, 'test.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.book;
}

/** A small workbook of the content of its sheets. */
export function smallBook(source: PackageSource | string): Book {
  return openedBook(buildXlsx(typeof source === 'string' ? { sheets: { 表: source } } : source));
}

/** The first sheet, or that of a name. */
export function sheetOf(book: Book, name?: string): Sheet {
  const sheet = book.sheets.find((one) => name === undefined || one.name === name);
  if (!sheet) throw new Error('no such sheet');
  return sheet;
}

export function place(address: string): { readonly row: number; readonly column: number } {
  const found = parseCellName(address);
  if (!found) throw new Error(address);
  return found;
}

export function area(address: string): Area {
  const found = parseArea(address);
  if (!found) throw new Error(address);
  return found;
}

export function cellAt(sheet: Sheet, address: string): BookCell {
  const { row, column } = place(address);
  return sheet.cell(row, column);
}

export function write(sheet: Sheet, address: string, value: number | string | boolean): void {
  const { row, column } = place(address);
  sheet.write(row, column, value);
}
