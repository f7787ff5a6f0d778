/** How a command of the session ended, as values: what it did, or why it did not. */
import { HostFailure } from '../workbook/hostFailure';
import { WriteRefused } from '../workbook/writeRefused';
import { failed, type Problem } from './problem';
import type { CommandFailure, Outcome } from './sessionState';

/** What a command did; the rest of its outcome is as when nothing was done. */
export type Done = Partial<Omit<Outcome, 'command' | 'at'>>;

export const NOTHING_DONE: Omit<Outcome, 'command' | 'at'> = {
  failure: null,
  written: 0,
  locked: [],
  isPreviewed: false,
  reverted: null,
  undone: null,
  addedSheet: null,
};

/** The outcome of a command that cannot be done. */
export function refuse(problem: Problem): Done {
  return { failure: { kind: 'problem', problem } };
}

/** Why something failed, whoever threw it. */
export function failureOf(error: unknown): CommandFailure {
  if (error instanceof HostFailure) return { kind: 'host', failure: error };
  if (error instanceof WriteRefused) return { kind: 'refused', refusal: error.refusal };
  if (isNotFetched(error)) return { kind: 'problem', problem: failed('not-fetched').problem };
  return { kind: 'unexpected', details: error instanceof Error ? error.message : String(error) };
}

/** What the loader of a build says of a part that it could not fetch. */
function isNotFetched(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}

/** True when nothing was written since somebody had changed the sheet. */
export function isEdited(error: unknown): boolean {
  return error instanceof WriteRefused && error.refusal.kind === 'edited';
}

/** True when nothing was written since merged cells cover a place to write to; the next reading knows them. */
export function isCovered(error: unknown): boolean {
  return error instanceof WriteRefused && error.refusal.kind === 'covered';
}
