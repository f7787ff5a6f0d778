/** Draws a document as a sheet to be printed on A4: text in merged rows, the table of scores with live sums, and a fill behind what a person still has to write. */
import { cellName, rangeName } from '../address';
import { createCanvas, type Canvas, type Content, type Span } from '../templates/canvas';
import { shareFormula } from '../templates/formulas';
import type { DrawnStyle, SheetDrawing } from '../templates/sheetDrawing';
import look from './sheetLook.json';
import {
  totalSpan,
  type Block,
  type Run,
  type TableBlock,
  type TableColumn,
  type TableRow,
  type TextDocument,
} from './textDocument';

/** @param name wanted for the sheet */
export function drawDocument({ parts }: TextDocument, name: string): SheetDrawing {
  const widths = columnWidths(parts.flatMap(({ blocks }) => blocks));
  const page = { canvas: createCanvas(), across: { left: 0, right: widths.length - 1 } };
  const styles = new Map(Object.entries(STYLES));
  for (const { title, blocks } of parts) {
    drawText(page, 'title', title);
    for (const block of blocks) drawBlock(page, block, styles);
  }
  const { rowHeights, cells, merges, validations } = page.canvas.drawn();
  return {
    name,
    font: look.font,
    columnWidths: widths,
    rowHeights,
    styles: Object.fromEntries(styles),
    cells,
    merges,
    validations,
    print: {
      area: rangeName(0, 0, Math.max(0, rowHeights.length - 1), widths.length - 1),
      isLandscape: false,
      margins: look.margins,
      isCentred: true,
      repeatedRows: null,
      footer: look.footer,
    },
    frozenRows: 0,
  };
}

type StyleName = keyof typeof look.styles;

function styleOf(name: StyleName): DrawnStyle {
  const style = { ...look.plain, ...look.styles[name] };
  return { ...style, horizontal: horizontalOf(style.horizontal), vertical: 'center' };
}

function horizontalOf(written: string): DrawnStyle['horizontal'] {
  return written === 'center' || written === 'right' ? written : 'left';
}

const STYLES: Readonly<Record<StyleName, DrawnStyle>> = {
  title: styleOf('title'),
  heading1: styleOf('heading1'),
  heading2: styleOf('heading2'),
  heading3: styleOf('heading3'),
  text: styleOf('text'),
  open: styleOf('open'),
  caption: styleOf('caption'),
  signature: styleOf('signature'),
  openSignature: styleOf('openSignature'),
  header: styleOf('header'),
  cell: styleOf('cell'),
  total: styleOf('total'),
};

/** The sheet while it is drawn, and the columns that a text runs across. */
interface Page {
  readonly canvas: Canvas;
  readonly across: Span;
}

/** Those of the first table; one wide column without any. */
function columnWidths(blocks: readonly Block[]): readonly number[] {
  const table = blocks.find((block) => block.kind === 'table');
  return table ? table.columns.map(({ width }) => Math.round(width * look.width)) : [look.width];
}

function drawBlock(page: Page, block: Block, styles: Map<string, DrawnStyle>): void {
  switch (block.kind) {
    case 'heading':
      drawText(page, `heading${block.level}`, block.text);
      break;
    case 'paragraph':
      drawRuns(page, look.indent, block.runs);
      break;
    case 'list':
      block.items.forEach((runs, index) => {
        drawRuns(page, `${look.indent}（${index + 1}）`, runs);
      });
      break;
    case 'table':
      drawText(page, 'caption', block.caption);
      drawTable(page, block, styles);
      break;
    case 'signature':
      page.canvas.addRow(look.beforeSignature);
      for (const runs of block.lines)
        drawText(page, isOpen(runs) ? 'openSignature' : 'signature', textOf(runs));
      break;
  }
}

