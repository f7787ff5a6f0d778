/** The grid as it will be once a plan is applied: lets the marks tell what is still wrong then, not what was wrong before. */
import { parseCellName } from './address';
import type { Grid, GridCell } from './grid';
import type { CellResult } from './writePlan';

const BLANK_CELL: GridCell = { value: null, text: '', format: 'General', formula: null, writable: true };

/** A copy of the grid with the written values, and the results that follow, in place; formats and formulas stay, and so do all other rows. */
export function applyWrites(grid: Grid, writes: readonly CellResult[]): Grid {
  // `slice` keeps holes: there may be a million of them.
  const rows = grid.rows.slice();
  const copies = new Map<number, (GridCell | undefined)[]>();
  for (const { cell, value, to } of writes) {
    const at = parseCellName(cell);
    if (!at || at.row >= rows.length) continue;
    const copy = copies.get(at.row) ?? rows[at.row]?.slice() ?? [];
    copy[at.column] = { ...(copy[at.column] ?? BLANK_CELL), value, text: to };
    copies.set(at.row, copy);
    rows[at.row] = copy;
  }
  return { ...grid, rows };
}
