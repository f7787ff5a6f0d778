/** What the saved file holds: it opens in the door to files, and only what differs is another. */
import { opened, gridOf, cellAt as gridCell } from '../../workbook/opened';
import { buildXlsx, textParts } from '../../workbook/xlsxPackage';
import { FIXTURE_FILES, area, cellAt, fixture, openedBook, sheetOf, smallBook, write } from './opened';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROW =
  '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1"><f>A1*2</f><v>2</v></c></row>';
const SOURCE = {
  sheets: { 表: `<dimension ref="A1:C1"/><sheetData>${ROW}</sheetData>` },
  sharedStrings: '<si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r></si>',
  styles:
    '<fonts count="1"><font><sz val="10"/><name val="宋体"/><family val="3"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
    '<xf numFmtId="9" fontId="0" fillId="0" borderId="0"><alignment horizontal="center" textRotation="90"/></xf></cellXfs>',
};

function differing(before: Uint8Array, after: Uint8Array): string[] {
  const old = textParts(before);
  const now = textParts(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => old[name] !== now[name])
    .sort();
}

describe('values', () => {
  const bytes = buildXlsx(SOURCE);
  const book = openedBook(bytes);
  const sheet = sheetOf(book);
  write(sheet, 'A1', 5);
  write(sheet, 'D2', '=C1&"分"');
  const saved = book.bytes();

  test('are written with the results that follow from them', async () => {
    const grid = await gridOf(opened(saved));
    expect(gridCell(grid, 'A1')).toMatchObject({ value: 5, format: '0%' });
    expect(gridCell(grid, 'C1')).toMatchObject({ value: 10, formula: 'A1*2' });
    expect(gridCell(grid, 'D2')).toMatchObject({ value: '10分', formula: 'C1&"分"' });
  });

  test('are all that differs on their sheet', () => {
    expect(differing(bytes, saved)).toEqual(['xl/workbook.xml', SHEET]);
    expect(textParts(saved)[SHEET]).toContain('<c r="B1" t="s"><v>0</v></c>');
  });
});

describe('looks', () => {
  const bytes = buildXlsx(SOURCE);
  const book = openedBook(bytes);
  const sheet = sheetOf(book);
  sheet.setLook(area('A1:B1'), {
    fill: '#FFC7CE',
    font: { isBold: true, color: '#9C0006' },
    border: { bottom: { style: 'thin', color: '#000000' } },
    numberFormat: '0.000',
    wraps: true,
    isLocked: false,
  });
  sheet.setLook(area('F9'), { horizontal: 'right' });
  const saved = book.bytes();

  test('are read again as they were set', () => {
    const again = sheetOf(openedBook(saved));
    for (const address of ['A1', 'B1', 'C1', 'F9']) {
      expect(cellAt(again, address)).toEqual(cellAt(sheet, address));
    }
  });

  test('keep what they do not tell of, and the bytes of the text they dress', () => {
    expect(textParts(saved)['xl/styles.xml']).toContain('textRotation="90"');
    expect(textParts(saved)[SHEET]).toMatch(/<c r="B1" t="s" s="\d"><v>0<\/v><\/c>/);
    expect(differing(bytes, saved)).toEqual(['xl/styles.xml', SHEET]);
  });
});

test('a workbook without a stylesheet gets one with its first look', () => {
  const book = smallBook('<sheetData/>');
  sheetOf(book).setLook(area('B2'), { fill: '#00FF00' });
  expect(cellAt(sheetOf(openedBook(book.bytes())), 'B2').look.fill).toBe('#00FF00');
});

test('cells that share the formula of a cell that is overwritten keep theirs', async () => {
  const book = smallBook(
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+1</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>' +
      '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>4</v></c></row></sheetData>',
  );
  write(sheetOf(book), 'B1', 7);
  const grid = await gridOf(opened(book.bytes()));
  expect(['B1', 'B2', 'B3'].map((address) => gridCell(grid, address)?.formula)).toEqual([
    null,
    'A2+1',
    'A3+1',
  ]);
  expect(['B1', 'B2', 'B3'].map((address) => gridCell(grid, address)?.value)).toEqual([7, 3, 4]);
});

