/**
 * What the faces in Excel share: one workbook, one command at a time, the last results, and what can be taken back. It knows nothing of a face:
 * whoever draws or says something subscribes to its state.
 */
import type { Finding } from '../engine/finding';
import type { Direction } from '../engine/outcome';
import type { NextYearOptions } from '../form/nextYear';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { WritePlan } from '../form/writePlan';
import type { IndicatorRole } from '../form/words';
import { HostFailure } from '../workbook/hostFailure';
import type { CopyingWorkbook, DrawingWorkbook, Workbook, WorkbookSnapshot } from '../workbook/workbook';
import { acceptScores, type AcceptRequest } from './accept';
import { calculateWorkbook, type SheetEdits } from './calculateWorkbook';
import { changeOptions } from './changeOptions';
import { CONFIRMED, NO_DEFAULTS, type Defaults, type Settings } from './choices/choices';
import type { Options } from './choices/options';
import type { RulesChoice } from './choices/rulesChoice';
import { chooseDirection } from './chooseDirection';
import { chooseRules } from './chooseRules';
import { planClearing } from './clearMarks';
import { failureOf, isCovered, isEdited, NOTHING_DONE, refuse, type Done } from './commandEnd';
import type { Recalculation, SheetResult } from './formResult';
import { ignoreFinding, unignoreFinding } from './ignoreFinding';
import { nameHeaderIn } from './nameHeader';
import { draftNextYear, makeNextYear, type NextYearDraft } from './nextYear';
import { isSameWork, lockedIn, previewOf } from './preview';
import { done, failed, type Attempt } from './problem';
import { createRefresher } from './refresher';
import { revert } from './revert';
import { scoreCells } from './scoredPlaces';
import { chooseScore, type HandScore } from './scoreByHand';
import {
  START,
  withChange,
  type Action,
  type Command,
  type Outcome,
  type SessionState,
  type SheetAction,
} from './sessionState';
import { needed, reverseChange, withSettings, type SettingsChange } from './settingsChange';

/** What a session works on. */
export type SessionWorkbook = Workbook & DrawingWorkbook & CopyingWorkbook;

export interface SessionOptions {
  /** True: the first recalculation of a workbook only shows what it would write, and waits for `confirm`. */
  readonly previewsFirstWrite: boolean;
  /** What the person prefers in every workbook. */
  readonly defaults: Defaults;
}

/** Commands never reject, and run one behind the other: what went wrong is in the outcome. */
export interface Session {
  readonly state: () => SessionState;
  /** Told after every change of the state; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** `previews` goes before what the session was made with. `revert` takes back the last thing that was written or chosen. */
  readonly run: (command: Command, options?: { readonly previews: boolean }) => Promise<Outcome>;
  /** Shows what a recalculation would write and waits for `confirm`, also in a workbook in which that was confirmed before. */
  readonly preview: () => Promise<Outcome>;
  /** Writes what `state().pending` shows; nothing when the sheet was changed since. */
  readonly confirm: () => Promise<Outcome>;
  /** Drops what waits for the person's word. */
  readonly cancel: () => void;
  /** Reads the sheets again in the background, and writes nothing. Left out while a command runs or waits. Never rejects. */
  readonly refresh: () => Promise<void>;
  /** Writes computed scores over typed ones. */
  readonly accept: (request: AcceptRequest) => Promise<Outcome>;
  /** Writes a person's score of a judged row. */
  readonly scoreByHand: (score: HandScore) => Promise<Outcome>;
  /** `finding` is one of `findings` of a form on the sheet. */
  readonly ignore: (sheet: string, finding: Finding, reason: string) => Promise<Outcome>;
  /** `finding` is one of `ignored` of a form on the sheet. */
  readonly unignore: (sheet: string, finding: Finding) => Promise<Outcome>;
  /** Null leaves the rule set to the defaults and the form. */
  readonly chooseRules: (choice: RulesChoice | null) => Promise<Outcome>;
  /** Null leaves the options to the defaults. */
  readonly changeOptions: (options: Partial<Options> | null) => Promise<Outcome>;
  /** Null leaves the direction of the row to the rules. */
  readonly chooseDirection: (sheet: string, row: number, direction: Direction | null) => Promise<Outcome>;
  /** Null takes the name of the column back. */
  readonly nameHeader: (header: string, role: IndicatorRole | null) => Promise<Outcome>;
  readonly clearMarks: () => Promise<Outcome>;
  /** Adds a drawn sheet behind the others and goes there. Nothing is read before, and no other sheet is touched. */
  readonly addSheet: (action: SheetAction, drawing: SheetDrawing) => Promise<Outcome>;
  /** Reads the workbook and adds a sheet that is drawn from what was found. */
  readonly addReport: (
    action: SheetAction,
    draw: (found: Recalculation) => Attempt<SheetDrawing>,
  ) => Promise<Outcome>;
  /** What `nextYear` would do with a sheet; nothing is written or shown. Null when the sheet cannot be read. Never rejects. */
  readonly draftNextYear: (sheet: string, options: NextYearOptions) => Promise<NextYearDraft | null>;
  /** Adds a copy of the sheet as the form of the next year, and goes there. */
  readonly nextYear: (sheet: string, options: NextYearOptions) => Promise<Outcome>;
  /** What the person selected in the workbook; rows count from 1. */
  readonly select: (sheet: string, row: number | null) => void;
  /** The person's preferences have changed: the sheets are looked at again. */
  readonly useDefaults: (defaults: Defaults) => void;
  /** To be told when Excel keeps a call waiting. */
  readonly noteWaiting: () => void;
}

