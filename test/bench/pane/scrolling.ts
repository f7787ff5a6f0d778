/**
 * The pane scrolled as a person scrolls it, by the wheel and without the help of its script, and what Chromium notes meanwhile: when a frame was drawn
 * and how long the page worked for it.
 */
import type { CDPSession, Page } from 'playwright-core';

export interface Scrolled {
  /** Frames of a hundred that the screen did not get in time. */
  readonly dropped: number;
  /** The most that the page's thread works for 19 frames of 20, as processor time in ms; the one left may meet something else that the page does. */
  readonly work: number;
}

/** An entry of Chromium's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
}

const FRAME_MS = 1000 / 60;
const PIXELS = 6_000;
const PIXELS_A_SECOND = 3_000;
/** The compositor's frames that are drawn, and the page's work for a frame: script, styles, layout, paint, and handing it over. */
const CATEGORIES = ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame', 'cc'];
const DRAWN = 'DrawFrame';
const WORK = 'ProxyMain::BeginMainFrame';

/** Turns the wheel over the pane, which is in the only iframe. */
export async function traceScrolling(page: Page, developer: CDPSession): Promise<readonly TraceEvent[]> {
  const place = await page.locator('iframe').boundingBox();
  if (!place) throw new Error('There is no pane to scroll.');
  const events: TraceEvent[] = [];
  const take = ({ value }: { readonly value: readonly object[] }): void => {
    events.push(...value.filter(isTimed));
  };
  developer.on('Tracing.dataCollected', take);
  await developer.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await developer.send('Input.synthesizeScrollGesture', {
    x: place.x + place.width / 2,
    y: place.y + place.height / 2,
    yDistance: -PIXELS,
    speed: PIXELS_A_SECOND,
    gestureSourceType: 'mouse',
    preventFling: true,
  });
  const isOver = new Promise((resolve) => {
    developer.once('Tracing.tracingComplete', resolve);
  });
  await developer.send('Tracing.end');
  await isOver;
  developer.off('Tracing.dataCollected', take);
  return events;
}

export function readScrolling(events: readonly TraceEvent[]): Scrolled {
  const drawn = events
    .filter(({ name }) => name === DRAWN)
    .map(({ ts }) => ts / 1000)
    .sort((one, other) => one - other);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined || last - first < 1_000)
    throw new Error('The pane was not scrolled.');
  const late = drawn
    .slice(1)
    .map((time, index) => Math.round((time - (drawn[index] ?? time)) / FRAME_MS) - 1);
  const dropped = late.reduce((sum, frames) => sum + Math.max(0, frames), 0);
  const work = events
    .flatMap(({ name, tdur }) => (name === WORK && tdur !== undefined ? [tdur / 1000] : []))
    .sort((one, other) => one - other);
  return {
    dropped: (100 * dropped) / (drawn.length + dropped),
    work: work[Math.floor(work.length * 0.95)] ?? NaN,
  };
}

function isTimed(event: object): event is TraceEvent {
  return 'name' in event && 'ts' in event && typeof event.ts === 'number';
}
