/** Files that one thread opens and another checks: order, loss of either thread, interruption, and how far the first may run ahead. */
import { Worker } from 'node:worker_threads';
import type { FileJob, FileReport } from '../../src/cli/fileReport';
import type { Stage } from '../../src/cli/fileThread';
import { reportInStages, type Stages } from '../../src/cli/reportInStages';

/** The name of a file says what its thread does in a stage: "crash-open", "hang-check" … */
const THREAD = `
const { parentPort, workerData: stage } = require('node:worker_threads');
parentPort.on('message', (message) => {
  const { file } = stage === 'open' ? message : message.job;
  if (file === 'crash-' + stage) throw new Error('crashed');
  if (file === 'exit-' + stage) process.exit(0);
  if (file === 'hang-' + stage) for (;;);
  if (file === 'memory-' + stage) for (const all = []; ; ) all.push(new Array(100000).fill({}));
  const report = { problem: null, text: file + ' by ' + stage, lines: [], hasErrors: false };
  const isOpened = stage === 'open' && file !== 'damaged';
  parentPort.postMessage(isOpened ? { job: message, snapshot: new Uint8Array(8) } : report);
});`;

const started: Stage[] = [];

function run(names: readonly string[], more: Partial<Stages> = {}): AsyncGenerator<FileReport, void, void> {
  started.length = 0;
  return reportInStages({
    jobs: names.map((file): FileJob => ({ file, output: null, isInput: false })),
    startThread(stage) {
      started.push(stage);
      const resourceLimits = { maxOldGenerationSizeMb: 24 };
      return new Worker(THREAD, { eval: true, workerData: stage, resourceLimits });
    },
    limit: 10_000,
    giveUp: ({ file }, why) => Promise.resolve({ problem: why, text: file, lines: [], hasErrors: false }),
    signal: new AbortController().signal,
    ...more,
  });
}

async function gather(reports: AsyncIterable<FileReport>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { problem, text } of reports) all.push(problem === null ? text : `${text}: ${problem}`);
  return all;
}

jest.setTimeout(30_000);

test('every file is opened by one thread and checked by the other, in the order of the list', async () => {
  const names = Array.from({ length: 50 }, (_, index) => String(index));
  expect(await gather(run(names))).toEqual(names.map((name) => `${name} by check`));
  expect(started).toEqual(['open', 'check']);
});

test('what cannot be opened is not checked', async () => {
  expect(await gather(run(['1', 'damaged', '2']))).toEqual(['1 by check', 'damaged by open', '2 by check']);
});

test.each([
  ['crash-open', 'crash', 'open'],
  ['exit-open', 'crash', 'open'],
  ['memory-open', 'memory', 'open'],
  ['crash-check', 'crash', 'check'],
  ['memory-check', 'memory', 'check'],
] as const)('a file that ends a thread (%s) costs itself only', async (name, why, stage) => {
  const lost = `${name}: ${why}`;
  expect(await gather(run(['1', name, '2', name, '3', '4']))).toEqual([
    '1 by check',
    lost,
    '2 by check',
    lost,
    '3 by check',
    '4 by check',
  ]);
  expect(started).toEqual(['open', 'check', stage, stage]);
});

test.each(['open', 'check'])('a file that comes to no end (%s) is given up', async (stage) => {
  const name = `hang-${stage}`;
  const reports = await gather(run(['1', name, '2'], { limit: 1000 }));
  expect(reports).toEqual(['1 by check', `${name}: hang`, '2 by check']);
});

test('after an interruption no further file is begun', async () => {
  const interruption = new AbortController();
  const names = Array.from({ length: 200 }, (_, index) => String(index));
  const given: string[] = [];
  for await (const { text } of run(names, { signal: interruption.signal })) {
    given.push(text);
    if (given.length === 3) interruption.abort();
  }
  expect(given).toEqual(names.slice(0, given.length).map((name) => `${name} by check`));
  expect(given.length).toBeLessThan(30);
});

test('a reader that goes away ends the threads', async () => {
  const threads: Worker[] = [];
  const reports = run(['1', '2', 'hang-open'], {
    startThread(stage) {
      threads.push(new Worker(THREAD, { eval: true, workerData: stage }));
      return threads.at(-1) as Worker;
    },
  });
  await reports.next();
  await reports.return();
  // A thread that has ended has no number any more.
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});
