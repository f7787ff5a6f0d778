import type { Page } from 'playwright-core';
import { closeBrowser, openWorkbench, uncaughtErrors } from './openWorkbench';
import { frameOf } from './paneActs';
import { faultsInColours, faultsInSizes } from './paneFaults';
import { LABELS, STATES } from './paneLooks';

let page: Page;

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

describe.each(['zh-CN', 'en-US'] as const)('in %s', (language) => {
  // Colours do not hang on the language.
  const colours = language === 'zh-CN' ? (['light', 'dark', 'contrast'] as const) : (['light'] as const);

  test.each(STATES)('$name breaks no rule of axe, and fits every size', async ({ show }) => {
    page = await openWorkbench(`?lang=${language}`);
    await show(page, LABELS[language]);
    const frame = await frameOf(page);
    expect({
      ...(await faultsInColours(page, frame, { rules: { 'target-size': { enabled: true } } }, colours)),
      ...(await faultsInSizes(page, frame)),
    }).toEqual({});
  });

  test('the workbench itself breaks no rule of axe in any colours', async () => {
    page = await openWorkbench(`?lang=${language}`);
    const { contrast, ...faults } = await faultsInColours(page, page, { iframes: false });
    expect(faults).toEqual({});
    // Of colours that the browser puts in the place of the page's, axe does not know all.
    expect(contrast?.filter((fault) => !fault.startsWith('color-contrast')) ?? []).toEqual([]);
  });
});
