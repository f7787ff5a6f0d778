/** Reads again in the background: one reading at a time, one more at most when it was asked for meanwhile, and none where a command comes first. */

export interface Refresher {
  /** Asks for a reading. Over when nothing more is read; never rejects. */
  readonly refresh: () => Promise<void>;
  /** The reading under way, null when there is none. */
  readonly underWay: () => Promise<void> | null;
}

export interface RefresherOptions {
  /** True while a command runs or waits: it reads by itself. */
  readonly isBusy: () => boolean;
  /** Must not reject. */
  readonly read: () => Promise<void>;
  readonly onStart: () => void;
  readonly onEnd: () => void;
}

export function createRefresher({ isBusy, read, onStart, onEnd }: RefresherOptions): Refresher {
  let underWay: Promise<void> | null = null;
  let isAskedAgain = false;

  function wantsAnother(): boolean {
    return isAskedAgain && !isBusy();
  }

  async function readAll(): Promise<void> {
    onStart();
    do {
      isAskedAgain = false;
      await read();
    } while (wantsAnother());
    underWay = null;
    onEnd();
  }

  return {
    refresh() {
      if (isBusy()) return Promise.resolve();
      if (underWay) isAskedAgain = true;
      // It starts a step later, when everybody can see that it is under way.
      else underWay = Promise.resolve().then(readAll);
      return underWay;
    },
    underWay: () => underWay,
  };
}
