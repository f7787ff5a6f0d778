/** A small form as the parts of an .xlsx package, into which one hostile thing at a time can be built. */
import { parseCellName } from '../../../src/form/address';
import { buildXlsx, type PackageSource } from '../xlsxPackage';

/** The XML of a cell at an address. */
export type CellXml = (address: string) => string;

export interface HostileBook {
  /** Cells of the form that are other than usual, and cells beside it; null takes one away. */
  readonly cells?: Readonly<Record<string, CellXml | null>>;
  /** Attributes of rows, by number. */
  readonly rows?: Readonly<Record<number, string>>;
  /** What stands before and behind the cells of the sheet. */
  readonly before?: string;
  readonly after?: string;
  /** More sheets, by name. */
  readonly sheets?: Readonly<Record<string, string>>;
  readonly package?: Partial<PackageSource>;
  /** Relationships of the sheet: the last word of the type and the target, by id. */
  readonly links?: Readonly<Record<string, readonly [type: string, target: string]>>;
}

export const SHEET = '自评表';

/** Indexes of the formats below. */
export const STYLE = {
  plain: 0,
  percent: 1,
  text: 2,
  date: 3,
  points: 4,
  open: 5,
  openText: 6,
  openPercent: 7,
  day: 8,
} as const;

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="200" formatCode="0.00&quot;分&quot;"/>' +
  '<numFmt numFmtId="201" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/>' +
  '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="200" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf>' +
  '<xf numFmtId="49" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>' +
  '<xf numFmtId="10" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>' +
  '<xf numFmtId="201" applyNumberFormat="1"/></cellXfs>' +
  '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>';

export const number =
  (value: number, style: number = STYLE.plain): CellXml =>
  (at) =>
    `<c r="${at}" s="${style}"><v>${value}</v></c>`;
export const text =
  (value: string, style: number = STYLE.plain): CellXml =>
  (at) =>
    `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
export const blank =
  (style: number = STYLE.plain): CellXml =>
  (at) =>
    `<c r="${at}" s="${style}"/>`;
export const failure =
  (code: string): CellXml =>
  (at) =>
    `<c r="${at}" t="e"><v>${code}</v></c>`;
/** A formula with its result; `more` are attributes of its element. */
export const formula =
  (content: string, result: number, more = '', style: number = STYLE.plain): CellXml =>
  (at) =>
    `<c r="${at}" s="${style}"><f${more}>${content}</f><v>${result}</v></c>`;

/**
 * The execution rate is printed wrong, the execution score and the first score are blank, two points were taken off by hand, and the
 * total is wrong: 9.5 + 30 + 18 + 30 + 10 = 97.5.
 */
const FORM: Readonly<Record<string, CellXml>> = {
  A1: text('项目支出绩效自评表'),
  A2: text('（2020年度）'),
  A3: text('项目名称'),
  B3: text('道路养护'),
  A4: text('项目资金（万元）'),
  D4: text('年初预算数'),
  E4: text('全年预算数'),
  F4: text('全年执行数'),
  G4: text('分值'),
  H4: text('执行率'),
  I4: text('得分'),
  B5: text('年度资金总额'),
  D5: number(100),
  E5: number(100),
  F5: number(95),
  G5: number(10),
  H5: number(0.9, STYLE.percent),
  I5: blank(),
  A7: text('绩效指标'),
  B7: text('一级指标'),
  C7: text('二级指标'),
  D7: text('三级指标'),
  E7: text('年度指标值'),
  F7: text('实际完成值'),
  G7: text('分值'),
  H7: text('得分'),
  I7: text('偏差原因分析及改进措施'),
  B8: text('产出指标'),
  C8: text('数量指标'),
  D8: text('养护里程'),
  E8: text('≥30公里'),
  F8: text('32公里'),
  G8: number(30),
  H8: blank(),
  C9: text('质量指标'),
  D9: text('验收合格率'),
  E9: text('100%'),
  F9: number(1, STYLE.percent),
  G9: number(20),
  H9: number(18),
  I9: text('部分路段返工，验收晚了一个月'),
  B10: text('效益指标'),
  C10: text('社会效益指标'),
  D10: text('道路通行投诉'),
  E10: text('≤20件'),
  F10: text('16件'),
  G10: number(30),
  H10: number(30),
  B11: text('满意度指标'),
  C11: text('服务对象满意度指标'),
  D11: text('居民满意度'),
  E11: text('≥90%'),
  F11: number(0.936, STYLE.percent),
  G11: number(10),
  H11: number(10),
  A12: text('总分'),
  G12: number(100),
  H12: number(90),
  A13: text('注：分值与得分均以分计。'),
};

/** What a recalculation writes into the form as it is, by cell. */
export const USUAL_WRITES = { H5: '95.00%', I5: '9.5', H8: '30', H12: '97.5' } as const;

/** The rows of the form as `<sheetData>`. */
export function formCells(
  changed: Readonly<Record<string, CellXml | null>> = {},
  rowAttributes: Readonly<Record<number, string>> = {},
): string {
  const rows = new Map<number, (readonly [column: number, xml: string])[]>();
  for (const [address, cell] of Object.entries({ ...FORM, ...changed })) {
    const place = parseCellName(address);
    if (!place || !cell) continue;
    const inRow = rows.get(place.row) ?? [];
    inRow.push([place.column, cell(address)]);
    rows.set(place.row, inRow);
  }
  const xml = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const inOrder = cells.sort(([a], [b]) => a - b).map(([, cell]) => cell);
      return `<row r="${row + 1}"${rowAttributes[row + 1] ?? ''}>${inOrder.join('')}</row>`;
    });
  return `<sheetData>${xml.join('')}</sheetData>`;
}

/** The workbook; the form is its first sheet. */
export function hostileBook(book: HostileBook): Uint8Array {
  const { cells, rows, before = '', after = '', sheets = {}, links = {} } = book;
  const root =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ` xmlns:r="${OFFICE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">`;
  const relationships = Object.entries(links).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return buildXlsx({
    styles: STYLES,
    ...book.package,
    sheets: { [SHEET]: `${root}${before}${formCells(cells, rows)}${after}</worksheet>`, ...sheets },
    parts: {
      ...(relationships.length === 0
        ? {}
        : {
            'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
          }),
      ...book.package?.parts,
    },
  });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
