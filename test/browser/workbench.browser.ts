import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openXlsx } from '../../src/workbook/xlsxFile';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';

const samples = path.join(__dirname, '../../assets/samples');
const departmentForm = path.join(samples, '部门整体绩效自评表.xlsx');

let page: Page;

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

function cell(name: string): Locator {
  return page.locator(`[role="gridcell"][data-cell="${name}"]`);
}

function read(name: string) {
  return page.evaluate((address) => window.workbench.cell(address), name);
}

function notice(): Locator {
  return page.getByRole('status');
}

/** Runs a script where the add-in runs. */
async function inPane<T>(work: () => Promise<T>): Promise<T> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('no pane');
  return frame.evaluate(work);
}

describe('the sheet', () => {
  beforeEach(async () => {
    page = await openWorkbench();
  });

  test('shows the sample with its merged cells, fonts and formats', async () => {
    expect(await page.getByRole('grid', { name: '部门整体自评表' }).count()).toBe(1);
    const title = cell('A2');
    expect(await title.textContent()).toBe('2024年度清河街道办事处部门整体绩效自评表');
    expect(await title.getAttribute('colspan')).toBe('8');
    // Covered by the merged title.
    expect(await cell('B2').count()).toBe(0);
    expect(await title.locator('.text').evaluate((text) => getComputedStyle(text).fontWeight)).toBe('700');
    expect(await cell('D6').textContent()).toBe('10,000.00');
    expect(
      await cell('G9')
        .locator('.text')
        .evaluate((text) => getComputedStyle(text).textAlign),
    ).toBe('center');
  });

  test('a cell is edited by double click and Enter moves on to the next', async () => {
    await cell('F9').dblclick();
    await page.getByLabel('编辑 F9').fill('15个');
    await page.keyboard.press('Enter');
    expect(await cell('F9').textContent()).toBe('15个');
    expect(await page.evaluate(() => window.workbench.selection.address)).toBe('F10');
  });

  test('typing replaces, F2 keeps, Escape takes back, Delete empties', async () => {
    await cell('G9').click();
    await page.keyboard.type('6');
    await page.keyboard.press('Tab');
    expect((await read('G9')).value).toBe(6);
    expect(await page.evaluate(() => window.workbench.selection.address)).toBe('H9');

    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('F2');
    await page.keyboard.type('.5');
    await page.keyboard.press('Enter');
    expect((await read('G9')).value).toBe(6.5);

    await cell('G9').click();
    await page.keyboard.type('99');
    await page.keyboard.press('Escape');
    expect((await read('G9')).value).toBe(6.5);

    await page.keyboard.press('Delete');
    expect(await read('G9')).toMatchObject({ value: null, text: '', formula: null });
  });

  test('Chinese is typed into a cell right away, as an input method does it', async () => {
    await cell('F9').click();
    await page.keyboard.insertText('已完成');
    await page.keyboard.press('Enter');
    expect((await read('F9')).value).toBe('已完成');
  });

  test('cells are copied and pasted as other spreadsheets do it', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cell('G9').click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await cell('J20').click();
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => window.workbench.cell('K20').value !== null);
    expect([(await read('J20')).value, (await read('K20')).value]).toEqual([5, 5]);
  });

  test('a locked cell of a protected sheet is refused by a sentence', async () => {
    await inPane(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().protection.protect();
        await context.sync();
      }),
    );
    await cell('G9').click();
    await page.keyboard.type('9');
    expect(await notice().textContent()).toBe('G9 是受保护的单元格，不能修改。');
    await cell('G10').dblclick();
    expect(await notice().textContent()).toBe('G10 是受保护的单元格，不能修改。');
    await page.keyboard.press('Delete');
    expect([(await read('G9')).value, (await read('G10')).value]).toEqual([5, 4]);
  });

  test('hidden sheets have no tab, and a sheet that comes or goes is seen at once', async () => {
    const tabs = page.getByRole('tablist', { name: '工作表标签' }).getByRole('tab');
    await inPane(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add('新表');
        context.workbook.worksheets.add('藏起来').visibility = 'Hidden';
        await context.sync();
      }),
    );
    await tabs.nth(1).waitFor();
    expect(await tabs.allTextContents()).toEqual(['部门整体自评表', '新表']);
  });

  test('what a person did is undone and redone', async () => {
    await cell('G9').click();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    expect((await read('G9')).value).toBe(5);
    await page.keyboard.press('Control+y');
    expect((await read('G9')).value).toBe(3);
    expect(await cell('G9').textContent()).toBe('3.00');
  });

  test('arrow keys walk over merged cells, and the name box goes anywhere', async () => {
    await cell('A1').click();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('名称框').inputValue()).toBe('A2');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByLabel('名称框').inputValue()).toBe('I2');
    await page.getByLabel('名称框').fill('H30');
    await page.keyboard.press('Enter');
    expect(await cell('H30').getAttribute('aria-selected')).toBe('true');
    // The keyboard is at the cell again, and whoever listens hears where.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('H30 94.50');
  });

  test('the formula bar shows and takes what is in the cell', async () => {
    await cell('E9').click();
    const bar = page.getByLabel('编辑栏');
    expect(await bar.inputValue()).toBe('≥12个');
    await bar.click();
    await bar.fill('=6*7');
    await page.keyboard.press('Enter');
    expect(await read('E9')).toMatchObject({ value: 42, formula: '=6*7' });
    expect(await cell('E9').textContent()).toBe('42');
  });

  test('a mouse drawn over cells selects them, whole merged cells only', async () => {
    await cell('G9').hover();
    await page.mouse.down();
    await cell('H10').hover();
    await page.mouse.up();
    expect(await page.evaluate(() => window.workbench.selection.address)).toBe('G9:H10');
    expect(await page.locator('[role="gridcell"][aria-selected="true"]').count()).toBe(4);
  });
});

