/**
 * Writes to Excel in one round trip: values by runs, marks as conditional formats of ours. What could be refused because the sheet has changed
 * comes first, so that Excel stops before anything is written.
 */
import { cellName, parseRange } from '../../form/address';
import type { Grid } from '../../form/grid';
import type { Mark } from '../../form/writePlan';
import { MARK_FILLS, type MarkRule } from '../makeMarkRules';
import { areaAround, areaName, type CellArea, type CellPlace } from './cellAreas';
import type { RuleChange } from './changeMarks';
import { guardSheet } from './guardSheet';
import type { ReadSheet } from './readSheets';
import { writtenCells, type ValueRun } from './valueRuns';
import { watchCells, watchLabels, type EditedCell, type PlacedRun } from './watchCells';

/** What one sheet is to become. */
export interface SheetChange {
  /** The sheet as it was read. */
  readonly read: ReadSheet;
  readonly runs: readonly ValueRun[];
  /** Null leaves the marks as they are; else also all those that are wanted. */
  readonly marks: (RuleChange & { readonly wanted: readonly Mark[] }) | null;
}

/** What was found on a sheet while it was written. */
export interface WrittenSheet {
  readonly read: ReadSheet;
  /** Cells that somebody had changed since the sheet was read, of those that were written. */
  readonly edited: readonly EditedCell[];
  /** Labels beside the written cells that were not where they had been read: rows have moved. */
  readonly moved: readonly string[];
  /** True when conditional formats came or went since, as far as the written cells do not tell it. */
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
  for (const { changeMarks } of steps) changeMarks();
  const written = steps.map(({ read, runs }) => runs.map((run) => writeAndLook(read.snapshot.grid, run)));
  for (const { sheet, runs, added } of steps) addMarks(sheet, runs, added);
  await context.sync();
  return steps.map(({ read, found }, index) => ({
    read,
    ...found(),
    dropped: (written[index] ?? []).flatMap((findDropped) => findDropped()),
  }));
}

/** Writes a run and looks at what stands there then; only where nothing stood before can it be lost. */
function writeAndLook(grid: Grid, { run, cells }: PlacedRun): () => readonly string[] {
  writeRun(cells, run);
  const blanks = blanksOf(grid, run);
  const [first] = writtenCells(run);
  if (!first || blanks.length === 0) return () => [];
  // Not the values: those of the same cells may have been asked for ahead of the write.
  cells.load('valueTypes');
  return () => {
    // Called after the round trip, which the rules do not see from here.
    const types: readonly (readonly unknown[])[] = cells.valueTypes;
    return blanks
      .filter(({ row }) => types[row - first.row]?.[0] === 'Empty' && run.values[row - first.row]?.[0] !== '')
      .map(({ row, column }) => cellName(row, column));
  };
}

interface Step {
  readonly read: ReadSheet;
  readonly sheet: Excel.Worksheet;
  readonly runs: readonly PlacedRun[];
  readonly added: readonly MarkRule[];
  readonly changeMarks: () => void;
  readonly found: () => Pick<WrittenSheet, 'edited' | 'moved' | 'hasOtherRules'>;
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
  // Somebody who marks the same sheet at the same time writes the same cells as well, where there are any to be written.
  const isCounted = marks !== null && runs.length === 0;
  const { removed = [], updated = [], added = [] } = marks ?? {};
  const isAsked = isCounted || removed.length > 0 || updated.length > 0;
  // Nothing is read here: these are the way to what is written.
  // eslint-disable-next-line office-addins/load-object-before-read
  const formats = isAsked ? sheet.getRange().conditionalFormats : null;
  const going = removed.map((id) => formats?.getItem(id));
  const staying = updated.map(({ id, rule }) => ({ format: formats?.getItem(id), rule }));
  if (isGuarded)
    guardSheet(
      sheet,
      grid,
      runs.flatMap((run) => blanksOf(grid, run)),
    );
  const placed = runs.map((run): PlacedRun => ({ run, cells: sheet.getRange(run.range) }));
  const findEdited = watchCells(
    read,
    placed.filter(({ run }) => !isGuarded || blanksOf(grid, run).length < writtenCells(run).length),
  );
  const findMoved = watchLabels(sheet, read, runs);
  const count = isCounted ? formats?.getCount() : undefined;
  return {
    read,
    sheet,
    runs: placed,
    added,
    changeMarks: () => {
      for (const format of going) format?.delete();
      for (const { format, rule } of staying) if (format) format.custom.rule.formula = `=${rule.formula}`;
    },
    found: () => ({
      edited: findEdited(),
      moved: findMoved(),
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

/**
 * Excel puts a new rule ahead of the others, so the worst is added last. Rules that remember scores are all put on the rectangle around their cells,
 * since where each score stands is told by the formula: one that is written anyway costs nothing more.
 */
function addMarks(sheet: Excel.Worksheet, runs: readonly PlacedRun[], rules: readonly MarkRule[]): void {
  const memory = areaAround(rules.flatMap(({ level, ranges }) => (level === null ? ranges : [])));
  const remembering = memory === null ? null : (findRun(runs, memory) ?? sheet.getRange(areaName(memory)));
  for (const { formula, ranges, level } of [...rules].reverse()) {
    const places = level === null ? remembering : sheet.getRanges(ranges.join(','));
    if (!places) continue;
    const { custom } = places.conditionalFormats.add('Custom');
    if (level !== null) custom.format.fill.color = `#${MARK_FILLS[level]}`;
    // Last, so that a rule that says something is complete, also when Excel fails between.
    custom.rule.formula = `=${formula}`;
  }
}

/** The cells of the run that such a rectangle is part of. */
function findRun(runs: readonly PlacedRun[], { top, left, bottom, right }: CellArea): Excel.Range | null {
  const found = runs.find(({ run }) => {
    const area = parseRange(run.range);
    return area?.left === left && area.right === right && area.top <= top && area.bottom >= bottom;
  });
  return found?.cells ?? null;
}
