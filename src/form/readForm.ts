/**
 * Walks one section of a sheet from top to bottom and gathers the facts of the form in it: fund block, goals, indicators,
 * scored blocks, subtotals, total and reasons.
 */
import vocabulary from './vocabulary.json';
import type {
  BudgetBlock,
  Goal,
  IndicatorRow,
  JudgedBlock,
  PointsGroup,
  ScoredFormFacts,
  Subtotal,
  TextCell,
  TotalRow,
} from '../engine/facts';
import { Decimal } from '../engine/decimal';
import { rangeName } from './address';
import { readGoalHeading } from './goals';
import type { Grid } from './grid';
import {
  columnInRow,
  filledCells,
  findFundHeader,
  findIndicatorHeader,
  findScoredBlockHeader,
  type IndicatorHeader,
} from './headers';
import { holdsNumber, numberAt, numberWithoutCell, textAt, weightAt } from './readCells';
import { readFundBlock } from './readFund';
import { readLabels, readRow, settleScoreColumns, type Labels, type ScoreColumns } from './readIndicators';
import { filledColumns } from './readSummaryTable';
import { isTotalRow, type Section } from './sections';
import { compact, isLabel, pointsInLabel } from './words';

/** What has been gathered so far while walking down. */
interface Walk {
  budget: BudgetBlock | null;
  goals: Goal[];
  indicators: IndicatorRow[];
  judgedBlocks: JudgedBlock[];
  groups: OpenGroup[];
  subtotals: Subtotal[];
  total: TotalRow | null;
  formReason: TextCell | null;
  placeholders: TextCell[];
  unknownHeaders: TextCell[];
  header: IndicatorHeader | null;
  columns: ScoreColumns;
  labels: Labels;
}

interface OpenGroup {
  readonly level: 1 | 2;
  readonly label: string;
  readonly cell: string;
  readonly points: Decimal;
  readonly rows: number[];
  isOpen: boolean;
}

const NO_LABELS: Labels = { goal: null, level1: null, level2: null };

/** The facts of the form in a section, without title and names (the caller adds them). */
export function readForm(
  grid: Grid,
  section: Section,
): Omit<ScoredFormFacts, 'kind' | 'title' | 'titleCell' | 'year' | 'projectName' | 'unitName'> {
  const walk: Walk = {
    budget: null,
    goals: [],
    indicators: [],
    judgedBlocks: [],
    groups: [],
    subtotals: [],
    total: null,
    formReason: null,
    placeholders: [],
    unknownHeaders: [],
    header: null,
    columns: { weight: null, score: null },
    labels: NO_LABELS,
  };
  let row = section.top;
  while (row <= section.bottom) row = readNextRow(grid, section, walk, row);
  const columns = filledColumns(grid, section);
  return {
    range: rangeName(section.top, columns.left, section.bottom, columns.right),
    budget: walk.budget,
    goals: walk.goals,
    indicators: walk.indicators,
    judgedBlocks: walk.judgedBlocks,
    groups: walk.groups.map(({ level, label, cell, points, rows }): PointsGroup => ({
      level,
      label,
      cell,
      points,
      rows,
    })),
    subtotals: walk.subtotals,
    total: walk.total,
    formReason: walk.formReason,
    placeholders: walk.placeholders,
    unknownHeaders: walk.unknownHeaders,
  };
}

/** Reads what stands in a row and returns the row to go on with. */
function readNextRow(grid: Grid, section: Section, walk: Walk, row: number): number {
  const cells = filledCells(grid, row);
  const first = cells[0];
  if (!first) return row + 1;
  const header = findIndicatorHeader(grid, row);
  if (header) {
    openGoal(grid, walk, row, header);
    openTable(grid, section, walk, header);
    return header.lastRow + 1;
  }
  const fund = walk.budget ? null : findFundHeader(grid, row);
  const block = fund ? readFundBlock(grid, fund, section.bottom) : null;
  if (block) {
    walk.budget = block.block;
    return block.lastRow + 1;
  }
  const heading = readGoalHeading(grid, row, first.column);
  const isHeadingRow = heading !== null && (walk.header === null || first.column < tableLeft(walk.header));
  if (heading && isHeadingRow && walk.total === null) {
    startGoal(walk, heading);
    if (!walk.header || !holdsRowData(grid, row, walk.header)) return row + 1;
  }
  if (walk.total === null && walk.indicators.length > 0 && isTotalRow(grid, row)) {
    walk.total = readTotal(grid, walk, row);
    return row + 1;
  }
  if (isLabel('formReason', first.text)) {
    const beside = cells[1];
    walk.formReason ??= beside ? textAt(grid, row, beside.column) : textAt(grid, row, first.column + 1);
    if (!beside) walk.formReason = { ...walk.formReason, text: '' };
    return row + 1;
  }
  if (walk.total !== null || isLabel('afterTable', first.text)) return row + 1;
  if (walk.header) return readTableRow(grid, walk, walk.header, row);
  return readScoredBlock(grid, section, walk, row);
}