/** How to take back one thing that was done. */
type UndoStep =
  | { readonly kind: 'writes'; readonly action: Action; readonly plans: readonly WritePlan[] }
  | { readonly kind: 'settings'; readonly action: Action; readonly before: SettingsChange };

export function createSession(
  workbook: SessionWorkbook,
  now: () => Date,
  { previewsFirstWrite = false, defaults: firstDefaults = NO_DEFAULTS }: Partial<SessionOptions> = {},
): Session {
  let state = START;
  let defaults = firstDefaults;
  let undoStack: readonly UndoStep[] = [];
  /** What `state.pending` shows. */
  let previewed: Recalculation | null = null;
  /** Once confirmed, nobody is asked again, even if that could not be kept. */
  let isConfirmedHere = false;
  let queue: Promise<unknown> = Promise.resolve();
  /** Commands that run or wait. */
  let requested = 0;
  /** True when Excel keeps a reading in the background waiting. */
  let isRefreshSlow = false;
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

  /** Shows what was found; what waited for the person's word is dropped unless it is given again. */
  function show(found: Recalculation, preview: Recalculation | null = null): void {
    const isSamePreview = preview && previewed && isSameWork(preview, previewed);
    const pending = isSamePreview ? state.pending : preview && previewOf(preview);
    if (!isSamePreview) previewed = preview;
    change({
      sheets: found.sheets,
      activeSheet: found.activeSheet ?? state.activeSheet,
      choices: found.choices,
      lapsed: found.lapsed,
      checkedAt: now(),
      isStale: false,
      refreshFailure: null,
      pending,
    });
  }

  async function reload(): Promise<void> {
    try {
      show(calculate(await workbook.read(null)));
    } catch {
      // What the command did stands; only the picture of it is old.
      change({ isStale: true });
    }
  }

  function push(step: UndoStep): void {
    undoStack = [...undoStack, step];
  }

  /** Writes plans and keeps how to undo them, also when it is unsure how much of them was written. */
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
        push(step);
        change({ isStale: true });
      }
      throw error;
    }
    push(step);
    return undo.reduce((count, { writes }) => count + writes.length, 0);
  }

  async function writeAll(found: Recalculation): Promise<Done> {
    const written = await write('recalculate', found.plans, found.undo);
    change({ sheets: found.after, isStale: hasFormulas(found.after) });
    return { written, locked: lockedIn(found) };
  }

  /** As `writeAll`; where merged cells turn out to cover a score, once more without it. */
  async function writeSeen(found: Recalculation): Promise<Done> {
    return writeAll(found).catch(async (error: unknown): Promise<Done> => {
      if (!isCovered(error)) throw error;
      const again = calculate(await workbook.read(null));
      show(again);
      return again.undo.length > 0 ? writeAll(again) : { locked: lockedIn(again) };
    });
  }

  async function recalculate(previews: 'never' | 'until confirmed' | 'always'): Promise<Done> {
    const found = calculate(await workbook.read(null));
    const isChange = found.undo.length > 0;
    const isConfirmed = isConfirmedHere || found.choices.isConfirmed;
    const isPreviewed =
      isChange && (previews === 'always' || (previews === 'until confirmed' && !isConfirmed));
    show(found, isPreviewed ? found : null);
    if (isPreviewed) return { isPreviewed };
    return isChange ? writeSeen(found) : { locked: lockedIn(found) };
  }

  async function check(): Promise<Done> {
    show(calculate(await workbook.read(null)));
    return {};
  }

  async function confirmPending(shown: SessionState['pending']): Promise<Done> {
    const found = previewed;
    if (!shown) return refuse(failed('nothing-to-confirm').problem);
    if (!found || state.pending !== shown) return refuse(failed('preview-outdated').problem);
    previewed = null;
    change({ pending: null });
    const result = await writeSeen(found).catch(async (error: unknown): Promise<Done> => {
      if (!isEdited(error)) throw error;
      await recalculate('always');
      return refuse(failed('preview-outdated').problem);
    });
    if (result.failure) return result;
    if (!isConfirmedHere && !found.choices.isConfirmed) {
      isConfirmedHere = true;
      // When it cannot be kept, the person is asked once more in another session.
      await workbook.saveSettings(CONFIRMED).catch(() => undefined);
    }
    change({ choices: { ...found.choices, isConfirmed: true } });
    return result;
  }

  async function undoLast(): Promise<Done> {
    const step = undoStack.at(-1);
    if (!step) return {};
    const reverted = step.kind === 'writes' ? await revert(workbook, step.plans) : null;
    if (step.kind === 'settings') await workbook.saveSettings(step.before);
    undoStack = undoStack.slice(0, -1);
    await reload();
    return { reverted, undone: step.action };
  }

  /** Changes single scores, and the sums that follow. */
  async function edit(action: Action, plan: (found: Recalculation) => Attempt<SheetEdits>): Promise<Done> {
    const snapshot = await workbook.read(null);
    const found = calculate(snapshot);
    show(found);
    const edits = plan(found);
    if (!edits.ok) return refuse(edits.problem);
    const planned = calculate(snapshot, edits.result);
    const locked = lockedIn(planned);
    if (planned.undo.length === 0) {
      const [first] = locked;
      return first ? { ...refuse(failed('locked', { ...first }).problem), locked } : {};
    }
    const written = await write(action, planned.plans, planned.undo);
    await reload();
    return { written, locked };
  }

  /** Keeps a choice with the workbook and looks at the sheets in its light. */
  async function choose(
    action: Action,
    plan: (found: Recalculation, settings: Settings) => Attempt<SettingsChange>,
  ): Promise<Done> {
    const snapshot = await workbook.read(null);
    const found = calculate(snapshot);
    show(found);
    const planned = plan(found, snapshot.settings);
    if (!planned.ok) return refuse(planned.problem);
    const settings = needed(planned.result, snapshot.settings);
    if (Object.keys(settings).length === 0) return {};
    await workbook.saveSettings(settings);
    push({ kind: 'settings', action, before: reverseChange(settings, snapshot.settings) });
    show(calculate({ ...snapshot, settings: withSettings(snapshot.settings, settings) }));
    return {};
  }

  async function clear(): Promise<Done> {
    const snapshot = await workbook.read(null);
    show(calculate(snapshot));
    const { plans, undo } = planClearing(snapshot);
    if (plans.length === 0) return {};
    await write('clear', plans, undo);
    const isCleared = (sheet: string): boolean => plans.some((plan) => plan.sheet === sheet);
    const sheets = snapshot.sheets.map((sheet) =>
      isCleared(sheet.grid.sheet) ? { ...sheet, marks: [] } : sheet,
    );
    show(calculate({ ...snapshot, sheets }));
    return {};
  }

  async function add(drawing: SheetDrawing): Promise<Done> {
    return goToAdded(await workbook.addSheet(drawing));
  }

  function goToAdded(addedSheet: string): Done {
    change({ activeSheet: addedSheet, selectedRow: null });
    return { addedSheet };
  }

  async function addNextYear(sheet: string, options: NextYearOptions): Promise<Done> {
    const made = await makeNextYear(workbook, sheet, options);
    return made.kind === 'made'
      ? goToAdded(made.sheet)
      : refuse(failed('next-year-no-form', { sheet }).problem);
  }

  async function addReport(draw: (found: Recalculation) => Attempt<SheetDrawing>): Promise<Done> {
    const found = calculate(await workbook.read(null));
    show(found);
    const drawing = draw(found);
    return drawing.ok ? add(drawing.result) : refuse(drawing.problem);
  }

  async function perform(command: Action, work: () => Promise<Done>): Promise<Outcome> {
    change({ running: command, isWaiting: isRefreshSlow });
    const reading = refresher.underWay();
    if (reading) {
      await reading;
      change({ isWaiting: false });
    }
    const outcome = await work().then(
      (result): Outcome => ({ command, at: now(), ...NOTHING_DONE, ...result }),
      (error: unknown): Outcome => ({ command, at: now(), ...NOTHING_DONE, failure: failureOf(error) }),
    );
    requested -= 1;
    change({ running: null, isWaiting: false, outcome });
    return outcome;
  }

  function request(command: Action, work: () => Promise<Done>): Promise<Outcome> {
    requested += 1;
    const next = queue.then(() => perform(command, work));
    queue = next;
    return next;
  }

  const refresher = createRefresher({
    isBusy: () => requested > 0,
    async read() {
      try {
        const found = calculate(await workbook.read(null));
        const isPreviewed = state.pending !== null && found.undo.length > 0;
        show(found, isPreviewed ? found : null);
      } catch (error) {
        change({ refreshFailure: failureOf(error) });
      }
    },
    onStart() {
      change({ isRefreshing: true });
    },
    onEnd() {
      isRefreshSlow = false;
      change({ isRefreshing: false });
    },
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run(command, { previews } = { previews: previewsFirstWrite }) {
      switch (command) {
        case 'recalculate':
          return request(command, () => recalculate(previews ? 'until confirmed' : 'never'));
        case 'check':
          return request(command, check);
        case 'revert':
          return request(command, undoLast);
      }
    },
    preview: () => request('recalculate', () => recalculate('always')),
    confirm() {
      const shown = state.pending;
      return request('confirm', () => confirmPending(shown));
    },
    cancel() {
      previewed = null;
      change({ pending: null });
    },
    refresh: refresher.refresh,
    accept: (wanted) => request('accept', () => edit('accept', ({ sheets }) => acceptScores(sheets, wanted))),
    scoreByHand: (score) => request('score', () => edit('score', ({ sheets }) => chooseScore(sheets, score))),
    ignore: (sheet, finding, reason) =>
      request('ignore', () =>
        choose('ignore', (found) => ignoreFinding(found, sheet, finding, reason, now())),
      ),
    unignore: (sheet, finding) =>
      request('unignore', () => choose('unignore', (found) => unignoreFinding(found, sheet, finding))),
    chooseRules: (choice) => request('rules', () => choose('rules', () => chooseRules(choice))),
    changeOptions: (options) =>
      request('options', () => choose('options', ({ choices }) => done(changeOptions(choices, options)))),
    chooseDirection: (sheet, row, direction) =>
      request('direction', () =>
        choose('direction', (found) => chooseDirection(found, sheet, row, direction)),
      ),
    nameHeader: (header, role) =>
      request('header', () => choose('header', (_, settings) => done(nameHeaderIn(settings, header, role)))),
    clearMarks: () => request('clear', clear),
    addSheet: (action, drawing) => request(action, () => add(drawing)),
    addReport: (action, draw) => request(action, () => addReport(draw)),
    draftNextYear: (sheet, options) =>
      queue.then(() => draftNextYear(workbook, sheet, options)).catch(() => null),
    nextYear: (sheet, options) => request('nextYear', () => addNextYear(sheet, options)),
    select(activeSheet, selectedRow) {
      change({ activeSheet, selectedRow });
    },
    useDefaults(next) {
      defaults = next;
      void refresher.refresh();
    },
    noteWaiting() {
      if (state.running !== null) change({ isWaiting: true });
      else if (refresher.underWay()) isRefreshSlow = true;
    },
  };
}

/** True when sums or scores follow from others by formulas of the sheet: what they give by now is not known. */
function hasFormulas(sheets: readonly SheetResult[]): boolean {
  return scoreCells(sheets).some(({ formula }) => formula);
}
