/** Draws the 自评汇总表: a line for every form of one workbook or of many files, for reading, sorting and printing on A4 across. */
import { cellName, columnName, rangeName } from '../address';
import type { DrawnCell, DrawnStyle, SheetDrawing } from '../templates/sheetDrawing';
import { OVERVIEW_COLUMNS, type OverviewColumn } from './overviewColumns';
import type { OverviewLine } from './overviewLine';
import look from './overviewSheet.json';

const TITLE_ROW = 0;
const HEADER_ROW = 1;
const FIRST_LINE = 2;

const { plain, ...special } = look.styles;
const STYLES: Readonly<Record<string, DrawnStyle>> = Object.fromEntries(
  Object.entries(special).map(([name, style]) => {
    const { horizontal, ...rest } = { ...plain, ...style };
    const side = horizontal === 'center' || horizontal === 'right' ? horizontal : 'left';
    return [name, { ...rest, horizontal: side, vertical: 'center' }];
  }),
);

/** The sheet of these lines, in their order. Names that begin with "=" or "@" are text in it. */
export function drawOverview(lines: readonly OverviewLine[]): SheetDrawing {
  const hasFiles = lines.some(({ file }) => file !== null);
  const columns = OVERVIEW_COLUMNS.filter(({ key }) => key !== 'file' || hasFiles);
  const totalRow = FIRST_LINE + lines.length;
  const { heights } = look;
  return {
    name: look.name,
    font: look.font,
    columnWidths: columns.map(({ width }) => width),
    rowHeights: [
      heights.title,
      heights.header,
      ...lines.map((line) => heightOf(line, columns)),
      heights.header,
    ],
    styles: STYLES,
    cells: [
      ...columns.map((_, column) => textCell(TITLE_ROW, column, column === 0 ? look.title : null, 'title')),
      ...columns.map(({ header }, column) => textCell(HEADER_ROW, column, header, 'header')),
      ...lines.flatMap((line, index) => drawLine(line, index, columns)),
      ...columns.map((column, index) => totalCell(column, { row: totalRow, column: index }, lines)),
    ],
    merges: [rangeName(TITLE_ROW, 0, TITLE_ROW, columns.length - 1)],
    validations: [],
    print: {
      area: rangeName(TITLE_ROW, 0, totalRow, columns.length - 1),
      isLandscape: true,
      margins: look.margins,
      isCentred: true,
      repeatedRows: { first: HEADER_ROW, last: HEADER_ROW },
      footer: look.footer,
    },
    frozenRows: FIRST_LINE,
  };
}

function textCell(row: number, column: number, value: string | null, style: string): DrawnCell {
  return { row, column, value, formula: null, style };
}

function drawLine(
  line: OverviewLine,
  index: number,
  columns: readonly OverviewColumn[],
): readonly DrawnCell[] {
  return columns.map(({ key, kind }, column) => {
    const value = key === 'order' ? index + 1 : contentOf(line, key);
    return { row: FIRST_LINE + index, column, value: asNumber(value, kind), formula: null, style: kind };
  });
}

/** What stands in a cell; a file that could not be read has no findings to count. */
function contentOf(line: OverviewLine, key: keyof OverviewLine): string | number | null {
  if (key === 'kind') return line.kind && look.kinds[line.kind];
  const isCount = key === 'errors' || key === 'warnings';
  return isCount && line.kind === null ? null : line[key];
}

/** Decimals as numbers that can be sorted and added; a total that is no number stays text. */
function asNumber(value: string | number | null, kind: OverviewColumn['kind']): string | number | null {
  const isFigure = kind === 'amount' || kind === 'rate' || kind === 'score';
  if (!isFigure || typeof value !== 'string') return value;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** Counts of forms and findings. Amounts differ in unit and scores in what they stand for: they are not added. */
function totalCell(
  { key }: OverviewColumn,
  { row, column }: { readonly row: number; readonly column: number },
  lines: readonly OverviewLine[],
): DrawnCell {
  if (key === 'order') return textCell(row, column, look.total.label, 'totalCount');
  if (key === 'name') return textCell(row, column, sayCounts(lines), 'total');
  if ((key === 'errors' || key === 'warnings') && lines.length > 0) {
    const letters = columnName(column);
    const formula = `SUM(${letters}${FIRST_LINE + 1}:${cellName(row - 1, column)})`;
    return { row, column, value: null, formula, style: 'totalCount' };
  }
  return textCell(row, column, null, 'total');
}

function sayCounts(lines: readonly OverviewLine[]): string {
  const { counts, separator } = look.total;
  const tables = lines.filter(({ kind }) => kind === 'summary-table').length;
  const unread = lines.filter(({ kind }) => kind === null).length;
  const found = [
    { sentence: counts.forms, count: lines.length - tables - unread },
    { sentence: counts.tables, count: tables },
    { sentence: counts.unread, count: unread },
  ];
  return found
    .filter(({ count }, index) => index === 0 || count > 0)
    .map(({ sentence, count }) => sentence.replace('{count}', String(count)))
    .join(separator);
}

/** Enough for the longest text of the line, up to a limit. */
function heightOf(line: OverviewLine, columns: readonly OverviewColumn[]): number {
  const { heights, styles } = look;
  const needed = columns.map(({ key, width }) => {
    const text = key === 'order' ? '' : String(line[key] ?? '');
    const perLine = Math.max(1, Math.floor((width - heights.padding) / styles.plain.size));
    return text
      .split('\n')
      .reduce((count, part) => count + Math.max(1, Math.ceil(widthOf(part) / perLine)), 0);
  });
  return Math.min(heights.most, Math.max(...needed) * heights.line + heights.padding);
}

/** In Chinese characters; a Latin letter or digit is half as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u1100' ? 0.5 : 1;
  return width;
}
