/** Puts cells together into as few rectangles as will do, and rectangles into the addresses that Excel takes at once. */
import { cellName, parseRange, rangeName } from '../../form/address';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns counted from 0, all ends included. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Excel takes 8,192 characters of addresses at most. */
const LONGEST_ADDRESS = 8_000;

/** Rectangles that cover just these cells: neighbours in a row first, then rows that reach equally far. */
export function areasOf(cells: readonly CellPlace[]): readonly CellArea[] {
  const done: CellArea[] = [];
  let open: readonly CellArea[] = [];
  for (const run of runsOf(cells)) {
    const above = open.find(
      ({ left, right, bottom }) => left === run.left && right === run.right && bottom === run.top - 1,
    );
    const reachable = open.filter((area) => area !== above && area.bottom >= run.top - 1);
    done.push(...open.filter((area) => area !== above && area.bottom < run.top - 1));
    open = [...reachable, above ? { ...above, bottom: run.top } : run];
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Neighbouring cells of a row, from top to bottom. */
function runsOf(cells: readonly CellPlace[]): readonly CellArea[] {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.top === row && last.right >= column - 1) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}

/** The rectangle around ranges such as "A9:H9"; null without any. */
export function areaAround(ranges: readonly string[]): CellArea | null {
  const areas = ranges.flatMap((range) => parseRange(range) ?? []);
  if (areas.length === 0) return null;
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}

/** "A1:C3,E5": one text, or several where one would be too long. */
export function addressesOf(areas: readonly CellArea[]): readonly string[] {
  return joinAddresses(areas.map(areaName));
}

export function areaName({ top, left, bottom, right }: CellArea): string {
  return top === bottom && left === right ? cellName(top, left) : rangeName(top, left, bottom, right);
}

/** Addresses with commas between them, in texts that are short enough. */
export function joinAddresses(addresses: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const address of addresses) {
    const last = texts.at(-1);
    const longer = last === undefined ? address : `${last},${address}`;
    if (last !== undefined && longer.length <= LONGEST_ADDRESS) texts[texts.length - 1] = longer;
    else texts.push(address);
  }
  return texts;
}
