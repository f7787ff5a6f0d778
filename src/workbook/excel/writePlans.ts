/**
 * Writes plans into Excel so that all or nothing is done, and never over what somebody has changed since the sheets were read: what can be told
 * beforehand stops the batch, what is only seen while it is written is put back at once.
 */
import { keepStanding, reversePlan } from '../../form/reversePlan';
import type { Mark, WritePlan } from '../../form/writePlan';
import { HostFailure, hostFailure, hostPlace, type WorkbookState } from '../hostFailure';
import { checkWrites, wantedMarks } from '../planCheck';
import { WriteRefused } from '../writeRefused';
import { changedSince } from './changedSince';
import { changeMarks, hasDoubles } from './changeMarks';
import { to1904 } from './dates1904';
import { isGuard } from './guardSheet';
import type { ReadSheet } from './readSheets';
import { groupRuns, restoringRun } from './valueRuns';
import type { EditedCell } from './watchCells';
import { writeSheets, type SheetChange, type WrittenSheet } from './writeSheets';

/** The sheets as the door knows them. */
export interface SheetShelf {
  /** A sheet as it was last read, null when it was not read since it was written. */
  readonly lastRead: (name: string) => ReadSheet | null;
  /** Reads sheets; those that are gone are not there afterwards. Rejects with `HostFailure`. */
  readonly readAnew: (names: readonly string[]) => Promise<unknown>;
  /** The name by which a sheet went when sheets were last read; null when it was gone. */
  readonly nameOf: (id: string) => string | null;
  /** True when somebody was seen to change the sheet since it was read. */
  readonly isTouched: (sheet: ReadSheet) => boolean;
  /** The rules without content that stood on a sheet before a write failed there; null where none did. */
  readonly rulesBeforeFailure: (name: string) => readonly string[] | null;
  /** Merged cells cover these cells of a sheet, as was seen when they were written. */
  readonly cover: (id: string, cells: readonly string[]) => void;
  /** Writes in one round trip: `batch` does what `changes` say. */
  readonly write: <T>(
    changes: readonly SheetChange[],
    batch: (context: Excel.RequestContext) => Promise<T>,
  ) => Promise<T>;
}

/** One sheet's part of the work. */
interface Task {
  readonly plan: WritePlan;
  /** The sheet that the plan was made for. */
  readonly read: ReadSheet;
}

/** A guard that stops a batch has seen what the next look sees as well, unless somebody goes on typing. */
const ATTEMPTS = 3;

/** Writes all plans. Rejects with `WriteRefused` or `HostFailure`. */
export async function writePlans(shelf: SheetShelf, given: readonly WritePlan[]): Promise<void> {
  const plans = joinPlans(given);
  const unread = plans.map(({ sheet }) => sheet).filter((sheet) => !shelf.lastRead(sheet));
  if (unread.length > 0) await shelf.readAnew(unread);
  let tasks: readonly Task[] = plans.map((plan) => ({ plan, read: readOf(shelf, plan.sheet) }));
  let isGuarded = true;
  if (tasks.some(({ read }) => shelf.isTouched(read))) tasks = (await lookAgain(shelf, tasks)).tasks;
  for (let attempt = 1; ; attempt += 1) {
    const changes = tasks.flatMap(({ plan }) => changeOf(shelf, plan) ?? []);
    if (changes.length === 0) return;
    const undo = tasks.map(({ plan }): Task => {
      const read = readOf(shelf, plan.sheet);
      return { plan: reversePlan(plan, read.snapshot.marks), read };
    });
    let written: readonly WrittenSheet[];
    try {
      written = await write(shelf, changes, isGuarded);
    } catch (error) {
      if (!isGuarded || !isGuard(hostPlace(error))) throw hostFailure(error, await putBack(shelf, undo, []));
      if (attempt === ATTEMPTS)
        throw new HostFailure('changed', 'untouched', hostFailure(error, 'untouched').details);
      const again = await lookAgain(shelf, tasks);
      tasks = again.tasks;
      isGuarded = again.hasChanged;
      continue;
    }
    await settle(shelf, { tasks, undo, written });
    return;
  }
}

