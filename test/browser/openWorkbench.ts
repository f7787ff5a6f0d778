/**
 * Opens the workbench in Chromium for a test, as `npm run test:browser` serves it. The browser is the system's; the environment variable CHROMIUM
 * names another one.
 */
import { existsSync } from 'node:fs';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const executablePath =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );

let browser: Promise<Browser> | null = null;

/** The browser of the system, without any window. */
export function launchChromium(): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error('No Chromium was found: name one by the variable CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--ignore-certificate-errors',
    ],
  });
}

/**
 * A page with the workbench, its sample open and its pane connected. `query` is such as "?sample=项目支出绩效自评表&lang=en-US".
 */
export async function openWorkbench(query = ''): Promise<Page> {
  const origin = process.env['WORKBENCH_ORIGIN'];
  if (origin === undefined) throw new Error('Run the browser tests by `npm run test:browser`.');
  browser ??= launchChromium();
  const context = await (
    await browser
  ).newContext({
    viewport: { width: 1366, height: 768 },
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  errorsByPage.set(page, errors);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}/workbench.html${query}`);
  await page.waitForFunction(() => 'workbench' in window);
  await page.evaluate(() => window.workbench.ready);
  // Shorter than a test may last, so that it is told what was waited for.
  page.setDefaultTimeout(20_000);
  return page;
}

const errorsByPage = new WeakMap<Page, string[]>();

/** The errors of the page and its pane that nobody caught, up to now. */
export function uncaughtErrors(page: Page): readonly string[] {
  return errorsByPage.get(page) ?? [];
}

/** The pane beside the sheet. */
export function paneOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="绩效自评助手"]');
}

/** To be called when the tests of a file are over. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}
