/** A small workbook for tests of the host: a form, a protected sheet with one open cell, a hidden sheet and an empty one. */
import { buildXlsx } from '../../workbook/xlsxPackage';

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.00%"/></numFmts>' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/>' +
  '<xf applyProtection="1"><protection locked="0"/></xf>' +
  '<xf fillId="2" applyFill="1"/></cellXfs>' +
  '<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>';

const FORM =
  '<cols><col min="2" max="2" width="20" customWidth="1"/><col min="5" max="5" hidden="1"/></cols>' +
  '<sheetData>' +
  `<row r="1">${text('A1', '绩效自评表')}</row>` +
  `<row r="2">${text('A2', '指标')}${text('B2', '分值')}${text('C2', '得分')}${text('D2', '执行率')}</row>` +
  `<row r="3">${text('A3', '数量指标')}<c r="B3"><v>10</v></c><c r="C3"><v>8</v></c><c r="D3" s="1"><v>0.8</v></c></row>` +
  `<row r="4" hidden="1">${text('A4', '质量指标')}<c r="B4"><v>20</v></c><c r="C4" s="3"><v>20</v></c></row>` +
  `<row r="5">${text('A5', '合计')}<c r="B5"><f>SUM(B3:B4)</f><v>30</v></c><c r="C5"><f>SUM(C3:C4)</f><v>28</v></c></row>` +
  '<row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
  '</sheetData>' +
  '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>' +
  '<conditionalFormatting sqref="C3:C4"><cfRule type="expression" dxfId="0" priority="1"><formula>C3&lt;B3</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="B3:B4"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>15</formula></cfRule></conditionalFormatting>';

const LOCKED =
  `<sheetData><row r="1">${text('A1', '锁定')}<c r="B1" s="2"><v>1</v></c></row></sheetData>` +
  '<sheetProtection sheet="1"/>';

export const SHEETS = { form: '自评表', locked: '已 保护', hidden: '隐藏', empty: '空表' } as const;

export function sampleBytes(): Uint8Array {
  return buildXlsx({
    sheets: {
      [SHEETS.form]: FORM,
      [SHEETS.locked]: LOCKED,
      [SHEETS.hidden]: `<sheetData><row r="1">${text('A1', '藏')}</row></sheetData>`,
      [SHEETS.empty]: '<sheetData/>',
    },
    states: { [SHEETS.hidden]: 'hidden' },
    styles: STYLES,
    afterSheets: `<definedNames><definedName name="得分列">${SHEETS.form}!$C$3:$C$4</definedName></definedNames>`,
  });
}
