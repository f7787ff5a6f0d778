/** A form of any number of rows as a workbook to be opened. */
import type { Grid } from '../../../src/form/grid';
import { cellName } from '../../../src/form/address';
import { escapeXml } from '../../../src/workbook/xlsx/xml';
import { buildXlsx } from '../../workbook/xlsxPackage';
import { drawLongForm } from '../longForm';

/** General, and percentages with and without decimals. */
const FORMATS = ['General', '0%', '0.00%'];
const STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="9"/><xf numFmtId="10"/></cellXfs>';

export function drawForm(rows: number): Uint8Array {
  return buildXlsx({ sheets: { 自评表: writeSheet(drawLongForm(rows).grid) }, styles: STYLES });
}

function writeSheet({ rows }: Grid): string {
  const lines = rows.map((cells, row) => {
    const written = (cells ?? []).map((cell, column) => {
      if (!cell || cell.value === null) return '';
      const place = `r="${cellName(row, column)}" s="${Math.max(0, FORMATS.indexOf(cell.format))}"`;
      return typeof cell.value === 'number'
        ? `<c ${place}><v>${cell.value}</v></c>`
        : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell.value))}</t></is></c>`;
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return `<sheetData>${lines.join('')}</sheetData>`;
}
