/**
 * The door to Excel; this file and those in `excel/` are the only ones that name `Excel`. Reads sheets in one round trip, writes plans in
 * one and adds a sheet in two, through Office.js with ExcelApi 1.9. What a newer Excel can do better stands in `Capabilities`, each with a way to do without.
 */
import { keepStanding, reversePlan } from '../form/reversePlan';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { Mark, WritePlan } from '../form/writePlan';
import { answerInTime, type Patience } from './excel/answerInTime';
import { copySheet, mayBeCopy } from './excel/copySheet';
import { drawnRange } from './excel/drawnContent';
import { drawSheet, isPrintSetUp } from './excel/drawSheet';
import { followEvents } from './excel/followEvents';
import { addNewSheet } from './excel/newSheets';
import { createOwnChanges } from './excel/ownChanges';
import { readSheets, type KnownSheet, type ReadResult, type ReadSheet } from './excel/readSheets';
import { groupRuns } from './excel/valueRuns';
import { writeSheets, type SheetChange } from './excel/writeSheets';
import { hostFailure, type WorkbookState } from './hostFailure';
import { checkWrites, sameMarks, wantedMarks } from './planCheck';
import { SETTING_PREFIX } from './settingPrefix';
import type { CopyingWorkbook, DrawingWorkbook, SheetCopy, Workbook, WorkbookSnapshot } from './workbook';
import { WriteRefused } from './writeRefused';

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
  let settingKeys: readonly string[] = [];
  /** Sheets as they were last read, without those that were written since. */
  const lastRead = new Map<string, ReadSheet>();
  /** Sheets on which a write failed, with the rules that said nothing before it: others that say nothing are what is left of marks. */
  const failedOn = new Map<string, readonly string[]>();

  function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return answerInTime(Excel.run({ delayForCellEdit: true }, batch), patience);
  }

  async function readAnew(names: readonly string[] | null): Promise<ReadResult> {
    const attempt = (inSlices: boolean): Promise<ReadResult> =>
      run((context) => readSheets(context, { names, known, inSlices })).catch((error: unknown) => {
        throw hostFailure(error, 'untouched');
      });
    const result = await attempt(false).catch((error: unknown) => {
      const failure = hostFailure(error, 'untouched');
      if (failure.problem !== 'too-large') throw failure;
      return attempt(true);
    });
    known = result.known;
    settingKeys = result.settings.map(({ key }) => key);
    if (names === null) lastRead.clear();
    for (const sheet of result.sheets) lastRead.set(sheet.snapshot.grid.sheet, sheet);
    return result;
  }

  async function read(names: readonly string[] | null): Promise<WorkbookSnapshot> {
    const { sheets, activeSheet, settings } = await readAnew(names);
    return { sheets: sheets.map(({ snapshot }) => snapshot), activeSheet, settings: ownSettings(settings) };
  }

  /** What a plan changes on a sheet as it was last read; null when it changes nothing. */
  function changeOf(plan: WritePlan): SheetChange | null {
    const sheet = lastRead.get(plan.sheet);
    if (!sheet) throw new WriteRefused({ kind: 'no-sheet', sheet: plan.sheet });
    const { grid, isProtected } = sheet.snapshot;
    const writes = checkWrites(plan, grid, () => isProtected).map(({ write }) => write);
    const formatAt = (row: number, column: number): string | null => grid.rows[row]?.[column]?.format ?? null;
    const wanted: readonly Mark[] = [...wantedMarks(plan)].map(([label, ranges]) => ({ label, ranges }));
    const before = failedOn.get(plan.sheet);
    const leftovers = before ? sheet.emptyRules.filter((id) => !before.includes(id)) : [];
    // Excel lets nobody change the formats of a protected sheet, and we never take a protection off.
    const marks =
      isProtected || (leftovers.length === 0 && sameMarks(sheet.marks, wanted))
        ? null
        : { removed: [...sheet.marks.map(({ id }) => id), ...leftovers], added: wanted };
    if (writes.length === 0 && marks === null) return null;
    // On a protected sheet a format can be changed no more than a mark can be added.
    return { sheet: plan.sheet, runs: groupRuns(writes, formatAt, isProtected), marks };
  }

  async function write(changes: readonly SheetChange[]): Promise<void> {
    for (const { sheet, runs } of changes) {
      const id = lastRead.get(sheet)?.id ?? '';
      if (!capabilities.tellsTrigger) for (const { range } of runs) own.expect(id, range);
    }
    for (const { sheet } of changes) {
      if (!failedOn.has(sheet)) failedOn.set(sheet, lastRead.get(sheet)?.emptyRules ?? []);
      lastRead.delete(sheet);
    }
    await run((context) => writeSheets(context, changes));
    for (const { sheet } of changes) failedOn.delete(sheet);
  }

  async function apply(given: readonly WritePlan[]): Promise<void> {
    const plans = joinPlans(given);
    const unread = plans.map(({ sheet }) => sheet).filter((sheet) => !lastRead.has(sheet));
    if (unread.length > 0) await readAnew(unread);
    const undo = plans.map((plan) => reversePlan(plan, lastRead.get(plan.sheet)?.snapshot.marks ?? []));
    const changes = plans.flatMap((plan) => changeOf(plan) ?? []);
    if (changes.length === 0) return;
    try {
      await write(changes);
    } catch (error) {
      throw hostFailure(error, await putBack(undo));
    }
  }

  /** After a failed write: part of it may have been done, so what stands there of ours is taken back. */
  async function putBack(undo: readonly WritePlan[]): Promise<WorkbookState> {
    try {
      await readAnew(undo.map(({ sheet }) => sheet));
      const changes = undo.flatMap((plan) => {
        const grid = lastRead.get(plan.sheet)?.snapshot.grid;
        return grid ? (changeOf(keepStanding(plan, grid).plan) ?? []) : [];
      });
      if (changes.length > 0) await write(changes);
      return 'untouched';
    } catch {
      return 'unsure';
    }
  }

  async function addSheet(drawing: SheetDrawing): Promise<string> {
    let setsUpPrint = true;
    const { name, made } = await addNewSheet(run, {
      wanted: drawing.name,
      make: (context, free) => {
        if (!capabilities.tellsTrigger) own.expect(null, drawnRange(drawing));
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
    if (!lastRead.has(from)) await readAnew([from]);
    const sheet = lastRead.get(from);
    // A copy of a protected sheet is protected as well, so what may be written is the same.
    const runs = changeOf({ sheet: from, writes, marks: sheet?.snapshot.marks ?? [] })?.runs ?? [];
    const task = {
      from,
      isHidden: sheet?.snapshot.visibility !== 'visible',
      hasMarks: (sheet?.marks ?? []).length > 0,
      runs,
    };
    const { name, made } = await addNewSheet(run, {
      wanted,
      make: (context, free) => {
        if (!capabilities.tellsTrigger) for (const { range } of runs) own.expect(null, range);
        return copySheet(context, task, free);
      },
      mayBeCalled: (found, free) => found === free || mayBeCopy(found, from),
    });
    learn(name, made, sheet?.snapshot.isProtected ?? false);
    return name;
  }

  /** A sheet that is known costs no round trip of its own when all are read. */
  function learn(name: string, id: string | null, isProtected: boolean): void {
    if (id !== null && known.length > 0) known = [...known, { id, name, isProtected }];
  }

  async function saveSettings(settings: Readonly<Record<string, string | null>>): Promise<void> {
    try {
      await run(async (context) => {
        const list = context.workbook.settings;
        for (const [key, value] of Object.entries(settings)) {
          const name = `${SETTING_PREFIX}${key}`;
          if (value !== null) list.add(name, value);
          else if (settingKeys.includes(name)) list.getItem(name).delete();
        }
        await context.sync();
      });
    } catch (error) {
      throw hostFailure(error, 'untouched');
    }
    const names = (isKept: boolean): string[] =>
      Object.keys(settings)
        .filter((key) => (settings[key] !== null) === isKept)
        .map((key) => `${SETTING_PREFIX}${key}`);
    const removed = new Set(names(false));
    settingKeys = [...new Set([...settingKeys, ...names(true)])].filter((key) => !removed.has(key));
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
        const stop = await followEvents(context, ({ kind, sheetId, range, isOwn }) => {
          if (kind === 'edited' && (isOwn || own.recognise(sheetId, range))) return;
          listener({ kind, sheet: known.find(({ id }) => id === sheetId)?.name ?? '', range });
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

  return { read, apply, addSheet, copySheet: copy, saveSettings, select, follow };
}

/** One plan a sheet: two plans for one sheet add up. */
function joinPlans(plans: readonly WritePlan[]): readonly WritePlan[] {
  const joined = new Map<string, WritePlan>();
  for (const plan of plans) {
    const { sheet } = plan;
    const { writes = [], marks = [] } = joined.get(sheet) ?? {};
    joined.set(sheet, { sheet, writes: [...writes, ...plan.writes], marks: [...marks, ...plan.marks] });
  }
  return [...joined.values()];
}

function ownSettings(settings: ReadResult['settings']): Readonly<Record<string, string>> {
  const ours = settings.flatMap(({ key, value }): [string, string][] =>
    key.startsWith(SETTING_PREFIX) && typeof value === 'string'
      ? [[key.slice(SETTING_PREFIX.length), value]]
      : [],
  );
  return Object.fromEntries(ours);
}
