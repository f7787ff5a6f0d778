/**
 * What the faces in Excel share: one workbook, one command at a time, the last results, and what can be reverted. It knows nothing of a face:
 * whoever draws or says something subscribes to its state.
 */
import type { WritePlan } from '../form/writePlan';
import { HostFailure } from '../workbook/hostFailure';
import type { Workbook } from '../workbook/workbook';
import { WriteRefused, type WriteRefusal } from '../workbook/writeRefused';
import type { SheetResult } from './formResult';
import { planRecalculation } from './recalculate';
import { revert, type Reverted } from './revert';

export type Command = 'recalculate' | 'check' | 'revert';

/** Why a command did not do what it should. */
export type CommandFailure =
  | { readonly kind: 'host'; readonly failure: HostFailure }
  | { readonly kind: 'refused'; readonly refusal: WriteRefusal }
  | { readonly kind: 'unexpected'; readonly details: string };

export interface Outcome {
  readonly command: Command;
  readonly at: Date;
  /** Null when the command did what it should. */
  readonly failure: CommandFailure | null;
  /** Cells that a recalculation wrote. */
  readonly written: number;
  /** What a revert did; null when there was nothing to revert, and for other commands. */
  readonly reverted: Reverted | null;
}

export interface SessionState {
  /** The command that runs; null when none does. */
  readonly running: Command | null;
  /** True while Excel keeps a command waiting, most often because a cell is being edited. */
  readonly isWaiting: boolean;
  /** How the last command ended; null before the first. */
  readonly outcome: Outcome | null;
  /** The forms as they were last read; null before the first reading. */
  readonly sheets: readonly SheetResult[] | null;
  readonly activeSheet: string | null;
  readonly canRevert: boolean;
}

export interface Session {
  readonly state: () => SessionState;
  /** Told after every change of the state; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs a command behind those that run already. Never rejects: what went wrong is in the outcome. */
  readonly run: (command: Command) => Promise<Outcome>;
  /** To be told when Excel keeps a call waiting. */
  readonly noteWaiting: () => void;
}

const START: SessionState = {
  running: null,
  isWaiting: false,
  outcome: null,
  sheets: null,
  activeSheet: null,
  canRevert: false,
};

export function createSession(workbook: Workbook, now: () => Date): Session {
  let state = START;
  let undoStack: readonly (readonly WritePlan[])[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  function change(part: Partial<SessionState>): void {
    state = { ...state, ...part, canRevert: undoStack.length > 0 };
    for (const listener of listeners) listener();
  }

  async function read(writes: boolean): Promise<Pick<Outcome, 'written' | 'reverted'>> {
    const options = { rules: null, sheet: null, overwriteScores: false };
    const { sheets, plans, undo, activeSheet } = await planRecalculation(workbook, options);
    change({ sheets, activeSheet });
    if (!writes || undo.length === 0) return { written: 0, reverted: null };
    try {
      await workbook.apply(plans);
    } catch (error) {
      // What may stand there half-written can still be taken back.
      if (error instanceof HostFailure && error.state === 'unsure') undoStack = [...undoStack, undo];
      throw error;
    }
    undoStack = [...undoStack, undo];
    return { written: undo.reduce((count, { writes: cells }) => count + cells.length, 0), reverted: null };
  }

  async function undoLast(): Promise<Pick<Outcome, 'written' | 'reverted'>> {
    const undo = undoStack.at(-1);
    if (!undo) return { written: 0, reverted: null };
    const reverted = await revert(workbook, undo);
    undoStack = undoStack.slice(0, -1);
    return { written: 0, reverted };
  }

  async function perform(command: Command): Promise<Outcome> {
    change({ running: command, isWaiting: false });
    const nothing = { written: 0, reverted: null };
    const outcome = await (command === 'revert' ? undoLast() : read(command === 'recalculate')).then(
      (done): Outcome => ({ command, at: now(), failure: null, ...done }),
      (error: unknown): Outcome => ({ command, at: now(), failure: failureOf(error), ...nothing }),
    );
    change({ running: null, isWaiting: false, outcome });
    return outcome;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run(command) {
      const next = queue.then(() => perform(command));
      queue = next;
      return next;
    },
    noteWaiting() {
      if (state.running !== null) change({ isWaiting: true });
    },
  };
}

function failureOf(error: unknown): CommandFailure {
  if (error instanceof HostFailure) return { kind: 'host', failure: error };
  if (error instanceof WriteRefused) return { kind: 'refused', refusal: error.refusal };
  return { kind: 'unexpected', details: error instanceof Error ? error.message : String(error) };
}
