/** The row that a person looks at when a range is selected. */
import { parseCellName } from '../form/address';

/** The number of the first row of "G9:H9"; null for whole columns. */
export function rowOf(range: string): number | null {
  const [first = ''] = range.split(/[:,]/);
  const cell = parseCellName(first);
  if (cell) return cell.row + 1;
  const [, row] = /^\$?(\d+)$/.exec(first) ?? [];
  return row === undefined ? null : Number(row);
}
