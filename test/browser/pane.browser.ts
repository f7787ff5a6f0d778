import path from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import {
  bytesOf,
  cellOf,
  DEPARTMENT,
  fileOf,
  findingAt,
  findingsIn,
  frameOf,
  lookedAt,
  openForm,
  openTab,
  press,
  SAMPLE,
  savedBytes,
  selectionOf,
  shownFindings,
  told,
  typeInto,
  valueOf,
} from './paneActs';

const LAYOUTS = path.join(__dirname, '..', 'fixtures', 'layouts');
/** A real form without a single finding. */
const CLEAN = path.join(LAYOUTS, '08-anju.xlsx');

let page: Page;

beforeEach(async () => {
  page = await openWorkbench();
});

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

const isPaneShown = (): Promise<boolean> => page.locator('iframe').isVisible();
const ribbonButton = (name: string) =>
  page.getByRole('navigation', { name: '功能区' }).getByRole('button', { name });
const closePane = (): Promise<void> => page.getByRole('button', { name: '关闭面板' }).click();

describe('the ribbon while the pane is closed', () => {
  test('opens the pane when a recalculation leaves something to tell', async () => {
    await openForm(page, DEPARTMENT);
    await closePane();
    await ribbonButton('重新计算').click();
    await page.locator('iframe').waitFor({ state: 'visible' });
    await told(page, /重新计算完毕/);
    expect(await shownFindings(page).count()).toBeGreaterThan(0);
  });

  test('leaves it closed when the form is clean', async () => {
    await openForm(page, CLEAN);
    await closePane();
    await press(page, '重新计算');
    expect(await isPaneShown()).toBe(false);
    await press(page, '打开面板');
    expect(await isPaneShown()).toBe(true);
    await paneOf(page).getByText('没有发现问题。').waitFor();
  });

  test('opens it after every check, since that was asked for, and after a fault', async () => {
    await openForm(page, CLEAN);
    await closePane();
    await press(page, '检查');
    expect(await isPaneShown()).toBe(true);
    await closePane();
    await page.evaluate(() => {
      window.workbench.fail({ batch: 1, at: 1, code: 'GeneralException' });
    });
    await press(page, '重新计算');
    expect(await isPaneShown()).toBe(true);
    await paneOf(page).getByRole('alert').waitFor();
  });
});

