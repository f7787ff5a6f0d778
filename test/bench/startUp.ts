/** How long the command line takes until it answers, against a program that does nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compareFigures, type Figure, type Measurement } from './figure';
import { median } from './medianTimes';
import { runOther, runRecalc, type Usage } from './runProgram';

const ROUNDS = 9;
const BUDGET = 2;

export const startUp: Measurement = {
  name: 'Start-up',
  about:
    'The command line asked for its help, and asked to check a form of 68 rows, against an empty TypeScript program, both bundled by esbuild and run with what V8 kept of an earlier run. The command line also finds out whether its sources have changed. Processor time, medians of alternating runs.',
  measure: measureStartUp,
};

function measureStartUp(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    return Promise.resolve(compareStarts(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compareStarts(folder: string): readonly Figure[] {
  const form = path.join(__dirname, '../fixtures/forms/baoxie-2022-department.xlsx');
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    empty: runOther(folder, 'empty', []),
    help: runRecalc(['--help']),
    check: runRecalc(['--check', form]),
  }));
  // The first runs make the bundles.
  const runs = rounds.slice(1);
  const timeOf = (name: 'empty' | 'help' | 'check'): number =>
    median(runs.map((run): Usage => run[name]).map(({ processor }) => processor));
  const against = timeOf('empty');
  return [
    compareFigures('`--help`, against an empty program', { ours: timeOf('help'), against }, BUDGET, 'ms'),
    compareFigures(
      '`--check` of one form, against an empty program',
      { ours: timeOf('check'), against },
      null,
      'ms',
    ),
  ];
}
