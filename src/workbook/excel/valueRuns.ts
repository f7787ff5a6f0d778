/** Groups the cells of a plan into as few ranges as will do, so that a column of scores is one call to Excel. */
import type { EntryValue } from '../../engine/entry';
import { parseCellName, rangeName } from '../../form/address';
import type { GridCell } from '../../form/grid';
import { standsForError } from '../errorCode';
import type { CellWrite } from '../../form/writePlan';
import type { CellPlace } from './cellAreas';
import type { CellContent } from './gridOfRange';

/**
 * Cells of one column, one row each. Excel leaves a cell as it is for which it is given null (learn.microsoft.com, "null input in 2-D array"), so
 * that a run may step over cells that are not to be written.
 */
export interface ValueRun {
  /** "G9:G12" */
  readonly range: string;
  /** "" empties a cell; null is a cell that is stepped over. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  /**
   * The number formats that cells need while they are set, null where their own will do. Excel reads a text as if it were typed ("97.5%"
   * becomes a number) unless the format is text, and under the text format a number becomes a text.
   */
  readonly formatsMeanwhile: readonly (readonly (string | null)[])[];
  /** Their own number formats, to be put back; null where `formatsMeanwhile` is null. */
  readonly formats: readonly (readonly (string | null)[])[];
}

/** What has to be known of a sheet to write to it. */
export interface RunSettings {
  /** The cell as it was read; undefined where nothing was. */
  readonly cellAt: (row: number, column: number) => GridCell | undefined;
  /**
   * Formats that are fixed, those of a protected sheet, cannot be changed meanwhile: a text that could be read as something else then gets a sign that
   * it is text.
   */
  readonly areFormatsFixed: boolean;
  /** Excel is known to put the values of a range into wrong cells where a filter hides some of its rows, so each cell is a run there. */
  readonly hasHiddenRows: boolean;
}

const TEXT_FORMAT = '@';

/** A range of its own costs as much as some forty cells that are stepped over. */
const WIDEST_GAP = 30;

interface Placed extends CellPlace {
  readonly value: string | number | boolean;
  readonly format: string | null;
  readonly formatMeanwhile: string | null;
}

/** The runs of a plan's writes. */
export function groupRuns(writes: readonly CellWrite[], settings: RunSettings): readonly ValueRun[] {
  const runs: Placed[][] = [];
  const placed = writes.flatMap((write) => placeWrite(write, settings) ?? []);
  placed.sort((a, b) => a.column - b.column || a.row - b.row);
  for (const cell of placed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isReached(last, cell, settings)) run.push(cell);
    else runs.push([cell]);
  }
  return runs.flatMap((cells) => runOf(cells) ?? []);
}

/** True when a run can go on to a cell: all between them hold something of their own that may be written, but is not. */
function isReached(last: Placed, next: Placed, { cellAt, hasHiddenRows }: RunSettings): boolean {
  const gap = next.row - last.row - 1;
  if (hasHiddenRows || last.column !== next.column || gap < 0 || gap > WIDEST_GAP) return false;
  return Array.from({ length: gap }, (_, index) => cellAt(last.row + 1 + index, last.column)).every(
    // A blank one may be part of a merged cell, and one with a formula of an array that must not be cut.
    (cell) => cell?.writable === true && cell.value !== null && cell.formula === null,
  );
}

function runOf(cells: readonly Placed[]): ValueRun | null {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return null;
  const byRow = new Map(cells.map((cell) => [cell.row, cell]));
  const rows = Array.from({ length: last.row - first.row + 1 }, (_, index) => byRow.get(first.row + index));
  return {
    range: rangeName(first.row, first.column, last.row, first.column),
    values: rows.map((cell) => [cell?.value ?? null]),
    formatsMeanwhile: rows.map((cell) => [cell?.formatMeanwhile ?? null]),
    formats: rows.map((cell) => [cell && cell.formatMeanwhile !== null ? cell.format : null]),
  };
}

/** The cells that a run writes, without those that it steps over. */
export function writtenCells({ range, values }: ValueRun): readonly CellPlace[] {
  const first = parseCellName(range.split(':')[0] ?? '');
  if (!first) return [];
  return values.flatMap(([value], index) =>
    value === null ? [] : [{ row: first.row + index, column: first.column }],
  );
}

/**
 * Puts a cell back as it was found.
 * @param setsFormat false on a protected sheet, where Excel lets nobody change a format
 */
export function restoringRun(
  { cell, value, formula, format }: { readonly cell: string; readonly format: string } & CellContent,
  setsFormat: boolean,
): ValueRun {
  const isText = formula === null && typeof value === 'string' && !standsForError(value, format);
  const content = typedValue(value, format, !setsFormat);
  return {
    range: `${cell}:${cell}`,
    values: [[formula === null ? content : `=${formula}`]],
    formatsMeanwhile: [[setsFormat ? (isText ? TEXT_FORMAT : 'General') : null]],
    formats: [[setsFormat ? format : null]],
  };
}

function placeWrite({ cell, value }: CellWrite, { cellAt, areFormatsFixed }: RunSettings): Placed | null {
  const at = parseCellName(cell);
  if (!at) return null;
  const format = cellAt(at.row, at.column)?.format ?? null;
  const isFixed = areFormatsFixed || format === null;
  const formatMeanwhile = isFixed ? null : meanwhile(value, format);
  return { ...at, value: typedValue(value, format, isFixed), format, formatMeanwhile };
}
/** Excel takes an apostrophe in front of a text for a sign that it is text, and leaves it out. */
function typedValue(value: EntryValue, format: string | null, isFixed: boolean): string | number | boolean {
  if (typeof value !== 'string') return value ?? '';
  const isPlain = value === '' || standsForError(value, format ?? 'General');
  const needsSign = value.startsWith("'") || (isFixed && format !== TEXT_FORMAT && !isScore(value));
  return needsSign && !isPlain ? `'${value}` : value;
}

/** "97.5分" is a text however it is typed. */
function isScore(value: string): boolean {
  return /^\d+(?:\.\d+)?\s*分$/.test(value);
}

function meanwhile(value: EntryValue, format: string): string | null {
  if (value === null || value === '' || standsForError(value, format)) return null;
  if (typeof value === 'string') return format === TEXT_FORMAT ? null : TEXT_FORMAT;
  return format === TEXT_FORMAT ? 'General' : null;
}
