/**
 * The use case "撤销写入": puts back what a recalculation replaced and takes its marks off. A cell that somebody has changed since stays as it
 * is. The undo is ours, since what an add-in writes may be beyond Excel's own.
 */
import { keepStanding } from '../form/reversePlan';
import type { WritePlan } from '../form/writePlan';
import type { Workbook } from '../workbook/workbook';

export interface Reverted {
  /** Cells that hold their old value again. */
  readonly restored: number;
  /** Cells that were changed since, and sheets that are gone: they were left alone. */
  readonly kept: readonly { readonly sheet: string; readonly cell: string }[];
  readonly missingSheets: readonly string[];
}

/** Applies the `undo` of a recalculation: one round trip to look, one to write. */
export async function revert(workbook: Workbook, undo: readonly WritePlan[]): Promise<Reverted> {
  const { sheets } = await workbook.read(undo.map(({ sheet }) => sheet));
  const grids = new Map(sheets.map(({ grid }) => [grid.sheet, grid]));
  const standing = undo.flatMap((plan) => {
    const grid = grids.get(plan.sheet);
    return grid ? [keepStanding(plan, grid)] : [];
  });
  await workbook.apply(standing.map(({ plan }) => plan));
  return {
    restored: standing.reduce((count, { plan }) => count + plan.writes.length, 0),
    kept: standing.flatMap(({ plan, changed }) => changed.map(({ cell }) => ({ sheet: plan.sheet, cell }))),
    missingSheets: undo.map(({ sheet }) => sheet).filter((sheet) => !grids.has(sheet)),
  };
}
