/**
 * Takes the pictures of the user guide from the workbench (`npm run pictures`), so that they always show the add-in as it is. Each picture is named
 * after what it shows and written into `docs/pictures/`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { recalculate } from '../../src/app/recalculate';
import { formsToSummarise, summariseForm, writeDocument } from '../../src/app/summarise';
import { writeDocx } from '../../src/workbook/docxFile';
import { closeBrowser, openWorkbench, paneOf } from './openWorkbench';
import { serveWorkbench } from './serveWorkbench';
import { bytesOf, fileOf, SAMPLE } from './paneActs';
import { takePrints, type Print } from './takePrints';

const FOLDER = path.join(__dirname, '..', '..', 'docs', 'pictures');

/** A sample with several projects. */
const SEVERAL = '多个项目绩效自评表';

interface Picture {
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

const PICTURES: readonly Picture[] = [
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

/** The summary of the sample, as a Word file. */
async function summary(): Promise<Print> {
  const { sheets } = await recalculate(fileOf(bytesOf(SAMPLE)), {
    rules: null,
    sheet: null,
    overwriteScores: false,
  });
  const summaries = formsToSummarise(sheets).flatMap(({ form }) => {
    const made = summariseForm(form);
    return made.ok ? [made.result] : [];
  });
  return { name: '打印-摘要', ending: 'docx', bytes: await writeDocx(writeDocument(summaries, 'goals')) };
}

async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of takePrints(FOLDER, [await summary()]))
    process.stdout.write(`docs/pictures/${name}.png\n`);
  const { origin, processId } = await serveWorkbench();
  process.env['WORKBENCH_ORIGIN'] = origin;
  try {
    for (const { name, query, dark = false, paneOnly = false, prepare } of PICTURES) {
      const page = await openWorkbench(query);
      await page.setViewportSize({ width: 1366, height: paneOnly ? 980 : 860 });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
      await prepare(page);
      await page.waitForLoadState('networkidle');
      // Whatever fades or is read after an edit is there.
      await page.waitForTimeout(800);
      const file = path.join(FOLDER, `${name}.png`);
      if (paneOnly) await page.locator('iframe').screenshot({ path: file });
      else await page.screenshot({ path: file });
      process.stdout.write(`docs/pictures/${name}.png\n`);
      await page.context().close();
    }
  } finally {
    await closeBrowser();
    process.kill(processId);
  }
}

void takePictures();