describe('what the pane shows of a form', () => {
  test('is there without a command: title, rule set, time, score, grade and the parts', async () => {
    await lookedAt(page);
    const pane = paneOf(page);
    expect(await pane.getByRole('heading', { level: 1 }).innerText()).toBe(
      '2024年度清河街道办事处部门整体绩效自评表',
    );
    await pane.getByText('部门整体自评表 · 口径：湖北/武汉（按表样判断）').waitFor();
    const card = pane.getByRole('tabpanel');
    expect(await card.getByText('94.5', { exact: true }).count()).toBe(1);
    await card.getByText('各项得分相加是 74，与总分不一致。').waitFor();
    await press(page, '重新计算');
    expect(await card.getByText('97.45', { exact: true }).count()).toBe(1);
    expect(await card.getByText('优', { exact: true }).count()).toBe(1);
    // 9725 of 10000 is spent: 97.25 % of 20 points.
    expect(await card.getByRole('row', { name: /预算执行/ }).allInnerTexts()).toEqual([
      expect.stringMatching(/预算执行\s+19\.45\s+20\s+97\.3%/),
    ]);
    expect(await card.getByRole('row').count()).toBeGreaterThanOrEqual(5);
  });

  test('follows the sheet that the person looks at', async () => {
    await openForm(page, DEPARTMENT);
    await lookedAt(page);
    const title = paneOf(page).getByRole('heading', { level: 1 });
    await title.getByText('得分情况').waitFor();
    await page.getByRole('tab', { name: '自评表' }).click();
    await title.getByText('豹澥街道办事处部门整体绩效自评表').waitFor();
  });

  test('changes with the rule set that the person chooses, and back again by an undo', async () => {
    await lookedAt(page);
    const pane = paneOf(page);
    await openTab(page, '设置');
    await pane.getByRole('combobox', { name: '口径' }).first().click();
    await pane
      .getByRole('option', { name: /财政部.*2020/ })
      .first()
      .click();
    await told(page, '口径已更改');
    expect(await pane.locator('header').innerText()).toMatch(/口径：财政部[^（]*2020/);
    expect(await pane.locator('header').innerText()).not.toContain('按表样判断');
    await pane.getByRole('button', { name: '撤销写入' }).click();
    await pane.getByText('口径：湖北/武汉（按表样判断）').first().waitFor();
  });

  test('is in English when Excel is, to the last visible word', async () => {
    await page.context().close();
    page = await openWorkbench('?lang=en-US');
    await lookedAt(page);
    await press(page, 'Recalculate');
    const pane = paneOf(page);
    expect(await pane.locator('html').getAttribute('lang')).toBe('en-US');
    const { sheets } = await fileOf(bytesOf(SAMPLE)).read(null);
    const onSheet = sheets
      .flatMap(({ grid }) => grid.rows.flat())
      .flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value, ...cell.value.split('：')] : []))
      .concat(sheets.map(({ grid }) => grid.sheet))
      .filter((text) => text !== '')
      .sort((one, other) => other.length - one.length);
    for (const tab of ['Findings', 'This row', 'Settings']) {
      await openTab(page, tab);
      await cellOf(page, 'H24').click();
      await pane.getByRole('tabpanel').locator('h2, h3').first().waitFor();
      // Words of the form stay as they are on the sheet, and grades as the rule set has them.
      const own = onSheet.reduce(
        (text, words) => text.replaceAll(words, ''),
        await pane.locator('main').innerText(),
      );
      expect(own.match(/.*[\u4e00-\u9fff].*/g) ?? []).toEqual(tab === 'Findings' ? ['优'] : []);
    }
  });
});

describe('the list of findings', () => {
  beforeEach(async () => {
    await openForm(page, DEPARTMENT);
    await page.getByRole('tab', { name: '自评表' }).click();
    await press(page, '检查');
  });

  test('tells the same as the command line, the worst first, each with its word', async () => {
    const expected = (await findingsIn(await savedBytes(page))).filter(({ code }) => code !== 'summary-rows');
    expect(await shownFindings(page).count()).toBe(expected.length);
    const words = (await shownFindings(page).allTextContents()).map((text) => text.trim().slice(0, 2));
    const order = ['错误', '警告', '提示'];
    expect([...words].sort((one, other) => order.indexOf(one) - order.indexOf(other))).toEqual(words);
    expect(words.every((word) => order.includes(word))).toBe(true);
    expect(await paneOf(page).getByRole('heading').allTextContents()).toEqual(
      expect.arrayContaining([
        `警告（${words.filter((word) => word === '警告').length}）`,
        `提示（${words.filter((word) => word === '提示').length}）`,
      ]),
    );
  });

  test('is filtered by severity and searched by words and cells', async () => {
    const pane = paneOf(page);
    const all = await shownFindings(page).count();
    const warnings = pane.getByRole('button', { name: /^警告 \d+$/ });
    expect(await warnings.getAttribute('aria-pressed')).toBe('true');
    await warnings.click();
    expect(await warnings.getAttribute('aria-pressed')).toBe('false');
    const left = await shownFindings(page).allTextContents();
    expect(left.length).toBeLessThan(all);
    expect(left.every((text) => text.startsWith('提示'))).toBe(true);
    await warnings.click();
    await pane.getByRole('searchbox', { name: '查找问题' }).fill('新增就业岗位');
    expect(await shownFindings(page).allInnerTexts()).toEqual([expect.stringMatching(/^警告 F54/)]);
    await pane.getByRole('searchbox', { name: '查找问题' }).fill('f62');
    expect(await shownFindings(page).count()).toBe(2);
    await pane.getByRole('searchbox', { name: '查找问题' }).fill('没有这样的字');
    await pane.getByText('没有符合筛选条件的问题。').waitFor();
    await pane.getByRole('button', { name: '清除', exact: true }).click();
    expect(await shownFindings(page).count()).toBe(all);
  });

  test('is walked by arrow keys, and Enter selects the cell in the sheet', async () => {
    await shownFindings(page).first().focus();
    const cellInFocus = async (): Promise<string> =>
      (await frameOf(page)).evaluate(() => document.activeElement?.getAttribute('title') ?? '');
    const first = await cellInFocus();
    await page.keyboard.press('ArrowDown');
    expect(await cellInFocus()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await cellInFocus()).toBe(first);
    await page.keyboard.press('End');
    const last = (await cellInFocus()).replace('转到 ', '');
    await page.keyboard.press('Enter');
    await page.waitForFunction((cell) => window.workbench.selection.address === cell, last);
    // The person goes on in the list.
    expect(await cellInFocus()).toBe(`转到 ${last}`);
    await page.keyboard.press('Home');
    expect(await cellInFocus()).toBe(first);
  });

  test('leads to a cell by a click', async () => {
    await findingAt(page, 'F54').click();
    await page.waitForFunction(() => window.workbench.selection.address === 'F54');
    expect(await cellOf(page, 'F54').isVisible()).toBe(true);
  });
});