function isOpen(runs: readonly Run[]): boolean {
  return runs.some(({ kind }) => kind === 'blank');
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function drawRuns(page: Page, before: string, runs: readonly Run[]): void {
  drawText(page, isOpen(runs) ? 'open' : 'text', before + textOf(runs));
}

/** Merged cells do not grow with their text, and no row grows beyond Excel's limit: heights are reckoned, long texts go on in another row. */
function drawText({ canvas, across }: Page, style: StyleName, text: string): void {
  const { size } = STYLES[style];
  for (const piece of piecesOf(text)) {
    const lines = Math.max(1, Math.ceil((widthOf(piece) * size) / (look.width - size)));
    const row = canvas.addRow(Math.ceil(lines * size * look.lineSpacing + look.rowPadding));
    canvas.fill(across, { top: row, bottom: row }, style, piece);
  }
}

function piecesOf(text: string): readonly string[] {
  const characters = Array.from(text);
  const count = Math.max(1, Math.ceil(characters.length / look.longestText));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * look.longestText, (index + 1) * look.longestText).join(''),
  );
}

/** The last letter of the European scripts in Unicode's order. */
const LAST_NARROW = '\u024f';

/** Of a text in its own size: characters of a European script are about half as wide as others. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character <= LAST_NARROW ? 0.55 : 1), 0);
}

function drawTable({ canvas }: Page, table: TableBlock, styles: Map<string, DrawnStyle>): void {
  const { columns, rows, total } = table;
  const header = canvas.addRow(look.tableRow);
  columns.forEach((column, at) => {
    fillCell(canvas, header, at, 'header', column.header);
  });
  const first = header + 1;
  const last = header + rows.length;
  const place = { first, last, columns };
  for (const row of rows) {
    const at = canvas.addRow(look.tableRow);
    drawCells(canvas, row, { ...place, at, isTotal: false }, styles);
  }
  const at = canvas.addRow(look.tableRow);
  const span = totalSpan(table);
  canvas.fill({ left: 0, right: span - 1 }, { top: at, bottom: at }, 'total', total[0]?.text ?? '');
  drawCells(canvas, total, { ...place, at, isTotal: true }, styles, span);
}

/** Where a row of the table stands, counted from 0. */
interface RowPlace {
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly columns: readonly TableColumn[];
  readonly isTotal: boolean;
}

function drawCells(
  canvas: Canvas,
  row: TableRow,
  place: RowPlace,
  styles: Map<string, DrawnStyle>,
  from = 0,
): void {
  place.columns.forEach((column, index) => {
    if (index < from) return;
    const style = place.isTotal ? 'total' : 'cell';
    const cell = row[index];
    const value = cell?.value ?? null;
    if (value === null) {
      fillCell(canvas, place.at, index, style, cell?.text ?? '');
      return;
    }
    const named = numberStyle(style, column, styles);
    fillCell(canvas, place.at, index, named, formulaOf(column, index, place) ?? value.toNumber());
  });
}

function fillCell(canvas: Canvas, row: number, column: number, style: string, content: Content): void {
  canvas.fill({ left: column, right: column }, { top: row, bottom: row }, style, content);
}

/** The style with the number format of the column. */
function numberStyle(
  style: StyleName,
  { role, decimals }: TableColumn,
  styles: Map<string, DrawnStyle>,
): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  const numberFormat = role === 'share' || role === 'rate' ? `${digits}%` : digits;
  const name = `${style} ${numberFormat}`;
  styles.set(name, { ...STYLES[style], numberFormat });
  return name;
}

/** Sums and rates follow the figures that stand in the table; null for a figure of its own. */
function formulaOf(
  { role, decimals }: TableColumn,
  index: number,
  { at, first, last, columns, isTotal }: RowPlace,
): Content {
  const cellOf = (wanted: TableColumn['role'], row: number): string =>
    cellName(
      row,
      columns.findIndex((column) => column.role === wanted),
    );
  switch (role) {
    case 'weight':
    case 'score':
      return isTotal ? { formula: `ROUND(SUM(${rangeName(first, index, last, index)}),${decimals})` } : null;
    case 'rate':
      return { formula: shareFormula(cellOf('score', at), cellOf('weight', at)) };
    case 'share':
      return { formula: shareFormula(cellOf('weight', at), cellOf('weight', last + 1)) };
    case 'order':
    case 'label':
      return null;
  }
}
