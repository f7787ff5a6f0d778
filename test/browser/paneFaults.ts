/** Looks for what keeps a person from using the pane: violations of axe in every colour scheme, and what does not fit in every size. */
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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
      // What is typed into a field scrolls with the caret.
      const isField = element.tagName === 'INPUT';
      const isCut = !isField && overflowX !== 'visible' && textOverflow !== 'ellipsis' && own > 2;
      if (isCut && element.scrollWidth > element.clientWidth + 1) found.push(`cuts its text: ${name}`);
    }
    return found;
  });
}

/** What is wrong, by where it is; nothing where nothing is. */
type Faults = Record<string, readonly string[]>;

export async function faultsInColours(
  page: Page,
  place: Page | Frame,
  options: RunOptions,
  colours: readonly (keyof typeof COLOURS)[] = ['light', 'dark', 'contrast'],
): Promise<Faults> {
  const faults: Faults = {};
  for (const name of colours) {
    const media = COLOURS[name];
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    // Whatever fades is there.
    await page.waitForTimeout(300);
    const found = await violationsIn(place, options);
    if (found.length > 0) faults[name] = found;
  }
  return faults;
}

export async function faultsInSizes(page: Page, frame: Frame): Promise<Faults> {
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
