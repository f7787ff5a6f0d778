/** Every picture of the user guide that is taken of the workbench: what has to be done until it can be taken. Each is named after what it shows. */
import type { Page } from 'playwright-core';
import { paneOf } from './openWorkbench';

/** A sample with several projects. */
const SEVERAL = '多个项目绩效自评表';

export interface Picture {
  /** Of its file in docs/pictures, without the ending. */
  readonly name: string;
  readonly query: string;
  readonly dark?: boolean;
  /** Only the pane, else the whole window. */
  readonly paneOnly?: boolean;
  readonly prepare: (page: Page) => Promise<void>;
}

const press = (page: Page, label: string): Promise<void> =>
  page.evaluate((name) => window.workbench.press(name), label);

const openTab = (page: Page, name: string): Promise<void> => paneOf(page).getByRole('tab', { name }).click();

const selectCell = (page: Page, cell: string): Promise<void> =>
  page.locator(`[role="gridcell"][data-cell="${cell}"]`).click();

export const PICTURES: readonly Picture[] = [
  { name: '重新计算', query: '', prepare: (page) => press(page, '重新计算') },
  {
    name: '查出的问题',
    query: '',
    paneOnly: true,
    prepare: async (page) => {
      await press(page, '重新计算');
      await paneOf(page).locator('button[data-finding]').first().click();
    },
  },
  {
    name: '预览',
    query: '',
    paneOnly: true,
    prepare: (page) => paneOf(page).getByRole('button', { name: '预览' }).click(),
  },
  {
    name: '本行说明',
    query: '?pane=600',
    prepare: async (page) => {
      await press(page, '重新计算');
      await openTab(page, '本行');
      await selectCell(page, 'H24');
    },
  },
  {
    name: '人工评分',
    query: '',
    paneOnly: true,
    prepare: async (page) => {
      await press(page, '重新计算');
      await openTab(page, '本行');
      await selectCell(page, 'H22');
      await paneOf(page).getByRole('slider').waitFor();
    },
  },
  {
    name: '设置',
    query: '',
    paneOnly: true,
    prepare: async (page) => {
      await press(page, '检查');
      await openTab(page, '设置');
      await paneOf(page).getByRole('combobox').first().waitFor();
    },
  },
  {
    name: '插入模板',
    query: '',
    paneOnly: true,
    prepare: async (page) => {
      await paneOf(page).getByRole('button', { name: '插入模板' }).click();
      await paneOf(page).getByText('部门整体绩效自评表（武汉）').click();
    },
  },
  {
    name: '下一年的表',
    query: '',
    paneOnly: true,
    prepare: async (page) => {
      await paneOf(page).getByRole('button', { name: '插入模板' }).click();
      await paneOf(page).getByRole('button', { name: '用去年的表生成今年的表' }).click();
    },
  },
  {
    name: '总览',
    query: `?sample=${SEVERAL}`,
    paneOnly: true,
    prepare: async (page) => {
      await press(page, '检查');
      await openTab(page, '总览');
    },
  },
  {
    name: '汇总',
    query: `?sample=${SEVERAL}`,
    paneOnly: true,
    prepare: (page) => press(page, '汇总'),
  },
  {
    name: '摘要',
    query: '',
    paneOnly: true,
    prepare: (page) => press(page, '摘要'),
  },
  {
    name: '英文深色',
    query: '?lang=en-US',
    dark: true,
    paneOnly: true,
    prepare: (page) => press(page, 'Recalculate'),
  },
  {
    name: '英文深色加宽',
    query: '?lang=en-US&pane=600',
    dark: true,
    paneOnly: true,
    prepare: (page) => press(page, 'Recalculate'),
  },
];
