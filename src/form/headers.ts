/**
 * Finds the header rows of a sheet, wherever they stand, and which column plays which role. Headers may take two rows
 * (年度指标值 over 指标性质 | 指标值 | 度量单位) and are known by their words, never by position.
 */
import vocabulary from './vocabulary.json';
import { entryAt, onceForGrid, type Grid } from './grid';
import {
  compact,
  headerWord,
  LONGEST_HEADER,
  pointsInLabel,
  wordOf,
  type FundRole,
  type IndicatorRole,
  type Match,
  type SummaryRole,
  type Word,
} from './words';

/** The columns a header governs, from its own to the last one before the next header. */
export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
  /** The header text as it stands; it may carry points ("得分(20分*执行率)"). */
  readonly text: string;
}

export interface Header<Role extends string> {
  readonly row: number;
  /** Differs from `row` where the header takes two rows. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<Role, ColumnSpan>;
  /** Header cells whose word is not known. */
  readonly unknown: readonly { readonly row: number; readonly column: number }[];
  /** A bare number that stands as the header of the score column: the points of the whole block. */
  readonly blockPoints: HeaderCell | null;
}

export type IndicatorHeader = Header<IndicatorRole>;
export type FundHeader = Header<FundRole>;
export type SummaryHeader = Header<SummaryRole>;

export interface HeaderCell {
  readonly column: number;
  readonly text: string;
  /** What the vocabulary says about the text. */
  readonly word: Word;
}

type Line = NonNullable<Grid['rows'][number]>;

/** By row, as far as they were asked for: rows are looked at many times while a form is searched and read. */
const cellsOf = onceForGrid((): (readonly HeaderCell[] | undefined)[] => []);

/** The non-blank cells of a row, from left to right. */
export function filledCells(grid: Grid, row: number): readonly HeaderCell[] {
  const line = grid.rows[row];
  // Far below a form there may be a million of them.
  if (!line) return NO_CELLS;
  const found = cellsOf(grid);
  return (found[row] ??= findFilled(line));
}

/** Takes over what is known of the rows of another state of the sheet, as far as their texts are the same. */
export function keepFilledCells(grid: Grid, earlier: Grid): void {
  const found = cellsOf(grid);
  cellsOf(earlier).forEach((cells, row) => {
    const line = grid.rows[row];
    found[row] = line === earlier.rows[row] || cells === undefined || !line ? cells : findFilled(line, cells);
  });
}

const NO_CELLS: readonly HeaderCell[] = [];

/** @param known cells of which some may still stand there */
function findFilled(line: Line, known: readonly HeaderCell[] = NO_CELLS): readonly HeaderCell[] {
  const cells: HeaderCell[] = [];
  let next = 0;
  for (let column = 0; column < line.length; column += 1) {
    const text = line[column]?.text ?? '';
    while ((known[next]?.column ?? Infinity) < column) next += 1;
    const before = known[next];
    if (before?.column === column && before.text === text) cells.push(before);
    else if (!isSpace(text)) cells.push({ column, text, word: wordOf(text) });
  }
  // A list that has grown keeps room for more; these are kept by the thousand.
  return cells.slice();
}

const NO_SPACE = /\S/;

function isSpace(text: string): boolean {
  return text === '' || !NO_SPACE.test(text);
}

/** The indicator header that starts in this row, or null. */
export function findIndicatorHeader(grid: Grid, row: number): IndicatorHeader | null {
  const upper = filledCells(grid, row);
  let matched = 0;
  for (const { word } of upper) if (word.indicator !== null) matched += 1;
  if (matched < 2 || matched * 2 < upper.length) return null;
  const lower = readSecondRow(grid, row);
  const cells = lower ? mergeHeaderRows(upper, lower) : upper;
  const columns = assignColumns(cells, ({ indicator }) => indicator, grid.columnCount);
  const isIndicatorHeader =
    (columns.has('name') || columns.has('level2')) &&
    columns.size >= 3 &&
    (columns.has('actual') || columns.has('score') || (columns.has('target') && columns.has('level2')));
  if (!isIndicatorHeader) return null;
  return {
    row,
    lastRow: lower ? row + 1 : row,
    columns: nameOnce(settleSameWords(columns, cells)),
    unknown: cells.flatMap(({ column, text, word }) =>
      word.indicator === null && !isNumberText(text)
        ? [{ row: upper.some((cell) => cell.column === column) ? row : row + 1, column }]
        : [],
    ),
    blockPoints: takeNumberAsScore(columns, cells),
  };
}

