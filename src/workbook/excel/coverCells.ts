/** Marks cells that merged ones cover, as far as that is known: Excel cannot be asked without losing the person's undo. */
import { parseCellName } from '../../form/address';
import type { Grid, GridCell } from '../../form/grid';

const BLANK_CELL: GridCell = { value: null, text: '', format: 'General', formula: null, writable: true };

/** The grid with these cells covered, as far as nothing stands in them; the same grid for none. */
export function coverCells(grid: Grid, cells: readonly string[]): Grid {
  if (cells.length === 0) return grid;
  const rows = grid.rows.map((row) => (row ? [...row] : undefined));
  for (const name of cells) {
    const place = parseCellName(name);
    const row = place && rows[place.row];
    if (!row) continue;
    const cell = row[place.column] ?? BLANK_CELL;
    if (cell.value === null && cell.formula === null) row[place.column] = { ...cell, isCovered: true };
  }
  return { ...grid, rows };
}
