import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { recalculate } from '../../src/app/recalculate';
import { cellName } from '../../src/form/address';
import { openXlsx, type XlsxFile } from '../../src/workbook/xlsxFile';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';

const FORMS = path.join(__dirname, '..', 'fixtures', 'forms');
const FILES = readdirSync(FORMS).filter((name) => name.endsWith('.xlsx'));
const DEPARTMENT = 'baoxie-2022-department.xlsx';

let page: Page;

beforeEach(async () => {
  page = await openWorkbench();
});

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(FORMS, name)));

function fileOf(bytes: Uint8Array): XlsxFile {
  const opened = openXlsx(bytes, 'form.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.file;
}

async function openForm(name: string): Promise<void> {
  await page.evaluate(([bytes, file]) => window.workbench.open(bytes, file), [
    [...bytesOf(name)],
    name,
  ] as const);
}

const savedBytes = async (): Promise<Buffer> =>
  Buffer.from(await page.evaluate(() => [...window.workbench.bytes()]));

const press = (label: string): Promise<void> => page.evaluate((name) => window.workbench.press(name), label);

/** What stands in all cells, as the command line leaves them. */
async function expectedCells(name: string): Promise<Record<string, unknown>> {
  const file = fileOf(bytesOf(name));
  await recalculate(file, { rules: null, sheet: null, overwriteScores: false });
  const cells: Record<string, unknown> = {};
  for (const { grid } of (await file.read(null)).sheets) {
    grid.rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (cell && cell.value !== null) cells[`'${grid.sheet}'!${cellName(r, c)}`] = cell.value;
      }),
    );
  }
  return cells;
}

test.each(FILES)('%s is recalculated from the ribbon as the command line does it', async (name) => {
  await openForm(name);
  const before = await savedBytes();
  await page.getByRole('button', { name: '重新计算' }).first().click();
  await page.waitForFunction(() => window.workbench.batches.length > 0);
  await press('检查');
  const expected = await expectedCells(name);
  const found = await page.evaluate(
    (addresses) =>
      Object.fromEntries(addresses.map((address) => [address, window.workbench.cell(address).value])),
    Object.keys(expected),
  );
  expect(found).toEqual(expected);
  await press('撤销写入');
  expect(Buffer.compare(await savedBytes(), before)).toBe(0);
});

test('a recalculation is two batches, a second one a single batch, and Excel can still undo', async () => {
  await openForm(DEPARTMENT);
  await press('重新计算');
  const first = await page.evaluate(() => window.workbench.batches);
  expect(first.map(({ error, clearsUndo }) => ({ error, clearsUndo }))).toEqual([
    { error: null, clearsUndo: [] },
    { error: null, clearsUndo: [] },
  ]);
  await press('重新计算');
  expect(await page.evaluate(() => window.workbench.batches.length)).toBe(1);
});

test('the pane shows score and findings, and a finding leads to its cell', async () => {
  await openForm(DEPARTMENT);
  await press('重新计算');
  const pane = paneOf(page);
  expect(await pane.getByText('90.66', { exact: true }).count()).toBeGreaterThan(0);
  const finding = pane.getByTitle(/^转到 /).first();
  const cell = ((await finding.getAttribute('title')) ?? '').replace('转到 ', '');
  await finding.click();
  await page.waitForFunction((address) => window.workbench.selection.address.split(':')[0] === address, cell);
});

test('the buttons in the pane do what those in the ribbon do', async () => {
  await openForm(DEPARTMENT);
  const before = await savedBytes();
  const pane = paneOf(page);
  await pane.getByRole('button', { name: '重新计算' }).click();
  await pane.getByText(/重新计算完毕/).waitFor();
  expect(await page.evaluate(() => window.workbench.batches.length)).toBe(2);
  await pane.getByRole('button', { name: '撤销写入' }).click();
  await pane.getByText(/已撤销/).waitFor();
  expect(Buffer.compare(await savedBytes(), before)).toBe(0);
});

test('a fault of Excel is told in a sentence, the sheet is left alone, and the next run works', async () => {
  await openForm(DEPARTMENT);
  const before = await savedBytes();
  await page.evaluate(() => {
    window.workbench.fail({ batch: 2, at: 3, code: 'GeneralException' });
  });
  await press('重新计算');
  const alert = paneOf(page).getByRole('alert');
  expect(await alert.innerText()).toMatch(/^没有完成：.*。\s*表格没有改动。/);
  expect(await alert.innerText()).not.toContain('GeneralException');
  expect(Buffer.compare(await savedBytes(), before)).toBe(0);
  await press('重新计算');
  expect(
    await paneOf(page)
      .getByText(/重新计算完毕/)
      .count(),
  ).toBe(1);
});

test('an Excel of 2019 is enough, and speaks English when Office does', async () => {
  await page.context().close();
  page = await openWorkbench('?excelapi=1.9&lang=en-US');
  await openForm(DEPARTMENT);
  await press('Recalculate');
  const batches = await page.evaluate(() => window.workbench.batches);
  expect(batches.map(({ error }) => error)).toEqual([null, null]);
  expect(
    await paneOf(page)
      .getByText(/Recalculated at/)
      .count(),
  ).toBe(1);
});

test('nothing is asked of any other machine', async () => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') foreign.push(request.url());
  });
  await openForm(DEPARTMENT);
  await press('重新计算');
  await press('撤销写入');
  expect(foreign).toEqual([]);
});
