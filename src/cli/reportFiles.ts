/**
 * Reports many files, here or on threads, in the order of the list; what was made of a file is let go as soon as it is told. What reads forms is only
 * loaded where forms are read: threads that are starting need every core.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { dropDraft } from './files';
import type { FileJob, FileReport, Task } from './fileReport';
import type { Stage, ThreadOrder } from './fileThread';
import type { FileProblem } from './recalculateFile';
import { reportInStages } from './reportInStages';
import { runInOrder, type ThreadFailure } from './runInOrder';

/** A thread needs about as long to start as so many forms take. */
const FILES_PER_THREAD = 32;
/** In milliseconds: the largest workbook that is opened at all takes a fraction of this. */
const LONGEST = 120_000;

const FAILURES: Readonly<Record<ThreadFailure, FileProblem>> = {
  memory: { code: 'too-large', detail: { kind: 'memory' } },
  hang: { code: 'too-large', detail: { kind: 'time', minutes: String(LONGEST / 60_000) } },
  crash: { code: 'damaged', detail: { kind: 'crash' } },
};

/** @param threads null takes as many as the machine has cores, and none for a few files */
export function reportFiles(
  jobs: readonly FileJob[],
  task: Task,
  threads: number | null,
  signal: AbortSignal,
): AsyncGenerator<FileReport, void, void> {
  const count = threads ?? Math.min(availableParallelism(), Math.floor(jobs.length / FILES_PER_THREAD));
  if (count < 2) return reportHere(jobs, task, signal);
  const onThreads = {
    jobs,
    limit: LONGEST,
    async giveUp(job: FileJob, why: ThreadFailure): Promise<FileReport> {
      if (job.output !== null) dropDraft(job.output);
      const { reportFailure } = await import('./fileReport');
      return reportFailure(job, FAILURES[why], task);
    },
    signal,
  };
  const startThread = (stage: Stage): Worker => startFileThread({ task, stage });
  // What is written stays with whoever opened it.
  return count === 2 && jobs.every(({ output }) => output === null)
    ? reportInStages({ ...onThreads, startThread })
    : runInOrder({ ...onThreads, threads: count, startThread: () => startThread('whole') });
}

async function* reportHere(
  jobs: readonly FileJob[],
  task: Task,
  signal: AbortSignal,
): AsyncGenerator<FileReport, void, void> {
  const { createReporter } = await import('./fileReport');
  const report = createReporter(task);
  for (const job of jobs) {
    // A turn of the event loop, or an interruption would never be heard.
    await setImmediate();
    if (signal.aborted) return;
    yield await report(job);
  }
}

/** The thread starts as commands do, from the same bundle. */
function startFileThread(order: ThreadOrder): Worker {
  return new Worker(path.join(__dirname, 'start.cjs'), {
    argv: ['fileThread'],
    workerData: order,
    execArgv: [],
  });
}
