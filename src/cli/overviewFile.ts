/** The table of all forms as a file: whether its place is free, how it is written, and how tables of several runs are put together. */
import { existsSync } from 'node:fs';
import { drawOverview } from '../form/overview/drawOverview';
import type { OverviewLine } from '../form/overview/overviewLine';
import { readOverview } from '../form/overview/readOverview';
import { newXlsx, openXlsx } from '../workbook/xlsxFile';
import { WriteRefused } from '../workbook/writeRefused';
import { readInput, writeWhole, type Saved } from './files';

/** The lines of a table that an earlier run wrote; null when the file is none. */
export async function readTable(file: string): Promise<readonly OverviewLine[] | null> {
  const input = readInput(file);
  const opened = input.ok ? openXlsx(input.bytes, file) : null;
  if (!opened?.ok) return null;
  const { sheets } = await opened.file.read(null);
  const tables = sheets.flatMap(({ grid }) => {
    const lines = readOverview(grid);
    return lines ? [lines] : [];
  });
  return tables.length > 0 ? tables.flat() : null;
}

/** True when a table may be written there: nothing stands there, or an earlier table. */
export async function isFreeForTable(file: string): Promise<boolean> {
  return !existsSync(file) || (await readTable(file)) !== null;
}

export type SavedTable = Saved | { readonly ok: false; readonly reason: 'too-many' };

export function writeTable(file: string, lines: readonly OverviewLine[]): SavedTable {
  try {
    return writeWhole(file, newXlsx(drawOverview(lines)).bytes());
  } catch (error) {
    if (error instanceof WriteRefused) return { ok: false, reason: 'too-many' };
    throw error;
  }
}