describe('the ribbon', () => {
  test('has the buttons of the manifest, and a press runs the command', async () => {
    page = await openWorkbench();
    const ribbon = page.getByRole('navigation', { name: '功能区' });
    expect(await ribbon.getByRole('button').allTextContents()).toEqual([
      '重新计算',
      '检查',
      '插入模板',
      '汇总',
      '摘要',
      '清除标记',
      '撤销写入',
      '打开面板',
    ]);
    const button = ribbon.getByRole('button', { name: '重新计算' });
    await button.click();
    await notice().filter({ hasText: '已完成' }).waitFor();
    expect(await button.getAttribute('aria-busy')).toBe('false');
    // Execution 9725 of 10000 earns 19.45 of 20 points.
    expect((await read('H6')).value).toBe(19.45);
    expect(await cell('H6').textContent()).toBe('19.45');
    // Row 14 scores more than its weight and is marked by a conditional format.
    const { fill } = await read('H14');
    expect(fill).toMatch(/^#[0-9A-F]{6}$/);
    const painted = await cell('H14').evaluate((box) => getComputedStyle(box).backgroundColor);
    const [red = '', green = '', blue = ''] = painted.match(/\d+/g) ?? [];
    expect(
      [red, green, blue].map((one) => Number(one).toString(16).padStart(2, '0').toUpperCase()).join(''),
    ).toBe(fill?.slice(1));
    const batches = await page.evaluate(() => window.workbench.batches);
    expect(batches.length).toBeLessThanOrEqual(3);
    expect(batches.every(({ error, clearsUndo }) => error === null && clearsUndo.length === 0)).toBe(true);
  });

  test('speaks English when Excel does', async () => {
    page = await openWorkbench('?lang=en-US');
    const ribbon = page.getByRole('navigation', { name: '功能区' });
    expect(await ribbon.getByRole('button').allTextContents()).toEqual([
      'Recalculate',
      'Check',
      'Insert Template',
      'Roll Up',
      'Summary',
      'Clear Marks',
      'Undo Writing',
      'Open Pane',
    ]);
  });

  test('shows the tip of a button that the keyboard reaches, until Escape', async () => {
    page = await openWorkbench();
    const ribbon = page.getByRole('navigation', { name: '功能区' });
    await ribbon.getByRole('tab', { name: '绩效自评' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const tips = ribbon.getByRole('tooltip');
    expect(await tips.allInnerTexts()).toEqual([expect.stringMatching(/^检查\n.+\n.+$/)]);
    await page.keyboard.press('Escape');
    expect(await tips.count()).toBe(0);
    await page.keyboard.press('Tab');
    expect(await tips.allInnerTexts()).toEqual([expect.stringMatching(/^插入模板\n/)]);
  });

  test('opens the pane that was closed, without loading it anew', async () => {
    page = await openWorkbench();
    await paneOf(page)
      .locator('body')
      .evaluate((body) => {
        body.setAttribute('data-seen', 'yes');
      });
    await page.getByRole('button', { name: '关闭面板' }).click();
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await page.getByRole('button', { name: '打开面板' }).click();
    expect(await page.locator('iframe').isVisible()).toBe(true);
    expect(await paneOf(page).locator('body').getAttribute('data-seen')).toBe('yes');
  });
});

describe('Office.js in the pane', () => {
  test('believes to be in Excel on the web, of the version that is asked for', async () => {
    page = await openWorkbench('?excelapi=1.9&lang=en-US');
    const seen = await inPane(async () => {
      const { host, platform } = await Office.onReady();
      const { requirements, displayLanguage } = Office.context;
      const has = (version: string) => requirements.isSetSupported('ExcelApi', version);
      return { host, platform, displayLanguage, sets: [has('1.9'), has('1.10')] };
    });
    expect(seen).toEqual({
      host: 'Excel',
      platform: 'OfficeOnline',
      displayLanguage: 'en-US',
      sets: [true, false],
    });
  });

  test('can hide its pane and show it again', async () => {
    page = await openWorkbench();
    await inPane(() => Office.addin.hide());
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await inPane(() => Office.addin.showAsTaskpane());
    expect(await page.locator('iframe').isVisible()).toBe(true);
  });

  test('is told of what the person changes', async () => {
    page = await openWorkbench();
    await inPane(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.load('id');
        await context.sync();
        sheet.onChanged.add((event) => {
          document.body.setAttribute('data-changed', `${event.address} ${event.source}`);
          return Promise.resolve();
        });
        await context.sync();
      }),
    );
    await cell('G9').click();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await paneOf(page).locator('body[data-changed="G9 Local"]').waitFor();
  });

  test('waits for the person who is editing a cell when it says so, and fails when not', async () => {
    page = await openWorkbench();
    await cell('G9').dblclick();
    const code = await inPane(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.load('items/name');
        await context.sync();
        return 'none';
      }).catch((error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error))),
    );
    expect(code).toBe('InvalidOperationInCellEditMode');
    const waiting = inPane(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('G9').load('values');
        await context.sync();
        const values: unknown[][] = range.values;
        return values[0]?.[0];
      }),
    );
    await page.getByLabel('编辑 G9').fill('2');
    await page.keyboard.press('Enter');
    expect(await waiting).toBe(2);
  });
});

