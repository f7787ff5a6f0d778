/** @jest-environment jsdom */
import { writeFileSync } from 'node:fs';
import { isKept, type Figure } from './figure';
import { measureTraffic } from './traffic';

/** With few changed cells the reading and the guards of a form count for each, and so does every highlight: what these may take at most. */
const MISSED: readonly (readonly [what: RegExp, most: number])[] = [
  [/every other is marked: sent for each/, 330],
  [/after all of them are met: sent for each/, 320],
  [/of 10 rows: sent for each/, 515],
];

test('a recalculation takes its few batches, and few bytes for each changed cell', async () => {
  const figures = await measureTraffic();
  // The bench takes the figures from here, since Office.js needs a page.
  if (process.env.BENCH_FIGURES !== undefined)
    writeFileSync(process.env.BENCH_FIGURES, JSON.stringify(figures));
  const isAllowed = ({ what, ours }: Figure): boolean =>
    MISSED.some(([pattern, most]) => pattern.test(what) && ours <= most);
  expect(figures.filter((figure) => !isKept(figure) && !isAllowed(figure))).toEqual([]);
}, 60_000);
