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
    'recalculation writes every score and the total; one with a score in every other row, so that no two changed cells adjoin; one whose scores differ; and the naive way beside them, which reads a row, ' +
    'waits, and goes on to the next. What is sent holds the reading of every cell, the writing, the marks, and what guards against changes of others.',
  shortfall:
    'Scores with typed ones between them go out as one range in which those are null. What is left does not grow with the cells: 1.8 KB for the reading of a form, 3 KB for what ' +
    'guards it and tells whether rows have moved, and 1 KB for each highlight; with 30 changed cells that alone is 190 bytes for each.',
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
