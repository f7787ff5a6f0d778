/** Reads a block that is scored but holds neither funds nor indicators (资金管理, 年度目标完成情况): its rows count in the total. */
import type { JudgedBlock, NumberCell } from '../engine/facts';
import type { Grid } from './grid';
import {
  filledCells,
  findFundHeader,
  findIndicatorHeader,
  findScoredBlockHeader,
  type HeaderCell,
} from './headers';
import { holdsNumber, numberAt, numberWithoutCell, weightAt } from './readCells';
import { settleScoreColumns } from './readIndicators';
import { isTotalRow } from './readTotals';
import { pointsInLabel } from './words';

export interface ScoredBlock {
  readonly rows: readonly JudgedBlock[];
  readonly lastRow: number;
}

/** The block whose header stands in this row, or null. Points over the scores as a bare number are given to its first row. */
export function readScoredBlock(grid: Grid, headerRow: number, bottom: number): ScoredBlock | null {
  const header = findScoredBlockHeader(grid, headerRow);
  if (!header) return null;
  const columns = settleScoreColumns(grid, header, headerRow + 1);
  const points = header.blockPoints && readPoints(grid, headerRow, header.blockPoints);
  const rows: JudgedBlock[] = [];
  let row = header.lastRow + 1;
  for (; row <= bottom && columns.score !== null; row += 1) {
    const first = filledCells(grid, row)[0];
    if (!first || startsOther(grid, row)) break;
    const score = numberAt(grid, row, columns.score);
    const own = columns.weight === null ? numberWithoutCell(null) : weightAt(grid, row, columns.weight);
    if (!holdsNumber(score) && !holdsNumber(own)) break;
    rows.push({
      row: row + 1,
      name: first.text.trim(),
      weight: points && rows.length === 0 ? points : own,
      score,
    });
  }
  const name = filledCells(grid, headerRow)[0]?.text.trim() ?? '';
  const isNamedAbove = points !== null && rows.length === 1;
  return { rows: isNamedAbove ? rows.map((only) => ({ ...only, name })) : rows, lastRow: row - 1 };
}

/** The points of the block: a bare number, or those in its label ("年度目标完成情况(20分)"). */
function readPoints(grid: Grid, row: number, { column, text }: HeaderCell): NumberCell {
  const inLabel = pointsInLabel(text);
  return inLabel === null ? numberAt(grid, row, column) : numberWithoutCell(inLabel);
}

/** True for a row with which something else begins. */
function startsOther(grid: Grid, row: number): boolean {
  return (
    findIndicatorHeader(grid, row) !== null ||
    findFundHeader(grid, row) !== null ||
    findScoredBlockHeader(grid, row) !== null ||
    isTotalRow(filledCells(grid, row))
  );
}
