/** Where cells are after whole rows or columns were inserted or deleted. */
import type { Area } from '../book/book';
import { LAST_COLUMN, LAST_ROW } from './place';

export interface Shift {
  readonly axis: 'rows' | 'columns';
  /** The rows or columns that came or went. */
  readonly area: Area;
  readonly isInserted: boolean;
}

/** Null when all of the cells are gone. Whole columns stay whole when rows come, and whole rows when columns do. */
export function shifted(
  area: Area,
  { axis, area: { top, left, bottom, right }, isInserted }: Shift,
): Area | null {
  const change: readonly [number, number, number] =
    axis === 'rows' ? [top, bottom, LAST_ROW] : [left, right, LAST_COLUMN];
  const ends: readonly [number, number] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  const moved = isInserted ? afterInsertion(ends, ...change) : afterDeletion(ends, ...change);
  if (!moved) return null;
  const [start, end] = moved;
  return axis === 'rows' ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };
}

type Ends = readonly [number, number];

function afterInsertion([start, end]: Ends, first: number, last: number, limit: number): Ends | null {
  if (start === 0 && end === limit) return [start, end];
  const count = last - first + 1;
  const moved = (place: number): number => (place >= first ? place + count : place);
  return moved(start) > limit ? null : [moved(start), Math.min(moved(end), limit)];
}

function afterDeletion([start, end]: Ends, first: number, last: number, limit: number): Ends | null {
  if (start === 0 && end === limit) return [start, end];
  if (start >= first && end <= last) return null;
  const count = last - first + 1;
  const newStart = start > last ? start - count : Math.min(start, first);
  const newEnd = end > last ? end - count : Math.min(end, first - 1);
  return [newStart, newEnd];
}
