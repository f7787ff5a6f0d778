/** How long the command line takes until it answers, against a program that does nothing. */
import path from 'node:path';
import { compareFigures, type Figure, type Measurement } from './figure';
import { median } from './medianTimes';
import { runProgram, type Usage } from './runProgram';

const ROUNDS = 9;
const BUDGET = 2;

export const startUp: Measurement = {
  name: 'Start-up',
  about:
    'The command line asked for its help, and asked to check a form of 68 rows, against an empty TypeScript program, all run by tsx. Processor time, medians of alternating runs.',
  measure: measureStartUp,
};

function measureStartUp(): Promise<readonly Figure[]> {
  const recalc = path.join(__dirname, '../../src/cli/recalc.ts');
  const form = path.join(__dirname, '../fixtures/forms/baoxie-2022-department.xlsx');
  const runs = Array.from({ length: ROUNDS }, () => ({
    empty: runProgram(path.join(__dirname, 'empty.ts'), []),
    help: runProgram(recalc, ['--help']),
    check: runProgram(recalc, ['--check', form]),
  }));
  const timeOf = (name: 'empty' | 'help' | 'check'): number =>
    median(runs.map((run): Usage => run[name]).map(({ processor }) => processor));
  const against = timeOf('empty');
  return Promise.resolve([
    compareFigures('`--help`, against an empty program', { ours: timeOf('help'), against }, BUDGET, 'ms'),
    compareFigures(
      '`--check` of one form, against an empty program',
      { ours: timeOf('check'), against },
      null,
      'ms',
    ),
  ]);
}