/** The header of a fund block that starts in this row, or null. */
export function findFundHeader(grid: Grid, row: number): FundHeader | null {
  const upper = filledCells(grid, row);
  if (!upper.some(saysSpent)) return null;
  const below = filledCells(grid, row + 1);
  const isSplit = below.length > 1 && below.every(({ text }) => !/\d/.test(text)) && below.some(isBudgetWord);
  const cells = isSplit ? mergeHeaderRows(upper, below) : upper;
  const columns = assignColumns(cells, ({ fund }) => fund, grid.columnCount);
  const amounts = ['initial', 'adjusted', 'budget', 'spent', 'rate'] as const;
  if (amounts.filter((role) => columns.has(role)).length < 2 || !columns.has('spent')) return null;
  const lastRow = isSplit ? row + 1 : row;
  return { row, lastRow, columns, unknown: [], blockPoints: takeNumberAsScore(columns, cells) };
}

function saysSpent({ word }: HeaderCell): boolean {
  return word.fund?.role === 'spent';
}

function isBudgetWord({ word }: HeaderCell): boolean {
  const role = word.fund?.role;
  return role === 'budget' || role === 'adjusted' || role === 'initial';
}

/** The header of a summary table (得分情况表): labels, weights and scores, but no targets and no levels. */
export function findSummaryHeader(grid: Grid, row: number): SummaryHeader | null {
  const cells = filledCells(grid, row);
  if (!cells.some(({ word }) => word.summary?.role === 'score')) return null;
  const columns = assignColumns(cells, ({ summary }) => summary, grid.columnCount);
  const hasAll =
    columns.has('label') && columns.has('score') && (columns.has('weight') || columns.has('share'));
  const isOther = cells.some((cell) => {
    const role = cell.word.indicator?.role;
    return role === 'target' || role === 'actual' || role === 'level2' || saysSpent(cell);
  });
  if (!hasAll || isOther) return null;
  return { row, lastRow: row, columns, unknown: [], blockPoints: null };
}

/**
 * The header of a block that is scored but holds neither funds nor indicators: 分值 and 得分 beside other words, or words such as
 * 预期目标 and 实际完成情况 with a bare number over the score.
 */
export function findScoredBlockHeader(grid: Grid, row: number): IndicatorHeader | null {
  const cells = filledCells(grid, row);
  const columns = assignColumns(cells, ({ indicator }) => indicator, grid.columnCount);
  if (columns.has('name') || columns.has('level2')) return null;
  if (columns.has('score') && columns.has('weight')) {
    return { row, lastRow: row, columns, unknown: [], blockPoints: null };
  }
  const isBlock = cells.some(({ text }) =>
    vocabulary.blockWords.some((word) => compact(text).includes(word)),
  );
  const label = cells[0];
  if (isBlock && columns.has('score') && label && pointsInLabel(label.text) !== null) {
    return { row, lastRow: row, columns, unknown: [], blockPoints: label };
  }
  const blockPoints = isBlock ? takeNumberAsScore(columns, cells) : null;
  return blockPoints ? { row, lastRow: row, columns, unknown: [], blockPoints } : null;
}

/** The cells of the row below when it is the second row of a header: all of them header words of split columns. */
function readSecondRow(grid: Grid, row: number): readonly HeaderCell[] | null {
  const cells = filledCells(grid, row + 1);
  if (cells.length === 0) return null;
  const roles = cells.map(({ word }) => word.indicator?.role ?? null);
  const splitting = roles.filter(
    (role) =>
      role === 'operator' ||
      role === 'unit' ||
      role === 'score' ||
      role === 'target' ||
      role === 'adjustedTarget',
  );
  const repeatsLabels = roles.some((role) => role === 'level1' || role === 'level2' || role === 'name');
  return roles.every((role) => role !== null) && splitting.length >= 1 && !repeatsLabels ? cells : null;
}

