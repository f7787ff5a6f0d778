/** The bar that shows on a terminal how many of several files are done; nothing where standard error goes elsewhere. */
import type { Say } from '../locales/sentences';
import { shorten } from './table';

const WIDTH = 20;
const WIPE = '\r\u001b[K';
/** In milliseconds: more often than this nobody sees it. */
const PACE = 50;
/** In columns: with bar and numbers a line of a usual terminal. */
const LONGEST_NAME = 44;

export interface Progress {
  /** Shows that so many files are done, and the last of them. */
  readonly show: (done: number, file: string) => void;
  /** Wipes the bar, before other lines are written. */
  readonly wipe: () => void;
}

const SILENT: Progress = { show: () => undefined, wipe: () => undefined };

export function createProgress(
  all: number,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  say: Say,
): Progress {
  if (all < 2 || !stream.isTTY) return SILENT;
  let shownAt = 0;
  let isShown = false;
  return {
    show(done, file) {
      const now = Date.now();
      if (now - shownAt < PACE) return;
      shownAt = now;
      isShown = true;
      const filled = Math.round((done / all) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      stream.write(
        `${WIPE}${bar} ${say('cli.progress', { done: String(done), all: String(all), file: shorten(file, LONGEST_NAME) })}`,
      );
    },
    wipe() {
      if (isShown) stream.write(WIPE);
      isShown = false;
    },
  };
}
