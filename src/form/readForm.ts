/**
 * Walks one section of a sheet from top to bottom and gathers the facts of the form in it: fund block, goals, indicators,
 * scored blocks, subtotals, total and reasons.
 */
import type {
  BudgetBlock,
  Goal,
  IndicatorRow,
  JudgedBlock,
  ScoredFormFacts,
  Subtotal,
  TextCell,
  TotalRow,
} from '../engine/facts';
import { sum, ZERO } from '../engine/decimal';
import { rangeName } from './address';
import { readGoalHeading } from './goals';
import type { Grid } from './grid';
import { columnInRow, filledCells, findFundHeader, type HeaderCell, type IndicatorHeader } from './headers';
import { addToGroups, closeGroups, openGroup, openLevelGroups, type OpenGroups } from './pointsGroups';
import { holdsNumber, numberAt, textAt } from './readCells';
import { findKnown, knownUnder, type KnownRows } from './knownRows';
import { readFundBlock } from './readFund';
import { readLabels, readRow, settleScoreColumns, type Labels, type ScoreColumns } from './readIndicators';
import { readScoredBlock } from './readScoredBlock';
import { filledColumns } from './readSummaryTable';
import { isSubtotalRow, isTotalRow, readGradeBeside, readSubtotal, readTotal } from './readTotals';
import type { Section } from './sections';
import { findUnknownHeaders } from './unknownHeaders';
import type { IndicatorRole } from './words';

/** What has been gathered so far while walking down. */
interface Walk {
  readonly section: Section;
  readonly earlier: KnownRows | null;
  /** The headers of the indicators, by row. */
  readonly headers: ReadonlyMap<number, IndicatorHeader>;
  budget: BudgetBlock | null;
  readonly goals: Goal[];
  readonly indicators: IndicatorRow[];
  readonly judgedBlocks: JudgedBlock[];
  groups: OpenGroups;
  readonly subtotals: Subtotal[];
  total: TotalRow | null;
  formReason: TextCell | null;
  readonly placeholders: TextCell[];
  unknownHeaders: readonly TextCell[];
  header: IndicatorHeader | null;
  /** Rows read earlier that may be taken over under this header. */
  known: KnownRows | null;
  columns: ScoreColumns;
  labels: Labels;
}

const NO_LABELS: Labels = { goal: null, level1: null, level2: null };

function startWalk(section: Section, earlier: KnownRows | null): Walk {
  return {
    section,
    earlier,
    headers: new Map(
      section.anchors.flatMap((anchor) =>
        anchor.kind === 'indicators' ? [[anchor.row, anchor.header] as const] : [],
      ),
    ),
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
    known: null,
    columns: { weight: null, score: null },
    labels: NO_LABELS,
  };
}

/** The facts of the form in a section, without title and names (the caller adds them). */
export function readForm(
  grid: Grid,
  section: Section,
  earlier: KnownRows | null = null,
): Omit<ScoredFormFacts, 'kind' | 'title' | 'titleCell' | 'year' | 'projectName' | 'unitName'> {
  const walk = startWalk(section, earlier);
  let row = section.top;
  while (row <= section.bottom) row = readNextRow(grid, walk, row);
  const columns = filledColumns(grid, section);
  return {
    range: rangeName(section.top, columns.left, section.bottom, columns.right),
    budget: walk.budget,
    goals: walk.goals,
    indicators: walk.indicators,
    judgedBlocks: walk.judgedBlocks,
    groups: walk.groups.map(({ group }) => group),
    subtotals: walk.subtotals,
    total: walk.total,
    formReason: walk.formReason,
    placeholders: walk.placeholders,
    unknownHeaders: walk.unknownHeaders,
  };
}

/** Reads what stands in a row and returns the row to go on with. */
function readNextRow(grid: Grid, walk: Walk, row: number): number {
  const { bottom } = walk.section;
  const cells = filledCells(grid, row);
  const first = cells[0];
  if (!first) return row + 1;
  const header = walk.headers.get(row);
  if (header) {
    openGoal(grid, walk, row, header);
    openTable(grid, walk, header);
    return header.lastRow + 1;
  }
  const isAnchored = walk.section.anchorRows.has(row);
  const fund = walk.budget || !isAnchored ? null : findFundHeader(grid, row);
  const block = fund ? readFundBlock(grid, fund, bottom) : null;
  if (block) {
    walk.budget = block.block;
    return block.lastRow + 1;
  }
  const isMarked = isAnchored && walk.total === null;
  if (isMarked && startsGoal(grid, walk, row, first.column)) return row + 1;
  if (isMarked && walk.header && isTotalRow(cells)) {
    readSum(grid, walk, row);
    return row + 1;
  }
  const grade = walk.total && readGradeBeside(grid, row);
  if (grade && walk.total) walk.total = { ...walk.total, grade: walk.total.grade ?? grade };
  if (first.word.labels.has('formReason')) {
    walk.formReason ??= readBeside(grid, row);
    return row + 1;
  }
  if (walk.total !== null || first.word.labels.has('afterTable')) return row + 1;
  if (walk.header) {
    readTableRow(grid, walk, walk.header, row, cells);
    return row + 1;
  }
  const scored = readScoredBlock(grid, row, bottom);
  walk.judgedBlocks.push(...(scored?.rows ?? []));
  return (scored?.lastRow ?? row) + 1;
}

