/** Reads a 得分情况表: rows of label, weight and score, and the total row below them. */
import type { SummaryRow, SummaryTableFacts } from '../engine/facts';
import { cellName, rangeName } from './address';
import type { Grid } from './grid';
import { columnInRow, filledCells, type ColumnSpan, type SummaryHeader } from './headers';
import { holdsNumber, numberAt, numberWithoutCell, textAt, weightAt } from './readCells';
import { rightmostColumn, type Section } from './sections';
import { isLabel } from './words';

/** The facts of a summary table, without title and year (the caller knows the section). */
export function readSummaryTable(
  grid: Grid,
  section: Section,
  header: SummaryHeader,
): Pick<SummaryTableFacts, 'kind' | 'range' | 'rows' | 'total'> {
  const label = header.columns.get('label');
  const rows: SummaryRow[] = [];
  let total: SummaryRow | null = null;
  for (let row = header.lastRow + 1; label && row <= section.bottom && !total; row += 1) {
    const read = readSummaryRow(grid, row, header, label);
    if (!read) continue;
    if (filledCells(grid, row).some(({ text }) => isLabel('total', text))) total = read;
    else rows.push(read);
  }
  const columns = filledColumns(grid, section);
  return {
    kind: 'summary-table',
    range: rangeName(section.top, columns.left, section.bottom, columns.right),
    rows,
    total,
  };
}

function readSummaryRow(
  grid: Grid,
  row: number,
  header: SummaryHeader,
  label: ColumnSpan,
): SummaryRow | null {
  const weight = header.columns.get('weight') ?? header.columns.get('share');
  const score = header.columns.get('score');
  const rate = header.columns.get('rate');
  const labelColumn = columnInRow(grid, row, label);
  const first = filledCells(grid, row)[0];
  const read: SummaryRow = {
    row: row + 1,
    label: textAt(grid, row, labelColumn).text || (first?.text.trim() ?? ''),
    labelCell: cellName(
      row,
      textAt(grid, row, labelColumn).text === '' ? (first?.column ?? labelColumn) : labelColumn,
    ),
    weight: weight ? weightAt(grid, row, columnInRow(grid, row, weight)) : numberWithoutCell(null),
    score: score ? numberAt(grid, row, columnInRow(grid, row, score)) : numberWithoutCell(null),
    rate: rate ? numberAt(grid, row, columnInRow(grid, row, rate)) : null,
  };
  return holdsNumber(read.weight) || holdsNumber(read.score) || read.score.state === 'unreadable'
    ? read
    : null;
}

/** The leftmost and rightmost filled columns of a section. */
export function filledColumns(
  grid: Grid,
  section: Section,
): { readonly left: number; readonly right: number } {
  const limit = rightmostColumn(section.anchors);
  let left = grid.columnCount;
  let right = 0;
  for (let row = section.top; row <= section.bottom; row += 1) {
    for (const { column } of filledCells(grid, row)) {
      if (column > limit) break;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return { left: Math.min(left, right), right };
}