describe('files', () => {
  test('a workbook from disk is opened with its sheets, and a tab leads to another', async () => {
    page = await openWorkbench('?sample=');
    await page.getByLabel('打开工作簿').setInputFiles(path.join(samples, '多个项目绩效自评表.xlsx'));
    await notice().filter({ hasText: '已打开 多个项目绩效自评表.xlsx' }).waitFor();
    const tabs = page.getByRole('tablist', { name: '工作表标签' }).getByRole('tab');
    const names = await tabs.allTextContents();
    expect(names.length).toBeGreaterThan(1);
    await tabs.nth(1).click();
    expect(await tabs.nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('grid').getAttribute('aria-label')).toBe(names[1]);
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('grid').getAttribute('aria-label')).toBe(names[0]);
    expect(await tabs.nth(0).evaluate((tab) => document.activeElement === tab)).toBe(true);
  });

  test('a copy is saved with what was changed', async () => {
    page = await openWorkbench();
    await page.evaluate(() => {
      window.workbench.setCell('H9', '4.5');
    });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存副本' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('部门整体绩效自评表.xlsx');
    const opened = openXlsx(readFileSync(await file.path()), 'copy.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    const { sheets } = await opened.file.read(null);
    expect(sheets[0]?.grid.rows[8]?.[7]?.value).toBe(4.5);
  });

  test.each([
    ['a text', 'notes.xlsx', Buffer.from('这不是工作簿'), 'notes.xlsx'],
    ['an old workbook', 'old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.xls'],
    ['a cut file', 'cut.xlsx', readFileSync(departmentForm).subarray(0, 3000), 'cut.xlsx'],
  ])('%s is refused by a sentence, and what was open stays', async (_kind, name, buffer, said) => {
    page = await openWorkbench();
    await page.getByLabel('打开工作簿').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await notice()
      .filter({ hasText: `“${said}”打不开：` })
      .waitFor();
    expect((await read('A2')).text).toBe('2024年度清河街道办事处部门整体绩效自评表');
  });
});

