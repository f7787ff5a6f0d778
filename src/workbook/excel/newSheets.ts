/** Adds sheets to Excel whole or not at all: finds a free name, and takes away what a batch that failed has left. */
import { hostCode, hostFailure, hostPlace, type WorkbookState } from '../hostFailure';
import { freeSheetName } from '../sheetName';
import { WriteRefused } from '../writeRefused';

/** Runs a batch of Office.js. */
export type RunBatch = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

export interface NewSheet<T> {
  /** The name wanted; it is made legal and free. */
  readonly wanted: string;
  /** Makes the sheet in one batch, with `showSheet` as its last calls. */
  readonly make: (context: Excel.RequestContext, name: string) => Promise<T>;
  /** Names under which a sheet that is not finished may stand. */
  readonly mayBeCalled: (found: string, name: string) => boolean;
  /** Asked when Excel refused a call of `make`, and what that left is gone: true makes the sheet again, in a way that does without. */
  readonly canDoWithout?: (place: string) => boolean;
}

export interface MadeSheet<T> {
  readonly name: string;
  /** What `make` resolved to; null when Excel made the sheet but would not go to it. */
  readonly made: T | null;
}

/** The workbook as it was before a sheet was added. */
interface SheetList {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly activeId: string;
  readonly isStructureProtected: boolean;
}

/** How often a sheet is tried; a name may be taken by a sheet that Excel does not list, such as a chart. */
const ATTEMPTS = 5;

/** Two round trips. Rejects with `WriteRefused` where no sheet can be added, or with `HostFailure`. */
export async function addNewSheet<T>(
  run: RunBatch,
  { wanted, make, mayBeCalled, canDoWithout = () => false }: NewSheet<T>,
): Promise<MadeSheet<T>> {
  const before = await run(readSheetList).catch((error: unknown) => {
    throw hostFailure(error, 'untouched');
  });
  if (before.isStructureProtected) throw new WriteRefused({ kind: 'structure' });
  const taken = [...before.names];
  for (let attempt = 1; ; attempt += 1) {
    const name = freeSheetName(wanted, taken);
    try {
      return { name, made: await run((context) => make(context, name)) };
    } catch (error) {
      if (isOnlyNotShown(error)) return { name, made: null };
      const isOurs = (found: string): boolean => mayBeCalled(found, name);
      const isTaken = hostCode(error) === 'ItemAlreadyExists';
      const state = await removeNew(
        run,
        before,
        isTaken ? (found) => found !== name && isOurs(found) : isOurs,
      );
      const isAgain = isTaken || canDoWithout(hostPlace(error));
      if (!isAgain || state !== 'untouched' || attempt === ATTEMPTS) throw hostFailure(error, state);
      if (isTaken) taken.push(name);
    }
  }
}

/** Goes to the first cell of a new sheet. */
export function showSheet(sheet: Excel.Worksheet): void {
  sheet.activate();
  sheet.getRange('A1').select();
}

/** True when all but `showSheet` was done: with two workbooks open Excel at times cannot go to a sheet (OfficeDev/office-js#771, #5118). */
function isOnlyNotShown(error: unknown): boolean {
  return ['Worksheet.activate', 'Range.select'].includes(hostPlace(error));
}

async function readSheetList(context: Excel.RequestContext): Promise<SheetList> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name');
  protection.load('protected');
  const active = worksheets.getActiveWorksheet();
  active.load('id');
  await context.sync();
  return {
    ids: worksheets.items.map(({ id }) => id),
    names: worksheets.items.map(({ name }) => name),
    activeId: active.id,
    isStructureProtected: protection.protected,
  };
}

/** Takes away the sheets that were not there before, and goes back to the one that was active. */
async function removeNew(
  run: RunBatch,
  before: SheetList,
  isOurs: (name: string) => boolean,
): Promise<WorkbookState> {
  try {
    await run(async (context) => {
      const now = await readSheetList(context);
      const added = now.ids.filter((id, index) => !before.ids.includes(id) && isOurs(now.names[index] ?? ''));
      if (added.length === 0) return;
      const { worksheets } = context.workbook;
      if (added.includes(now.activeId)) worksheets.getItem(before.activeId).activate();
      for (const id of added) worksheets.getItem(id).delete();
      await context.sync();
    });
    return 'untouched';
  } catch {
    return 'sheet-left';
  }
}
