/** A program that only opens the workbooks of a folder and reads their cells: what checking them is held against. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../src/workbook/xlsxFile';

async function main(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const opened = openXlsx(readFileSync(path.join(folder, name)), name);
    if (opened.ok) await opened.file.read(null);
  }
}

void main(process.argv[2] ?? '.');
