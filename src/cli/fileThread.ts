/** A thread of the command line: does the files that it is sent, one at a time. Started by `startThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { createReporter, type FileJob, type Task } from './fileReport';

const report = createReporter(workerData as Task);

parentPort?.on('message', (job: FileJob) => {
  void report(job).then((answer) => {
    parentPort?.postMessage(answer);
  });
});
