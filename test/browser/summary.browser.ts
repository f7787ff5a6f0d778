/** The summary as a person makes it in the pane: on a new sheet, on the real clipboard, and as a file that arrives. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { strFromU8, unzipSync } from 'fflate';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import { DEPARTMENT, openForm, press, valueOf } from './paneActs';

let page: Page;

beforeEach(async () => {
  page = await openWorkbench();
  await openForm(page, DEPARTMENT);
  await press(page, '摘要');
  await paper().waitFor();
});

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

const paper = () => paneOf(page).getByRole('region', { name: '摘要全文' });
const click = (name: string): Promise<void> =>
  paneOf(page).getByRole('button', { name, exact: true }).click();

test('it is put on a new sheet, whose sums are formulas and come to the same', async () => {
  await click('写入新工作表');
  await paneOf(page).getByText('摘要已写入新工作表“自评结果摘要”').waitFor();
  expect(await valueOf(page, 'A1')).toBe(
    '2022年度武汉东湖新技术开发区豹澥街道办事处部门整体绩效自评结果（摘要版）',
  );
  const total = await page.evaluate(() => ['C12', 'D12'].map((cell) => window.workbench.cell(cell)));
  expect(total.map(({ value, formula }) => [value, formula?.replace(/^=/, '')])).toEqual([
    [100, 'ROUND(SUM(C7:C11),2)'],
    [90.66, 'ROUND(SUM(D7:D11),2)'],
  ]);
});

test('it arrives on the clipboard with its table, and in plain words', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await click('复制');
  await paneOf(page).getByText('已复制全文').waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  expect(copied.html).toContain('<table');
  expect(copied.text).toContain('合计\t\t100.00\t90.66');
});

test('it arrives as a Word file', async () => {
  const arriving = page.waitForEvent('download');
  await click('保存为 Word');
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/自评结果（摘要版）\.docx$/);
  const parts = unzipSync(new Uint8Array(readFileSync(await file.path())));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  expect(text).toContain('自评得分为90.66分');
  await paneOf(page).getByText('有的 Excel 不让面板保存文件').waitFor();
});
