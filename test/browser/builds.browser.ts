/**
 * What `npm run build` makes, tried as it is deployed: offered by a server at another address with the headers of docs/nginx.conf, opened in the
 * workbench from there, and used. Each place that Office.js can come from is built and opened.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { addresses } from '../../src/build/officeJs.json';
import { id, names } from '../../src/build/release.json';
import { makeBuild } from './makeBuild';
import { launchChromium, paneOf } from './openWorkbench';
import { frameOf, press, told } from './paneActs';
import { serveBuild, type ServedBuild } from './serveBuild';
import { serveWorkbench, type Served } from './serveWorkbench';

const ROOT = path.join(__dirname, '..', '..');
const PUBLISHED = path.join(ROOT, 'node_modules', '@microsoft', 'office-js', 'dist');

type Browser = Awaited<ReturnType<typeof launchChromium>>;

let scratch: string;
let server: ServedBuild;
let workbench: Served;
let browser: Browser;
let context: BrowserContext;
let requests: Request[];

beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'builds-'));
  server = await serveBuild();
  workbench = await serveWorkbench(server.address);
  browser = await launchChromium();
}, 240_000);

afterAll(async () => {
  await browser.close();
  process.kill(workbench.processId);
  server.close();
  rmSync(scratch, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  });
  requests = [];
  context.on('request', (request) => requests.push(request));
  // Every page and frame notes what its policy refuses.
  await context.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { refusals: noted });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      noted.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
});

afterEach(async () => {
  await context.close();
});

/** Builds for the server's address and offers it there. What does not depend on the place of Office.js is made once. */
function build(officeJs: string): string {
  const folder = path.join(scratch, officeJs);
  makeBuild(folder, ['--base', server.address, '--officejs', officeJs], path.join(scratch, 'cache'));
  server.offer(folder);
  return folder;
}

async function open(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/workbench.html`);
  await page.waitForFunction(() => 'workbench' in window);
  await page.evaluate(() => window.workbench.ready);
  page.setDefaultTimeout(20_000);
  return page;
}

const refusalsOf = (page: Pick<Page, 'evaluate'>): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { refusals: readonly string[] }).refusals);

/** Where requests have gone that are neither the workbench's nor the server's; those that a policy refused went nowhere. */
function foreignOrigins(): readonly string[] {
  const own = [workbench.origin, new URL(server.address).origin];
  return requests
    .filter((request) => request.failure()?.errorText !== 'csp')
    .map((request) => new URL(request.url()).origin)
    .filter((origin) => !own.includes(origin));
}

/** The directives of the policy of a built pane that name an origin, by that origin. */
function originsInPolicy(folder: string): readonly string[] {
  const page = readFileSync(path.join(folder, 'pane.html'), 'utf8');
  const [, policy = ''] = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page) ?? [];
  return [...new Set(policy.match(/https:[^\s;]*/g))];
}

test('a build with Office.js in its folder works from another address, offline, the guide with it', async () => {
  const folder = build('local');
  expect(originsInPolicy(folder)).toEqual([]);
  const manifest = readFileSync(path.join(folder, 'manifest.xml'), 'utf8');
  expect(manifest).toContain(`<Id>${id}</Id>`);
  expect(manifest).toContain(`DefaultValue="${server.address}pane.html"`);
  expect(manifest).not.toContain('localhost');

  const page = await open();
  await page.getByRole('tab', { name: '绩效自评' }).first().waitFor();
  expect(manifest).toContain(`<DisplayName DefaultValue="${names['zh-CN']}"`);
  await press(page, '重新计算');
  await told(page, /重新计算完毕/);
  expect(await paneOf(page).locator('button[data-finding]').count()).toBeGreaterThan(0);
  expect(await refusalsOf(await frameOf(page))).toEqual([]);

  const [guide] = await Promise.all([
    context.waitForEvent('page'),
    paneOf(page).getByRole('link', { name: '用户手册' }).click(),
  ]);
  await guide.getByRole('heading', { level: 1, name: '用户手册' }).waitFor();
  const pictures = await guide.locator('img').all();
  expect(pictures.length).toBeGreaterThan(15);
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
  }
  expect(await refusalsOf(guide)).toEqual([]);

  const answers = await Promise.all(requests.map((request) => request.response()));
  const lost = answers
    .filter((answer) => answer !== null && answer.status() >= 400)
    .map((answer) => answer?.url());
  expect(lost.filter((url) => url?.startsWith(`${workbench.origin}/ziping/`))).toEqual([]);
  expect(requests.map((request) => new URL(request.url()).pathname)).toContain('/ziping/officejs/office.js');
  expect(foreignOrigins()).toEqual([]);
}, 240_000);

test('what a build offers has the headers of docs/nginx.conf, and opened outside of Excel it says where it belongs', async () => {
  const page = await context.newPage();
  await page.clock.install();
  const answer = await page.goto(`${server.address}pane.html`, { waitUntil: 'load' });
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining(
      "frame-ancestors 'self' https://*.officeapps.live.com",
    ) as string,
    'x-content-type-options': 'nosniff',
  });
  // It waits for Excel for ten seconds first.
  await page.clock.fastForward(10_000);
  await page.getByText('没有连接上 Excel').first().waitFor({ timeout: 20_000 });
  const scripts = requests.filter((request) => /\/ziping\/[^/]+\.js$/.test(request.url()));
  expect(scripts.length).toBeGreaterThan(1);
  for (const script of scripts)
    expect((await script.response())?.headers()['cache-control']).toContain('immutable');
  expect(foreignOrigins()).toEqual([]);
});

test.each(Object.entries(addresses))(
  'a build with Office.js from %s loads it from there and from nowhere else',
  async (name, address) => {
    const folder = build(name);
    const { origin, pathname } = new URL(address);
    expect(originsInPolicy(folder)).toEqual([origin]);
    const place = pathname.slice(0, -'office.js'.length);
    // In place of Microsoft's servers the files that are published as a package.
    await context.route(`${origin}/**`, (route) => {
      const asked = new URL(route.request().url()).pathname;
      return route.fulfill({ path: path.join(PUBLISHED, asked.slice(place.length)) });
    });

    const page = await open();
    await press(page, '重新计算');
    await told(page, /重新计算完毕/);
    const asked = foreignOrigins();
    expect(asked.length).toBeGreaterThan(2);
    expect([...new Set(asked)]).toEqual([origin]);
    expect(requests.filter((request) => request.url().includes('/ziping/officejs/'))).toEqual([]);
    expect(await refusalsOf(await frameOf(page))).toEqual([]);
  },
  240_000,
);
