/** Checking many files from the command line, against only opening them; and its memory, however many they are. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compareFigures, type Figure, type Measurement } from './figure';
import { median } from './medianTimes';
import { runOther, runRecalc, type Usage } from './runProgram';

const FEW = 200;
const MANY = 2000;
const ROUNDS = 3;
const BUDGET = 1.25;
/** Flat, but for the noise of collecting garbage. */
const MOST_GROWTH = 1.25;

export const commandLine: Measurement = {
  name: 'Command line',
  about:
    'The forms of `test/fixtures`, copied until there are 200: `--check` against a program that opens the same files with the same reader of .xlsx (unpacks, parses, ' +
    'gives the cells) and does nothing with them; both run from a bundle, with what V8 kept of an earlier run and the same settings. The wall time is that of the command as a ' +
    'person runs it, with as many threads as it takes; the processor time is that of one thread. Medians of alternating runs. Memory: the most that the program held at once, ' +
    'for 2,000 files against 200; what is still in use after a collection of garbage grows from 21 to 23 MB, so that the rest is garbage waiting to be collected, and differs ' +
    'by 20 MB from run to run.',
  shortfall:
    'A form is opened in 3 ms and checked and told in 3 ms more; once the code is compiled for speed, in half of that. That is what costs: half a second is spent in running code ' +
    'that is not, about as much in opening as in checking, and half as much again in compiling it on other threads. So one thread opens and another checks: two that do both ' +
    'compile everything twice, and took a quarter more processor time for 200 files as for 2,000. To go further the same work would have to be done by less code.',
  measure: measureCommandLine,
};

function measureCommandLine(): Promise<readonly Figure[]> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const few = copyForms(path.join(root, 'few'), FEW);
    const many = copyForms(path.join(root, 'many'), MANY);
    const check = (...args: readonly string[]): Usage => runRecalc(['--check', ...args]);
    const open = (): Usage => runOther(path.join(root, 'bundle'), 'openFiles', [few]);
    // The first runs make the bundles.
    check(few);
    open();
    const runs = Array.from({ length: ROUNDS }, () => ({
      open: open(),
      threads: check(few),
      alone: check('--jobs', '1', few),
      large: check('--jobs', '1', many),
    }));
    const middle = (read: (run: (typeof runs)[number]) => number): number => median(runs.map(read));
    const wall = { ours: middle(({ threads }) => threads.wall), against: middle(({ open }) => open.wall) };
    const processor = {
      ours: middle(({ alone }) => alone.processor),
      against: middle(({ open }) => open.processor),
    };
    const memory = { ours: middle(({ large }) => large.peak), against: middle(({ alone }) => alone.peak) };
    return Promise.resolve([
      compareFigures('200 files, wall time, against opening them', wall, BUDGET, 'ms'),
      compareFigures('200 files, processor time of one thread, against opening them', processor, null, 'ms'),
      compareFigures('peak memory of 2,000 files, against 200', memory, MOST_GROWTH, 'MB'),
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** So many files, each form as often as another. */
function copyForms(folder: string, count: number): string {
  mkdirSync(folder);
  const forms = ['forms', 'layouts'].flatMap((name) => {
    const from = path.join(__dirname, '../fixtures', name);
    return readdirSync(from)
      .filter((file) => file.endsWith('.xlsx') && !file.includes('noform'))
      .map((file) => path.join(from, file));
  });
  for (let index = 0; index < count; index += 1) {
    const form = forms[index % forms.length];
    if (form !== undefined) copyFileSync(form, path.join(folder, `${index}-${path.basename(form)}`));
  }
  return folder;
}
