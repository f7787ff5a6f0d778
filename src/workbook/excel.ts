/**
 * The door to Excel; this file and those in `excel/` are the only ones that name `Excel`. Reads sheets in one round trip, writes plans in
 * one and adds a sheet in two, through Office.js with ExcelApi 1.9. What a newer Excel can do better stands in `Capabilities`, each with a way to do without.
 */
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { Mark, WritePlan } from '../form/writePlan';
import { answerInTime, type Patience } from './excel/answerInTime';
import { coverCells } from './excel/coverCells';
import { followEvents } from './excel/followEvents';
import { createOwnChanges } from './excel/ownChanges';
import { readSheets, type KnownSheet, type ReadResult, type ReadSheet } from './excel/readSheets';
import { withKnownScores } from './excel/rememberedScores';
import type { ValueRun } from './excel/valueRuns';
import type * as writer from './excel/writePlans';
import type { SheetChange } from './excel/writeSheets';
import { hostFailure, type WorkbookState } from './hostFailure';
import { SETTING_PREFIX } from './settingPrefix';
import type { CopyingWorkbook, DrawingWorkbook, SheetCopy, Workbook, WorkbookSnapshot } from './workbook';

/** What this Excel can do beyond ExcelApi 1.9. */
export interface Capabilities {
  /** Change events say whether this add-in made the change (ExcelApi 1.14); else our own writes are remembered. */
  readonly tellsTrigger: boolean;
}

export interface ExcelOptions {
  readonly capabilities: Capabilities;
  readonly patience: Patience;
}

/** What happened in Excel that a face may want to follow. Changes that we made ourselves are left out. */
export interface ExcelEvent {
  readonly kind: 'edited' | 'activated' | 'selected';
  readonly sheet: string;
  /** "G9:H9"; "" for a sheet that was activated. */
  readonly range: string;
}

export interface ExcelWorkbook extends Workbook, DrawingWorkbook, CopyingWorkbook {
  /** Fetches what writes ahead, so that it is there at once and without a network; never rejects. */
  prepareToWrite(): Promise<void>;
  /** Goes to a cell; false when Excel would not, so that the face shows the address instead. */
  select(sheet: string, cell: string): Promise<boolean>;
  /**
   * Follows what happens in the workbook; returns how to stop. Called once at the start, it also learns which sheets there are, so that reading
   * all of them is one round trip from then on.
   */
  follow(listener: (event: ExcelEvent) => void): Promise<() => Promise<void>>;
}

/** What Office.js says of this Excel. */
export function detectCapabilities(): Capabilities {
  return { tellsTrigger: Office.context.requirements.isSetSupported('ExcelApi', '1.14') };
}

