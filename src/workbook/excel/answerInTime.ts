/** Waits for Excel, but not for ever: calls to Excel on the web are known never to answer at times. */
import { HostFailure } from '../hostFailure';

export interface Patience {
  /** After so many milliseconds the person is told that Excel keeps us waiting, most often because a cell is being edited. */
  readonly slowAfter: number;
  readonly onSlow: () => void;
  readonly giveUpAfter: number;
}

/** The answer; rejects with a `HostFailure` "no-answer" when there is none in time. */
export async function answerInTime<T>(answer: Promise<T>, patience: Patience): Promise<T> {
  const slow = setTimeout(patience.onSlow, patience.slowAfter);
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  const timeOut = new Promise<never>((_, reject) => {
    giveUp = setTimeout(() => {
      reject(new HostFailure('no-answer', 'unsure', `no answer within ${patience.giveUpAfter} ms`));
    }, patience.giveUpAfter);
  });
  try {
    return await Promise.race([answer, timeOut]);
  } finally {
    clearTimeout(slow);
    clearTimeout(giveUp);
  }
}