describe('window.workbench', () => {
  beforeEach(async () => {
    page = await openWorkbench();
  });

  test('is done with a workbook that was overtaken by another when that one is open', async () => {
    const bytes = [...readFileSync(path.join(__dirname, '..', 'fixtures', 'forms', 'variety-open.xlsx'))];
    await page.evaluate(
      (content) =>
        Promise.all([window.workbench.open(content, '甲.xlsx'), window.workbench.open(content, '乙.xlsx')]),
      bytes,
    );
    expect(await page.title()).toContain('乙.xlsx');
    await page.evaluate(() => window.workbench.press('检查'));
    expect(await page.evaluate(() => window.workbench.batches.length)).toBeGreaterThan(0);
  });

  test('opens bytes with a fresh pane, on which the ribbon works at once', async () => {
    const bytes = [...readFileSync(path.join(samples, '项目支出绩效自评表.xlsx'))];
    const name = await page.evaluate(async (given) => {
      await window.workbench.open(given, '项目.xlsx');
      await window.workbench.press('检查');
      return document.getElementById('book-name')?.textContent;
    }, bytes);
    expect(name).toBe('项目.xlsx');
    expect(await page.locator('iframe').count()).toBe(1);
    expect(await page.evaluate(() => window.workbench.batches.length)).toBeGreaterThan(0);
  });

  test('reads and writes cells by address, on any sheet', async () => {
    const sheet = await page.evaluate(() => window.workbench.selection.sheet);
    await page.evaluate(() => {
      window.workbench.setCell('J1', '95%');
      window.workbench.setCell('J2', 'text');
      window.workbench.setCell('J2', null);
    });
    expect(await read(`'${sheet}'!J1`)).toMatchObject({ value: 0.95, text: '95%' });
    expect(await read(`${sheet}!J2`)).toEqual({ value: null, text: '', formula: null, fill: null });
    await expect(read('没有的表!A1')).rejects.toThrow('没有名为“没有的表”的工作表');
    await expect(read('得分')).rejects.toThrow('不是单元格地址');
  });

  test('makes a command fail as it is asked to', async () => {
    await page.evaluate(async () => {
      window.workbench.fail('AccessDenied');
      await window.workbench.press('重新计算');
    });
    const errors = await page.evaluate(() => window.workbench.batches.map((batch) => batch.error));
    expect(errors).toContain('AccessDenied');
  });

  test('a click in the pane begins a new list of batches', async () => {
    await page.evaluate(() => window.workbench.press('重新计算'));
    const first = await page.evaluateHandle(() => window.workbench.batches[0]);
    await paneOf(page).getByRole('button', { name: '检查', exact: true }).click();
    await page.waitForFunction((old) => {
      const [now] = window.workbench.batches;
      return now !== undefined && now !== old;
    }, first);
  });
});
