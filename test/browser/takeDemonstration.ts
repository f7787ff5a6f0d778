/** The animation at the head of the README: a form is recalculated, a finding leads to its cell, the row says how its score came about. */
import type { Page } from 'playwright-core';
import { animate, type Frame } from './animate';
import { openWorkbench, paneOf } from './openWorkbench';
import { openTab, press, shownFindings, told } from './paneActs';

/** Where it is kept: not among the pictures of the guide, with which it would be shipped. */
export const DEMONSTRATION = 'docs/demonstration.png';

const SIZE = { width: 1366, height: 800 };

interface Scene {
  readonly milliseconds: number;
  readonly play: (page: Page) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  {
    milliseconds: 2500,
    play: async (page) => {
      await press(page, '重新计算');
      await told(page, /重新计算完毕/);
    },
  },
  { milliseconds: 3000, play: (page) => shownFindings(page).nth(1).click() },
  {
    milliseconds: 4000,
    play: (page) => openTab(page, '本行'),
  },
];

export async function takeDemonstration(): Promise<Buffer> {
  const page = await openWorkbench();
  await page.setViewportSize(SIZE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await paneOf(page).getByText('读取于').first().waitFor();
  await settle(page);
  const frames: Frame[] = [{ png: await page.screenshot(), milliseconds: 2000 }];
  for (const { play, milliseconds } of SCENES) {
    await play(page);
    await settle(page);
    frames.push({ png: await page.screenshot(), milliseconds });
  }
  await page.context().close();
  return animate(frames);
}

/** Until whatever fades or is read after an edit is there. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(800);
}
