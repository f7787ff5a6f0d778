import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import { findingsIn, frameOf, openForm, savedBytes, selectionOf, told } from './paneActs';
import { makeTenMistakes, MISTAKES } from './tenMistakes';

/** How long an average typist needs for a key, and to think before each step (Card, Moran, Newell 1983). Milliseconds. */
const KEY_MS = 280;
const THINK_MS = 1350;

/** What the person types where no score can be accepted: from the paper that the form was copied from. */
const CORRECTIONS: Readonly<Record<string, string>> = { H32: '1.5', H47: '1', F57: '2次' };

let page: Page;
let folder: string;

/** Where the recording is left, to be looked at by `npx playwright show-trace`: the variable RECORDING, else nowhere. */
const recording = (): string => process.env['RECORDING'] ?? path.join(folder, 'ten-mistakes.zip');

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
  page = await openWorkbench();
  await page.context().tracing.start({ screenshots: true });
});

afterEach(async () => {
  await page.context().close();
  rmSync(folder, { recursive: true });
});

afterAll(closeBrowser);

const think = (): Promise<void> => page.waitForTimeout(THINK_MS);

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.waitForTimeout(KEY_MS);
    await page.keyboard.press(key);
  }
}

async function type(text: string): Promise<void> {
  for (const letter of text) {
    await page.waitForTimeout(KEY_MS);
    await page.keyboard.insertText(letter);
  }
}

/** What has the focus, in the page or in the pane. */
async function focused(): Promise<{ readonly text: string; readonly isFinding: boolean }> {
  const read = (): { text: string; isFinding: boolean } => {
    const { activeElement } = document;
    return {
      text: activeElement?.textContent ?? '',
      isFinding: activeElement instanceof HTMLElement && 'finding' in activeElement.dataset,
    };
  };
  const frame = await frameOf(page);
  return (await frame.evaluate(() => document.hasFocus())) ? frame.evaluate(read) : page.evaluate(read);
}

/** Presses a key until the focus is where the person wants it. */
async function pressUntil(key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; !(await isThere()); presses += 1) {
    if (presses === 30) throw new Error(`${key} does not lead there.`);
    await press(key);
  }
}

/** From a control of the pane before the list to the worst finding. */
async function goToFindings(): Promise<void> {
  await pressUntil('Tab', async () => (await focused()).isFinding);
  await press('Home');
}

/** Goes to the sheet, does something there, and comes back to the list. */
async function inSheet(work: () => Promise<void>): Promise<void> {
  await press('Control+F6');
  await work();
  await press('F6');
  await goToFindings();
}

/** Waits until the pane no longer tells of it. */
const gone = (text: string): Promise<void> =>
  paneOf(page)
    .locator('button[data-finding]')
    .filter({ hasText: text.slice(0, 40) })
    .waitFor({ state: 'detached' });

/** Mends the finding that has the focus. */
async function mend(text: string): Promise<void> {
  const cell = /^错误 ([A-Z]+\d+)/.exec(text)?.[1] ?? null;
  const correction = cell === null ? undefined : CORRECTIONS[cell];
  if (cell !== null && correction !== undefined) {
    await press('Enter');
    await page.waitForFunction((wanted) => window.workbench.selection.address.startsWith(wanted), cell);
    await inSheet(async () => {
      await type(correction);
      await press('Enter');
    });
  } else if (cell === null) {
    // The weights do not add up to 100. Which one is wrong is told by the goal whose own weights do not add up.
    await pressUntil('ArrowDown', async () => (await focused()).text.startsWith('警告 A36'));
    await think();
    await press('Enter');
    await inSheet(async () => {
      // The heading of the goal spans the columns; below it they part.
      await press('ArrowDown');
      await pressUntil('ArrowRight', async () => (await selectionOf(page)).startsWith('G'));
      await pressUntil('ArrowDown', async () => (await selectionOf(page)) === 'G41');
      await think();
      await type('1.5');
      await press('Enter');
    });
  } else if (
    (await paneOf(page)
      .getByRole('button', { name: /^采纳计算得分/ })
      .count()) > 0
  ) {
    await press('Tab', 'Enter');
  } else {
    // What is left follows from other cells: a recalculation brings it up to date.
    await press('Control+F6', 'F6');
    await pressUntil('Tab', async () => (await focused()).text === '重新计算');
    await press('Enter');
    await told(page, /重新计算完毕/);
    await goToFindings();
  }
  await gone(text);
}

test('a form with ten mistakes is mended by the keyboard alone in less than two minutes', async () => {
  await openForm(page, '十处错误.xlsx', await makeTenMistakes());
  const before = (await findingsIn(await savedBytes(page))).filter(({ severity }) => severity === 'error');
  expect(before.map(({ code }) => code).sort()).toEqual(MISTAKES.map(({ code }) => code).sort());
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[aria-label="关闭面板"]')?.click();
  });

  const start = Date.now();
  await pressUntil('Tab', async () => (await focused()).text === '重新计算');
  await press('Enter');
  await told(page, /重新计算完毕/);
  await press('F6', 'F6');
  await goToFindings();
  for (let { text } = await focused(); text.startsWith('错误'); { text } = await focused()) {
    await think();
    await mend(text);
    await press('Home');
  }
  const seconds = (Date.now() - start) / 1000;
  process.stdout.write(`Ten mistakes were mended in ${Math.round(seconds)} s.\n`);

  await paneOf(page).getByRole('button', { name: '错误 0' }).waitFor();
  const after = await findingsIn(await savedBytes(page));
  expect(after.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(seconds).toBeLessThan(120);
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().tracing.stop({ path: recording() });
  expect(statSync(recording()).size).toBeGreaterThan(100_000);
}, 240_000);
