/** The pane in Chromium on a slowed-down processor: how much script it asks for, how soon it can be used, and how it bears a long form. */
import type { CDPSession, Frame, Page } from 'playwright-core';
import { launchChromium } from '../browser/openWorkbench';
import { compareFigures, tellFigure, type Figure, type Measurement } from './figure';
import { median } from './medianTimes';
import { drawForm } from './pane/drawForm';
import { readScrolling, traceScrolling, type Scrolled } from './pane/scrolling';
import { servePages, type PaneName, type ServedPages } from './pane/servePages';
import { weighScripts } from './pane/weighScripts';

const SLOW_DOWN = 4;
/** Alternating, ours and the template's. */
const OPENINGS = 9;
const CHECKS = 9;
/** Of sixty frames a second. */
const FRAME_BUDGET_MS = 16.7;
const SCROLLINGS = 5;

export const pane: Measurement = {
  name: 'Pane',
  about:
    'The shipped pane beside the same page of Microsoft’s React template (Fluent with its theme, a header, a text and a button), both built by the same ' +
    'configuration, opened in turn in the workbench with genuine Office.js from the same server, in Chromium with its processor slowed down four times and ' +
    'without a cache. Medians. A pane can be used when its first buttons are on the screen. The weight is that of all scripts fetched until the first form ' +
    'is shown, after gzip, without Office.js; style sheets are none of it. The findings are scrolled as by a wheel, 6,000 pixels in two ' +
    'seconds: with the workbench drawn around them, which the same thread paints again whenever it paints the pane; without it, as in Excel, where the pane is a page by itself; ' +
    'then so many bare lines of the same height in their place. A frame that the screen does not get in time is dropped. The work of the page is the processor time of its ' +
    'thread for one frame, in which it paints what comes near; it does not hang on the graphics card.',
  measure: measurePane,
};

/** What `pane/probe.js` notes in the page of the pane. */
interface Probe {
  readonly usableAt: number | null;
  readonly formAt: number | null;
  readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[];
  readonly checks: readonly { readonly drawn: number; readonly laidOut: number }[];
}

declare global {
  interface Window {
    readonly probe: Probe;
  }
}

async function measurePane(): Promise<readonly Figure[]> {
  const pages = await servePages();
  const browser = await launchChromium();
  try {
    const page = await (
      await browser.newContext({ viewport: { width: 1366, height: 768 }, ignoreHTTPSErrors: true })
    ).newPage();
    await page.addInitScript({ path: `${__dirname}/pane/probe.js` });
    await page.goto(`${pages.origin}/workbench.html`);
    await page.waitForFunction(() => 'workbench' in window);
    await page.evaluate(() => window.workbench.ready);
    const developer = await page.context().newCDPSession(page);
    await developer.send('Network.setCacheDisabled', { cacheDisabled: true });
    return [
      ...weigh(pages),
      ...(await measureOpening(page, developer, pages)),
      ...(await measureChecks(page, developer)),
      ...(await measureScrolling(page, developer)),
    ];
  } finally {
    await browser.close();
    pages.close();
  }
}

function weigh({ folderOf }: ServedPages): readonly Figure[] {
  return [
    tellFigure('Scripts until the first form is shown', weighScripts(folderOf('pane')), 180, 'KB'),
    tellFigure('Scripts of the template', weighScripts(folderOf('template')), null, 'KB'),
  ];
}

async function measureOpening(
  page: Page,
  developer: CDPSession,
  pages: ServedPages,
): Promise<readonly Figure[]> {
  const form = drawForm(60);
  const times: Record<PaneName | 'form', number[]> = { pane: [], template: [], form: [] };
  for (let round = 0; round < OPENINGS; round += 1) {
    for (const name of ['template', 'pane'] as const) {
      pages.show(name);
      await slowDown(developer, SLOW_DOWN);
      await open(page, form);
      const frame = await frameOf(page);
      times[name].push(await timeOf(frame, 'usableAt'));
      if (name === 'pane') times.form.push(await timeOf(frame, 'formAt'));
      await slowDown(developer, 1);
    }
  }
  const [ours, against] = [median(times.pane), median(times.template)];
  return [
    compareFigures('From navigation to a pane that can be used', { ours, against }, 1.8, 'ms'),
    tellFigure('From navigation to the first form on the screen', median(times.form), null, 'ms'),
  ];
}

