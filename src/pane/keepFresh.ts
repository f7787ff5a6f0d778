/**
 * Decides when the pane reads the sheets again by itself: after edits, when it is shown, when it gets the focus. Commands come first: none of them
 * ever waits behind a reading that was only planned, and none is followed by one at once.
 */
import type { Session } from '../app/session';

/** A button of the ribbon may have opened the pane: it goes first. */
export const AFTER_OPENING_MS = 400;
/** Edits often come in a row. */
export const AFTER_EDIT_MS = 600;
/** Whoever gives the pane the focus often does so by pressing a button. */
export const AFTER_FOCUS_MS = 1_500;
/** What was read that recently is not read again for the focus alone. */
export const RECENT_MS = 5_000;
/** After a command nothing is read for so long. */
export const AFTER_COMMAND_MS = 3_000;

export interface Freshness {
  /** The pane can read the workbook from now on. */
  readonly noteOpened: () => void;
  /** Somebody has changed a cell. */
  readonly noteEdit: () => void;
  readonly noteFocus: () => void;
  /** The pane was shown or hidden. */
  readonly noteVisibility: () => void;
  readonly stop: () => void;
}

export interface FreshnessOptions {
  /** Milliseconds. */
  readonly now: () => number;
  readonly isVisible: () => boolean;
  /** Runs a task once nothing more urgent waits. */
  readonly whenIdle: (task: () => void) => void;
}

export function keepFresh(session: Session, { now, isVisible, whenIdle }: FreshnessOptions): Freshness {
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** True while the sheets may differ from what was read. */
  let hasChanged = false;
  let wasRunning = session.state().running;
  let commandEndedAt = -Infinity;

  function plan(delay: number): void {
    if (timer !== null) clearTimeout(timer);
    const quiet = commandEndedAt + AFTER_COMMAND_MS - now();
    const mine = setTimeout(
      () => {
        whenIdle(() => {
          if (timer === mine) read();
        });
      },
      Math.max(delay, quiet),
    );
    timer = mine;
  }

  function drop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function read(): void {
    timer = null;
    if (!isVisible() || session.state().running !== null) return;
    hasChanged = false;
    void session.refresh();
  }

  const stopWatching = session.subscribe(() => {
    const { running } = session.state();
    if (running === wasRunning) return;
    if (running !== null) {
      drop();
      // A command reads the sheets itself, save the one that writes what was read before.
      if (running !== 'confirm') hasChanged = false;
    } else {
      commandEndedAt = now();
      if (hasChanged || session.state().outcome?.addedSheet) plan(AFTER_EDIT_MS);
    }
    wasRunning = running;
  });

  return {
    noteOpened() {
      if (session.state().checkedAt === null && isVisible()) plan(AFTER_OPENING_MS);
    },
    noteEdit() {
      hasChanged = true;
      if (session.state().running === null && isVisible()) plan(AFTER_EDIT_MS);
    },
    noteFocus() {
      const { running, checkedAt, isStale } = session.state();
      if (running !== null || timer !== null) return;
      const isRecent = checkedAt !== null && now() - checkedAt.getTime() < RECENT_MS;
      if (hasChanged || isStale || !isRecent) plan(AFTER_FOCUS_MS);
    },
    noteVisibility() {
      if (!isVisible()) drop();
      else if (hasChanged || session.state().checkedAt === null) plan(AFTER_EDIT_MS);
    },
    stop() {
      drop();
      stopWatching();
    },
  };
}
