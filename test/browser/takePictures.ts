/**
 * Takes the pictures of the user guide from the workbench (`npm run pictures`), so that they always show the add-in as it is. Each picture is named
 * after what it shows and written into `docs/pictures/`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf } from './openWorkbench';
import { serveWorkbench } from './serveWorkbench';
import { takePrints } from './takePrints';

const FOLDER = path.join(__dirname, '..', '..', 'docs', 'pictures');

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

async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of takePrints(FOLDER)) process.stdout.write(`docs/pictures/${name}.png\n`);
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
