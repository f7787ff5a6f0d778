/** A thread of the fuzzer: does the runs whose seeds it is sent, one at a time. */
import { parentPort } from 'node:worker_threads';
import { caseOf, minimise, runCase } from './oneRun';

export interface Answer {
  readonly seed: number;
  readonly exit: number;
  /** None when every promise was kept. */
  readonly faults: readonly string[];
  /** What it takes to see the faults. */
  readonly recipe: string;
}

async function answer(seed: number): Promise<Answer> {
  const one = caseOf(seed);
  try {
    const { exit, faults } = await runCase(one);
    if (faults.length === 0) return { seed, exit, faults, recipe: '' };
    const { source, steps, rules, overwriteScores } = await minimise(one);
    const names = steps.map(({ mutation, seed: own }) => `${mutation.name} (${own})`);
    const options = [...(rules === null ? [] : [rules]), ...(overwriteScores ? ['overwrite'] : [])];
    return { seed, exit, faults, recipe: [source, ...options, ...names].join(' + ') };
  } catch (error) {
    const stack =
      error instanceof Error
        ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ')
        : String(error);
    const names = one.steps.map(({ mutation }) => mutation.name);
    return { seed, exit: -1, faults: [`an exception: ${stack}`], recipe: [one.source, ...names].join(' + ') };
  }
}

parentPort?.on('message', (seed: number) => {
  void answer(seed).then((told) => {
    parentPort?.postMessage(told);
  });
});