async function measureChecks(page: Page, developer: CDPSession): Promise<readonly Figure[]> {
  await open(page, drawForm(60));
  const frame = await frameOf(page);
  await timeOf(frame, 'formAt');
  // Until the parts that are fetched ahead are there.
  await page.waitForTimeout(3_000);
  await slowDown(developer, SLOW_DOWN);
  const from = await frame.evaluate(() => performance.now());
  for (let round = 0; round < CHECKS; round += 1) {
    await frame.evaluate(() => {
      document.querySelectorAll<HTMLElement>('main [role="group"] button')[2]?.click();
    });
    await frame.waitForFunction((count) => window.probe.checks.length > count, round);
    await page.waitForTimeout(200);
  }
  const { checks, longTasks } = await frame.evaluate(() => window.probe);
  await slowDown(developer, 1);
  const longest = longTasks.filter(({ startTime }) => startTime > from).map(({ duration }) => duration);
  return [
    tellFigure(
      'A check of 60 rows, from Excel’s answer to the pane in its place',
      median(checks.map(({ laidOut }) => laidOut)),
      50,
      'ms',
    ),
    tellFigure('The longest task of the pane during these checks', Math.max(0, ...longest), 100, 'ms'),
  ];
}

async function measureScrolling(page: Page, developer: CDPSession): Promise<readonly Figure[]> {
  await open(page, drawForm(600));
  const frame = await frameOf(page);
  await timeOf(frame, 'formAt');
  await page.waitForTimeout(3_000);
  const count = await frame.evaluate(() => document.querySelectorAll('button[data-finding]').length);
  await slowDown(developer, SLOW_DOWN);
  const beside = await measureScrolled(page, developer, frame);
  await page.addStyleTag({ content: 'body > :not(main), .sheet-frame { visibility: hidden }' });
  const ours = await measureScrolled(page, developer, frame);
  await frame.evaluate(showBareLines);
  const bare = await measureScrolled(page, developer, frame);
  await slowDown(developer, 1);
  return [
    tellFigure(`Frames dropped of a hundred while ${count} findings are scrolled`, ours.dropped, 0, 'frames'),
    tellFigure(`Frames dropped of a hundred while ${count} bare lines are`, bare.dropped, null, 'frames'),
    tellFigure('The same findings with the workbench drawn around them', beside.dropped, null, 'frames'),
    tellFigure(
      'Work of the page for each of 19 frames of 20, findings, at most',
      ours.work,
      FRAME_BUDGET_MS,
      'ms',
    ),
    tellFigure('Work of the page for each of 19 frames of 20, bare lines, at most', bare.work, null, 'ms'),
  ];
}

/** Medians of some rounds. */
async function measureScrolled(page: Page, developer: CDPSession, frame: Frame): Promise<Scrolled> {
  const rounds: Scrolled[] = [];
  for (let round = 0; round < SCROLLINGS; round += 1) {
    await frame.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await page.waitForTimeout(200);
    rounds.push(readScrolling(await traceScrolling(page, developer)));
  }
  return {
    dropped: median(rounds.map(({ dropped }) => dropped)),
    work: median(rounds.map(({ work }) => work)),
  };
}

/** Puts the texts of the findings in place of the pane, each in a plain box as high as its finding. */
function showBareLines(): void {
  const lines = [...document.querySelectorAll('button[data-finding]')].map((finding) => {
    const line = document.createElement('div');
    line.style.height = `${finding.getBoundingClientRect().height}px`;
    line.textContent = finding.textContent;
    return line;
  });
  document.body.replaceChildren(...lines);
}

function open(page: Page, bytes: Uint8Array): Promise<void> {
  return page.evaluate((content) => window.workbench.open(content, '自评表.xlsx'), [...bytes]);
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('There is no pane.');
  return frame;
}

async function timeOf(frame: Frame, name: 'usableAt' | 'formAt'): Promise<number> {
  await frame.waitForFunction((key) => (window.probe[key] ?? 0) > 0, name);
  return (await frame.evaluate((key) => window.probe[key], name)) ?? NaN;
}

async function slowDown(developer: CDPSession, rate: number): Promise<void> {
  await developer.send('Emulation.setCPUThrottlingRate', { rate });
}
