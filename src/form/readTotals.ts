/** Reads the rows that add up others: subtotals below a goal or a level, and the total of the form with its grade. */
import vocabulary from './vocabulary.json';
import type { NumberCell, Subtotal, TextCell, TotalRow } from '../engine/facts';
import { Decimal } from '../engine/decimal';
import { entryAt, type Grid } from './grid';
import { filledCells, type HeaderCell } from './headers';
import { holdsNumber, numberAt, numberWithoutCell, textAt, weightAt } from './readCells';
import type { ScoreColumns } from './readIndicators';
import { compact, type LabelRole } from './words';

/** "总分：91分（优）" in one cell, or "97.5分（优）" beside the label: number and grade. */
const TOTAL_IN_LABEL =
  /^(?:总分|合计|总计|总得分|自评总分|自评得分|综合得分)?:?(-?\d+(?:\.\d+)?)分?(?:\(([优良中差]).*\))?$/;

function totalInLabel(text: string): { readonly total: string; readonly grade: string | undefined } | null {
  const found = TOTAL_IN_LABEL.exec(compact(text));
  return found?.[1] === undefined ? null : { total: found[1], grade: found[2] };
}

/** True for a total with its label or its grade in one cell, rather than for a bare number. */
function isWholeTotal(text: string): boolean {
  const found = totalInLabel(text);
  return found !== null && (found.grade !== undefined || /^[^\d-]/.test(compact(text)));
}

/** Where a total's label may stand among the filled cells of its row. */
const LABEL_PLACES = 3;
const LONGEST_LABEL = 20;

/** True for the filled cells of a row that carries a total: its first label says so. */
export function isTotalRow(cells: readonly HeaderCell[]): boolean {
  const first = cells[0];
  if (!first) return false;
  if (cells.length <= 2 && cells.some(({ text }) => isWholeTotal(text))) return true;
  return hasLabel(cells, 'total') && first.text.length <= LONGEST_LABEL && !/^\d/.test(first.text.trim());
}

/** True for the filled cells of a row labelled 小计, 产出指标小计 and the like. */
export function isSubtotalRow(cells: readonly HeaderCell[]): boolean {
  return hasLabel(cells, 'subtotal');
}

/** True when one of the first cells of a row is such a label. */
function hasLabel(cells: readonly HeaderCell[], role: LabelRole): boolean {
  return cells.some(({ word }, place) => place < LABEL_PLACES && word.labels.has(role));
}

/** A sum of the rows since the last one. `rows` are the indicators above it that no earlier subtotal covers. */
export function readSubtotal(
  grid: Grid,
  row: number,
  columns: ScoreColumns,
  rows: readonly number[],
): Subtotal {
  const { weight, score } = columns;
  return {
    row: row + 1,
    weight: weight === null ? numberWithoutCell(null) : weightAt(grid, row, weight),
    score: score === null ? numberWithoutCell(null) : numberAt(grid, row, score),
    rows,
  };
}

/** The total stands in the score column or, where cells are merged, in the last cell with a number to the right of its label. */
export function readTotal(grid: Grid, row: number, { weight, score }: ScoreColumns): TotalRow {
  const cells = filledCells(grid, row);
  const label = cells.find(({ word }) => word.labels.has('total'))?.column ?? 0;
  const hasWeight = weight !== null && weight !== label && textAt(grid, row, weight).text !== '';
  const weightCell = hasWeight ? weightAt(grid, row, weight) : numberWithoutCell(null);
  const whole = cells.find(({ text }) => isWholeTotal(text));
  if (whole) return { row: row + 1, weight: weightCell, ...readWholeTotal(grid, row, whole.column) };
  const grade = cells.find(({ column }) => isGrade(grid, row, column));
  return {
    row: row + 1,
    weight: weightCell,
    score: readTotalScore(grid, row, label, { weight, score }),
    grade: grade ? textAt(grid, row, grade.column) : null,
  };
}

function readTotalScore(grid: Grid, row: number, label: number, { weight, score }: ScoreColumns): NumberCell {
  const inColumn = score === null ? null : numberAt(grid, row, score);
  if (inColumn && inColumn.state !== 'blank' && score !== label) return inColumn;
  const elsewhere = filledCells(grid, row).findLast(
    ({ column, text }) =>
      column > label && column !== weight && (holdsNumber(numberAt(grid, row, column)) || /\d/.test(text)),
  );
  if (elsewhere) return numberAt(grid, row, elsewhere.column);
  return score === null
    ? numberWithoutCell(null)
    : numberAt(grid, row, firstOfMerged(grid, row, score, label));
}

/** Where merged cells cover the column, the first of them, which is the one that shows; the column itself when that is the label. */
function firstOfMerged(grid: Grid, row: number, column: number, label: number): number {
  let first = column;
  while (first > label && grid.rows[row]?.[first]?.isCovered === true) first -= 1;
  return first > label ? first : column;
}

/** A total that stands in one cell with its label or its grade. */
function readWholeTotal(grid: Grid, row: number, column: number): Pick<TotalRow, 'score' | 'grade'> {
  const cell = numberAt(grid, row, column);
  const found = totalInLabel(cell.entry.text);
  const grade = found?.grade === undefined ? null : { ...textAt(grid, row, column), text: found.grade };
  return { score: { ...cell, state: 'number', value: found && new Decimal(found.total) }, grade };
}

/** The grade word beside a label such as 自评等级. */
export function readGradeBeside(grid: Grid, row: number): TextCell | null {
  const cells = filledCells(grid, row);
  const label = cells.findIndex(({ word }) => word.labels.has('grade'));
  const beside = label < 0 ? undefined : cells[label + 1];
  return beside && isGrade(grid, row, beside.column) ? textAt(grid, row, beside.column) : null;
}

function isGrade(grid: Grid, row: number, column: number): boolean {
  return vocabulary.grades.includes(compact(entryAt(grid, row, column).text));
}
