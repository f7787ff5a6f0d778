/**
 * Writes to Excel in one round trip: values by runs, marks as conditional formats of ours. What could be refused because the sheet has changed
 * comes first, so that Excel stops before anything is written.
 */
import { cellName, parseCellName } from '../../form/address';
import type { Grid } from '../../form/grid';
import type { Mark } from '../../form/writePlan';
import { MARK_FILLS, markRules } from '../makeMarkRules';
import { areaName, areasOf, type CellPlace } from './cellAreas';
import { guardSheet } from './guardSheet';
import type { ReadSheet } from './readSheets';
import { writtenCells, type ValueRun } from './valueRuns';
import { watchCells, watchLabels, type EditedCell } from './watchCells';

/** What one sheet is to become. */
export interface SheetChange {
  /** The sheet as it was read. */
  readonly read: ReadSheet;
  readonly runs: readonly ValueRun[];
  /** Null leaves the marks as they are. */
  readonly marks: { readonly removed: readonly string[]; readonly added: readonly Mark[] } | null;
}

/** What was found on a sheet while it was written. */
export interface WrittenSheet {
  readonly read: ReadSheet;
  /** Cells that somebody had changed since the sheet was read. */
  readonly edited: readonly EditedCell[];
  /** True when conditional formats came or went since. */
  readonly hasOtherRules: boolean;
  /** Cells in which nothing stands although something was written there: merged cells cover them, and Excel drops what nobody would see. */
  readonly dropped: readonly string[];
}

/** @param isGuarded true stops, before anything is written, where somebody has typed into a blank cell or inserted or deleted rows */
export async function writeSheets(
  context: Excel.RequestContext,
  changes: readonly SheetChange[],
  isGuarded: boolean,
): Promise<readonly WrittenSheet[]> {
  const steps = changes.map((change) => prepare(context, change, isGuarded));
  for (const { remove } of steps) remove();
  const dropped = steps.map(({ sheet, grid, runs }) => runs.map((run) => writeAndLook(sheet, grid, run)));
  for (const { sheet, added } of steps) addMarks(sheet, added);
  await context.sync();
  return steps.map(({ found }, index) => ({
    ...found(),
    dropped: (dropped[index] ?? []).flatMap((find) => find()),
  }));
}

/** Writes a run and looks at what stands there then; only where nothing stood before can it be lost. */
function writeAndLook(sheet: Excel.Worksheet, grid: Grid, run: ValueRun): () => readonly string[] {
  const range = sheet.getRange(run.range);
  writeRun(range, run);
  const blanks = blanksOf(grid, run);
  const [first] = writtenCells(run);
  if (!first || blanks.length === 0) return () => [];
  range.load('values');
  return () => {
    // Called after the round trip, which the rules do not see from here.
    // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/call-sync-after-load
    const values: readonly (readonly unknown[])[] = range.values;
    return blanks
      .filter(({ row }) => values[row - first.row]?.[0] === '' && run.values[row - first.row]?.[0] !== '')
      .map(({ row, column }) => cellName(row, column));
  };
}

interface Step {
  readonly sheet: Excel.Worksheet;
  readonly grid: Grid;
  readonly runs: readonly ValueRun[];
  readonly added: readonly Mark[];
  readonly remove: () => void;
  readonly found: () => Omit<WrittenSheet, 'dropped'>;
}

/** Puts what has to be asked before anything is written into the batch. */
function prepare(
  context: Excel.RequestContext,
  { read, runs, marks }: SheetChange,
  isGuarded: boolean,
): Step {
  const { grid } = read.snapshot;
  // By its id: by now its name may be that of another sheet.
  const sheet = context.workbook.worksheets.getItem(read.id);
  // Nothing is read here: these are the way to what is written.
  // eslint-disable-next-line office-addins/load-object-before-read
  const formats = marks && sheet.getRange().conditionalFormats;
  const removed = (marks?.removed ?? []).map((id) => formats?.getItem(id));
  if (isGuarded)
    guardSheet(
      sheet,
      grid,
      runs.flatMap((run) => blanksOf(grid, run)),
    );
  const watched = runs.filter((run) => !isGuarded || blanksOf(grid, run).length < writtenCells(run).length);
  const findEdited = watchCells(sheet, read, watched);
  const findMoved = watchLabels(sheet, read, runs);
  const count = formats?.getCount();
  return {
    sheet,
    grid,
    runs,
    added: marks?.added ?? [],
    remove: () => {
      for (const format of removed) format?.delete();
    },
    found: () => ({
      read,
      edited: [...findEdited(), ...findMoved()],
      hasOtherRules: count !== undefined && count.value !== read.ruleCount,
    }),
  };
}

/** The cells that a run writes in which nothing stands. */
function blanksOf(grid: Grid, run: ValueRun): readonly CellPlace[] {
  return writtenCells(run).filter(({ row, column }) => {
    const cell = grid.rows[row]?.[column];
    return (cell?.value ?? null) === null && (cell?.formula ?? null) === null;
  });
}

/** Sets the cells of a run. */
export function writeRun(range: Excel.Range, { values, formatsMeanwhile, formats }: ValueRun): void {
  const copy = <T>(rows: readonly (readonly T[])[]): T[][] => rows.map((row) => [...row]);
  const needsOther = formatsMeanwhile.some(([format]) => format !== null);
  if (needsOther) range.numberFormat = copy(formatsMeanwhile);
  range.values = copy(values);
  if (needsOther) range.numberFormat = copy(formats);
}

/** Excel puts a new rule ahead of the others, so the worst is added last. */
function addMarks(sheet: Excel.Worksheet, marks: readonly Mark[]): void {
  for (const { formula, ranges, level } of [...markRules(marks)].reverse()) {
    const places = sheet.getRanges(level === null ? joinCells(ranges) : ranges.join(','));
    const { custom } = places.conditionalFormats.add('Custom');
    custom.rule.formula = `=${formula}`;
    if (level !== null) custom.format.fill.color = `#${MARK_FILLS[level]}`;
  }
}

/** The address of the cells of remembered scores, neighbours as one: where each of them stands is told by the formula. */
function joinCells(cells: readonly string[]): string {
  const places = cells.flatMap((cell) => parseCellName(cell) ?? []);
  return places.length === cells.length ? areasOf(places).map(areaName).join(',') : cells.join(',');
}
