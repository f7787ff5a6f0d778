/** Many jobs on a few threads: order, loss of threads, interruption, and how far the threads may run ahead. */
import { Worker } from 'node:worker_threads';
import { runInOrder, type Run } from '../../src/cli/runInOrder';

/** A job says what its thread does: answer after so many milliseconds, crash, hang, or run out of memory. */
type Job = number | 'crash' | 'exit' | 'hang' | 'memory';

const THREAD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (job) => {
  if (job === 'crash') throw new Error('crashed');
  if (job === 'exit') process.exit(0);
  if (job === 'hang') for (;;);
  if (job === 'memory') for (const all = []; ; ) all.push(new Array(100000).fill({}));
  setTimeout(() => parentPort.postMessage('done ' + job), job);
});`;

let started = 0;
function run(jobs: readonly Job[], more: Partial<Run<Job, string>> = {}) {
  started = 0;
  return runInOrder<Job, string>({
    jobs,
    threads: 2,
    startThread() {
      started += 1;
      return new Worker(THREAD, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 24 } });
    },
    limit: 10_000,
    giveUp: (job, why) => `${job}: ${why}`,
    signal: new AbortController().signal,
    ...more,
  });
}

async function gather(answers: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

jest.setTimeout(30_000);

test('answers come in the order of the jobs, whatever is done first', async () => {
  const jobs = [60, 1, 30, 2, 1, 20, 0];
  expect(await gather(run(jobs))).toEqual(jobs.map((job) => `done ${job}`));
  expect(started).toBe(2);
});

test.each([
  ['crash', 'crash'],
  ['exit', 'crash'],
  ['memory', 'memory'],
] as const)('a job that ends its thread (%s) costs itself only', async (job, why) => {
  expect(await gather(run([1, job, 2, job, 3, 4]))).toEqual([
    'done 1',
    `${job}: ${why}`,
    'done 2',
    `${job}: ${why}`,
    'done 3',
    'done 4',
  ]);
});

test('a job that hangs is given up in time', async () => {
  expect(await gather(run(['hang', 1, 'hang', 2], { limit: 700 }))).toEqual([
    'hang: hang',
    'done 1',
    'hang: hang',
    'done 2',
  ]);
});

test('when every thread is lost the rest is still done', async () => {
  const jobs: readonly Job[] = ['crash', 'crash', 'crash', 'crash', 1];
  expect((await gather(run(jobs))).at(-1)).toBe('done 1');
});

test('an interruption begins no further job, and gives what was begun', async () => {
  const interruption = new AbortController();
  const given: string[] = [];
  for await (const answer of run(Array<Job>(500).fill(5), { signal: interruption.signal })) {
    given.push(answer);
    if (given.length === 3) interruption.abort();
  }
  expect(given.length).toBeGreaterThanOrEqual(3);
  expect(given.length).toBeLessThan(50);
});

test('threads wait for a job that takes long, rather than pile up answers behind it', async () => {
  const jobs = [600, ...Array<Job>(300).fill(0)];
  let asked = 0;
  const watched = new Proxy(jobs, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) asked = Math.max(asked, Number(key));
      return Reflect.get(target, key) as unknown;
    },
  });
  const answers = run(watched);
  await answers.next();
  expect(asked).toBeLessThan(80);
  await answers.return();
});

test('no jobs, no answers', async () => {
  expect(await gather(run([]))).toEqual([]);
});
