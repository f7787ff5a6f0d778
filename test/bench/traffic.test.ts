/** @jest-environment jsdom */
import { writeFileSync } from 'node:fs';
import { isKept } from './figure';
import { measureTraffic } from './traffic';

/** With few changed cells the reading and the guards of a form count for each. */
const MISSED = /every other.*changed cells$/;

test('a recalculation takes its few batches, and few bytes for each changed cell', async () => {
  const figures = await measureTraffic();
  // The bench takes the figures from here, since Office.js needs a page.
  if (process.env.BENCH_FIGURES !== undefined)
    writeFileSync(process.env.BENCH_FIGURES, JSON.stringify(figures));
  expect(figures.filter((figure) => !isKept(figure) && !MISSED.test(figure.what))).toEqual([]);
});
