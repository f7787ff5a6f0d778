/** Runs many jobs on several threads and gives the answers in the order of the jobs. A thread that crashes or hangs costs one job and is replaced. */
import type { Worker } from 'node:worker_threads';

export interface Run<Job, Answer> {
  readonly jobs: readonly Job[];
  /** How many threads at most. */
  readonly threads: number;
  /** A thread answers every message with one message. */
  readonly startThread: () => Worker;
  /** How long a job may take, in milliseconds. */
  readonly limit: number;
  /** The answer in place of one that will not come. */
  readonly giveUp: (job: Job, why: ThreadFailure) => Answer | Promise<Answer>;
  /** When aborted no further job is begun; those under way get a little time to end. */
  readonly signal: AbortSignal;
}

/** `memory`: the thread had none left; `crash`: it ended for another reason. */
export type ThreadFailure = 'memory' | 'crash' | 'hang';

/** Answers that may wait for an earlier one, per thread: so the memory stays flat while one job takes long. */
const LEAD = 16;
/** What is left of a job's time once the run is aborted, in milliseconds. */
export const GRACE = 5000;

interface Thread {
  readonly worker: Worker;
  /** Index of the job that it does; null when it waits for one. */
  job: number | null;
  timer: NodeJS.Timeout | null;
}

export async function* runInOrder<Job, Answer>(run: Run<Job, Answer>): AsyncGenerator<Answer, void, void> {
  const { jobs, limit, signal } = run;
  const answers = new Map<number, Answer>();
  const threads = new Set<Thread>();
  let begun = 0;
  let given = 0;
  let wake: () => void = () => undefined;

  function start(): Thread {
    const worker = run.startThread();
    const thread: Thread = { worker, job: null, timer: null };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      const done = thread.job;
      free(thread);
      if (done !== null) answers.set(done, answer);
      begin(thread);
      wake();
    });
    worker.on('error', (error) => {
      lose(thread, failureOf(error));
    });
    worker.on('exit', () => {
      lose(thread, 'crash');
    });
    return thread;
  }

  function free(thread: Thread): void {
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = null;
    thread.job = null;
  }

  function isMoreToDo(): boolean {
    return begun < jobs.length && !signal.aborted;
  }

  function begin(thread: Thread): void {
    const job = jobs[begun];
    if (thread.job !== null || job === undefined || !isMoreToDo()) return;
    if (begun >= given + run.threads * LEAD) return;
    thread.job = begun;
    begun += 1;
    thread.timer = setTimeout(() => {
      lose(thread, 'hang');
    }, limit);
    thread.worker.postMessage(job);
  }

  /** Only the first report of a lost thread counts. */
  function lose(thread: Thread, why: ThreadFailure): void {
    if (!threads.delete(thread)) return;
    const index = thread.job;
    free(thread);
    void thread.worker.terminate().then(async () => {
      const job = index === null ? undefined : jobs[index];
      if (index !== null && job !== undefined) answers.set(index, await run.giveUp(job, why));
      if (isMoreToDo() && (index !== null || threads.size === 0)) begin(start());
      wake();
    });
  }

  function hurry(): void {
    for (const thread of threads) {
      if (thread.timer) clearTimeout(thread.timer);
      if (thread.job === null) continue;
      thread.timer = setTimeout(() => {
        lose(thread, 'hang');
      }, GRACE);
    }
    wake();
  }

  signal.addEventListener('abort', hurry);
  try {
    for (let count = 0; count < Math.min(run.threads, jobs.length); count += 1) begin(start());
    while (given < (signal.aborted ? begun : jobs.length)) {
      const answer = answers.get(given);
      if (answer === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      answers.delete(given);
      given += 1;
      for (const thread of threads) begin(thread);
      yield answer;
    }
  } finally {
    signal.removeEventListener('abort', hurry);
    const ending = [...threads];
    threads.clear();
    for (const thread of ending) free(thread);
    await Promise.all(ending.map(({ worker }) => worker.terminate()));
  }
}

/** Why a thread ended with this error. */
export function failureOf(error: unknown): ThreadFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
}