function write(
  shelf: SheetShelf,
  changes: readonly SheetChange[],
  isGuarded: boolean,
): Promise<readonly WrittenSheet[]> {
  return shelf.write(changes, (context) => writeSheets(context, changes, isGuarded));
}

interface Written {
  readonly tasks: readonly Task[];
  readonly undo: readonly Task[];
  readonly written: readonly WrittenSheet[];
}

/** Looks at what was found while it was written. */
async function settle(shelf: SheetShelf, { tasks, undo, written }: Written): Promise<void> {
  const edited = written.map(({ read, edited: cells, moved }) => {
    const plan = tasks.find((task) => task.plan.sheet === read.snapshot.grid.sheet)?.plan;
    return { read, cells: cells.filter((cell) => !isWanted(cell, plan)), moved };
  });
  for (const { read, cells, moved } of edited) {
    const cell = cells[0]?.cell ?? moved[0];
    if (cell === undefined) continue;
    const { sheet } = read.snapshot.grid;
    const state = await putBack(shelf, undo, edited);
    if (state === 'untouched') throw new WriteRefused({ kind: 'edited', sheet, cell });
    throw new HostFailure('changed', state, `edited meanwhile: ${cell}`);
  }
  const covered = written.filter(({ dropped }) => dropped.length > 0);
  for (const { read, dropped } of covered) {
    const [cell = ''] = dropped;
    const { sheet } = read.snapshot.grid;
    const state = await putBack(shelf, undo, []);
    for (const other of covered) shelf.cover(other.read.id, other.dropped);
    if (state === 'untouched') throw new WriteRefused({ kind: 'covered', sheet, cell });
    throw new HostFailure('changed', state, `covered by merged cells: ${cell}`);
  }
  // Whoever wrote the very same has marked it as well.
  const others = written.filter(({ hasOtherRules, edited: cells }) => hasOtherRules || cells.length > 0);
  if (others.length > 0) await removeDoubles(shelf, tasks, others);
}

/** Another window may have written the very same. */
function isWanted({ cell, value, formula }: EditedCell, plan: WritePlan | undefined): boolean {
  return (
    formula === null && (plan?.writes.some((write) => write.cell === cell && write.value === value) ?? false)
  );
}

/** Two windows that marked the same rows at the same time leave each mark twice. */
async function removeDoubles(
  shelf: SheetShelf,
  tasks: readonly Task[],
  others: readonly WrittenSheet[],
): Promise<void> {
  const names = others.map(({ read }) => read.snapshot.grid.sheet);
  try {
    await shelf.readAnew(names);
    const changes = tasks.flatMap(({ plan }) => {
      const isDouble = names.includes(plan.sheet) && hasDoubles(readOf(shelf, plan.sheet).marks);
      return isDouble ? (changeOf(shelf, plan, true) ?? []) : [];
    });
    if (changes.length > 0) await write(shelf, changes, true);
  } catch (error) {
    throw hostFailure(error, 'unsure');
  }
}

/** Reads the sheets again. Throws `WriteRefused` when what the plans were made from has changed. */
async function lookAgain(
  shelf: SheetShelf,
  tasks: readonly Task[],
): Promise<{ readonly tasks: readonly Task[]; readonly hasChanged: boolean }> {
  const found = await findSheets(shelf, tasks);
  let hasChanged = false;
  for (const [index, task] of found.entries()) {
    const before = tasks[index];
    if (!task || !before) throw new WriteRefused({ kind: 'no-sheet', sheet: before?.plan.sheet ?? '' });
    const now = readOf(shelf, task.plan.sheet);
    const [was, is] = [task.read.snapshot.grid, now.snapshot.grid];
    const cell = changedSince(was, is, task.plan.writes);
    if (cell !== null) throw new WriteRefused({ kind: 'edited', sheet: task.plan.sheet, cell });
    hasChanged ||= changedSince(was, is, []) !== null || idsOf(now) !== idsOf(task.read);
  }
  return { tasks: found.flatMap((task) => task ?? []), hasChanged };
}