test('the order of calculation goes when formulas come or go', () => {
  const parts = {
    'xl/calcChain.xml':
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C1" i="1"/></calcChain>',
  };
  const plain = textParts(buildXlsx(SOURCE));
  const relationships = plain['xl/_rels/workbook.xml.rels'] ?? '';
  const bytes = buildXlsx({
    ...SOURCE,
    parts: {
      ...parts,
      'xl/_rels/workbook.xml.rels': relationships.replace(
        '</Relationships>',
        '<Relationship Id="cc" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    },
  });
  const book = openedBook(bytes);
  write(sheetOf(book), 'A1', 3);
  expect(textParts(book.bytes())).toHaveProperty(['xl/calcChain.xml']);
  write(sheetOf(book), 'C1', 3);
  const saved = textParts(book.bytes());
  expect(saved).not.toHaveProperty(['xl/calcChain.xml']);
  expect(saved['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
});

test('settings are kept where the door finds them', async () => {
  const book = smallBook(SOURCE);
  book.setSetting('rules', '"wuhan"');
  const { settings } = await opened(book.bytes()).read(null);
  expect(settings).toEqual({ rules: '"wuhan"' });
  expect([...openedBook(book.bytes()).settings]).toEqual([['rules', '"wuhan"']]);
});

describe('sheets', () => {
  test('that are new are read again with all that was put on them', async () => {
    const book = smallBook(SOURCE);
    const added = book.addSheet('汇总表');
    write(added, 'A1', '合计');
    write(added, 'B2', '=表!A1+1');
    added.merge(area('A1:C1'));
    added.setColumnWidth(0, 1, 90);
    added.setRowHeight(0, 0, 30);
    added.setLook(area('A1'), { font: { isBold: true } });
    added.addFormat({
      areas: [area('A1:C3')],
      formula: '$A1="合计"',
      fill: '#FFEB9C',
      fontColor: null,
      stopsIfTrue: true,
    });
    const { sheets } = await opened(book.bytes()).read(['汇总表']);
    expect(sheets[0]?.grid.rows[1]?.[1]).toMatchObject({ value: 2, formula: '表!A1+1' });
    const again = sheetOf(openedBook(book.bytes()), '汇总表');
    expect(again.merges).toEqual([area('A1:C1')]);
    expect([again.columnWidth(0), again.columnWidth(1), again.rowHeight(0)]).toEqual([90, 90, 30]);
    expect(cellAt(again, 'A1')).toEqual(cellAt(added, 'A1'));
    expect(again.formats).toMatchObject([
      {
        areas: [area('A1:C3')],
        rule: { kind: 'formula', formula: '$A1="合计"' },
        fill: '#FFEB9C',
        stopsIfTrue: true,
      },
    ]);
  });

  test('are renamed, hidden and taken away, with the names that belong to them', () => {
    const book = smallBook({
      sheets: { 一: '<sheetData/>', 二: '<sheetData/>', 三: '<sheetData/>' },
      afterSheets:
        '<definedNames><definedName name="甲" localSheetId="0">一!$A$1</definedName><definedName name="乙" localSheetId="2">三!$A$1</definedName></definedNames>',
    });
    book.deleteSheet(sheetOf(book, '一'));
    book.renameSheet(sheetOf(book, '三'), '丙 & 丁');
    sheetOf(book, '二').setVisibility('very-hidden');
    const again = openedBook(book.bytes());
    expect(again.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['二', 'very-hidden'],
      ['丙 & 丁', 'visible'],
    ]);
    expect(again.names).toEqual([{ name: '乙', formula: "'丙 & 丁'!$A$1", sheet: '丙 & 丁' }]);
    expect(Object.keys(textParts(book.bytes()))).not.toContain(SHEET);
  });

  test('are protected and unprotected', () => {
    const book = smallBook(SOURCE);
    const bytes = book.bytes();
    sheetOf(book).protect();
    expect(sheetOf(openedBook(book.bytes())).isProtected).toBe(true);
    sheetOf(book).unprotect();
    expect(book.bytes()).toEqual(bytes);
  });
});

test('rows, columns and what lies on them are where they were moved', () => {
  const bytes = buildXlsx({
    ...SOURCE,
    sheets: {
      表:
        `<cols><col min="2" max="2" width="20" customWidth="1"/></cols><sheetData>${ROW}<row r="2" ht="40" customHeight="1"><c r="A2"><v>8</v></c></row></sheetData>` +
        '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>' +
        '<conditionalFormatting sqref="A1:C2"><cfRule type="expression" priority="3"><formula>$A1&gt;5</formula></cfRule></conditionalFormatting>' +
        '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
    },
  });
  const book = openedBook(bytes);
  const sheet = sheetOf(book);
  sheet.insertRows(1, 1);
  sheet.insertColumns(0, 1);
  const again = sheetOf(openedBook(book.bytes()));
  expect(cellAt(again, 'D1')).toMatchObject({ formula: '=B1*2', value: 2 });
  expect([cellAt(again, 'C1').value, cellAt(again, 'B3').value]).toEqual(['富文本', 8]);
  expect(again.merges).toEqual([area('B3:C3')]);
  expect([again.rowHeight(2), again.columnWidth(2)]).toEqual([40, sheet.columnWidth(2)]);
  expect(again.formats).toMatchObject([
    { areas: [area('B1:D3')], rule: { kind: 'formula', formula: '$B1>5' } },
  ]);
  expect(textParts(book.bytes())[SHEET]).toContain('<dataValidation type="list" sqref="B3">');
  sheet.deleteColumns(0, 1);
  sheet.deleteRows(1, 1);
  expect(book.bytes()).toEqual(bytes);
});

test('conditional formats that move keep their looks, and what the workbench does not read of them', () => {
  const scale =
    '<colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule>';
  const book = smallBook({
    sheets: {
      表:
        '<sheetData/><conditionalFormatting sqref="A1:A2"><cfRule type="colorScale" priority="1">' +
        `${scale}</conditionalFormatting>` +
        '<conditionalFormatting sqref="B1"><cfRule type="expression" dxfId="0" priority="2"><formula>B1&gt;A1</formula></cfRule></conditionalFormatting>',
    },
    styles:
      '<cellXfs count="1"><xf/></cellXfs><dxfs count="1"><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>',
  });
  sheetOf(book).insertRows(0, 1);
  const xml = textParts(book.bytes())[SHEET] ?? '';
  expect(xml).toContain(
    `<conditionalFormatting sqref="A2:A3"><cfRule type="colorScale" priority="1">${scale}</conditionalFormatting>`,
  );
  expect(xml).toContain('dxfId="0" priority="2"><formula>B2&gt;A2</formula>');
  expect(xml.match(/<cfRule/g)).toHaveLength(2);
});

test.each(FIXTURE_FILES)('%s opens in the door after rows were inserted and a sheet added', async (name) => {
  const book = openedBook(fixture(name));
  const sheet = sheetOf(book);
  if (sheet.isProtected) sheet.unprotect();
  sheet.insertRows(2, 1);
  book.addSheet(null);
  const { sheets } = await opened(book.bytes()).read(null);
  expect(sheets.map(({ grid }) => grid.sheet)).toEqual(book.sheets.map((one) => one.name));
  sheets[0]?.grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell && (cell.value !== null || cell.formula === null)) {
        expect({ row, column, text: sheet.cell(row, column).text }).toEqual({ row, column, text: cell.text });
      }
    });
  });
});
