import type { Page } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import { cellOf, findingAt, frameOf, lookedAt, press, shownFindings, told } from './paneActs';

let page: Page;
const pane = () => paneOf(page);

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

describe('with the keyboard alone', () => {
  /** What has the focus in the pane: its name, whether it can be seen to have it, and its size. */
  const focused = async () =>
    (await frameOf(page)).evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body || !document.hasFocus()) return null;
      const ring = (place: Element): boolean => {
        const { outlineStyle, outlineWidth, boxShadow, borderBottomWidth, textDecorationStyle } =
          getComputedStyle(place);
        const after = getComputedStyle(place, '::after');
        return (
          (outlineStyle !== 'none' && outlineWidth !== '0px') ||
          boxShadow !== 'none' ||
          (after.outlineStyle !== 'none' && after.outlineWidth !== '0px') ||
          (after.borderStyle !== 'none' && after.borderBottomWidth !== '0px') ||
          borderBottomWidth === '2px' ||
          textDecorationStyle === 'double'
        );
      };
      const place = element.getBoundingClientRect();
      return {
        name:
          element.getAttribute('aria-label') ?? (element.innerText || (element as HTMLInputElement).value),
        role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
        isSeen: [element, element.parentElement, element.parentElement?.parentElement].some(
          (one) => one instanceof Element && ring(one),
        ),
        isInSight: place.bottom > 0 && place.top < window.innerHeight,
      };
    });

  /** Presses Tab from the first control of the pane to the last. */
  async function walk(): Promise<readonly NonNullable<Awaited<ReturnType<typeof focused>>>[]> {
    await cellOf(page, 'H24').click();
    await page.keyboard.press('F6');
    const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
    await page.waitForTimeout(200);
    for (let stop = await focused(); stop !== null; stop = await focused()) {
      stops.push(stop);
      if (stops.length > 150) throw new Error('The focus goes round in the pane.');
      await page.keyboard.press('Tab');
      await page.waitForTimeout(50);
    }
    return stops;
  }

  test.each(['问题', '本行', '设置'])('every control of “%s” is reached, and is seen to be', async (tab) => {
    page = await openWorkbench();
    await press(page, '检查');
    // By a key: after a click the browser would not show where a script puts the focus.
    await pane().getByRole('tab', { name: tab }).press('Enter');
    if (tab === '设置') await pane().getByRole('combobox').first().waitFor();
    const stops = await walk();
    expect(stops.filter(({ isSeen, isInSight }) => !isSeen || !isInSight)).toEqual([]);
    const names = stops.map(({ name }) => name.split('\n')[0]);
    const first = ['更改', '用户手册', '重新计算', '预览', '检查', '插入模板', '汇总', '摘要', tab];
    expect(names.slice(0, first.length)).toEqual(first);
    const expected = {
      问题: ['错误 4', '警告 2', '提示 0', '查找问题'],
      本行: ['转到 H24', '采纳计算得分 1.31'],
      设置: ['口径里的数', '改成自己的口径', '清除标记', '我的习惯（所有工作簿）'],
    }[tab];
    expect(names).toEqual(expect.arrayContaining(expected ?? []));
    // Whoever walks on is in the sheet again; the last control may be followed by a stop that Fluent puts there.
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.activeElement?.tagName !== 'IFRAME');
  });

  test('the tabs are walked by arrow keys', async () => {
    page = await openWorkbench();
    await press(page, '检查');
    await pane().getByRole('tab', { name: '问题' }).focus();
    for (const tab of ['本行', '总览', '设置']) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      expect(await pane().getByRole('tab', { name: tab }).getAttribute('aria-selected')).toBe('true');
    }
  });

  test('a preview is confirmed by Enter and dropped by Esc, and the focus stays in the pane', async () => {
    page = await openWorkbench();
    await lookedAt(page);
    for (const [key, said] of [
      ['Escape', null],
      ['Enter', /重新计算完毕/],
    ] as const) {
      await pane().getByRole('button', { name: '预览' }).focus();
      await page.keyboard.press('Enter');
      await pane().getByRole('region', { name: '将要写入的内容' }).waitFor();
      expect((await focused())?.name).toBe('写入');
      await page.keyboard.press(key);
      await pane().getByRole('region', { name: '将要写入的内容' }).waitFor({ state: 'detached' });
      if (said) await told(page, said);
      expect(await focused()).not.toBeNull();
    }
  });
});

describe('for a screen reader', () => {
  test('the end of a command is told in one polite place, and a fault at once', async () => {
    page = await openWorkbench();
    await lookedAt(page);
    const heard = await (
      await frameOf(page)
    ).evaluateHandle(() => {
      const texts: string[] = [];
      for (const place of document.querySelectorAll('[role="status"]'))
        new MutationObserver(() => {
          if (place.textContent) texts.push(place.textContent);
        }).observe(place, { childList: true, subtree: true, characterData: true });
      return texts;
    });
    await press(page, '重新计算');
    await told(page, /重新计算完毕/);
    expect(await heard.evaluate((texts) => texts.at(-1))).toMatch(/重新计算完毕，写入 4 处/);
    const quiet = await heard.evaluate((texts) => texts.length);
    // What is read in the background is not told: nobody asked for it.
    await page.evaluate(() => {
      window.workbench.setCell('H9', 4);
    });
    await findingAt(page, 'H30').waitFor();
    expect(await heard.evaluate((texts) => texts.length)).toBe(quiet);
  });

  test('every finding says its severity in a word, and every picture is silent', async () => {
    page = await openWorkbench();
    await press(page, '检查');
    for (const finding of await shownFindings(page).all())
      expect(await finding.textContent()).toMatch(/^(错误|警告|提示) /);
    expect(await pane().locator('main svg:not([aria-hidden="true"])').count()).toBe(0);
  });

  test('the pane has one main part, a heading of the first level and named regions', async () => {
    page = await openWorkbench();
    await lookedAt(page);
    expect(await pane().getByRole('main').count()).toBe(1);
    expect(await pane().getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await pane().locator('html').getAttribute('lang')).toBe('zh-CN');
    for (const region of await pane().locator('section').all())
      expect((await region.getAttribute('aria-label')) ?? 'heading').not.toBe('');
  });
});
