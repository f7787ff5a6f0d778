/** Everything that the pane can look like, and how to get there from a fresh workbench, in both languages. */
import type { Page } from 'playwright-core';
import { paneOf } from './openWorkbench';
import {
  cellOf,
  DEPARTMENT,
  findingAt,
  frameOf,
  lookedAt,
  openForm,
  openTab,
  press,
  PROJECT,
  PROJECTS,
} from './paneActs';

/** The labels that a test presses, in the language of the look. */
export const LABELS = {
  'zh-CN': {
    check: '检查',
    preview: '预览',
    row: '本行',
    settings: '设置',
    findings: '问题',
    ignore: '忽略……',
    numbers: '口径里的数',
    person: '我的习惯（所有工作簿）',
    rules: '口径',
    recalculate: '重新计算',
    rollUp: '汇总',
    summary: '摘要',
    overview: '总览',
    template: '插入模板',
    nextYear: '用去年的表生成今年的表',
  },
  'en-US': {
    check: 'Check',
    preview: 'Preview',
    row: 'This row',
    settings: 'Settings',
    findings: 'Findings',
    ignore: 'Ignore …',
    numbers: 'The numbers',
    person: 'My habits (all workbooks)',
    rules: 'Rule set',
    recalculate: 'Recalculate',
    rollUp: 'Roll Up',
    summary: 'Summary',
    overview: 'Overview',
    template: 'Insert template',
    nextYear: "Make This Year's Form from Last Year's",
  },
} as const;

type Labels = { readonly [name in keyof (typeof LABELS)['zh-CN']]: string };

interface State {
  readonly name: string;
  readonly show: (page: Page, labels: Labels) => Promise<void>;
}

/** Everything that the pane can look like. Each state goes on from a fresh workbench. */
export const STATES: readonly State[] = [
  { name: 'the welcome', show: (page) => lookedAt(page) },
  {
    name: 'findings with actions',
    show: async (page, { check }) => {
      await press(page, check);
      await findingAt(page, 'H14').click();
    },
  },
  {
    name: 'a reason that is asked for',
    show: async (page, { check, ignore }) => {
      await press(page, check);
      await findingAt(page, 'H14').click();
      await paneOf(page).getByRole('button', { name: ignore }).click();
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'many findings on several sheets',
    show: async (page, { check }) => {
      await openForm(page, DEPARTMENT);
      await press(page, check);
      await paneOf(page).locator('button[aria-expanded="false"]').last().click();
    },
  },
  {
    name: 'a preview',
    show: async (page, { preview }) => {
      await paneOf(page).getByRole('button', { name: preview }).click();
      await paneOf(page).getByRole('table').first().waitFor();
    },
  },
  {
    name: 'no form',
    show: async (page) => {
      await openForm(page, PROJECT);
      await page.evaluate(() => {
        for (const cell of ['D11', 'E11', 'F11', 'H11']) window.workbench.setCell(cell, `${cell}的列名`);
      });
      await paneOf(page).locator('form').waitFor();
    },
  },
  {
    name: 'a computed row',
    show: async (page, { check, row }) => {
      await press(page, check);
      await openTab(page, row);
      await cellOf(page, 'F24').click();
      await paneOf(page).getByRole('radiogroup').waitFor();
    },
  },
  {
    name: 'a judged row',
    show: async (page, { check, row }) => {
      await press(page, check);
      await openTab(page, row);
      await cellOf(page, 'F22').click();
      await paneOf(page).getByRole('slider').waitFor();
    },
  },
  {
    name: 'the settings, all unfolded',
    show: async (page, { check, settings, numbers, person }) => {
      await press(page, check);
      await openTab(page, settings);
      await paneOf(page).getByRole('button', { name: person }).click();
      for (const button of await paneOf(page).getByRole('button', { name: numbers }).all())
        await button.click();
    },
  },
  {
    name: 'an open list of rule sets',
    show: async (page, { check, settings, rules }) => {
      await press(page, check);
      await openTab(page, settings);
      await paneOf(page).getByRole('combobox', { name: rules }).first().click();
      await paneOf(page).getByRole('listbox').waitFor();
    },
  },
  {
    name: 'the gallery of templates',
    show: async (page, { template }) => {
      await paneOf(page).getByRole('button', { name: template }).click();
      await paneOf(page).locator('[data-template]').last().waitFor();
    },
  },
  {
    name: 'a template with an answer that is not allowed',
    show: async (page, { template }) => {
      await paneOf(page).getByRole('button', { name: template }).click();
      await paneOf(page).locator('[data-template="department-wuhan"]').click();
      await paneOf(page).locator('input[name="goals"]').fill('99');
      await paneOf(page).locator('form button[type="submit"]').click();
    },
  },
  {
    name: 'the form of the next year',
    show: async (page, { nextYear }) => {
      await lookedAt(page);
      await press(page, nextYear);
      const lists = paneOf(page).locator('section section button[aria-expanded="false"]');
      await lists.first().waitFor();
      // Each is no longer in the list of the closed ones once it is open.
      for (const list of (await lists.all()).reverse()) await list.click();
    },
  },
  {
    name: 'a fault',
    show: async (page, { check }) => {
      await page.evaluate(() => {
        window.workbench.fail({ batch: 1, at: 1, code: 'GeneralException' });
      });
      await press(page, check);
      await paneOf(page).getByRole('alert').waitFor();
    },
  },
  {
    name: 'a protected sheet',
    show: async (page, { recalculate }) => {
      await (
        await frameOf(page)
      ).evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().protection.protect();
          await context.sync();
        }),
      );
      await press(page, recalculate);
      await paneOf(page).getByRole('table').first().waitFor();
    },
  },
  {
    name: 'the roll-up of several projects',
    show: async (page, { rollUp }) => {
      await openForm(page, PROJECTS);
      await lookedAt(page);
      await press(page, rollUp);
      await paneOf(page).getByRole('checkbox').first().waitFor();
      for (const folded of (
        await paneOf(page).locator('section section button[aria-expanded="false"]').all()
      ).reverse())
        await folded.click();
    },
  },
  {
    name: 'a roll-up of nothing',
    show: async (page, { rollUp }) => {
      await lookedAt(page);
      await press(page, rollUp);
      await paneOf(page).locator('section section p, section span').first().waitFor();
    },
  },
  {
    name: 'the summary',
    show: async (page, { summary }) => {
      await lookedAt(page);
      await press(page, summary);
      await paneOf(page).getByRole('table').first().waitFor();
    },
  },
  {
    name: 'the overview',
    show: async (page, { check, overview }) => {
      await openForm(page, PROJECTS);
      await press(page, check);
      await openTab(page, overview);
      await paneOf(page).getByRole('table').first().waitFor();
    },
  },
];
