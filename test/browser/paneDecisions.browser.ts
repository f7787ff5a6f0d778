import type { Page } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import {
  cellOf,
  DEPARTMENT,
  findingAt,
  fileOf,
  lookedAt,
  openForm,
  openTab,
  press,
  PROJECT,
  savedBytes,
  shownFindings,
  told,
  valueOf,
} from './paneActs';

let page: Page;

beforeEach(async () => {
  page = await openWorkbench();
});

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

const undo = (): Promise<void> => paneOf(page).getByRole('button', { name: '撤销写入' }).click();

/** All that the sheets hold, as the file says it. */
async function cellsInFile(): Promise<unknown> {
  const { sheets } = await fileOf(await savedBytes(page)).read(null);
  return sheets.map(({ grid }) => grid.rows.map((row) => row?.map((cell) => cell?.value ?? null)));
}

const choices = async () => (await fileOf(await savedBytes(page)).read(null)).settings;

describe('a computed score', () => {
  test('is accepted for one row: cell and total change, and an undo puts back both and the finding', async () => {
    await press(page, '重新计算');
    const before = await cellsInFile();
    await findingAt(page, 'H24').click();
    await paneOf(page).getByRole('button', { name: '采纳计算得分 1.31' }).click();
    await told(page, /已采用计算得分/);
    expect([await valueOf(page, 'H24'), await valueOf(page, 'H30')]).toEqual([1.31, 96.26]);
    expect(await findingAt(page, 'H24').count()).toBe(0);
    // The card tells the total as it stands now.
    expect(await paneOf(page).getByRole('tabpanel').getByText('96.26', { exact: true }).count()).toBe(1);
    await undo();
    await told(page, '已撤销：采用计算得分');
    expect(await cellsInFile()).toEqual(before);
    await findingAt(page, 'H24').waitFor();
  });

  test('is accepted for all rows of a kind at once', async () => {
    await page.evaluate(() => {
      for (const cell of ['H11', 'H18', 'H25']) window.workbench.setCell(cell, 9);
    });
    await press(page, '重新计算');
    const before = await cellsInFile();
    await findingAt(page, 'H11').click();
    await paneOf(page).getByRole('button', { name: '本表同类全部采纳（4）' }).click();
    await told(page, /已采用计算得分/);
    expect(await Promise.all(['H11', 'H14', 'H18', 'H25'].map((cell) => valueOf(page, cell)))).toEqual([
      4, 4, 4, 4,
    ]);
    // One of another kind is left alone.
    expect(await valueOf(page, 'H24')).toBe(2.5);
    await undo();
    await told(page, '已撤销：采用计算得分');
    expect(await cellsInFile()).toEqual(before);
  });
});

describe('a finding that is ignored', () => {
  test('needs a reason, goes, stays with the workbook, and comes back by an undo or by hand', async () => {
    await openForm(page, DEPARTMENT);
    await page.getByRole('tab', { name: '自评表' }).click();
    await press(page, '检查');
    const pane = paneOf(page);
    const all = await shownFindings(page).count();
    const ignore = async (): Promise<void> => {
      await findingAt(page, 'F10').click();
      await pane.getByRole('button', { name: '忽略……' }).click();
      await page.keyboard.press('Enter');
      await pane.getByText('还没有忽略：没有写理由，复核的人会看不懂。请写明忽略的理由。').waitFor();
      await page.keyboard.insertText('年中追加了拆迁任务');
      await page.keyboard.press('Enter');
      await told(page, '已忽略这个问题，理由随工作簿保存。');
    };
    await ignore();
    expect(await shownFindings(page).count()).toBe(all - 1);
    await undo();
    await told(page, '已撤销：忽略问题');
    expect(await shownFindings(page).count()).toBe(all);

    await ignore();
    await openForm(page, DEPARTMENT, await savedBytes(page));
    await page.getByRole('tab', { name: '自评表' }).click();
    await press(page, '检查');
    expect(await shownFindings(page).count()).toBe(all - 1);
    await pane.getByRole('button', { name: '已忽略（1）' }).click();
    await pane.getByText(/^理由：年中追加了拆迁任务/).waitFor();
    await pane.getByRole('button', { name: '取消忽略' }).click();
    await told(page, '这个问题重新列出。');
    expect(await shownFindings(page).count()).toBe(all);
  });
});

