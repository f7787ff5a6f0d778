/** A thread of the command line: does the files that it is sent, one at a time, wholly or one stage of each. Started by `startThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  createChecker,
  createOpener,
  createReporter,
  type FileJob,
  type OpenedFile,
  type Task,
} from './fileReport';

/** `whole`: from the path to the report; `open`: from the path to what is in the file; `check`: from there to the report. */
export type Stage = 'whole' | 'open' | 'check';

export interface ThreadOrder {
  readonly task: Task;
  readonly stage: Stage;
}

const { task, stage } = workerData as ThreadOrder;

/** What is sent to a thread is what its stage takes. */
function createWorker(): (job: unknown) => Promise<unknown> {
  switch (stage) {
    case 'whole': {
      const report = createReporter(task);
      return (job) => report(job as FileJob);
    }
    case 'open': {
      const open = createOpener(task);
      return (job) => open(job as FileJob);
    }
    case 'check': {
      const check = createChecker(task);
      return (opened) => check(opened as OpenedFile);
    }
  }
}

const work = createWorker();

parentPort?.on('message', (job: unknown) => {
  void work(job).then((answer) => {
    parentPort?.postMessage(answer);
  });
});
