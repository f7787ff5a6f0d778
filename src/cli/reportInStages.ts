/**
 * Checks many files on two threads of which one opens them and the other checks what was opened. Each has only half of the program to get going
 * with, which takes longer than a hundred forms: most of it is compiled while it runs, by each thread for itself.
 */
import type { Worker } from 'node:worker_threads';
import { askThread } from './askThread';
import type { FileJob, FileReport, OpenedFile } from './fileReport';
import type { Stage } from './fileThread';
import type { ThreadFailure } from './runInOrder';

/** Files that may be opened before they are checked, or checked before they are told: so the memory stays flat while one takes long. */
const LEAD = 16;

export interface Stages {
  readonly jobs: readonly FileJob[];
  readonly startThread: (stage: Stage) => Worker;
  /** How long a file may take in each stage, in milliseconds. */
  readonly limit: number;
  readonly giveUp: (job: FileJob, why: ThreadFailure) => Promise<FileReport>;
  /** When aborted no further file is begun. */
  readonly signal: AbortSignal;
}

/** The reports, in the order of the files. */
export async function* reportInStages(stages: Stages): AsyncGenerator<FileReport, void, void> {
  const { jobs, startThread, limit, giveUp, signal } = stages;
  const opener = askThread<FileJob, OpenedFile | FileReport>({
    startThread: () => startThread('open'),
    limit,
    giveUp,
    signal,
  });
  const checker = askThread<OpenedFile, FileReport>({
    startThread: () => startThread('check'),
    limit,
    giveUp: ({ job }, why) => giveUp(job, why),
    signal,
  });
  const report = async (job: FileJob): Promise<FileReport> => {
    const opened = await opener.ask(job);
    return 'snapshot' in opened ? checker.ask(opened) : opened;
  };
  const begun: Promise<FileReport>[] = [];
  try {
    for (let given = 0; given < jobs.length; given += 1) {
      const room = signal.aborted ? 0 : LEAD;
      begun.push(...jobs.slice(given + begun.length, given + room).map(report));
      const next = begun.shift();
      if (!next) return;
      yield await next;
    }
  } finally {
    await Promise.all([opener.end(), checker.end()]);
  }
}
