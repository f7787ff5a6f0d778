/** What both doors ask of a plan before they write anything: every cell exists, may be written, and gets a value that a cell can hold. */
import type { EntryValue } from '../engine/entry';
import { parseCellName } from '../form/address';
import type { Grid, GridCell } from '../form/grid';
import type { CellWrite, Mark, MarkLabel, WritePlan } from '../form/writePlan';
import { WriteRefused, type WriteRefusal } from './writeRefused';
import { LAST_COLUMN, LAST_ROW, MAX_CELL_TEXT } from './xlsx/limits';

export interface PlacedWrite {
  readonly row: number;
  readonly column: number;
  readonly write: CellWrite;
}

/**
 * The writes of a plan that change something, the last one for each cell. `isHoleLocked` tells whether a cell that the grid does not have is
 * locked. Throws `WriteRefused`.
 */
export function checkWrites(
  plan: WritePlan,
  grid: Grid,
  isHoleLocked: (row: number, column: number) => boolean,
): readonly PlacedWrite[] {
  const needed = new Map<string, PlacedWrite>();
  for (const write of plan.writes) {
    const place = parseCellName(write.cell);
    if (!place || place.row > LAST_ROW || place.column > LAST_COLUMN)
      throw refuse('address', plan, write.cell);
    const cell = grid.rows[place.row]?.[place.column];
    if (cell && cell.formula !== null) throw refuse('formula', plan, write.cell);
    if (cell ? !cell.writable : isHoleLocked(place.row, place.column))
      throw refuse('locked', plan, write.cell);
    if (!canHold(write.value)) throw refuse('value', plan, write.cell);
    if (isSame(cell, write.value)) needed.delete(write.cell);
    else needed.set(write.cell, { ...place, write });
  }
  return [...needed.values()];
}

/** The ranges that a plan wants marked, by label; labels without ranges are absent. Throws `WriteRefused` for an address that is none. */
export function wantedMarks(plan: WritePlan): ReadonlyMap<MarkLabel, readonly string[]> {
  const marks = new Map<MarkLabel, readonly string[]>();
  for (const { label, ranges } of plan.marks) {
    const wrong = ranges.find((range) => !isRange(range));
    if (wrong !== undefined) throw refuse('address', plan, wrong);
    const all = [...new Set([...(marks.get(label) ?? []), ...ranges])];
    if (all.length > 0) marks.set(label, all);
  }
  return marks;
}

/** True when marks cover the same ranges by label, however they are divided. */
export function sameMarks(some: readonly Mark[], others: readonly Mark[]): boolean {
  return describe(some) === describe(others);
}

function describe(marks: readonly Mark[]): string {
  const places = marks.flatMap(({ label, ranges }) => ranges.map((range) => `${label} ${range}`));
  return [...new Set(places)].sort().join('\n');
}

function refuse(
  kind: Exclude<WriteRefusal['kind'], 'signed' | 'structure' | 'no-sheet' | 'result'>,
  { sheet }: WritePlan,
  cell: string,
): WriteRefused {
  return new WriteRefused({ kind, sheet, cell });
}

function canHold(value: EntryValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'string' || value.length <= MAX_CELL_TEXT;
}

function isSame(cell: GridCell | undefined, value: EntryValue): boolean {
  const standing = cell?.value ?? null;
  return value === '' ? standing === null : standing === value;
}

function isRange(range: string): boolean {
  const ends = range.split(':');
  return ends.length <= 2 && !range.includes('$') && ends.every((end) => parseCellName(end) !== null);
}
