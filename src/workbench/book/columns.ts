/** Changes spans of columns: they are split where a change begins or ends. */
import type { ColumnSpan } from './state';

/** The span that a column is in; a plain one when it has no setting. */
export function columnAt(columns: readonly ColumnSpan[], column: number): ColumnSpan {
  const found = columns.find(({ first, last }) => column >= first && column <= last);
  return found ?? { first: column, last: column, width: null, isHidden: false, style: null };
}

/** The spans with those from `first` to `last` changed. */
export function withColumns(
  columns: readonly ColumnSpan[],
  first: number,
  last: number,
  change: (span: ColumnSpan) => ColumnSpan,
): readonly ColumnSpan[] {
  const result: ColumnSpan[] = [];
  let next = first;
  const fill = (until: number): void => {
    if (next > until) return;
    result.push(change({ first: next, last: until, width: null, isHidden: false, style: null }));
  };
  for (const span of columns) {
    if (span.last < first || span.first > last) {
      if (span.first > last) {
        fill(last);
        next = last + 1;
      }
      result.push(span);
      continue;
    }
    if (span.first < first) result.push({ ...span, last: first - 1 });
    fill(span.first - 1);
    const inside = { ...span, first: Math.max(span.first, first), last: Math.min(span.last, last) };
    result.push(change(inside));
    next = inside.last + 1;
    if (span.last > last) result.push({ ...span, first: last + 1 });
  }
  fill(last);
  return result;
}

/** The spans without those that say nothing, neighbours of one kind joined: two lists that mean the same look the same. */
export function joinedColumns(columns: readonly ColumnSpan[]): readonly ColumnSpan[] {
  const joined: ColumnSpan[] = [];
  for (const span of columns) {
    if (span.width === null && !span.isHidden && span.style === null) continue;
    const before = joined.at(-1);
    const isSame =
      before?.last === span.first - 1 &&
      before.width === span.width &&
      before.isHidden === span.isHidden &&
      before.style === span.style;
    if (before && isSame) joined[joined.length - 1] = { ...before, last: span.last };
    else joined.push(span);
  }
  return joined;
}
