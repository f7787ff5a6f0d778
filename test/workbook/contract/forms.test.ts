/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { planRecalculation, recalculate, type RecalculateOptions } from '../../../src/app/recalculate';
import { reportSheets } from '../../../src/app/report';
import { revert } from '../../../src/app/revert';
import { wordingIn } from '../../../src/app/wording';
import type { Grid } from '../../../src/form/grid';
import { speak } from '../../../src/locales/sentences';
import type { Workbook } from '../../../src/workbook/workbook';
import { opened } from '../opened';
import { openInExcel } from './doors';

const FIXTURES = path.join(__dirname, '..', '..', 'fixtures');
const PLAIN: RecalculateOptions = { rules: null, sheet: null, overwriteScores: false };

const FILES = ['forms', 'layouts'].flatMap((folder) =>
  readdirSync(path.join(FIXTURES, folder))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => path.join(folder, name)),
);

const readFixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(FIXTURES, name)));

/** What stands in every cell: value, shown text and formula. */
async function cellsOf(workbook: Workbook): Promise<Map<string, string>> {
  const cells = new Map<string, string>();
  for (const { grid } of (await workbook.read(null)).sheets) {
    for (const [address, content] of contentOf(grid)) cells.set(`${grid.sheet}!${address}`, content);
  }
  return cells;
}

function contentOf({ rows }: Grid): [string, string][] {
  return rows.flatMap((row, r) =>
    (row ?? []).flatMap((cell, c): [string, string][] =>
      cell && (cell.value !== null || cell.formula !== null)
        ? [[`${r},${c}`, JSON.stringify([cell.value, cell.text, cell.formula !== null])]]
        : [],
    ),
  );
}

const report = async (workbook: Workbook): Promise<string> => {
  const { sheets } = await recalculate(workbook, PLAIN);
  return JSON.stringify(reportSheets(sheets, wordingIn(speak('zh-CN'))), null, 1);
};

describe.each(FILES)('%s', (name) => {
  test('gives the same report and the same cells through Excel as through a file', async () => {
    const bytes = readFixture(name);
    const file = opened(bytes);
    const excel = openInExcel(bytes);
    expect(await cellsOf(excel.workbook)).toEqual(await cellsOf(file));
    expect(await report(excel.workbook)).toBe(await report(file));
    expect(await cellsOf(excel.workbook)).toEqual(await cellsOf(file));
    // What Excel would save reads the same as well.
    expect(await cellsOf(opened(excel.bytes()))).toEqual(await cellsOf(file));
  });

  test('takes two round trips, one when nothing changes, and none of them costs the undo history', async () => {
    const { workbook, host } = openInExcel(readFixture(name));
    await workbook.follow(() => undefined);
    host.startCommand();
    const { undo } = await recalculate(workbook, PLAIN);
    expect(host.batches.length).toBe(undo.length === 0 ? 1 : 2);
    expect(host.batches.flatMap(({ clearsUndo }) => clearsUndo)).toEqual([]);
    host.startCommand();
    await recalculate(workbook, PLAIN);
    expect(host.batches.map(({ changes }) => changes)).toEqual([0]);
  });

  test('is byte for byte what it was after a revert', async () => {
    const bytes = readFixture(name);
    const { workbook, bytes: saved } = openInExcel(bytes);
    const { undo } = await recalculate(workbook, PLAIN);
    expect(Buffer.compare(saved(), bytes) === 0).toBe(undo.length === 0);
    await revert(workbook, undo);
    expect(Buffer.compare(saved(), bytes)).toBe(0);
    expect((await planRecalculation(workbook, PLAIN)).undo).toEqual(undo);
  });
});
