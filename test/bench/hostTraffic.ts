/** The traffic with Excel, as the test beside this file measures it: Office.js needs a page, which the tests have. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Figure, Measurement } from './figure';

export const hostTraffic: Measurement = {
  name: 'Host traffic',
  about:
    'Batches (round trips), actions and bytes of UTF-8 that genuine Office.js sends to Excel, here the host of the workbench, and gets back. Forms without scores, so that a ' +
    'recalculation writes every score and the total; with a score in every other row, so that no two changed cells adjoin, also under the text format and with marks in every other ' +
    'row; whose scores differ, or are all replaced; in which every third row misses its target, and meets it afterwards, so that marks are taken off; and one of ten rows. Beside them the ' +
    'naive way, which reads a row, waits, and goes on to the next. What is sent holds the reading of every cell, the writing, the marks, and what guards against changes of others.',
  shortfall:
    'What does not grow with the cells is 1.5 KB for the reading of a form, 1.9 KB for the way to the cells and for what guards them, tells whether rows have moved and whether a merged ' +
    'cell covers one, 0.7 KB for remembering which scores are ours, 1.2 KB for each highlight (one a level for some eighteen rows), and 0.3 KB to take one off: Office.js names each object on the way ' +
    'to a cell or a mark and sends an action to make it, some 130 bytes together. With 10 to 20 bytes more for each cell, 200 are enough from 24 changed cells on where nothing is ' +
    'marked, and each highlight takes seven cells more.',
  measure: measureHostTraffic,
};

function measureHostTraffic(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const file = path.join(folder, 'figures.json');
    const test = path.join(__dirname, 'traffic.test.ts');
    spawnSync(process.execPath, [require.resolve('jest/bin/jest'), '--runTestsByPath', test], {
      env: { ...process.env, BENCH_FIGURES: file },
      stdio: 'ignore',
    });
    return Promise.resolve(JSON.parse(readFileSync(file, 'utf8')) as readonly Figure[]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
