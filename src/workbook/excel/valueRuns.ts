/** Groups the cells of a plan into as few ranges as will do, so that a column of scores is one call to Excel. */
import type { EntryValue } from '../../engine/entry';
import { parseCellName, rangeName } from '../../form/address';
import { standsForError } from '../errorCode';
import type { CellWrite } from '../../form/writePlan';
import type { CellContent } from './gridOfRange';

/** Adjoining cells of one column. */
export interface ValueRun {
  /** "G9:G12" */
  readonly range: string;
  /** One row each; "" empties a cell. */
  readonly values: readonly (readonly (string | number | boolean)[])[];
  /**
   * The number format that the cells need while they are set, null when their own will do. Excel reads a text as if it were typed ("97.5%"
   * becomes a number) unless the format is text, and under the text format a number becomes a text.
   */
  readonly formatMeanwhile: string | null;
  /** Their own number formats, to be put back; only where `formatMeanwhile` is given. */
  readonly formats: readonly (readonly string[])[];
}

const TEXT_FORMAT = '@';

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  readonly format: string | null;
  readonly formatMeanwhile: string | null;
}

/**
 * The runs of a plan's writes; `formatAt` tells the number format of a cell, null where it was not read. Formats that are fixed, those of a
 * protected sheet, cannot be changed meanwhile: a text that could be read as something else then gets a sign that it is text.
 */
export function groupRuns(
  writes: readonly CellWrite[],
  formatAt: (row: number, column: number) => string | null,
  areFormatsFixed = false,
): readonly ValueRun[] {
  const runs: Placed[][] = [];
  const placed = writes.flatMap((write) => placeWrite(write, formatAt, areFormatsFixed) ?? []);
  placed.sort((a, b) => a.column - b.column || a.row - b.row);
  for (const cell of placed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const adjoins =
      last?.column === cell.column &&
      last.row + 1 === cell.row &&
      last.formatMeanwhile === cell.formatMeanwhile;
    if (run && adjoins) run.push(cell);
    else runs.push([cell]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    return {
      range: rangeName(first.row, first.column, first.row + run.length - 1, first.column),
      values: run.map(({ value }) => [value]),
      formatMeanwhile: first.formatMeanwhile,
      formats: run.map(({ format }) => [format ?? 'General']),
    };
  });
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
    formatMeanwhile: setsFormat ? (isText ? TEXT_FORMAT : 'General') : null,
    formats: [[format]],
  };
}

function placeWrite(
  { cell, value }: CellWrite,
  formatAt: (row: number, column: number) => string | null,
  areFormatsFixed: boolean,
): Placed | null {
  const at = parseCellName(cell);
  if (!at) return null;
  const format = formatAt(at.row, at.column);
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
