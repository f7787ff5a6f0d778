import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { closeBrowser, openWorkbench, paneOf, uncaughtErrors } from './openWorkbench';
import {
  cellOf,
  DEPARTMENT,
  findingAt,
  frameOf,
  lookedAt,
  openForm,
  openTab,
  press,
  PROJECT,
  shownFindings,
  told,
} from './paneActs';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let page: Page;

afterEach(async () => {
  expect(uncaughtErrors(page)).toEqual([]);
  await page.context().close();
});

afterAll(closeBrowser);

/** The colours that the pane is looked at in. */
const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Widths in pixels and zoom that the pane is to fit. */
const SIZES = {
  '320 px': { width: 320, zoom: 1 },
  '350 px': { width: 350, zoom: 1 },
  '320 px at 200 %': { width: 320, zoom: 2 },
  '600 px': { width: 600, zoom: 1 },
} as const;

/** The labels that a test presses, in the language of the look. */
const LABELS = {
  'zh-CN': {
    check: '检查',
    preview: '预览',
    row: '本行',
    settings: '设置',
    findings: '问题',
    ignore: '忽略……',
    numbers: '口径里的数',
    person: '我的习惯（所有工作簿）',
    rules: '口径',
    recalculate: '重新计算',
    template: '插入模板',
    nextYear: '用去年的表生成今年的表',
  },
  'en-US': {
    check: 'Check',
    preview: 'Preview',
    row: 'This row',
    settings: 'Settings',
    findings: 'Findings',
    ignore: 'Ignore …',
    numbers: 'The numbers',
    person: 'My habits (all workbooks)',
    rules: 'Rule set',
    recalculate: 'Recalculate',
    template: 'Insert template',
    nextYear: "Make This Year's Form from Last Year's",
  },
} as const;

type Labels = { readonly [name in keyof (typeof LABELS)['zh-CN']]: string };

interface State {
  readonly name: string;
  readonly show: (labels: Labels) => Promise<void>;
}

const pane = () => paneOf(page);

/** Everything that the pane can look like. Each state goes on from a fresh workbench. */
const STATES: readonly State[] = [
  { name: 'the welcome', show: () => lookedAt(page) },
  {
    name: 'findings with actions',
    show: async ({ check }) => {
      await press(page, check);
      await findingAt(page, 'H14').click();
    },
  },
  {
    name: 'a reason that is asked for',
    show: async ({ check, ignore }) => {
      await press(page, check);
      await findingAt(page, 'H14').click();
      await pane().getByRole('button', { name: ignore }).click();
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'many findings on several sheets',
    show: async ({ check }) => {
      await openForm(page, DEPARTMENT);
      await press(page, check);
      await pane().locator('button[aria-expanded="false"]').last().click();
    },
  },
  {
    name: 'a preview',
    show: async ({ preview }) => {
      await pane().getByRole('button', { name: preview }).click();
      await pane().getByRole('table').first().waitFor();
    },
  },
  {
    name: 'no form',
    show: async () => {
      await openForm(page, PROJECT);
      await page.evaluate(() => {
        for (const cell of ['D11', 'E11', 'F11', 'H11']) window.workbench.setCell(cell, `${cell}的列名`);
      });
      await pane().locator('form').waitFor();
    },
  },
  {
    name: 'a computed row',
    show: async ({ check, row }) => {
      await press(page, check);
      await openTab(page, row);
      await cellOf(page, 'F24').click();
      await pane().getByRole('radiogroup').waitFor();
    },
  },
  {
    name: 'a judged row',
    show: async ({ check, row }) => {
      await press(page, check);
      await openTab(page, row);
      await cellOf(page, 'F22').click();
      await pane().getByRole('slider').waitFor();
    },
  },
  {
    name: 'the settings, all unfolded',
    show: async ({ check, settings, numbers, person }) => {
      await press(page, check);
      await openTab(page, settings);
      await pane().getByRole('button', { name: person }).click();
      for (const button of await pane().getByRole('button', { name: numbers }).all()) await button.click();
    },
  },
  {
    name: 'an open list of rule sets',
    show: async ({ check, settings, rules }) => {
      await press(page, check);
      await openTab(page, settings);
      await pane().getByRole('combobox', { name: rules }).first().click();
      await pane().getByRole('listbox').waitFor();
    },
  },
  {
    name: 'the gallery of templates',
    show: async ({ template }) => {
      await pane().getByRole('button', { name: template }).click();
      await pane().locator('[data-template]').last().waitFor();
    },
  },
  {
    name: 'a template with an answer that is not allowed',
    show: async ({ template }) => {
      await pane().getByRole('button', { name: template }).click();
      await pane().locator('[data-template="department-wuhan"]').click();
      await pane().locator('input[name="goals"]').fill('99');
      await pane().locator('form button[type="submit"]').click();
    },
  },
  {
    name: 'the form of the next year',
    show: async ({ nextYear }) => {
      await lookedAt(page);
      await press(page, nextYear);
      const lists = pane().locator('section section button[aria-expanded="false"]');
      await lists.first().waitFor();
      // Each is no longer in the list of the closed ones once it is open.
      for (const list of (await lists.all()).reverse()) await list.click();
    },
  },
  {
    name: 'a fault',
    show: async ({ check }) => {
      await page.evaluate(() => {
        window.workbench.fail({ batch: 1, at: 1, code: 'GeneralException' });
      });
      await press(page, check);
      await pane().getByRole('alert').waitFor();
    },
  },
  {
    name: 'a protected sheet',
    show: async ({ recalculate }) => {
      await (
        await frameOf(page)
      ).evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().protection.protect();
          await context.sync();
        }),
      );
      await press(page, recalculate);
      await pane().getByRole('table').first().waitFor();
    },
  },
];