describe('a form that is not recognised', () => {
  test('is diagnosed, and read as soon as a person has named its columns, also when it is opened again', async () => {
    await openForm(page, PROJECT);
    const pane = paneOf(page);
    await page.evaluate(() => {
      window.workbench.setCell('E11', '计划数');
      window.workbench.setCell('F11', '年末数');
      window.workbench.setCell('H11', '自评');
    });
    await pane.getByText('没有认出“自评表”上的自评表').waitFor();
    await pane.getByText('没有找到：指标值、实际完成值。如果表上用了别的叫法，请在下面说明。').waitFor();
    await pane.getByRole('button', { name: 'A11' }).click();
    await page.waitForFunction(() => window.workbench.selection.address.startsWith('A11'));
    const header = pane.getByRole('combobox', { name: '表头上写的是' });
    const offered = await header.evaluate((input) =>
      input instanceof HTMLInputElement ? [...(input.list?.options ?? [])].map(({ value }) => value) : [],
    );
    expect(offered).toEqual(expect.arrayContaining(['计划数', '年末数', '自评']));
    await header.fill('计划数');
    await pane.getByRole('combobox', { name: '这一列是' }).selectOption({ label: '指标值' });
    await pane.getByRole('button', { name: '记住并重新读取' }).click();
    await told(page, '列名已记住，随工作簿保存，已重新读取。');
    // Now it is a form; its other columns are named one by one.
    await pane.getByRole('button', { name: '没有读取的列（2）' }).click();
    for (const [header, role] of [
      ['年末数', '实际完成值'],
      ['自评', '得分'],
    ] as const) {
      await pane.getByRole('combobox', { name: `“${header}”这一列是……` }).click();
      await pane.getByRole('option', { name: role, exact: true }).click();
      await pane.getByText(`“${header}”读作“${role}”`).waitFor();
    }
    await findingAt(page, 'H15').getByText('平台故障率').waitFor();
    await openForm(page, PROJECT, await savedBytes(page));
    await findingAt(page, 'H15').waitFor();
  });
});

