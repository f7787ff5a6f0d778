/**
 * What all commands of a session share: the workbook, the state that the faces are told, what was found last, and what can be taken back. A command
 * is a function over it.
 */
import { HostFailure } from '../../workbook/hostFailure';
import type { WritePlan } from '../../form/writePlan';
import type { CopyingWorkbook, DrawingWorkbook, Workbook, WorkbookSnapshot } from '../../workbook/workbook';
import { calculateWorkbook, type SheetEdits } from '../calculateWorkbook';
import type { Defaults } from '../choices/choices';
import { findLapsed } from '../findingKeys';
import type { Recalculation, SheetResult } from '../formResult';
import { isSameWork, previewOf } from '../preview';
import { START, withChange, type Action, type SessionState } from '../sessionState';
import type { SettingsChange } from '../settingsChange';

/** What a session works on. */
export type SessionWorkbook = Workbook & DrawingWorkbook & CopyingWorkbook;

/** How to take back one thing that was done. */
export type UndoStep =
  | { readonly kind: 'writes'; readonly action: Action; readonly plans: readonly WritePlan[] }
  | { readonly kind: 'settings'; readonly action: Action; readonly before: SettingsChange };

export interface Workplace {
  readonly workbook: SessionWorkbook;
  readonly now: () => Date;
  readonly state: () => SessionState;
  /** Told after every change of the state; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (part: Partial<SessionState>) => void;
  readonly useDefaults: (defaults: Defaults) => void;
  readonly calculate: (snapshot: WorkbookSnapshot, edits?: SheetEdits | null) => Recalculation;
  /** Reads all sheets and works out what is on them; shows nothing. */
  readonly look: () => Promise<Recalculation>;
  /** Shows what was found; what waited for the person's word is dropped unless it is given again. */
  readonly show: (found: Recalculation, preview?: Recalculation | null) => void;
  /** Shows what stands on the sheets once the plans are written. */
  readonly showWritten: (found: Recalculation, isStale: boolean) => void;
  /** Shows what was found by a command that could not write all of it; whether the picture is old stays as it was. */
  readonly showUnwritten: (found: Recalculation) => void;
  /** Looks again and shows it after something was done; when that fails, the picture is told to be old. */
  readonly showAgain: () => Promise<void>;
  /** What `state().pending` shows; null when it is no longer to be written. */
  readonly previewed: () => Recalculation | null;
  readonly dropPreview: () => void;
  /** Writes plans and keeps how to undo them, also when it is unsure how much of them was written; gives the number of cells. */
  readonly write: (
    action: Action,
    plans: readonly WritePlan[],
    undo: readonly WritePlan[],
  ) => Promise<number>;
  readonly pushUndo: (step: UndoStep) => void;
  readonly lastUndo: () => UndoStep | null;
  readonly popUndo: () => void;
}

export function openWorkplace(
  workbook: SessionWorkbook,
  now: () => Date,
  firstDefaults: Defaults,
): Workplace {
  let state = START;
  let defaults = firstDefaults;
  let undoStack: readonly UndoStep[] = [];
  let previewed: Recalculation | null = null;
  const listeners = new Set<() => void>();

  function change(part: Partial<SessionState>): void {
    state = withChange(state, {
      ...part,
      canRevert: undoStack.length > 0,
      nextUndo: undoStack.at(-1)?.action ?? null,
    });
    for (const listener of listeners) listener();
  }

  function calculate(snapshot: WorkbookSnapshot, edits: SheetEdits | null = null): Recalculation {
    return calculateWorkbook(snapshot, { rules: null, overwriteScores: false, defaults }, edits);
  }

  async function look(): Promise<Recalculation> {
    return calculate(await workbook.read(null));
  }

  function show(found: Recalculation, preview: Recalculation | null = null): void {
    const isSamePreview = preview && previewed && isSameWork(preview, previewed);
    const pending = isSamePreview ? state.pending : preview && previewOf(preview);
    if (!isSamePreview) previewed = preview;
    change({ ...pictureOf(found, found.sheets), isStale: false, pending });
  }

  function pictureOf(found: Recalculation, sheets: readonly SheetResult[]): Partial<SessionState> {
    return {
      sheets,
      activeSheet: found.activeSheet ?? state.activeSheet,
      choices: found.choices,
      lapsed: findLapsed(sheets, found.choices.ignored),
      checkedAt: now(),
      refreshFailure: null,
    };
  }

  async function showAgain(): Promise<void> {
    try {
      show(await look());
    } catch {
      // What the command did stands; only the picture of it is old.
      change({ isStale: true });
    }
  }

  function pushUndo(step: UndoStep): void {
    undoStack = [...undoStack, step];
  }

  async function write(
    action: Action,
    plans: readonly WritePlan[],
    undo: readonly WritePlan[],
  ): Promise<number> {
    const step: UndoStep = { kind: 'writes', action, plans: undo };
    try {
      await workbook.apply(plans);
    } catch (error) {
      if (error instanceof HostFailure && error.state === 'unsure') {
        pushUndo(step);
        change({ isStale: true });
      }
      throw error;
    }
    pushUndo(step);
    return undo.reduce((count, { writes }) => count + writes.length, 0);
  }

  return {
    workbook,
    now,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    useDefaults(next) {
      defaults = next;
    },
    calculate,
    look,
    show,
    showWritten(found, isStale) {
      change({ ...pictureOf(found, found.after), isStale });
    },
    showUnwritten(found) {
      change(pictureOf(found, found.sheets));
    },
    showAgain,
    previewed: () => previewed,
    dropPreview() {
      previewed = null;
      change({ pending: null });
    },
    write,
    pushUndo,
    lastUndo: () => undoStack.at(-1) ?? null,
    popUndo() {
      undoStack = undoStack.slice(0, -1);
    },
  };
}