function idsOf({ marks }: ReadSheet): string {
  return marks.map(({ id }) => id).join();
}

/** After a failed write: part of it may have been done, so what stands there of ours is taken back, to what others had typed where they had. */
async function putBack(
  shelf: SheetShelf,
  undo: readonly Task[],
  edited: readonly { readonly read: ReadSheet; readonly cells: readonly EditedCell[] }[],
): Promise<WorkbookState> {
  try {
    const found = await findSheets(shelf, undo);
    const changes = found.flatMap((task) => {
      if (!task) return [];
      const { snapshot } = readOf(shelf, task.plan.sheet);
      const { plan } = keepStanding(task.plan, snapshot.grid);
      const typed = edited.find(({ read }) => read.id === task.read.id)?.cells ?? [];
      const replaced = typed.filter(({ cell }) => plan.writes.some((write) => write.cell === cell));
      const own = plan.writes.filter(({ cell }) => !replaced.some((one) => one.cell === cell));
      const change = changeOf(shelf, { ...plan, writes: own }) ?? {
        read: readOf(shelf, plan.sheet),
        runs: [],
        marks: null,
      };
      const runs = [...change.runs, ...replaced.map((cell) => restoringRun(cell, !snapshot.isProtected))];
      return runs.length === 0 && change.marks === null ? [] : [{ ...change, runs }];
    });
    if (changes.length > 0) await write(shelf, changes, false);
    return 'untouched';
  } catch {
    return 'unsure';
  }
}

/** Reads the sheets of tasks, under the names that they have by now; null for a sheet that is gone. */
async function findSheets(shelf: SheetShelf, tasks: readonly Task[]): Promise<readonly (Task | null)[]> {
  await shelf.readAnew(tasks.map(({ plan }) => plan.sheet));
  const found = tasks.map(({ plan, read }): Task | null => {
    const name = shelf.nameOf(read.id);
    return name === null ? null : { plan: { ...plan, sheet: name }, read };
  });
  const renamed = found.flatMap((task) =>
    task && shelf.lastRead(task.plan.sheet)?.id !== task.read.id ? [task.plan.sheet] : [],
  );
  if (renamed.length > 0) await shelf.readAnew(renamed);
  return found;
}

/** What a plan changes on a sheet as it was last read; null when it changes nothing. Throws `WriteRefused`. */
export function changeOf(shelf: SheetShelf, plan: WritePlan, removesDoubles = false): SheetChange | null {
  const read = readOf(shelf, plan.sheet);
  const { grid, isProtected } = read.snapshot;
  const writes = checkWrites(plan, grid, () => isProtected).map(({ write }) => write);
  const wanted: readonly Mark[] = [...wantedMarks(plan)].map(([label, ranges]) => ({ label, ranges }));
  const before = shelf.rulesBeforeFailure(plan.sheet);
  const leftovers = before ? read.emptyRules.filter((id) => !before.includes(id)) : [];
  const change = changeMarks(read.marks, wanted, removesDoubles);
  // Excel lets nobody change the formats of a protected sheet, and we never take a protection off.
  const isMarked = isProtected || (leftovers.length === 0 && change === null);
  const { removed, updated, added } = change ?? { removed: [], updated: [], added: [] };
  const marks = isMarked ? null : { removed: [...removed, ...leftovers], updated, added, wanted };
  if (writes.length === 0 && marks === null) return null;
  // On a protected sheet a format can be changed no more than a mark can be added.
  const stored = read.isFrom1904 ? to1904(writes, grid) : writes;
  const runs = groupRuns(stored, {
    cellAt: (row, column) => grid.rows[row]?.[column],
    areFormatsFixed: isProtected,
    hasHiddenRows: read.hasHiddenRows,
  });
  return { read, runs, marks };
}

function readOf(shelf: SheetShelf, sheet: string): ReadSheet {
  const read = shelf.lastRead(sheet);
  if (!read) throw new WriteRefused({ kind: 'no-sheet', sheet });
  return read;
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
