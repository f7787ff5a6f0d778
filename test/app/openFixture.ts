/** Opens the real forms kept in test/fixtures/forms, and recalculates them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SheetResult } from '../../src/app/formResult';
import { recalculate, type RecalculateOptions } from '../../src/app/recalculate';
import { openXlsx, type XlsxFile } from '../../src/workbook/xlsxFile';

export const FIXTURES = path.join(__dirname, '..', 'fixtures', 'forms');

export const PLAIN: RecalculateOptions = { rules: null, sheet: null, overwriteScores: false };

export function openBytes(bytes: Uint8Array): XlsxFile {
  const opened = openXlsx(bytes, 'form.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.file;
}

export function openFixture(name: string): XlsxFile {
  return openBytes(new Uint8Array(readFileSync(path.join(FIXTURES, name))));
}

export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8'));
}

export async function recalculateFixture(name: string): Promise<readonly SheetResult[]> {
  return (await recalculate(openFixture(name), PLAIN)).sheets;
}
