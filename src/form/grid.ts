/**
 * A sheet as plain data: only cells that hold something, by row and column counted from 0. Both doors of the
 * workbook produce it; everything in `form/` reads it and nothing else.
 */
import { BLANK, type Entry } from '../engine/entry';

export interface GridCell extends Entry {
  /** The formula without its leading "=", null for a typed value. */
  readonly formula: string | null;
  /** False when the sheet is protected and the cell is locked: it must not be written. */
  readonly writable: boolean;
  /** True where merged cells are known to cover it: nobody would see what is written there. Excel is not asked for merged cells. */
  readonly isCovered?: true;
}

export interface Grid {
  readonly sheet: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** `rows[r]?.[c]`; holes are blank cells. */
  readonly rows: readonly (readonly (GridCell | undefined)[] | undefined)[];
}

/** The entry at a place, `BLANK` where nothing stands. */
export function entryAt(grid: Grid, row: number, column: number): Entry {
  return grid.rows[row]?.[column] ?? BLANK;
}

/** The same function, which makes what it makes of a sheet once for each state of it, and forgets it with that. */
export function onceForGrid<Made extends object>(make: (grid: Grid) => Made): (grid: Grid) => Made {
  const known = new WeakMap<Grid, Made>();
  return (grid) => {
    let made = known.get(grid);
    if (made === undefined) {
      made = make(grid);
      known.set(grid, made);
    }
    return made;
  };
}
