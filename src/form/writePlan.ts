/**
 * What a recalculation will change on one sheet: plain data that can be shown before it is done, tested, and
 * applied by either door. Nothing outside a plan is ever touched.
 */
import type { EntryValue } from '../engine/entry';

/** What a cell will hold. */
export interface CellResult {
  /** "E66" on the plan's sheet. */
  readonly cell: string;
  /** The new value: a number for a number cell, a string for a text cell, null to empty it. Formats are never changed. */
  readonly value: EntryValue;
  /** What a person will see. */
  readonly to: string;
}

export interface CellWrite extends CellResult {
  /** What a person saw before. */
  readonly from: string;
  /** The stored value that is replaced, for revert. */
  readonly before: EntryValue;
}

export type MarkLevel = 'error' | 'warning';

/** What a mark says: how bad a finding is, or that a score in these cells was written by us, with its value ("score:0.66"). */
export type MarkLabel = MarkLevel | `score:${string}`;

/** Cells with a conditional format of ours: a highlight, or (for scores) one that never shows and only remembers. */
export interface Mark {
  readonly label: MarkLabel;
  /** Rectangles such as "A9:H9". */
  readonly ranges: readonly string[];
}

export interface WritePlan {
  readonly sheet: string;
  readonly writes: readonly CellWrite[];
  /** The full set of marks wanted on the sheet: marks of ours that are not in it are removed. */
  readonly marks: readonly Mark[];
}