/** True when a row under a header has a target, an actual or a score, and not only labels. */
function holdsRowData(grid: Grid, row: number, header: IndicatorHeader): boolean {
  return (['target', 'actual', 'score'] as const).some((role) => {
    const span = header.columns.get(role);
    return span !== undefined && textAt(grid, row, columnInRow(grid, row, span)).text !== '';
  });
}

/** The leftmost column of the table proper: what stands left of it are side labels. */
function tableLeft(header: IndicatorHeader): number {
  const spans = (['level1', 'level2', 'name'] as const).flatMap((role) => header.columns.get(role) ?? []);
  return Math.min(...spans.map(({ from }) => from));
}

/** A goal may be named in a side column, beside the header or beside its first row. */
function openGoal(grid: Grid, walk: Walk, row: number, header: IndicatorHeader): void {
  const left = tableLeft(header);
  for (const { column } of filledCells(grid, row)) {
    const heading = column < left ? readGoalHeading(grid, row, column) : null;
    if (heading) startGoal(walk, heading);
  }
}

function startGoal(walk: Walk, goal: Goal): void {
  if (walk.labels.goal === goal.number && walk.goals.at(-1)?.cell === goal.cell) return;
  walk.goals.push(goal);
  walk.labels = { ...NO_LABELS, goal: goal.number };
  closeGroups(walk, 1);
}

function openTable(grid: Grid, section: Section, walk: Walk, header: IndicatorHeader): void {
  walk.header = header;
  walk.columns = settleScoreColumns(grid, header, section.bottom);
  if (walk.unknownHeaders.length === 0) walk.unknownHeaders = findUnknownHeaders(grid, section, header);
  if (header.blockPoints) {
    closeGroups(walk, 1);
    openGroup(walk, 1, header.blockPoints.text, textAt(grid, header.row, header.blockPoints.column).cell);
  }
}

/** Unknown header words over columns that are filled in at least every other row: side labels and spacers are not worth a word. */
function findUnknownHeaders(grid: Grid, section: Section, header: IndicatorHeader): TextCell[] {
  const name = header.columns.get('name');
  let rows = 0;
  const filled = new Map<number, number>();
  for (let row = header.lastRow + 1; row <= section.bottom && name; row += 1) {
    if (textAt(grid, row, columnInRow(grid, row, name)).text === '') continue;
    rows += 1;
    for (const { column } of filledCells(grid, row)) filled.set(column, (filled.get(column) ?? 0) + 1);
  }
  const isFilled = (column: number): boolean => (filled.get(column) ?? 0) * 2 >= rows && rows > 0;
  return header.unknown
    .filter(({ column }) => isFilled(column))
    .map(({ row, column }) => textAt(grid, row, column));
}

function readTableRow(grid: Grid, walk: Walk, header: IndicatorHeader, row: number): number {
  if (
    filledCells(grid, row)
      .slice(0, 3)
      .some(({ text }) => isLabel('subtotal', text))
  ) {
    walk.subtotals.push(readSubtotal(grid, walk, row));
    return row + 1;
  }
  const labels = readLabels(grid, row, header, walk.labels);
  openLevelGroups(grid, walk, header, row);
  walk.labels = labels;
  const read = readRow(grid, row, header, walk.columns, labels, walk.indicators.at(-1) ?? null);
  if (read.kind === 'placeholder') walk.placeholders.push(read.cell);
  if (read.kind === 'indicator') {
    walk.indicators.push(read.row);
    for (const group of walk.groups) if (group.isOpen) group.rows.push(read.row.row);
  }
  return row + 1;
}

