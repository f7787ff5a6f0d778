/** Header cells whose word the vocabulary does not know, although their columns are filled: a person may say what they are. */
import type { TextCell } from '../engine/facts';
import type { Grid } from './grid';
import { columnInRow, filledCells, type IndicatorHeader } from './headers';
import { textAt } from './readCells';

/** Unknown words over columns that are filled in at least every other row; side labels and spacers are not worth a word. */
export function findUnknownHeaders(grid: Grid, header: IndicatorHeader, bottom: number): readonly TextCell[] {
  const name = header.columns.get('name');
  if (!name || header.unknown.length === 0) return [];
  let rows = 0;
  const filled = new Map<number, number>();
  for (let row = header.lastRow + 1; row <= bottom; row += 1) {
    if (textAt(grid, row, columnInRow(grid, row, name)).text === '') continue;
    rows += 1;
    for (const { column } of filledCells(grid, row)) filled.set(column, (filled.get(column) ?? 0) + 1);
  }
  return header.unknown
    .filter(({ column }) => rows > 0 && (filled.get(column) ?? 0) * 2 >= rows)
    .map(({ row, column }) => textAt(grid, row, column));
}
