/** Finds what somebody else has changed on a sheet between two readings. */
import { cellName } from '../../form/address';
import type { Grid, GridCell } from '../../form/grid';
import type { CellWrite } from '../../form/writePlan';
import { isSameContent } from './watchCells';

/**
 * The cell that holds something else than before, null when none does. One that is to be written goes first, since its name says most; one that holds
 * by now what is to be written is as good as written.
 */
export function changedSince(before: Grid, now: Grid, writes: readonly CellWrite[]): string | null {
  const wanted = new Map(writes.map(({ cell, value }) => [cell, value]));
  let found: string | null = null;
  for (let row = 0; row < Math.max(before.rowCount, now.rowCount); row += 1) {
    const [old, current] = [before.rows[row] ?? [], now.rows[row] ?? []];
    for (let column = 0; column < Math.max(old.length, current.length); column += 1) {
      if (isSameContent(old[column], current[column])) continue;
      const cell = cellName(row, column);
      if (!wanted.has(cell)) found ??= cell;
      else if (!holds(current[column], wanted.get(cell) ?? null)) return cell;
    }
  }
  return found;
}

function holds(cell: GridCell | undefined, value: CellWrite['value']): boolean {
  return (cell?.formula ?? null) === null && (cell?.value ?? null) === (value === '' ? null : value);
}