describe('edits in the sheet', () => {
  test('are seen in the pane within seconds, and nothing is written', async () => {
    await openForm(page, DEPARTMENT);
    await page.getByRole('tab', { name: '自评表' }).click();
    await lookedAt(page);
    await typeInto(page, 'H9', '2');
    const edited = await savedBytes(page);
    await findingAt(page, 'H9').getByText('超过分值 1 分').waitFor({ timeout: 6000 });
    await typeInto(page, 'H9', '1');
    await findingAt(page, 'H9').waitFor({ state: 'detached', timeout: 6000 });
    await page.evaluate(() => {
      window.workbench.setCell('H9', 2);
    });
    await findingAt(page, 'H9').waitFor({ timeout: 6000 });
    expect(Buffer.compare(await savedBytes(page), edited)).toBe(0);
  });

  test('in a row are read once', async () => {
    await lookedAt(page);
    await page.evaluate(() => {
      window.workbench.fail(null);
      for (let row = 9; row <= 13; row += 1) window.workbench.setCell(`H${row}`, 1);
    });
    const before = await page.evaluate(() => window.workbench.batches.length);
    await paneOf(page)
      .getByText(/^各项得分相加是/)
      .waitFor();
    await page.waitForFunction((count) => window.workbench.batches.length > count, before);
    await page.waitForTimeout(2500);
    expect(await page.evaluate(() => window.workbench.batches.length)).toBe(before + 1);
  });
});

