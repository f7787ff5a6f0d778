/** Blank forms in the workbench: from the menu of the ribbon and from the gallery, with what they do to the workbook. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { recalculate } from '../../src/app/recalculate';
import { sumWeights } from '../../src/engine/totals';
import { recogniseForms } from '../../src/form/recognise';
import { TEMPLATES } from '../../src/form/templates/templates';
import type { Grid } from '../../src/form/grid';
import { buildXlsx } from '../workbook/xlsxPackage';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import { fileOf, lookedAt, openForm, press, PROJECT, savedBytes, shownFindings, told } from './paneActs';

let page: Page;

afterEach(() => {
  expect(uncaughtErrors(page)).toEqual([]);
});

afterAll(closeBrowser);

const pane = () => paneOf(page);
const insert = (): Promise<void> => pane().getByRole('button', { name: '插入', exact: true }).click();
const batches = () => page.evaluate(() => window.workbench.batches);
const sheetTabs = (): Promise<readonly string[]> =>
  page.getByRole('tablist', { name: '工作表标签' }).getByRole('tab').allTextContents();

async function grids(): Promise<ReadonlyMap<string, Grid>> {
  const { sheets } = await fileOf(await savedBytes(page)).read(null);
  return new Map(sheets.map(({ grid }) => [grid.sheet, grid]));
}

describe('each template, one behind the other in one workbook', () => {
  beforeAll(async () => {
    page = await openWorkbench();
  });
  afterAll(() => page.context().close());

  test.each(TEMPLATES.map((template) => [template.name['zh-CN'] ?? '–', template] as const))(
    '%s is inserted from the menu within two batches, is a form without a fault, and touches no other sheet',
    async (label, template) => {
      const before = await grids();
      await press(page, label);
      await pane().getByRole('heading', { name: label }).waitFor();
      await insert();
      await told(page, /^已插入新工作表/);
      await pane().getByRole('tablist').waitFor();

      // The names that are taken, and the sheet; what follows only reads it.
      const sent = await batches();
      const writing = sent.findIndex(({ changes }) => changes > 0);
      expect(writing).toBeLessThan(2);
      expect(sent.slice(writing + 1).filter(({ changes }) => changes > 0)).toEqual([]);
      expect(
        sent.flatMap(({ error, clearsUndo }) => [...clearsUndo, ...(error === null ? [] : [error])]),
      ).toEqual([]);

      const after = await grids();
      const [name = ''] = [...after.keys()].filter((sheet) => !before.has(sheet));
      expect([...after.keys()]).toEqual([...before.keys(), name]);
      for (const [sheet, grid] of before) expect(after.get(sheet)).toEqual(grid);
      expect(await page.evaluate(() => window.workbench.selection.sheet)).toBe(name);

      const made = after.get(name);
      const [facts, ...others] = made ? recogniseForms(made).forms : [];
      expect(others).toEqual([]);
      if (template.summary) expect(facts).toMatchObject({ kind: 'summary-table' });
      else expect(facts?.kind === 'summary-table' ? null : facts && sumWeights(facts)?.toNumber()).toBe(100);
      const { sheets } = await recalculate(fileOf(await savedBytes(page)), {
        rules: null,
        sheet: name,
        overwriteScores: false,
      });
      const found = sheets.flatMap(({ forms }) => forms.flatMap(({ findings }) => findings));
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('a name that is taken gets a number', async () => {
    await press(page, '项目自评表（湖北）');
    await insert();
    await pane().getByRole('tablist').waitFor();
    const tabs = await sheetTabs();
    expect(new Set(tabs).size).toBe(TEMPLATES.length + 2);
  });
});

describe('with the keyboard', () => {
  afterEach(() => page.context().close());

  test('a template is found in the menu of the ribbon, answered and inserted', async () => {
    page = await openWorkbench();
    await lookedAt(page);
    const menu = page.getByRole('button', { name: '插入模板' });
    await menu.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      '项目支出绩效自评表（财政部 2020）',
    );
    await page.keyboard.press('Enter');
    await pane().getByRole('heading', { name: '项目支出绩效自评表（财政部 2020）' }).waitFor();
    // Whose form it will be is known from the form in sight.
    expect(await pane().getByLabel('单位名称').inputValue()).toBe('清河街道办事处');
    await pane().getByLabel('项目名称').focus();
    await page.keyboard.insertText('道路养护');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('2024');
    await page.keyboard.press('Enter');
    await told(page, /^已插入新工作表/);
    expect(await page.evaluate(() => window.workbench.cell('A2').text)).toBe('（2024年度）');
    expect(await page.evaluate(() => window.workbench.cell('C3').text)).toBe('道路养护');
    expect(await page.evaluate(() => window.workbench.cell('G4').text)).toBe('清河街道办事处');
  });

  test('the gallery is walked, a template chosen, and Esc leads back step by step', async () => {
    page = await openWorkbench();
    await lookedAt(page);
    await pane().getByRole('button', { name: '插入模板' }).focus();
    await page.keyboard.press('Enter');
    const card = pane().getByRole('button', { name: '部门整体绩效自评表（武汉）' });
    await card.focus();
    await page.keyboard.press('Enter');
    const title = pane().getByRole('heading', { name: '部门整体绩效自评表（武汉）' });
    await title.waitFor();
    expect(await title.evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor();
    await card.focus();
    await page.keyboard.press('Escape');
    await pane().getByRole('tablist').waitFor();
  });
});

test('a workbook whose structure is protected is told in a sentence, and nothing is inserted', async () => {
  page = await openWorkbench();
  const protection = '<workbookProtection lockStructure="1"/>';
  await openForm(page, '锁定.xlsx', buildXlsx({ sheets: { 表: '<sheetData/>' }, beforeSheets: protection }));
  await press(page, '项目支出绩效自评表（云南）');
  await insert();
  await pane()
    .getByText(/^没有插入：工作簿的结构受保护/)
    .waitFor();
  expect(await sheetTabs()).toEqual(['表']);
  await page.context().close();
});

test('the filled sample is inserted from the welcome, and its mistakes are listed', async () => {
  page = await openWorkbench();
  await lookedAt(page);
  await pane().getByRole('button', { name: '试用已填示例' }).click();
  await told(page, /^已插入新工作表“示例·/);
  await shownFindings(page).nth(6).waitFor();
  expect(await page.evaluate(() => window.workbench.cell('H6').text)).toBe('89.50%');
  await page.context().close();
});

test('the form of the next year is made from the one in sight, which stays as it was', async () => {
  page = await openWorkbench();
  await openForm(page, PROJECT, new Uint8Array(readFileSync(PROJECT)));
  await lookedAt(page);
  const before = await grids();
  await press(page, '用去年的表生成今年的表');
  const plan = pane().getByRole('region', { name: '将要做的改动' });
  await plan.getByText(/年度由 \d{4} 改为 \d{4}/).waitFor();
  await pane().getByRole('button', { name: '生成', exact: true }).click();
  await told(page, /^已生成新工作表/);
  const after = await grids();
  for (const [sheet, grid] of before) expect(after.get(sheet)).toEqual(grid);
  const [name = ''] = [...after.keys()].filter((sheet) => !before.has(sheet));
  const made = after.get(name);
  const [facts] = made ? recogniseForms(made).forms : [];
  if (!facts || facts.kind === 'summary-table') throw new Error('no form');
  const [old] = recogniseForms(
    [...before.values()][0] ?? { sheet: '', rowCount: 0, columnCount: 0, rows: [] },
  ).forms;
  expect(facts.year).toBe((old?.kind === 'project' ? (old.year ?? 0) : 0) + 1);
  for (const { actual, score, target } of facts.indicators) {
    expect([actual.text, score.entry.text]).toEqual(['', '']);
    expect(target.text).not.toBe('');
  }
  await page.context().close();
});
