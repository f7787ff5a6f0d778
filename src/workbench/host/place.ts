/** Rectangles of cells: what ranges stand for, and what can be made of them. Excel's sheets have 1048576 rows and 16384 columns. */
import type { Area, Sheet } from '../book/book';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Cells of one sheet; a range has one area. */
export interface Place {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

export function areaOf(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}

export const rowCount = (area: Area): number => area.bottom - area.top + 1;

export const columnCount = (area: Area): number => area.right - area.left + 1;

export const cellCount = (area: Area): number => rowCount(area) * columnCount(area);

export const isEntireRow = (area: Area): boolean => area.left === 0 && area.right === LAST_COLUMN;

export const isEntireColumn = (area: Area): boolean => area.top === 0 && area.bottom === LAST_ROW;

export function isOnSheet(area: Area): boolean {
  const { top, left, bottom, right } = area;
  return (
    top >= 0 && left >= 0 && bottom <= LAST_ROW && right <= LAST_COLUMN && top <= bottom && left <= right
  );
}

function isSame(one: Area, other: Area): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

/** Null when they do not touch. */
export function intersection(one: Area, other: Area): Area | null {
  const area = areaOf(
    Math.max(one.top, other.top),
    Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom),
    Math.min(one.right, other.right),
  );
  return isOnSheet(area) ? area : null;
}

export function boundingArea(one: Area, other: Area): Area {
  return areaOf(
    Math.min(one.top, other.top),
    Math.min(one.left, other.left),
    Math.max(one.bottom, other.bottom),
    Math.max(one.right, other.right),
  );
}

/** Every cell, row by row. */
export function* cellsOf(area: Area): Generator<{ readonly row: number; readonly column: number }> {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) yield { row, column };
  }
}

/**
 * Cells that stand for all cells of an area in the question what they look like: those inside the sheet's used area, and one of the
 * untouched ones, which all look alike.
 */
export function* telling(
  sheet: Sheet,
  area: Area,
): Generator<{ readonly row: number; readonly column: number }> {
  // Asked for cell after cell, the used area would be looked for again and again.
  if (cellCount(area) === 1) {
    yield { row: area.top, column: area.left };
    return;
  }
  const used = sheet.usedArea(false);
  const inside = used && intersection(used, area);
  if (inside) yield* cellsOf(inside);
  if (!inside || !isSame(inside, area)) {
    const isCornerUsed = inside?.bottom === area.bottom && inside.right === area.right;
    yield isCornerUsed ? { row: area.top, column: area.left } : { row: area.bottom, column: area.right };
  }
}

/** The one value that all have; null when they differ. */
export function common<T>(values: Iterable<T>): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}
