/** The files of Office.js that are shipped are those that it asks for: measured in Chromium for every kind of Excel that the add-in runs in. */
import type { Browser } from 'playwright-core';
import { files } from '../../src/build/officeJs.json';
import { launchChromium } from './openWorkbench';

/** As Excel names itself in the address of the pane; the last is no Excel at all. */
const HOSTS = ['Web$16.01', 'Win32$16.01', 'Mac$16.00', 'iOS$16.00', 'WinRT$16.00', null];
const LANGUAGES = ['zh-CN', 'en-US'];

const origin = process.env['WORKBENCH_ORIGIN'] ?? '';
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

/** The files that Office.js asks for, once it has asked for as many as `least`. */
async function filesAskedFor(
  host: string | null,
  language: string,
  least: number,
): Promise<readonly string[]> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  const asked = new Set<string>();
  page.on('request', (request) => {
    const [, file] = /\/officejs\/([^?]*)/.exec(request.url()) ?? [];
    if (file !== undefined) asked.add(file);
  });
  const info = host === null ? '' : `?_host_Info=${encodeURIComponent(`Excel$${host}$${language}$$$$0`)}`;
  await page.goto(`${origin}/pane.html${info}`, { waitUntil: 'load' });
  for (const end = Date.now() + 10_000; asked.size < least && Date.now() < end;)
    await page.waitForTimeout(50);
  await page.waitForTimeout(300);
  await page.close();
  return [...asked];
}

test('all that Office.js asks for in any Excel is shipped, and nothing else', async () => {
  const asked = new Set<string>();
  for (const language of LANGUAGES)
    for (const host of HOSTS)
      for (const file of await filesAskedFor(host, language, host === null ? 2 : 3)) asked.add(file);
  expect([...asked].sort()).toEqual([...files].sort());
});
