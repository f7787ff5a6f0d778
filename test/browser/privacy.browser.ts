/**
 * The pane under its content security policy: everything of it is used once, and nothing is refused, nothing asks another origin, and a script
 * that somebody slips into the page does not run.
 */
import type { Page, Request } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import { DEPARTMENT, frameOf, lookedAt, openForm, openTab, press, shownFindings, told } from './paneActs';

let page: Page;
let requests: Request[];

beforeAll(async () => {
  page = await openWorkbench();
  requests = [];
  page.on('request', (request) => requests.push(request));
  await noteRefusals();
});

afterEach(() => {
  expect(uncaughtErrors(page)).toEqual([]);
});

afterAll(async () => {
  await page.context().close();
  await closeBrowser();
});

const pane = () => paneOf(page);
const click = (name: string): Promise<void> => pane().getByRole('button', { name, exact: true }).click();

/** Has every page note what its policy refuses, from its first line on, and opens the workbench anew. */
async function noteRefusals(): Promise<void> {
  await page.context().addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { refusals: noted });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      noted.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  await page.reload();
  await page.waitForFunction(() => 'workbench' in window);
  await page.evaluate(() => window.workbench.ready);
}

/** What the policy of the pane has refused since the last question. */
async function refusals(): Promise<readonly string[]> {
  const frame = await frameOf(page);
  return frame.evaluate(() => (window as unknown as { refusals: string[] }).refusals.splice(0));
}

/** Where requests of the workbench and the pane have gone that are not its own; those that the policy refused went nowhere. */
function foreignOrigins(): readonly string[] {
  const { origin } = new URL(page.url());
  return requests
    .filter((request) => request.failure()?.errorText !== 'csp')
    .map((request) => new URL(request.url()).origin)
    .filter((asked) => asked !== origin);
}

test('everything of the pane works under the policy, refuses nothing and asks no other origin', async () => {
  await openForm(page, DEPARTMENT);
  await lookedAt(page);
  await page.getByRole('tab', { name: '自评表' }).click();
  await press(page, '重新计算');
  await told(page, /重新计算完毕/);
  await shownFindings(page).first().click();
  for (const tab of ['本行', '总览', '设置', '问题']) {
    await openTab(page, tab);
    await pane().getByRole('tab', { name: tab, selected: true }).waitFor();
    await pane().getByRole('tabpanel').locator('h2, h3, table').first().waitFor();
  }
  await click('插入模板');
  await pane().getByRole('button', { name: '部门整体绩效自评表（武汉）' }).waitFor();
  await page.keyboard.press('Escape');
  await click('汇总');
  await pane().getByRole('heading', { name: '汇总' }).first().waitFor();
  await click('摘要');
  await pane().getByRole('region', { name: '摘要全文' }).waitFor();
  const arriving = page.waitForEvent('download');
  await click('保存为 Word');
  await arriving;
  // The size of the pane comes from the styles: they are in force.
  const frame = await frameOf(page);
  expect(await frame.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  expect(await frame.evaluate(() => document.querySelectorAll('style').length)).toBeGreaterThan(2);

  expect(await refusals()).toEqual([]);
  expect(requests.length).toBeGreaterThan(10);
  expect(foreignOrigins()).toEqual([]);
});

describe('what somebody slips into the page of the pane', () => {
  const ATTACKS: readonly (readonly [string, string, (foreign: string) => void])[] = [
    [
      'a script as text',
      'script-src-elem inline',
      () => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "harmed"';
        document.head.append(script);
      },
    ],
    [
      'a script in an attribute',
      'script-src-attr inline',
      () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'document.title = "harmed"');
        document.body.append(button);
        button.click();
      },
    ],
    [
      'a text that is run',
      'script-src eval',
      () => {
        // That is what is tried here.
        // eslint-disable-next-line @typescript-eslint/no-implied-eval
        setTimeout('document.title = "harmed"', 0);
      },
    ],
    [
      'a script of another origin',
      'script-src-elem https://example.invalid/a.js',
      (foreign) => {
        const script = document.createElement('script');
        script.src = `${foreign}/a.js`;
        document.head.append(script);
      },
    ],
    [
      'a picture of another origin',
      'img-src https://example.invalid/a.png',
      (foreign) => {
        new Image().src = `${foreign}/a.png`;
      },
    ],
    [
      'a request to another origin',
      'connect-src https://example.invalid/a',
      (foreign) => {
        void fetch(`${foreign}/a`).catch(() => undefined);
      },
    ],
    [
      'a beacon to another origin',
      'connect-src https://example.invalid/b',
      (foreign) => {
        navigator.sendBeacon(`${foreign}/b`, 'x');
      },
    ],
    [
      'a form sent to another origin',
      'form-action https://example.invalid/c',
      (foreign) => {
        const form = document.createElement('form');
        form.action = `${foreign}/c`;
        document.body.append(form);
        form.submit();
      },
    ],
    [
      'a style as text',
      'style-src-elem inline',
      () => {
        const style = document.createElement('style');
        style.textContent = 'body { margin: 9px }';
        document.head.append(style);
      },
    ],
  ];

  test.each(ATTACKS)('%s is refused', async (_, refused, attack) => {
    await lookedAt(page);
    const frame = await frameOf(page);
    await frame.evaluate(attack, 'https://example.invalid');
    await page.waitForTimeout(300);
    expect(await refusals()).toEqual([expect.stringContaining(refused)]);
    expect(await frame.title()).not.toBe('harmed');
    expect(foreignOrigins()).toEqual([]);
  });
});