/** A level label with points opens a group that lasts until the next label of its level. */
function openLevelGroups(grid: Grid, walk: Walk, header: IndicatorHeader, row: number): void {
  for (const level of [1, 2] as const) {
    const span = header.columns.get(level === 1 ? 'level1' : 'level2');
    if (!span) continue;
    const label = textAt(grid, row, columnInRow(grid, row, span));
    if (label.text === '') continue;
    if (!header.blockPoints || level === 2) closeGroups(walk, level);
    openGroup(walk, level, label.text, label.cell);
  }
}

function openGroup(walk: Walk, level: 1 | 2, label: string, cell: string): void {
  const points =
    pointsInLabel(label) ??
    (/^\d+(\.\d+)?分?$/.exec(compact(label)) ? compact(label).replace('分', '') : null);
  if (points === null) return;
  walk.groups.push({
    level,
    label: compact(label),
    cell,
    points: new Decimal(points),
    rows: [],
    isOpen: true,
  });
}

function closeGroups(walk: Walk, level: 1 | 2): void {
  for (const group of walk.groups) if (group.level >= level) group.isOpen = false;
}

function readSubtotal(grid: Grid, walk: Walk, row: number): Subtotal {
  const covered = new Set(walk.subtotals.flatMap(({ rows }) => rows));
  return {
    row: row + 1,
    weight: walk.columns.weight === null ? numberWithoutCell(null) : weightAt(grid, row, walk.columns.weight),
    score: walk.columns.score === null ? numberWithoutCell(null) : numberAt(grid, row, walk.columns.score),
    rows: walk.indicators.map((indicator) => indicator.row).filter((number) => !covered.has(number)),
  };
}

/** The total stands in the score column, or, where cells are merged, in the last cell with a number to the right of its label. */
function readTotal(grid: Grid, walk: Walk, row: number): TotalRow {
  const cells = filledCells(grid, row);
  const label = cells.find(({ text }) => isLabel('total', text));
  const { weight, score } = walk.columns;
  const inColumn = score === null ? null : numberAt(grid, row, score);
  const elsewhere = cells.filter(
    ({ column }) => column > (label?.column ?? 0) && column !== weight && !isGrade(grid, row, column),
  );
  const last = elsewhere.findLast(
    ({ column }) => holdsNumber(numberAt(grid, row, column)) || /\d/.test(textAt(grid, row, column).text),
  );
  const grade = cells.find(({ column }) => isGrade(grid, row, column));
  return {
    row: row + 1,
    weight:
      weight === null || textAt(grid, row, weight).text === ''
        ? numberWithoutCell(null)
        : weightAt(grid, row, weight),
    score:
      inColumn && inColumn.state !== 'blank'
        ? inColumn
        : last
          ? numberAt(grid, row, last.column)
          : (inColumn ?? numberWithoutCell(null)),
    grade: grade ? textAt(grid, row, grade.column) : null,
  };
}

function isGrade(grid: Grid, row: number, column: number): boolean {
  return vocabulary.grades.includes(compact(textAt(grid, row, column).text));
}

/** Rows under the header of a block that is neither fund nor indicator (资金管理, 年度目标完成情况). */
function readScoredBlock(grid: Grid, section: Section, walk: Walk, headerRow: number): number {
  const header = findScoredBlockHeader(grid, headerRow);
  if (!header) return headerRow + 1;
  const columns = settleScoreColumns(grid, header, headerRow + 1);
  const points = header.blockPoints ? numberAt(grid, headerRow, header.blockPoints.column) : null;
  let row = header.lastRow + 1;
  for (; row <= section.bottom && columns.score !== null; row += 1) {
    if (filledCells(grid, row).length === 0 || startsBlock(grid, row)) break;
    const score = numberAt(grid, row, columns.score);
    const own = columns.weight === null ? numberWithoutCell(null) : weightAt(grid, row, columns.weight);
    const weight = points && row === header.lastRow + 1 ? points : own;
    if (!holdsNumber(score) && !holdsNumber(weight)) break;
    const name = filledCells(grid, points ? headerRow : row)[0]?.text.trim() ?? '';
    walk.judgedBlocks.push({ row: row + 1, name, weight, score });
    if (points) return row + 1;
  }
  return row;
}

/** True for a row with which something else than a scored block begins. */
function startsBlock(grid: Grid, row: number): boolean {
  return (
    findIndicatorHeader(grid, row) !== null || findFundHeader(grid, row) !== null || isTotalRow(grid, row)
  );
}
