/** A sheet being drawn: logical columns may have blank ones between them, and blank rows may stand before any new row. */
import { cellName } from '../../src/form/address';
import type { Grid } from '../../src/form/grid';
import { buildGrid, type CellSpec } from '../form/buildGrid';
import type { Chooser } from './choose';

export interface Canvas {
  /** Goes to the next row; with `isTight` no blank row comes between. Gives its number, from 1. */
  readonly next: (isTight?: boolean) => number;
  /** Puts a cell into the current row and gives its address. */
  readonly put: (column: number, spec: CellSpec) => string;
  /** The address of a place in the current row. */
  readonly at: (column: number) => string;
  readonly grid: () => Grid;
}

/** What stands around and between the cells of a sheet without meaning anything. */
export interface Spacing {
  readonly top: number;
  readonly left: number;
  /** A blank column comes before each of these logical ones. */
  readonly gaps: readonly number[];
  /** Of 100 rows so many have a blank one before them. */
  readonly blankRows: number;
}

export function chooseSpacing(choose: Chooser): Spacing {
  return {
    top: choose.pick('top', [0, 0, 1, 3]),
    left: choose.pick('left', [0, 0, 1, 2]),
    gaps: [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((column) => choose.chance(`gap${column}`, 4)),
    blankRows: choose.pick('blankRows', [0, 0, 0, 5, 20]),
  };
}

export function drawOn(choose: Chooser, { top, left, gaps, blankRows }: Spacing): Canvas {
  const rows: CellSpec[][] = Array.from({ length: top }, () => []);
  const place = (column: number): number => left + column + gaps.filter((gap) => gap <= column).length;
  const at = (column: number): string => cellName(rows.length - 1, place(column));
  return {
    next: (isTight = false) => {
      if (!isTight && choose.chance(`blank${rows.length}`, blankRows)) rows.push([]);
      rows.push([]);
      return rows.length;
    },
    put: (column, spec) => {
      const line = rows.at(-1) ?? [];
      while (line.length < place(column)) line.push(null);
      line[place(column)] = spec;
      return at(column);
    },
    at,
    grid: () => buildGrid(rows),
  };
}