describe('a recalculation', () => {
  test('that is previewed shows cell, old and new, and writes nothing before it is confirmed', async () => {
    const before = await savedBytes(page);
    const pane = paneOf(page);
    await pane.getByRole('button', { name: '预览' }).click();
    const preview = pane.getByRole('region', { name: '将要写入的内容' });
    await preview.waitFor();
    expect(await preview.getByRole('row', { name: /^H6 / }).innerText()).toMatch(/H6\s+（空）\s+19\.45/);
    expect(await preview.getByRole('row', { name: /^G6 / }).innerText()).toMatch(/97\.00%\s+97\.25%/);
    expect(Buffer.compare(await savedBytes(page), before)).toBe(0);
    await preview.getByRole('button', { name: '取消' }).click();
    await preview.waitFor({ state: 'detached' });
    expect(Buffer.compare(await savedBytes(page), before)).toBe(0);

    await pane.getByRole('button', { name: '预览' }).click();
    await preview.getByRole('button', { name: '写入' }).click();
    await told(page, /重新计算完毕，写入 4 处/);
    expect([await valueOf(page, 'H6'), await valueOf(page, 'G6'), await valueOf(page, 'H30')]).toEqual([
      19.45, 0.9725, 97.45,
    ]);
    await pane.getByRole('button', { name: '撤销写入' }).click();
    await told(page, /已撤销/);
    expect([await valueOf(page, 'H6'), await valueOf(page, 'G6'), await valueOf(page, 'H30')]).toEqual([
      null,
      0.97,
      94.5,
    ]);
  });

  test('is previewed before the first write of a workbook, and no more after that, when a person wants it so', async () => {
    await lookedAt(page);
    const pane = paneOf(page);
    await openTab(page, '设置');
    await pane.getByRole('button', { name: '我的习惯（所有工作簿）' }).click();
    await pane.getByRole('switch', { name: '在一个工作簿里第一次写入前，先给我看' }).click();
    await press(page, '重新计算');
    const preview = pane.getByRole('region', { name: '将要写入的内容' });
    await preview.waitFor();
    expect(await valueOf(page, 'H6')).toBeNull();
    await preview.getByRole('button', { name: '写入' }).click();
    await told(page, /写入 4 处/);
    await page.evaluate(() => {
      window.workbench.setCell('G6', '50%');
    });
    await press(page, '重新计算');
    expect(await valueOf(page, 'G6')).toBe(0.9725);
  });
});

describe('when Excel does not do as it is asked', () => {
  test('a protected sheet is told of, and what has to be typed by hand is listed', async () => {
    await (
      await frameOf(page)
    ).evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().protection.protect();
        await context.sync();
      }),
    );
    const before = await savedBytes(page);
    await press(page, '重新计算');
    const pane = paneOf(page);
    await pane
      .getByText(/工作表“部门整体自评表”受保护/)
      .first()
      .waitFor();
    const locked = pane.getByRole('region', { name: '工作表受保护，请自行填写这些单元格' });
    expect(await locked.getByRole('row', { name: /H6/ }).innerText()).toMatch(/H6\s+（空）\s+19\.45/);
    expect(Buffer.compare(await savedBytes(page), before)).toBe(0);
  });

  test('a fault is a sentence that an assistive device speaks at once, and the next command works', async () => {
    await lookedAt(page);
    await page.evaluate(() => {
      window.workbench.fail({ batch: 1, at: 1, code: 'GeneralException' });
    });
    const pane = paneOf(page);
    await pane.getByRole('button', { name: '检查', exact: true }).click();
    expect(await pane.getByRole('alert').innerText()).toMatch(/^没有完成：.*\s*表格没有改动。/);
    await pane.getByRole('button', { name: '检查', exact: true }).click();
    await told(page, /检查完毕/);
    expect(await pane.getByRole('alert').count()).toBe(0);
  });
});

test('the guide opens in a window of its own, whole and without a network', async () => {
  const [guide] = await Promise.all([
    page.context().waitForEvent('page'),
    paneOf(page).getByRole('link', { name: '用户手册' }).click(),
  ]);
  await guide.getByRole('heading', { level: 1, name: '用户手册' }).waitFor();
  const picture = guide.getByRole('img').first();
  await picture.scrollIntoViewIfNeeded();
  await guide.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
  const task = guide.getByRole('navigation').getByRole('link').last();
  const name = await task.innerText();
  await task.click();
  expect(await guide.locator(':target').innerText()).toBe(name);
});

test('nothing but this machine is asked, whatever the pane shows', async () => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  await openForm(page, DEPARTMENT, bytesOf(DEPARTMENT));
  await press(page, '重新计算');
  for (const tab of ['问题', '本行', '设置']) await openTab(page, tab);
  await paneOf(page).getByRole('combobox', { name: '口径' }).first().waitFor();
  await press(page, '撤销写入');
  expect(await selectionOf(page)).toBe('A1');
  expect(foreign).toEqual([]);
});
