/** A sheet copied inside a file: what of its part goes along, and what needs other parts and stays behind. */
import { strFromU8, unzipSync } from 'fflate';
import { opened } from './opened';
import { buildXlsx, textParts } from './xlsxPackage';

const RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

const SHEET =
  `<worksheet xmlns="${MAIN}" ${RELATED}><sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/></sheetPr>` +
  '<sheetViews><sheetView workbookViewId="0"><selection activeCell="B2"/></sheetView></sheetViews>' +
  '<sheetData><row r="1"><c r="A1"><f>\'甲 &amp; 乙\'!B1+别的!B1</f><v>1</v></c><c r="B1"><v>1</v></c>' +
  '<c r="C1" t="str"><f>"\'甲 &amp; 乙\'!B1"</f><v>x</v></c></row></sheetData>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="B1"><formula1>\'甲 &amp; 乙\'!$A$1:$A$3</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="B1" r:id="rId1"/></hyperlinks>' +
  '<pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" r:id="rId2"/>' +
  '<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>' +
  `<extLst><ext uri="{A}"><x14:slicerList xmlns:x14="${X14}"><x14:slicer r:id="rId6"/></x14:slicerList></ext>` +
  `<ext uri="{B}"><x14:dataValidations xmlns:x14="${X14}"/></ext></extLst></worksheet>`;

const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${mode}/>`;

const LINKS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
  relationship('rId1', 'hyperlink', 'https://example.org/', ' TargetMode="External"'),
  relationship('rId2', 'printerSettings', '../printerSettings/printerSettings1.bin'),
  relationship('rId3', 'drawing', '../drawings/drawing1.xml'),
].join('')}</Relationships>`;

const NAMES =
  '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'甲 &amp; 乙\'!$A$1:$C$1</definedName>' +
  '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'甲 &amp; 乙\'!$A$1</definedName>' +
  '<definedName name="总额">\'甲 &amp; 乙\'!$A$1</definedName></definedNames>';

const SOURCE = buildXlsx({
  sheets: { '甲 &amp; 乙': SHEET, 别的: '<sheetData/>' },
  afterSheets: NAMES,
  parts: { 'xl/worksheets/_rels/sheet1.xml.rels': LINKS },
});

async function copied(): Promise<Record<string, string>> {
  const file = opened(SOURCE);
  await file.copySheet({ from: '甲 & 乙', name: "丁's", writes: [] });
  return textParts(file.bytes());
}

test('formulas and rules that name the sheet name the copy, texts and other sheets stay', async () => {
  const copy = (await copied())['xl/worksheets/sheet3.xml'] ?? '';
  expect(copy).toContain("<f>'丁''s'!B1+别的!B1</f>");
  expect(copy).toContain("<formula1>'丁''s'!$A$1:$A$3</formula1>");
  expect(copy).toContain('<f>"\'甲 &amp; 乙\'!B1"</f>');
});

test('links and the page stay; pictures, notes, tables, printer settings and the name for macros do not', async () => {
  const parts = await copied();
  const copy = parts['xl/worksheets/sheet3.xml'] ?? '';
  expect(copy).toContain('<hyperlink ref="B1" r:id="rId1"/>');
  expect(copy).toContain('<pageSetup paperSize="9" orientation="landscape"/>');
  expect(copy).toContain('<sheetPr><tabColor rgb="FFFF0000"/></sheetPr>');
  expect(copy).toContain('<ext uri="{B}">');
  expect(copy).not.toMatch(/drawing|tablePart|slicer|codeName/i);
  expect(parts['xl/worksheets/_rels/sheet3.xml.rels']?.match(/Id="[^"]*"/g)).toEqual(['Id="rId1"']);
});

test('only the copy is selected, and its own names come along', async () => {
  const parts = await copied();
  const workbook = parts['xl/workbook.xml'] ?? '';
  expect(Object.keys(parts).filter((part) => parts[part]?.includes('tabSelected'))).toEqual([
    'xl/worksheets/sheet3.xml',
  ]);
  expect(workbook).toContain('activeTab="2"');
  expect(workbook.match(/<definedName [^>]*localSheetId="2"[^>]*>[^<]*/g)).toEqual([
    '<definedName name="_xlnm.Print_Area" localSheetId="2">\'丁\'\'s\'!$A$1:$C$1',
    '<definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">\'丁\'\'s\'!$A$1',
  ]);
  expect(workbook).toContain(NAMES.slice(0, -'</definedNames>'.length));
});

test('every other part keeps its bytes', async () => {
  const [before, after] = [unzipSync(SOURCE), await copied()];
  for (const part of [
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
  ])
    expect(after[part]).toBe(strFromU8(before[part] ?? new Uint8Array()));
});
