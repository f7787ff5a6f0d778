/**
 * What the faces in Excel share: one workbook, one command at a time, the last results, and what can be taken back. It knows nothing of a face:
 * whoever draws or says something subscribes to its state. What each command does stands in `session/`.
 */
import type { Finding } from '../engine/finding';
import type { Direction } from '../engine/outcome';
import type { NextYearOptions } from '../form/nextYear';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { IndicatorRole } from '../form/words';
import type { AcceptRequest } from './accept';
import { NO_DEFAULTS, type Defaults } from './choices/choices';
import type { Options } from './choices/options';
import type { RulesChoice } from './choices/rulesChoice';
import { failureOf, NOTHING_DONE, type Done } from './commandEnd';
import type { Recalculation } from './formResult';
import type { NextYearDraft } from './nextYear';
import type { Attempt } from './problem';
import { createRefresher } from './refresher';
import type { HandScore } from './scoreByHand';
import type * as deeds from './session/deeds';
import { createRecalculator } from './session/recalculating';
import { openWorkplace, type SessionWorkbook } from './session/workplace';
import type { Action, Command, Outcome, SessionState, SheetAction } from './sessionState';

export interface SessionOptions {
  /** True: the first recalculation of a workbook only shows what it would write, and waits for `confirm`. */
  readonly previewsFirstWrite: boolean;
  /** What the person prefers in every workbook. */
  readonly defaults: Defaults;
}

export type { SessionWorkbook } from './session/workplace';

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
  /** Fetches ahead what commands need beyond looking at the sheets, so that it is there at once and without a network; never rejects. */
  readonly prepare: () => Promise<void>;
}

export function createSession(
  workbook: SessionWorkbook,
  now: () => Date,
  { previewsFirstWrite = false, defaults = NO_DEFAULTS }: Partial<SessionOptions> = {},
): Session {
  const place = openWorkplace(workbook, now, defaults);
  const { state, change } = place;
  const { recalculate, confirm } = createRecalculator(place);
  let queue: Promise<unknown> = Promise.resolve();
  /** Commands that run or wait. */
  let requested = 0;
  /** True when Excel keeps a reading in the background waiting. */
  let isRefreshSlow = false;

  const refresher = createRefresher({
    isBusy: () => requested > 0,
    async read() {
      try {
        const found = await place.look();
        const isPreviewed = state().pending !== null && found.undo.length > 0;
        place.show(found, isPreviewed ? found : null);
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

  /** As `request`, for what is fetched when somebody wants it. */
  function requestDeed(command: Action, work: (doer: typeof deeds) => Promise<Done>): Promise<Outcome> {
    return request(command, async () => work(await fetchDeeds()));
  }

  async function check(): Promise<Done> {
    place.show(await place.look());
    return {};
  }

  return {
    state,
    subscribe: place.subscribe,
    run(command, { previews } = { previews: previewsFirstWrite }) {
      switch (command) {
        case 'recalculate':
          return request(command, () => recalculate(previews ? 'until confirmed' : 'never'));
        case 'check':
          return request(command, check);
        case 'revert':
          return requestDeed(command, (doer) => doer.takeBack(place));
      }
    },
    preview: () => request('recalculate', () => recalculate('always')),
    confirm() {
      const shown = state().pending;
      return request('confirm', () => confirm(shown));
    },
    cancel: place.dropPreview,
    refresh: refresher.refresh,
    accept: (wanted) => requestDeed('accept', (doer) => doer.accept(place, wanted)),
    scoreByHand: (score) => requestDeed('score', (doer) => doer.scoreByHand(place, score)),
    ignore: (...finding) => requestDeed('ignore', (doer) => doer.ignore(place, ...finding)),
    unignore: (...finding) => requestDeed('unignore', (doer) => doer.unignore(place, ...finding)),
    chooseRules: (choice) => requestDeed('rules', (doer) => doer.chooseRules(place, choice)),
    changeOptions: (options) => requestDeed('options', (doer) => doer.changeOptions(place, options)),
    chooseDirection: (...choice) =>
      requestDeed('direction', (doer) => doer.chooseDirection(place, ...choice)),
    nameHeader: (...name) => requestDeed('header', (doer) => doer.nameHeader(place, ...name)),
    clearMarks: () => requestDeed('clear', (doer) => doer.clearMarks(place)),
    addSheet: (action, drawing) => requestDeed(action, (doer) => doer.addSheet(place, drawing)),
    addReport: (action, draw) => requestDeed(action, (doer) => doer.addReport(place, draw)),
    draftNextYear: (sheet, options) =>
      queue
        .then(fetchDeeds)
        .then((doer) => doer.draftNextYear(workbook, sheet, options))
        .catch(() => null),
    nextYear: (...form) => requestDeed('nextYear', (doer) => doer.addNextYear(place, ...form)),
    select(activeSheet, selectedRow) {
      change({ activeSheet, selectedRow });
    },
    useDefaults(next) {
      place.useDefaults(next);
      void refresher.refresh();
    },
    noteWaiting() {
      if (state().running !== null) change({ isWaiting: true });
      else if (refresher.underWay()) isRefreshSlow = true;
    },
    async prepare() {
      // It is tried again when somebody wants it.
      await fetchDeeds().catch(() => undefined);
    },
  };
}

function fetchDeeds(): Promise<typeof deeds> {
  return import('./session/deeds');
}
