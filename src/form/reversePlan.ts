/** Turns a plan round: what puts a sheet back as it was before the plan was applied. */
import type { EntryValue } from '../engine/entry';
import type { Grid } from './grid';
import { parseCellName } from './address';
import type { CellWrite, Mark, WritePlan } from './writePlan';

/** The plan that undoes a plan on a sheet that had these marks before. Reversing twice gives the plan again. */
export function reversePlan(plan: WritePlan, marksBefore: readonly Mark[]): WritePlan {
  return { sheet: plan.sheet, writes: plan.writes.map(reverseWrite), marks: marksBefore };
}

function reverseWrite({ cell, value, from, to, before }: CellWrite): CellWrite {
  return { cell, value: before, from: to, to: from, before: value };
}

export interface StillStanding {
  /** The plan without the writes whose cell was changed since. */
  readonly plan: WritePlan;
  /** Cells that hold something else by now: somebody typed there, and it stays. */
  readonly changed: readonly CellWrite[];
}

/** Leaves out what would replace anything but the value that the plan expects to find. */
export function keepStanding(plan: WritePlan, grid: Grid): StillStanding {
  const stands = (write: CellWrite): boolean => valueAt(grid, write.cell) === write.before;
  return {
    plan: { ...plan, writes: plan.writes.filter(stands) },
    changed: plan.writes.filter((write) => !stands(write)),
  };
}

function valueAt(grid: Grid, cell: string): EntryValue {
  const at = parseCellName(cell);
  return (at && grid.rows[at.row]?.[at.column]?.value) ?? null;
}
