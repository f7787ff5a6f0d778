/** Copies of sheets in the saved file: they hold what their sheets hold, also what only the file knows. */
import { opened } from '../../workbook/opened';
import { buildXlsx, textParts } from '../../workbook/xlsxPackage';
import { FIXTURE_FILES, area, cellAt, fixture, openedBook, sheetOf, write } from './opened';

const COPY = 'xl/worksheets/sheet2.xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode}/>`;

const RICH =
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheetPr codeName="Sheet1"/>` +
  '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>' +
  '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row></sheetData>' +
  '<sheetProtection sheet="1" password="CC1A" formatCells="0"/>' +
  '<conditionalFormatting sqref="A1:A2"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>' +
  '<hyperlinks><hyperlink ref="A1" r:id="link"/></hyperlinks>' +
  '<pageSetup paperSize="9" r:id="printer"/><drawing r:id="drawing"/>' +
  '<tableParts count="1"><tablePart r:id="table"/></tableParts></worksheet>';

const richBytes = buildXlsx({
  sheets: { 表: RICH },
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      relationship('link', 'hyperlink', 'https://example.invalid/', ' TargetMode="External"') +
      relationship('printer', 'printerSettings', '../printerSettings/a.bin') +
      relationship('drawing', 'drawing', '../drawings/drawing1.xml') +
      relationship('table', 'table', '../tables/table1.xml') +
      '</Relationships>',
  },
});

test('a copy keeps what the workbench does not read, without what one sheet alone can have', () => {
  const book = openedBook(richBytes);
  book.copySheet(sheetOf(book), 1);
  const parts = textParts(book.bytes());
  const xml = parts[COPY] ?? '';
  expect(xml).toContain('<cfRule type="colorScale" priority="1"><colorScale>');
  expect(xml).toContain('<sheetProtection sheet="1" password="CC1A" formatCells="0"/>');
  expect(xml).toContain('<hyperlink ref="A1" r:id="link"/>');
  expect(xml).toContain('<pageSetup paperSize="9"/>');
  expect(xml).toContain('<f t="shared" ref="B1:B2" si="0">A1*2</f>');
  for (const gone of ['drawing', 'tablePart', 'codeName']) expect(xml).not.toContain(gone);
  const links = parts['xl/worksheets/_rels/sheet2.xml.rels'] ?? '';
  expect([...links.matchAll(/Id="(\w+)"/g)].map(([, id]) => id)).toEqual(['link']);
  expect(parts['xl/worksheets/sheet1.xml']).toBe(RICH);
});

test('a copy of a changed sheet is a copy of the change, and the changes after it are its own', () => {
  const book = openedBook(
    buildXlsx({
      sheets: {
        表: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>表!A1+1</f><v>2</v></c></row></sheetData>',
      },
    }),
  );
  const sheet = sheetOf(book);
  write(sheet, 'A1', 5);
  sheet.insertRows(0, 1);
  const copy = book.copySheet(sheet, 1);
  write(copy, 'A2', 7);
  copy.setLook(area('A2'), { fill: '#FF0000' });
  const second = book.copySheet(copy, 2);
  const again = openedBook(book.bytes());
  expect(again.sheets.map(({ name }) => name)).toEqual(['表', '表 (2)', '表 (3)']);
  expect(again.sheets.map((one) => cellAt(one, 'B2'))).toMatchObject([
    { formula: '=表!A2+1', value: 6 },
    { formula: "='表 (2)'!A2+1", value: 8 },
    { formula: "='表 (3)'!A2+1", value: 8 },
  ]);
  expect(cellAt(sheetOf(again, second.name), 'A2').look.fill).toBe('#FF0000');
});

test('taking a copy back leaves the file as it was', () => {
  const book = openedBook(richBytes);
  const copy = book.copySheet(sheetOf(book), 0);
  book.deleteSheet(copy);
  expect(book.bytes()).toEqual(richBytes);
});

test.each(FIXTURE_FILES)(
  '%s opens in the door with a copy of each sheet, which reads as its sheet',
  async (name) => {
    const bytes = fixture(name);
    const before = await opened(bytes).read(null);
    const book = openedBook(bytes);
    for (const sheet of [...book.sheets]) book.copySheet(sheet, book.sheets.length);
    const after = await opened(book.bytes()).read(null);
    const count = before.sheets.length;
    expect(after.sheets.slice(0, count)).toEqual(before.sheets);
    const plain = (sheet: (typeof after.sheets)[number] | undefined) => ({
      ...sheet,
      grid: { ...sheet?.grid, sheet: '' },
    });
    before.sheets.forEach((sheet, index) => {
      const copy = after.sheets[count + index];
      expect(JSON.parse(JSON.stringify(plain(copy)))).toEqual(JSON.parse(JSON.stringify(plain(sheet))));
    });
  },
);
