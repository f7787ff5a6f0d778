/** A thread that is asked one thing after another, and answers in that order. One that crashes or hangs costs one answer and is replaced. */
import type { Worker } from 'node:worker_threads';
import { failureOf, GRACE, type ThreadFailure } from './runInOrder';

export interface Asking<Job, Answer> {
  /** A thread answers every message with one message. */
  readonly startThread: () => Worker;
  /** How long a job may take once those before it are answered, in milliseconds. */
  readonly limit: number;
  /** The answer in place of one that will not come. */
  readonly giveUp: (job: Job, why: ThreadFailure) => Answer | Promise<Answer>;
  /** When aborted, what is asked already gets a little time to end. */
  readonly signal: AbortSignal;
}

export interface AskedThread<Job, Answer> {
  readonly ask: (job: Job) => Promise<Answer>;
  /** Ends the thread; what is not answered yet never will be. */
  readonly end: () => Promise<void>;
}

interface Question<Job, Answer> {
  readonly job: Job;
  readonly answer: (answer: Answer | Promise<Answer>) => void;
}

/** The thread is started at once: it takes a while. */
export function askThread<Job, Answer>(asking: Asking<Job, Answer>): AskedThread<Job, Answer> {
  const { limit, signal } = asking;
  /** All that is asked and not answered; the thread works on the first. */
  const open: Question<Job, Answer>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | null = start();

  function start(): Worker {
    const started = asking.startThread();
    let why: ThreadFailure = 'crash';
    started.on('message', (answer: Answer) => {
      if (started !== worker) return;
      open.shift()?.answer(answer);
      time();
    });
    started.on('error', (error) => {
      why = failureOf(error);
    });
    // Comes last, when what the thread has answered is here, too.
    started.on('exit', () => {
      lose(started, why);
    });
    return started;
  }

  /** Gives the first question its time from now on. */
  function time(): void {
    clearTimeout(timer);
    if (open.length === 0) return;
    const asked = worker;
    timer = setTimeout(
      () => {
        lose(asked, 'hang');
      },
      signal.aborted ? GRACE : limit,
    );
  }

  /** A thread is lost once. Another is started when there is something to do for it. */
  function lose(lost: Worker | null, why: ThreadFailure): void {
    if (lost === null || lost !== worker) return;
    const failed = open.shift();
    worker = open.length === 0 ? null : start();
    for (const { job } of open) worker?.postMessage(job);
    time();
    // What the thread was at must have come to an end before anybody tidies up after it.
    void lost.terminate().then(() => failed?.answer(asking.giveUp(failed.job, why)));
  }

  signal.addEventListener('abort', time);
  return {
    ask: (job) =>
      new Promise((resolve) => {
        open.push({ job, answer: resolve });
        worker ??= start();
        worker.postMessage(job);
        if (open.length === 1) time();
      }),
    async end() {
      signal.removeEventListener('abort', time);
      open.length = 0;
      clearTimeout(timer);
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
}
