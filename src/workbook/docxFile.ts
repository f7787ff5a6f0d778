/**
 * The door to .docx files, and the only file that knows the library: writes a document as Word shows official papers (GB/T 9704: A4, 宋体 title, 黑体 and
 * 楷体 headings, 仿宋 text). Large: to be loaded only when a file is asked for.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import {
  totalSpan,
  type Block,
  type DocumentPart,
  type Run,
  type TableBlock,
  type TableColumn,
  type TableRow as Row,
  type TextDocument,
} from '../form/summary/textDocument';
import look from './docxLook.json';

/** The bytes of a .docx. */
export function writeDocx({ parts }: TextDocument): Promise<Uint8Array> {
  const document = new Document({
    title: parts[0]?.title ?? '',
    creator: look.creator,
    styles: {
      default: {
        document: {
          run: { ...fontOf(look.text), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: LIST,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '（%1）',
              alignment: AlignmentType.LEFT,
              suffix: 'nothing',
              style: { paragraph: { indent: { left: 0, firstLine: look.indent } } },
            },
          ],
        },
      ],
    },
    sections: parts.map(sectionOf),
  });
  return Packer.pack(document, 'uint8array');
}

const LIST = 'list';

interface Font {
  readonly font: string;
  /** In half points. */
  readonly size: number;
  readonly bold?: boolean;
}

function fontOf({ font, size, bold = false }: Font): Pick<IRunOptions, 'font' | 'size' | 'bold'> {
  return { font: { ascii: look.latin, hAnsi: look.latin, cs: look.latin, eastAsia: font }, size, bold };
}

/** A part on pages of its own, numbered through. */
function sectionOf({ title, blocks }: DocumentPart, index: number): ISectionOptions {
  return {
    properties: { page: { size: look.page, margin: look.margins } },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children: [
      paragraph([{ kind: 'text', text: title }], look.title, {
        alignment: AlignmentType.CENTER,
        outlineLevel: 0,
        spacing: { after: look.afterTitle, line: look.titleLine, lineRule: LineRuleType.EXACTLY },
      }),
      ...blocks.flatMap((block, at) =>
        childrenOf(block, { list: index, isBeforeSignature: blocks[at + 1]?.kind === 'signature' }),
      ),
    ],
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...fontOf(look.footer), children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

interface BlockPlace {
  /** Lists are numbered from 1 in each part. */
  readonly list: number;
  /** A signature does not stand alone on a page. */
  readonly isBeforeSignature: boolean;
}

function childrenOf(block: Block, { list, isBeforeSignature }: BlockPlace): readonly (Paragraph | Table)[] {
  const indented: IParagraphOptions = { indent: { firstLine: look.indent } };
  switch (block.kind) {
    case 'heading':
      return [
        paragraph([{ kind: 'text', text: block.text }], look.headings[block.level], {
          ...indented,
          keepNext: true,
          outlineLevel: block.level,
        }),
      ];
    case 'paragraph':
      return [paragraph(block.runs, look.text, { ...indented, keepNext: isBeforeSignature })];
    case 'list':
      return block.items.map((runs) =>
        paragraph(runs, look.text, { numbering: { reference: LIST, level: 0, instance: list } }),
      );
    case 'table':
      return [
        paragraph([{ kind: 'text', text: block.caption }], look.caption, {
          alignment: AlignmentType.CENTER,
          keepNext: true,
        }),
        tableOf(block),
        // Without it the text below would touch the table.
        paragraph([], look.text, { spacing: { line: look.afterTable, lineRule: LineRuleType.EXACTLY } }),
      ];
    case 'signature':
      return block.lines.map((runs, line) =>
        paragraph(runs, look.text, {
          alignment: AlignmentType.RIGHT,
          keepNext: line < block.lines.length - 1,
          ...(line === 0 && { spacing: { ...LINE, before: look.beforeSignature } }),
        }),
      );
  }
}

const LINE = { line: look.line, lineRule: LineRuleType.EXACTLY };

function paragraph(runs: readonly Run[], font: Font, options: IParagraphOptions): Paragraph {
  return new Paragraph({ spacing: LINE, ...options, children: runs.map((run) => textRun(run, font)) });
}

/** A blank is marked, so that nobody hands the paper in with one left. */
function textRun({ kind, text }: Run, font: Font): TextRun {
  return new TextRun({ ...fontOf(font), text, ...(kind === 'blank' && { highlight: 'yellow' }) });
}

function tableOf(table: TableBlock): Table {
  const { columns, rows, total } = table;
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: look.tableWidth, type: WidthType.DXA },
    columnWidths: columns.map(twips),
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      rowOf(
        columns.map(({ header }) => header),
        columns,
        'header',
      ),
      ...rows.map((row) => rowOf(textsOf(row), columns, 'row')),
      rowOf(textsOf(total), columns, 'total', totalSpan(table)),
    ],
  });
}

function textsOf(row: Row): readonly string[] {
  return row.map(({ text }) => text);
}

function twips({ width }: TableColumn): number {
  return Math.round(width * look.tableWidth);
}

/** @param span columns that the first cell covers */
function rowOf(
  texts: readonly string[],
  columns: readonly TableColumn[],
  kind: 'header' | 'row' | 'total',
  span = 1,
): TableRow {
  const isHeader = kind === 'header';
  const font = fontOf({ ...look.table, bold: kind !== 'row' });
  const cellOf = (column: TableColumn, index: number): TableCell =>
    new TableCell({
      width: { size: twips(column), type: WidthType.DXA },
      ...(index === 0 && span > 1 && { columnSpan: span }),
      verticalAlign: VerticalAlignTable.CENTER,
      margins: look.cellMargins,
      ...(isHeader && { shading: { fill: look.headerFill } }),
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: isHeader,
          children: [new TextRun({ ...font, text: texts[index] ?? '' })],
        }),
      ],
    });
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: columns.flatMap((column, index) => (index > 0 && index < span ? [] : cellOf(column, index))),
  });
}
