/** What a session tells its faces: what runs, how the last command ended, what was found, and what can be taken back. */
import { parseCellName } from '../form/address';
import type { LockedCell } from '../form/planWrites';
import type { CellWrite } from '../form/writePlan';
import type { HostFailure } from '../workbook/hostFailure';
import type { WriteRefusal } from '../workbook/writeRefused';
import type { Choices } from './choices/choices';
import type { IgnoredFinding } from './choices/ignoredFindings';
import type { FormResult, SheetResult } from './formResult';
import type { Problem } from './problem';
import type { Reverted } from './revert';

/** What a button of the ribbon does. */
export type Command = 'recalculate' | 'check' | 'revert';

/** What adds a sheet to the workbook. */
export type SheetAction = 'insert' | 'nextYear' | 'rollUp' | 'summary' | 'overview';

/** What a person can ask of the workbook. */
export type Action =
  | Command
  | SheetAction
  /** Writes what was previewed. */
  | 'confirm'
  | 'accept'
  | 'score'
  | 'ignore'
  | 'unignore'
  | 'rules'
  | 'options'
  | 'direction'
  | 'header'
  | 'clear';

/** Why a command did not do what it should. */
export type CommandFailure =
  | { readonly kind: 'host'; readonly failure: HostFailure }
  | { readonly kind: 'refused'; readonly refusal: WriteRefusal }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unexpected'; readonly details: string };

/** A cell on a named sheet that should have been written but is locked. */
export interface LockedOnSheet extends LockedCell {
  readonly sheet: string;
}

export interface Outcome {
  readonly command: Action;
  readonly at: Date;
  /** Null when the command did what it should. */
  readonly failure: CommandFailure | null;
  /** Cells that were written. */
  readonly written: number;
  /** Cells that have to be filled in by hand. */
  readonly locked: readonly LockedOnSheet[];
  /** True when nothing was written yet, since the person is to see first what it is. */
  readonly isPreviewed: boolean;
  /** What a revert did to the cells; null when there was nothing to revert, when a setting was, and for other commands. */
  readonly reverted: Reverted | null;
  /** What a revert took back; null when there was nothing, and for other commands. */
  readonly undone: Action | null;
  /** Name of the sheet that was added; null when none was. */
  readonly addedSheet: string | null;
}

/** What will be written once the person confirms. */
export interface Pending {
  readonly sheets: readonly {
    readonly sheet: string;
    readonly writes: readonly CellWrite[];
    readonly locked: readonly LockedCell[];
    /** Rows and cells that will be highlighted. */
    readonly marks: number;
  }[];
}

/** The sheet that the person looks at, and the form on it that the selected row belongs to. */
export interface Current {
  readonly sheet: SheetResult;
  /** The first form of the sheet when the selected row is in none; null on a sheet without a form. */
  readonly form: FormResult | null;
}

export interface SessionState {
  /** The command that runs; null when none does. */
  readonly running: Action | null;
  /** True while Excel keeps a command waiting, most often because a cell is being edited. */
  readonly isWaiting: boolean;
  /** True while the sheets are read again in the background. */
  readonly isRefreshing: boolean;
  /** Why the last reading in the background failed; null when it did not. */
  readonly refreshFailure: CommandFailure | null;
  /** How the last command ended; null before the first. */
  readonly outcome: Outcome | null;
  /** The forms as they stand now; null before the first reading. */
  readonly sheets: readonly SheetResult[] | null;
  /** When that was last read; null before the first reading. */
  readonly checkedAt: Date | null;
  /** True when something was written since whose effect is not known (formulas, a failed reading): a refresh helps. */
  readonly isStale: boolean;
  /** What the person chose; null before the first reading. */
  readonly choices: Choices | null;
  /** Ignored findings that show again, since their figures have changed. */
  readonly lapsed: readonly IgnoredFinding[];
  readonly activeSheet: string | null;
  /** Row number of the selection on the active sheet; null when nothing is known of it. */
  readonly selectedRow: number | null;
  readonly current: Current | null;
  /** What waits for the person's word; null when nothing does. */
  readonly pending: Pending | null;
  readonly canRevert: boolean;
  /** What a revert will take back; null when there is nothing. */
  readonly nextUndo: Action | null;
}

export const START: SessionState = {
  running: null,
  isWaiting: false,
  isRefreshing: false,
  refreshFailure: null,
  outcome: null,
  sheets: null,
  checkedAt: null,
  isStale: false,
  choices: null,
  lapsed: [],
  activeSheet: null,
  selectedRow: null,
  current: null,
  pending: null,
  canRevert: false,
  nextUndo: null,
};

/** The state after a change, with what follows from it. */
export function withChange(state: SessionState, part: Partial<SessionState>): SessionState {
  const next = { ...state, ...part };
  const isSame =
    next.sheets === state.sheets &&
    next.activeSheet === state.activeSheet &&
    next.selectedRow === state.selectedRow;
  return isSame ? next : { ...next, current: currentOf(next) };
}

function currentOf({ sheets, activeSheet, selectedRow }: SessionState): Current | null {
  const sheet = sheets?.find((result) => result.sheet === activeSheet);
  if (!sheet) return null;
  const here = sheet.forms.find(({ facts }) => selectedRow !== null && covers(facts.range, selectedRow));
  return { sheet, form: here ?? sheet.forms[0] ?? null };
}

function covers(range: string, row: number): boolean {
  const [first = '', last = first] = range.split(':');
  const [top, bottom] = [parseCellName(first), parseCellName(last)];
  return top !== null && bottom !== null && top.row <= row - 1 && row - 1 <= bottom.row;
}