async function violationsIn(place: Page | Frame, options: RunOptions = {}): Promise<readonly string[]> {
  await place.evaluate(AXE);
  // The stops that Fluent puts around its tabs pass the focus on; they are no controls.
  const { violations } = await place.evaluate<AxeResults, RunOptions>(
    (given) =>
      (window as unknown as { axe: { run: (c: object, o: RunOptions) => Promise<AxeResults> } }).axe.run(
        { exclude: ['[data-tabster-dummy]'] },
        given,
      ),
    { ...options, resultTypes: ['violations'] },
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Elements of the pane that stick out of it or cut their text, and whether it scrolls sideways. */
async function misfits(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const hasAncestor = (element: Element, is: (place: Element) => boolean): boolean => {
      const place = element.parentElement;
      return place !== null && (is(place) || hasAncestor(place, is));
    };
    if (document.documentElement.scrollWidth > width)
      found.push(`the pane scrolls sideways: ${document.documentElement.scrollWidth} of ${width} px`);
    for (const element of document.querySelectorAll<HTMLElement>('main *, [role="listbox"] *')) {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own === 0 || element.closest('svg, [aria-hidden="true"]')) continue;
      const name = `${element.tagName} ${element.className.slice(0, 40)} ${element.innerText.slice(0, 40)}`;
      const clips = (place: Element): boolean =>
        ['clip', 'hidden'].includes(getComputedStyle(place).overflowX);
      const isOut = left < -0.5 || right > width + 0.5;
      // Nothing can be read in what is empty.
      if (isOut && (element.innerText !== '' || !hasAncestor(element, clips)))
        found.push(`sticks out: ${name}`);
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = overflowX !== 'visible' && textOverflow !== 'ellipsis' && own > 2;
      if (isCut && element.scrollWidth > element.clientWidth + 1) found.push(`cuts its text: ${name}`);
    }
    return found;
  });
}

/** What is wrong, by where it is; nothing where nothing is. */
type Faults = Record<string, readonly string[]>;

async function faultsInColours(place: Page | Frame, options: RunOptions): Promise<Faults> {
  const faults: Faults = {};
  for (const [name, media] of Object.entries(COLOURS)) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    // Whatever fades is there.
    await page.waitForTimeout(300);
    const found = await violationsIn(place, options);
    if (found.length > 0) faults[name] = found;
  }
  return faults;
}

async function faultsInSizes(frame: Frame): Promise<Faults> {
  const faults: Faults = {};
  for (const [name, size] of Object.entries(SIZES)) {
    await page.evaluate((width) => {
      document.getElementById('pane')?.style.setProperty('width', `${width}px`);
    }, size.width);
    await frame.evaluate((zoom) => {
      document.documentElement.style.setProperty('zoom', String(zoom));
    }, size.zoom);
    await page.waitForTimeout(200);
    const found = await misfits(frame);
    if (found.length > 0) faults[name] = found;
  }
  return faults;
}

describe.each(['zh-CN', 'en-US'] as const)('in %s', (language) => {
  test.each(STATES)('$name breaks no rule of axe in any colours, and fits every size', async ({ show }) => {
    page = await openWorkbench(`?lang=${language}`);
    await show(LABELS[language]);
    const frame = await frameOf(page);
    expect({
      ...(await faultsInColours(frame, { rules: { 'target-size': { enabled: true } } })),
      ...(await faultsInSizes(frame)),
    }).toEqual({});
  });

  test('the workbench itself breaks no rule of axe in any colours', async () => {
    page = await openWorkbench(`?lang=${language}`);
    const { contrast, ...faults } = await faultsInColours(page, { iframes: false });
    expect(faults).toEqual({});
    // Of colours that the browser puts in the place of the page's, axe does not know all.
    expect(contrast?.filter((fault) => !fault.startsWith('color-contrast')) ?? []).toEqual([]);
  });
});

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
    expect(names.slice(0, 8)).toEqual([
      '更改',
      '重新计算',
      '预览',
      '检查',
      '插入模板',
      '汇总',
      '摘要',
      tab,
    ]);
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
