/**
 * The command `fuzz`: breaks the forms of the fixtures in ways that chance makes up and holds the command line to its promises. A run follows
 * from its seed alone, so `--runs 1 --seed X` repeats it.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { runInOrder } from '../../src/cli/runInOrder';
import type { Answer } from './fuzzThread';

/** For a run with its second reading and what is left out to make it small, in milliseconds: beyond it, a thread hangs. */
const HANG = 120_000;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  });
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || seed < 0) {
    process.stderr.write('usage: npm run fuzz -- --runs N --seed S (whole numbers)\n');
    return 2;
  }
  const begun = performance.now();
  const exits = new Map<number, number>();
  let failed = 0;
  const answers = runInOrder<number, Answer>({
    jobs: Array.from({ length: runs }, (_, index) => seed + index),
    threads: availableParallelism(),
    startThread: () =>
      new Worker(path.join(__dirname, 'fuzzThread.ts'), {
        execArgv: ['--require', require.resolve('tsx/cjs')],
      }),
    limit: HANG,
    giveUp: (lost, why) => ({ seed: lost, exit: -1, faults: [`the thread was lost: ${why}`], recipe: '' }),
    signal: new AbortController().signal,
  });
  for await (const { seed: own, exit, faults, recipe } of answers) {
    exits.set(exit, (exits.get(exit) ?? 0) + 1);
    if (faults.length === 0) continue;
    failed += 1;
    process.stdout.write(`seed ${own}: ${recipe}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  const ended = [...exits].sort(([a], [b]) => a - b).map(([exit, count]) => `${count} × exit ${exit}`);
  process.stdout.write(
    `${runs} runs from seed ${seed}: ${failed} failed; ${ended.join(', ')}; ${seconds.toFixed(1)} s, ${(runs / seconds).toFixed(1)} runs/s\n`,
  );
  return failed === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
