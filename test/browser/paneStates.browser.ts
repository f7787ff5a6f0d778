/** The states of the pane between commands: before the first reading, without a form, and when the person comes back to it. */
import type { Page } from 'playwright-core';
import { RECENT_MS } from '../../src/pane/keepFresh';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import { bytesOf, lookedAt, openForm, openTab, press, SAMPLE, savedBytes, told } from './paneActs';

let page: Page;

beforeEach(async () => {
  page = await openWorkbench();
});

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

const batches = (): Promise<number> => page.evaluate(() => window.workbench.batches.length);

test('while Excel keeps the first reading waiting the pane says what it is doing', async () => {
  await page.evaluate(
    async ([bytes, name]) => {
      await window.workbench.open(bytes, name);
      window.workbench.fail({ batch: 1, at: 'silent' });
    },
    [[...bytesOf(SAMPLE)], 'form.xlsx'] as const,
  );
  await paneOf(page).getByText('正在看这个工作簿里有哪些自评表……').waitFor();
});

test('a workbook without a form is told in a sentence that says what to do', async () => {
  await openForm(page, SAMPLE);
  await page.evaluate(() => {
    for (let row = 1; row <= 80; row += 1)
      for (const column of 'ABCDEFGHIJ') window.workbench.setCell(`${column}${String(row)}`, '');
  });
  await paneOf(page)
    .getByText(/^这个工作簿里没有找到自评表。请打开一份自评表/)
    .waitFor();
  expect(await paneOf(page).getByRole('alert').count()).toBe(0);
});

test('the focus on the pane reads the sheets again once what was read is old, and not before', async () => {
  await lookedAt(page);
  const title = paneOf(page).getByRole('heading', { level: 1 });
  await page.getByRole('gridcell').first().click();
  await title.click();
  await page.waitForTimeout(2_500);
  expect(await batches()).toBe(0);
  await page.getByRole('gridcell').first().click();
  await page.waitForTimeout(RECENT_MS);
  await title.click();
  await page.waitForFunction(() => window.workbench.batches.length === 1);
});

/** What the pane fetches only when somebody wants it. */
const FETCHED_LATER = /\/src_(?!locales_zh-CN_json)[^/]*\.js$/;

test('what cannot be fetched is told in its place, all else goes on, and it comes when it is tried again', async () => {
  await page.route(FETCHED_LATER, (route) => route.abort());
  await page.reload();
  await page.waitForFunction(() => 'workbench' in window);
  await page.evaluate(() => window.workbench.ready);
  await lookedAt(page);
  const pane = paneOf(page);
  const missing = pane.getByText('面板的这一部分没有取到，可能是网络断了。');
  await press(page, '检查');
  await told(page, /检查完毕/);
  expect(await missing.count()).toBe(0);
  await openTab(page, '总览');
  await missing.waitFor();
  const before = await savedBytes(page);
  await press(page, '重新计算');
  await pane.locator('main').getByText('面板的这一部分没有取到').nth(1).waitFor();
  expect((await savedBytes(page)).equals(before)).toBe(true);
  await page.unroute(FETCHED_LATER);
  await pane.getByRole('button', { name: '再试一次' }).first().click();
  await pane.getByText('没有完成：程序的一部分没有取到').waitFor();
  await pane.getByRole('button', { name: '再试一次' }).click();
  await pane.getByRole('tabpanel').getByRole('table').waitFor();
  await press(page, '重新计算');
  await told(page, /重新计算完毕/);
});