/** A cell of the second row replaces the group heading that stands above it and to its left. */
function mergeHeaderRows(upper: readonly HeaderCell[], lower: readonly HeaderCell[]): readonly HeaderCell[] {
  const replaced = new Set<number>();
  for (const cell of lower) {
    const above = upper.findLast(({ column }) => column <= cell.column);
    if (above) replaced.add(above.column);
  }
  return [...upper.filter(({ column }) => !replaced.has(column)), ...lower].sort(
    (a, b) => a.column - b.column,
  );
}

/** Gives each role the column whose word stands for it most strongly. */
function assignColumns<Role extends string>(
  cells: readonly HeaderCell[],
  match: (word: Word) => Match<Role> | null,
  columnCount: number,
): Map<Role, ColumnSpan> {
  const best = new Map<Role, { readonly rank: number; readonly span: ColumnSpan }>();
  cells.forEach(({ column, text, word }, index) => {
    if (text.length > LONGEST_HEADER) return;
    const found = match(word);
    if (!found) return;
    const next = cells[index + 1]?.column ?? Math.min(columnCount, column + 1);
    const known = best.get(found.role);
    if (known && known.rank <= found.rank) return;
    best.set(found.role, { rank: found.rank, span: { from: column, to: Math.max(column, next - 1), text } });
  });
  return new Map([...best].map(([role, { span }]) => [role, span]));
}

/** Without a header word for scores, a bare number as the last header stands over them and says what the block can earn. */
function takeNumberAsScore<Role extends string>(
  columns: Map<Role | 'score', ColumnSpan>,
  cells: readonly HeaderCell[],
): HeaderCell | null {
  const last = cells.at(-1);
  if (columns.has('score') || !last || !isNumberText(last.text)) return null;
  columns.set('score', { from: last.column, to: last.column, text: last.text });
  return last;
}

/**
 * Words that stand over several columns: of three 分值 the one behind the names is that of the rows, the others are those of the
 * levels; of two name words the shorter one on the left (指标 beside 指标名称) is the first level.
 */
function settleSameWords(
  columns: Map<IndicatorRole, ColumnSpan>,
  cells: readonly HeaderCell[],
): Map<IndicatorRole, ColumnSpan> {
  const name = columns.get('name')?.from ?? -1;
  const weight = columns.get('weight');
  const behind = cells.find(
    ({ column, text }) => column > name && compact(text) === compact(weight?.text ?? ''),
  );
  if (weight && behind && weight.from < name) {
    columns.set('weight', { from: behind.column, to: behind.column, text: behind.text });
  }
  const first = cells[0];
  if (
    first &&
    !columns.has('level1') &&
    first.column < name &&
    headerWord(first.text) === vocabulary.shortNameWord
  ) {
    columns.set('level1', { from: first.column, to: first.column, text: first.text });
  }
  return columns;
}

/** Where the form has no name column, its second level names the rows. */
function nameOnce(columns: Map<IndicatorRole, ColumnSpan>): ReadonlyMap<IndicatorRole, ColumnSpan> {
  const level2 = columns.get('level2');
  if (!columns.has('name') && level2) {
    columns.delete('level2');
    columns.set('name', level2);
  }
  return columns;
}

function isNumberText(text: string): boolean {
  return /^\(?\d{1,3}(\.\d+)?分?\)?$/.test(compact(text));
}

/** The first non-blank column of a span in a row, the span's first one when all are blank. */
export function columnInRow(grid: Grid, row: number, span: ColumnSpan): number {
  if (span.from === span.to) return span.from;
  for (let column = span.from; column <= span.to; column += 1) {
    if (!isSpace(entryAt(grid, row, column).text)) return column;
  }
  return span.from;
}