describe('the selected row', () => {
  test('is explained: as it was read, its direction, the computation, printed against computed', async () => {
    await press(page, '重新计算');
    await openTab(page, '本行');
    await cellOf(page, 'F24').click();
    const row = paneOf(page).getByRole('region', { name: '第 24 行：新增就业岗位' });
    await row.waitFor();
    const told = await row.innerText();
    for (const part of [
      '800个',
      '读作 800',
      '210个',
      '读作 210',
      '2.5',
      '1.31',
      '5',
      '5 × 210个 ÷ 800个 = 1.3125 → 1.31',
    ])
      expect(told).toContain(part);
    await cellOf(page, 'C23').click();
    await paneOf(page).getByText('第 23 行没有计分。').waitFor();
  });

  test('is computed the other way when a person says so, until that is taken back', async () => {
    await press(page, '重新计算');
    await openTab(page, '本行');
    await cellOf(page, 'F24').click();
    const row = paneOf(page).getByRole('region', { name: /^第 24 行/ });
    await row.getByRole('radio', { name: '不高于' }).click();
    await told(page, '指标方向已更改，随工作簿保存，已重新检查。');
    await row.getByText('由您指定为反向指标：不超过它为完成。').first().waitFor();
    expect(await row.getByRole('radio', { name: '不高于' }).isChecked()).toBe(true);
    await undo();
    await told(page, '已撤销：更改指标方向');
    expect(await row.getByRole('radio', { name: '按规则' }).isChecked()).toBe(true);
    await row
      .getByText(/^210个 低于 800个/)
      .first()
      .waitFor();
  });

  test('gets the score of a band or of the slider where a person has to judge, and an undo takes it back', async () => {
    await press(page, '重新计算');
    await openTab(page, '本行');
    await cellOf(page, 'F22').click();
    const row = paneOf(page).getByRole('region', { name: /^第 22 行/ });
    expect(await row.getByRole('button', { name: /^达成/ }).getAttribute('aria-pressed')).toBe('true');
    await row.getByRole('button', { name: /^部分达成/ }).click();
    const suggested = await row.getByRole('textbox', { name: '得分' }).inputValue();
    expect(Number(suggested)).toBeGreaterThanOrEqual(2);
    expect(Number(suggested)).toBeLessThan(3.2);
    // Nothing is written by choosing alone.
    expect(await valueOf(page, 'H22')).toBe(3.5);
    await row.getByRole('button', { name: `写入 ${suggested} 分` }).click();
    await told(page, /评分已写入/);
    expect([await valueOf(page, 'H22'), await valueOf(page, 'H30')]).toEqual([
      Number(suggested),
      Math.round((97.45 - 3.5 + Number(suggested)) * 100) / 100,
    ]);

    await row.getByRole('slider').focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 15; step += 1) await page.keyboard.press('ArrowRight');
    await row.getByRole('button', { name: '写入 1.5 分' }).click();
    await told(page, /评分已写入/);
    await page.waitForFunction(() => window.workbench.cell('H22').value === 1.5);
    await undo();
    await told(page, '已撤销：人工评分');
    await undo();
    await page.waitForFunction(() => window.workbench.cell('H22').value === 3.5);
    expect(await valueOf(page, 'H30')).toBe(97.45);
  });

  test('keeps what a person types in it while the sheets are read again', async () => {
    await press(page, '重新计算');
    await openTab(page, '本行');
    await cellOf(page, 'F22').click();
    const score = paneOf(page).getByRole('textbox', { name: '得分' });
    await score.fill('2.25');
    await page.evaluate(() => {
      window.workbench.setCell('H9', 4);
    });
    await page.waitForTimeout(5000);
    expect(await score.inputValue()).toBe('2.25');
    expect(await score.evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe('settings', () => {
  test('of the workbook persist in a saved copy, and count when it is opened again', async () => {
    await lookedAt(page);
    const pane = paneOf(page);
    await openTab(page, '设置');
    await pane.getByRole('combobox', { name: '口径' }).first().click();
    await pane.getByRole('option', { name: /^财政部 2020/ }).click();
    await told(page, '口径已更改，随工作簿保存，已按新口径检查。');
    await pane.getByRole('radio', { name: '用计算得分替换' }).first().click();
    await told(page, '设置已更改，随工作簿保存。');
    await pane.getByRole('switch', { name: '在表上标出有问题的行' }).first().click();
    await page.waitForTimeout(500);
    const copy = await savedBytes(page);
    expect(Object.keys(await choices())).not.toEqual([]);

    await openForm(page, PROJECT);
    await openForm(page, DEPARTMENT, copy);
    await lookedAt(page);
    await pane.getByText('部门整体自评表 · 口径：财政部 2020 更改', { exact: true }).waitFor();
    await openTab(page, '设置');
    expect(await pane.getByRole('radio', { name: '用计算得分替换' }).first().isChecked()).toBe(true);
    await press(page, '重新计算');
    // What was typed gives way to what was computed, and no row is marked.
    expect(await valueOf(page, 'H24')).toBe(1.31);
    expect(await page.evaluate(() => window.workbench.cell('H14').fill)).toBeNull();
  });

  test('of the person hold for the next workbook', async () => {
    await lookedAt(page);
    const pane = paneOf(page);
    await openTab(page, '设置');
    await pane.getByRole('button', { name: '我的习惯（所有工作簿）' }).click();
    const habits = pane.getByRole('group', { name: '我的习惯（所有工作簿）' });
    await habits.getByRole('combobox', { name: '口径' }).click();
    await pane.getByRole('option', { name: /^四川/ }).click();
    await openForm(page, PROJECT);
    await pane
      .getByText(/口径：四川/)
      .first()
      .waitFor();
  });

  test('of numbers of a rule set change what is found, and can be put back', async () => {
    await press(page, '检查');
    const pane = paneOf(page);
    await findingAt(page, 'F17').waitFor();
    await openTab(page, '设置');
    await pane.getByRole('button', { name: '改成自己的口径' }).first().click();
    await told(page, '口径已更改');
    await pane.getByRole('button', { name: '口径里的数' }).first().click();
    const field = pane.getByRole('textbox', { name: /完成多少算超额/ }).first();
    expect(await field.inputValue()).toBe('130');
    await field.fill('200');
    await field.press('Enter');
    await openTab(page, '问题');
    await findingAt(page, 'F17').waitFor({ state: 'detached' });
    await openTab(page, '设置');
    await pane.getByRole('button', { name: '恢复原来的数' }).click();
    await openTab(page, '问题');
    await findingAt(page, 'F17').waitFor();
  });
});
