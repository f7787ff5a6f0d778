/** What the tests of the pane do over and over: opens a form, goes to a tab, reads what is on the sheet and in the file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Finding } from '../../src/engine/finding';
import { recalculate } from '../../src/app/recalculate';
import { openXlsx, type XlsxFile } from '../../src/workbook/xlsxFile';
import { paneOf } from './openWorkbench';

const ROOT = path.join(__dirname, '..', '..');
const FORMS = path.join(ROOT, 'test', 'fixtures', 'forms');

/** A real form: 51 indicators under four goals, behind a table that sums them up. */
export const DEPARTMENT = path.join(FORMS, 'baoxie-2022-department.xlsx');
/** A project's form, with its funds and four errors. */
export const PROJECT = path.join(ROOT, 'assets', 'samples', '项目支出绩效自评表.xlsx');
/** Several projects, each on a sheet. */
export const PROJECTS = path.join(ROOT, 'assets', 'samples', '多个项目绩效自评表.xlsx');
/** What the workbench opens by itself: one sheet, four errors. */
export const SAMPLE = path.join(ROOT, 'assets', 'samples', '部门整体绩效自评表.xlsx');

export const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

export function openForm(page: Page, file: string, bytes = bytesOf(file)): Promise<void> {
  return page.evaluate(([content, name]) => window.workbench.open(content, name), [
    [...bytes],
    path.basename(file),
  ] as const);
}

/** Presses a button of the ribbon; done when its command is. */
export const press = (page: Page, label: string): Promise<void> =>
  page.evaluate((name) => window.workbench.press(name), label);

export async function savedBytes(page: Page): Promise<Buffer> {
  return Buffer.from(await page.evaluate(() => [...window.workbench.bytes()]));
}

export function fileOf(bytes: Uint8Array): XlsxFile {
  const opened = openXlsx(bytes, 'form.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.file;
}

/** What the command line finds in the workbook as it stands. */
export async function findingsIn(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { sheets } = await recalculate(fileOf(bytes), { rules: null, sheet: null, overwriteScores: false });
  return sheets.flatMap(({ forms }) => forms.flatMap(({ findings }) => findings));
}

export const cellOf = (page: Page, name: string): Locator =>
  page.locator(`[role="gridcell"][data-cell="${name}"]`);

export async function valueOf(page: Page, name: string): Promise<unknown> {
  return (await page.evaluate((address) => window.workbench.cell(address), name)).value;
}

/** Types into a cell as a person does it. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await cellOf(page, name).click();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

export const selectionOf = (page: Page): Promise<string> =>
  page.evaluate(() => window.workbench.selection.address);

export const openTab = (page: Page, name: string): Promise<void> =>
  paneOf(page).getByRole('tab', { name }).click();

/** The findings that are shown, by the cell that they lead to. */
export const findingAt = (page: Page, cell: string): Locator =>
  paneOf(page)
    .locator('button[data-finding]')
    .filter({ hasText: new RegExp(`^\\S+ ${cell}(?!\\d)`) });

export const shownFindings = (page: Page): Locator => paneOf(page).locator('button[data-finding]');

/** Waits for what the pane says at the end of a command. */
export const told = (page: Page, text: string | RegExp): Promise<void> =>
  paneOf(page).getByRole('status').getByText(text).first().waitFor();

/** Waits until the pane has read the workbook by itself. */
export const lookedAt = (page: Page): Promise<void> =>
  paneOf(page)
    .getByText(/读取于|Read at/)
    .first()
    .waitFor();

/** The page of the pane. */
export async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('There is no pane.');
  return frame;
}
