/** @jest-environment jsdom */
import { writeFileSync } from 'node:fs';
import { isKept } from './figure';
import { measureTraffic } from './traffic';

/** Where single cells far from each other are written, Office.js sends a range for each; and every sheet costs something by itself. */
const MISSED = /every other.*changed cells$|sheets: sent for each.*changed cells$/;

test('a recalculation takes its few batches, and few bytes for each changed cell', async () => {
  const figures = await measureTraffic();
  // The bench takes the figures from here, since Office.js needs a page.
  if (process.env.BENCH_FIGURES !== undefined)
    writeFileSync(process.env.BENCH_FIGURES, JSON.stringify(figures));
  expect(figures.filter((figure) => !isKept(figure) && !MISSED.test(figure.what))).toEqual([]);
});
