/** Tells which cells are covered by merged ones, so that nothing is written where nobody would see it. */
import type { GridCell } from '../../form/grid';
import type { CellArea } from './sheetParser';

/** A hostile file must not bring too many. */
const MOST_COVERED = 200_000;

/** Marks all cells of merged ones but the first, as far as the grid reaches; `blankAt` gives a cell that does not exist. */
export function coverMerged(
  rows: (GridCell | undefined)[][],
  columnCount: number,
  merges: readonly CellArea[],
  blankAt: (row: number, column: number) => GridCell,
): void {
  let budget = MOST_COVERED;
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      for (let column = left; column <= Math.min(right, columnCount - 1); column += 1) {
        if (row === top && column === left) continue;
        budget -= 1;
        if (budget < 0) return;
        const cells = (rows[row] ??= []);
        cells[column] = { ...(cells[column] ?? blankAt(row, column)), isCovered: true };
      }
    }
  }
}