/** Opens the workbook that the add-in runs in. Its calls reject with `HostFailure`, or `WriteRefused` for a plan that must not be written. */
export function openExcel({ capabilities, patience }: ExcelOptions): ExcelWorkbook {
  const own = createOwnChanges(() => Date.now());
  let known: readonly KnownSheet[] = [];
  /** The id of the sheet that the person was last seen to look at. */
  let active: string | null = null;
  /** Settings of the workbook as they were last read or saved, by their full name; null before they were read. */
  let kept: ReadonlyMap<string, unknown> | null = null;
  /** Sheets as they were last read, without those that were written since. */
  const lastRead = new Map<string, ReadSheet>();
  /** When a sheet was last read, and when somebody was last seen to change it, by its id: both counted in readings. */
  const readAt = new Map<string, number>();
  const touched = new Map<string, number>();
  let readings = 0;
  /** Cells that merged ones were seen to cover, by the id of the sheet, until the next reading: merging and its end are told by no event. */
  const covered = new Map<string, readonly string[]>();
  /**
   * Sheets on which a write failed, with the rules that said nothing before it (others that say nothing are what is left of marks) and the marks that
   * may have been lost.
   */
  const failedOn = new Map<string, { readonly rules: readonly string[]; readonly marks: readonly Mark[] }>();

  function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return answerInTime(Excel.run({ delayForCellEdit: true }, batch), patience);
  }

  /**
   * As `run`, for work that uses no range after the round trip that it was asked for in. A run has Excel keep every range until it ends: that makes each
   * cost half as much again, and a request more to have them forgotten. Only a run can wait for a cell that is being edited, though.
   */
  function runBriefly<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    const answer = batch(new Excel.RequestContext()).catch((error: unknown) => {
      if (hostFailure(error, 'untouched').problem !== 'editing') throw error;
      return Excel.run({ delayForCellEdit: true }, batch);
    });
    return answerInTime(answer, patience);
  }

  async function readAnew(names: readonly string[] | null): Promise<ReadResult> {
    const attempt = (inSlices: boolean): Promise<ReadResult> =>
      runBriefly((context) => readSheets(context, { names, known, active: nameOf(active), inSlices })).catch(
        (error: unknown) => {
          throw hostFailure(error, 'untouched');
        },
      );
    readings += 1;
    const reading = readings;
    const result = await attempt(false).catch((error: unknown) => {
      const failure = hostFailure(error, 'untouched');
      if (failure.problem !== 'too-large') throw failure;
      return attempt(true);
    });
    known = result.known;
    active = known.find(({ name }) => name === result.activeSheet)?.id ?? active;
    kept = new Map(result.settings.map(({ key, value }) => [key, value]));
    for (const name of names ?? lastRead.keys()) lastRead.delete(name);
    const sheets = result.sheets.map(withLostMarks);
    for (const sheet of sheets) {
      lastRead.set(sheet.snapshot.grid.sheet, sheet);
      readAt.set(sheet.id, reading);
    }
    return { ...result, sheets };
  }

  function nameOf(id: string | null): string | null {
    return known.find((sheet) => sheet.id === id)?.name ?? null;
  }

  /** A sheet on which a write failed may have lost marks. */
  function withLostMarks(sheet: ReadSheet): ReadSheet {
    const { snapshot } = sheet;
    const failed = failedOn.get(snapshot.grid.sheet);
    if (!failed) return sheet;
    return {
      ...sheet,
      snapshot: { ...snapshot, marks: withKnownScores(snapshot.marks, failed.marks, snapshot.grid) },
    };
  }

  async function read(names: readonly string[] | null): Promise<WorkbookSnapshot> {
    const { sheets, activeSheet, settings } = await readAnew(names);
    const snapshots = sheets.map(({ id, snapshot }) => ({
      ...snapshot,
      grid: coverCells(snapshot.grid, covered.get(id) ?? []),
    }));
    covered.clear();
    return { sheets: snapshots, activeSheet, settings: ownSettings(settings) };
  }

  const shelf: writer.SheetShelf = {
    lastRead: (name) => lastRead.get(name) ?? null,
    readAnew,
    nameOf,
    isTouched: ({ id }) => (touched.get(id) ?? 0) > (readAt.get(id) ?? 0),
    cover: (id, cells) => {
      covered.set(id, cells);
    },
    rulesBeforeFailure: (name) => failedOn.get(name)?.rules ?? null,
    write,
  };

  async function write<T>(
    changes: readonly SheetChange[],
    batch: (context: Excel.RequestContext) => Promise<T>,
  ): Promise<T> {
    for (const { read: sheet, runs, marks } of changes) {
      const name = sheet.snapshot.grid.sheet;
      if (!capabilities.tellsTrigger) expectRuns(sheet.id, runs);
      const before = failedOn.get(name) ?? { rules: sheet.emptyRules, marks: [] };
      failedOn.set(name, {
        ...before,
        marks: [...before.marks, ...sheet.snapshot.marks, ...(marks?.wanted ?? [])],
      });
      lastRead.delete(name);
    }
    const written = await runBriefly(batch);
    for (const { read: sheet } of changes) failedOn.delete(sheet.snapshot.grid.sheet);
    return written;
  }

  function expectRuns(sheetId: string | null, runs: readonly ValueRun[]): void {
    for (const run of runs) own.expect(sheetId, run);
  }

  async function addSheet(drawing: SheetDrawing): Promise<string> {
    // Few people add a sheet: the pane fetches what does it when somebody does.
    const [{ addNewSheet }, { drawSheet, isPrintSetUp }, { drawnRange }] = await Promise.all([
      import('./excel/newSheets'),
      import('./excel/drawSheet'),
      import('./excel/drawnContent'),
    ]);
    let setsUpPrint = true;
    const { name, made } = await addNewSheet(run, {
      wanted: drawing.name,
      make: (context, free) => {
        if (!capabilities.tellsTrigger) own.expect(null, { range: drawnRange(drawing) });
        return drawSheet(context, drawing, { name: free, setsUpPrint });
      },
      mayBeCalled: (found, free) => found === free,
      canDoWithout: (place) => {
        const isPrint = setsUpPrint && isPrintSetUp(place);
        if (isPrint) setsUpPrint = false;
        return isPrint;
      },
    });
    learn(name, made, false);
    return name;
  }

  async function copy({ from, name: wanted, writes }: SheetCopy): Promise<string> {
    const [{ addNewSheet }, { copySheet, mayBeCopy }, { changeOf }] = await Promise.all([
      import('./excel/newSheets'),
      import('./excel/copySheet'),
      fetchWriter(),
    ]);
    if (!lastRead.has(from)) await readAnew([from]);
    const sheet = lastRead.get(from);
    // A copy of a protected sheet is protected as well, so what may be written is the same.
    const runs = changeOf(shelf, { sheet: from, writes, marks: sheet?.snapshot.marks ?? [] })?.runs ?? [];
    const task = {
      from,
      isHidden: sheet?.snapshot.visibility !== 'visible',
      hasMarks: (sheet?.marks ?? []).length > 0,
      runs,
    };
    const { name, made } = await addNewSheet(run, {
      wanted,
      make: (context, free) => {
        if (!capabilities.tellsTrigger) expectRuns(null, runs);
        return copySheet(context, task, free);
      },
      mayBeCalled: (found, free) => found === free || mayBeCopy(found, from),
    });
    learn(name, made, sheet?.snapshot.isProtected ?? false);
    return name;
  }

  /** A sheet that is known costs no round trip of its own when all are read; a new one is the active one. */
  function learn(name: string, id: string | null, isProtected: boolean): void {
    if (id === null || known.length === 0) return;
    known = [...known, { id, name, isProtected }];
    active = id;
  }

  async function saveSettings(settings: Readonly<Record<string, string | null>>): Promise<void> {
    const change = new Map(
      Object.entries(settings).map(([key, value]) => [`${SETTING_PREFIX}${key}`, value]),
    );
    try {
      await run((context) => setSettings(context, change));
    } catch (error) {
      throw hostFailure(error, await putSettingsBack([...change.keys()]));
    }
    if (kept) kept = new Map([...kept, ...change]);
  }

  /** After a failure: the settings may have been saved all the same. */
  async function putSettingsBack(names: readonly string[]): Promise<WorkbookState> {
    const saved = kept;
    if (!saved) return 'setting-unsure';
    const before = new Map(names.map((name) => [name, saved.get(name) ?? null]));
    return run((context) => setSettings(context, before)).then(
      () => 'untouched',
      () => 'setting-unsure',
    );
  }

  async function select(sheet: string, cell: string): Promise<boolean> {
    try {
      await run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        worksheet.getRange(cell).select();
        await context.sync();
      });
      return true;
    } catch {
      return false;
    }
  }

  async function follow(listener: (event: ExcelEvent) => void): Promise<() => Promise<void>> {
    try {
      return await run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load('items/id,items/name,items/protection/protected');
        const stop = await followEvents(context, ({ kind, sheetId, range, isOwn, isRemote }) => {
          if (kind === 'edited') {
            if (isOwn || (!isRemote && own.recognise(sheetId, range))) return;
            // It may have come while a reading was under way, and that may have seen it or not.
            touched.set(sheetId, readings + 1);
          }
          if (kind === 'activated') active = sheetId;
          listener({ kind, sheet: nameOf(sheetId) ?? '', range });
        });
        known = worksheets.items.map((sheet) => ({
          id: sheet.id,
          name: sheet.name,
          isProtected: sheet.protection.protected,
        }));
        return stop;
      });
    } catch (error) {
      throw hostFailure(error, 'untouched');
    }
  }

  async function apply(plans: readonly WritePlan[]): Promise<void> {
    const { writePlans } = await fetchWriter();
    await writePlans(shelf, plans);
  }

  /** Nothing is written before a first form was read and shown, so what writes is no part of what that waits for. */
  function fetchWriter(): Promise<typeof writer> {
    return import('./excel/writePlans');
  }

  async function prepareToWrite(): Promise<void> {
    // It is tried again when something is written.
    await fetchWriter().catch(() => undefined);
  }

  return { prepareToWrite, read, apply, addSheet, copySheet: copy, saveSettings, select, follow };
}

/** Null removes a setting, also one that is not there. */
async function setSettings(
  context: Excel.RequestContext,
  change: ReadonlyMap<string, unknown>,
): Promise<void> {
  const list = context.workbook.settings;
  for (const [name, value] of change) {
    if (value !== null) list.add(name, value);
    else list.getItemOrNullObject(name).delete();
  }
  await context.sync();
}

function ownSettings(settings: ReadResult['settings']): Readonly<Record<string, string>> {
  const ours = settings.flatMap(({ key, value }): [string, string][] =>
    key.startsWith(SETTING_PREFIX) && typeof value === 'string'
      ? [[key.slice(SETTING_PREFIX.length), value]]
      : [],
  );
  return Object.fromEntries(ours);
}
