/** The grid as it will be once a plan is applied: lets the marks tell what is still wrong then, not what was wrong before. */
import { parseCellName } from './address';
import type { Grid, GridCell } from './grid';
import type { CellResult } from './writePlan';

/** A copy of the grid with the written values, and the results that follow, in place; formats and formulas stay. */
export function applyWrites(grid: Grid, writes: readonly CellResult[]): Grid {
  const rows = new Map<number, Map<number, CellResult>>();
  for (const write of writes) {
    const at = parseCellName(write.cell);
    if (!at) continue;
    const row = rows.get(at.row) ?? new Map<number, CellResult>();
    rows.set(at.row, row.set(at.column, write));
  }
  return {
    ...grid,
    rows: grid.rows.map((cells, row) => {
      const changes = rows.get(row);
      return changes ? writeRow(cells ?? [], changes) : cells;
    }),
  };
}

function writeRow(
  cells: readonly (GridCell | undefined)[],
  changes: ReadonlyMap<number, CellResult>,
): readonly (GridCell | undefined)[] {
  const written = [...cells];
  for (const [column, { value, to }] of changes) {
    const before = cells[column] ?? { format: 'General', formula: null, writable: true };
    written[column] = { ...before, value, text: to };
  }
  return written;
}