/** The text beside the label of a row, "" when nothing stands there. */
function readBeside(grid: Grid, row: number): TextCell {
  const [label, beside] = filledCells(grid, row);
  return textAt(grid, row, beside?.column ?? (label?.column ?? 0) + 1);
}

/** A row of the table beside a goal's label has at least levels, a name and a target. */
const FEWEST_IN_ROW = 4;

/** Starts the goal whose heading stands in a row; true when the row holds nothing else. */
function startsGoal(grid: Grid, walk: Walk, row: number, column: number): boolean {
  const heading = readGoalHeading(grid, row, column);
  if (!heading) return false;
  // What the goal is about may reach into any column of the table; numbers for points make it a row.
  const isRow = filledCells(grid, row).length >= FEWEST_IN_ROW;
  const points = [walk.columns.weight, walk.columns.score].filter((at) => at !== null);
  const hasData =
    walk.header !== null && (isRow || points.some((at) => holdsNumber(numberAt(grid, row, at))));
  if (walk.header && hasData && column >= tableLeft(walk.header)) return false;
  startGoal(walk, heading);
  return !hasData;
}

/** True when something stands in one of the row's columns of these roles. */
function holdsAny(
  grid: Grid,
  row: number,
  header: IndicatorHeader,
  roles: readonly IndicatorRole[],
): boolean {
  return roles.some((role) => {
    const span = header.columns.get(role);
    return span !== undefined && textAt(grid, row, columnInRow(grid, row, span)).text !== '';
  });
}

/** The leftmost column of the table proper: what stands left of it are side labels. */
function tableLeft(header: IndicatorHeader): number {
  const spans = (['level1', 'level2', 'name'] as const).flatMap((role) => header.columns.get(role) ?? []);
  return Math.min(...spans.map(({ from }) => from));
}

/** A goal may be named in a side column, beside the header. */
function openGoal(grid: Grid, walk: Walk, row: number, header: IndicatorHeader): void {
  const left = tableLeft(header);
  for (const { column } of filledCells(grid, row)) {
    const heading = column < left ? readGoalHeading(grid, row, column) : null;
    if (heading) startGoal(walk, heading);
  }
}

function startGoal(walk: Walk, goal: Goal): void {
  walk.goals.push(goal);
  walk.labels = { ...NO_LABELS, goal: goal.number };
  walk.groups = closeGroups(walk.groups, 1);
}

function openTable(grid: Grid, walk: Walk, header: IndicatorHeader): void {
  walk.header = header;
  walk.columns = settleScoreColumns(grid, header, walk.section.bottom);
  walk.known = knownUnder(walk.earlier, grid, header, walk.columns, walk.section.bottom);
  if (walk.unknownHeaders.length === 0) {
    walk.unknownHeaders = findUnknownHeaders(grid, header, walk.section.bottom);
  }
  const { blockPoints } = header;
  if (!blockPoints) return;
  const { cell } = textAt(grid, header.row, blockPoints.column);
  walk.groups = openGroup(closeGroups(walk.groups, 1), 1, blockPoints.text, cell);
}

function readTableRow(
  grid: Grid,
  walk: Walk,
  header: IndicatorHeader,
  row: number,
  cells: readonly HeaderCell[],
): void {
  // With a target or an actual it is an indicator, whatever its name.
  if (isSubtotalRow(cells) && !holdsAny(grid, row, header, ['target', 'actual'])) {
    walk.subtotals.push(readSubtotal(grid, row, walk.columns, uncoveredRows(walk)));
    return;
  }
  walk.groups = openLevelGroups(walk.groups, grid, header, row, walk.labels);
  walk.labels = readLabels(grid, row, header, walk.labels);
  const above = walk.indicators.at(-1) ?? null;
  const known = walk.known && findKnown(walk.known, grid, row, walk.labels, above);
  if (known) {
    addIndicator(walk, known);
    return;
  }
  const read = readRow(grid, row, header, walk.columns, walk.labels, above);
  if (read.kind === 'placeholder') walk.placeholders.push(read.cell);
  if (read.kind === 'indicator') addIndicator(walk, read.row);
}

function addIndicator(walk: Walk, indicator: IndicatorRow): void {
  walk.indicators.push(indicator);
  addToGroups(walk.groups, indicator.row);
}

/** Indicators that no subtotal covers yet. */
function uncoveredRows({ subtotals, indicators }: Walk): readonly number[] {
  const covered = new Set(subtotals.flatMap(({ rows }) => rows));
  return indicators.map(({ row }) => row).filter((row) => !covered.has(row));
}

/** A sum with more rows of the form below it is a subtotal; of two sums below each other the last one is the form's. */
function readSum(grid: Grid, walk: Walk, row: number): void {
  const below = walk.section.anchors.filter((anchor) => anchor.row > row);
  const goesOn = below.some(({ kind }) => kind === 'indicators' || kind === 'goal');
  const isLast = below.every(({ kind }) => kind !== 'total');
  if (!goesOn && isLast) {
    walk.total = readTotal(grid, row, walk.columns);
    return;
  }
  const subtotal = readSubtotal(grid, row, walk.columns, uncoveredRows(walk));
  const printed = sum(
    walk.indicators
      .filter(({ row: own }) => subtotal.rows.includes(own))
      .map(({ score }) => score.value ?? ZERO),
  );
  if (goesOn || walk.goals.length > 0 || subtotal.score.value?.eq(printed) === true)
    walk.subtotals.push(subtotal);
}
