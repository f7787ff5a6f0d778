/** Panes, page set-up, validations and the order of sheets in the saved file. */
import type { Validation } from '../../../src/workbench/book/book';
import { NO_VALIDATION } from '../../../src/workbench/book/readValidations';
import { buildXlsx, textParts } from '../../workbook/xlsxPackage';
import { area, openedBook, sheetOf, smallBook, write } from './opened';

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = 'xl/workbook.xml';

const points: Validation = {
  ...NO_VALIDATION,
  type: 'decimal',
  operator: 'between',
  formulas: ['0', 'B2'],
  prompt: { isShown: true, title: '得分', message: '两行\n“甲”<乙>' },
  alert: { isShown: true, style: 'warning', title: '', message: '不对' },
};

test('everything about a sheet is read again as it was set, in the order that files demand', () => {
  const book = smallBook('<sheetData/>');
  const added = book.addSheet('新');
  write(added, 'A1', 1);
  added.merge(area('A2:B2'));
  added.setColumnWidth(0, 0, 60);
  added.addFormat({
    areas: [area('A1')],
    formula: 'A1>0',
    fill: '#FF0000',
    fontColor: null,
    stopsIfTrue: false,
  });
  added.validate([area('C2:C9'), area('E2')], points);
  added.validate([area('D2')], { ...NO_VALIDATION, type: 'list', formulas: ['"是,否"'], hasDropDown: false });
  added.freeze({ rows: 3, columns: 1 });
  added.setGridlines(false);
  added.setPage({
    isLandscape: true,
    paperSize: 9,
    zoom: { kind: 'fit', wide: 1, high: null },
    centresAcross: true,
    margins: { ...added.page.margins, left: 42 },
    header: '&L甲&R乙',
    footer: '&C第 &P 页',
  });
  added.setPrintArea([area('A1:D9')]);
  added.setPrintTitles({ rows: area('1:3') });
  added.protect();
  const saved = book.bytes();
  const again = sheetOf(openedBook(saved), '新');
  expect({ ...again.page, frozen: again.frozen }).toEqual({ ...added.page, frozen: { rows: 3, columns: 1 } });
  expect(again.showsGridlines).toBe(false);
  expect(again.validations).toEqual(added.validations.map((one, place) => ({ ...one, place })));
  expect([again.printArea, again.printTitles.rows]).toEqual([[area('A1:D9')], area('1:3')]);
  const xml = textParts(saved)['xl/worksheets/sheet2.xml'] ?? '';
  const elements = [...xml.matchAll(/<(\w+)/g)].map(([, name]) => name ?? '');
  const expected =
    'sheetPr sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells conditionalFormatting dataValidations ' +
    'printOptions pageMargins pageSetup headerFooter';
  expect(elements.filter((name) => expected.split(' ').includes(name)).join(' ')).toBe(expected);
});

test('what nobody set stays as the file has it, to the byte', () => {
  const sheet =
    '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><pageSetUpPr autoPageBreaks="0"/></sheetPr>' +
    '<sheetViews><sheetView showFormulas="1" tabSelected="1" topLeftCell="A40" workbookViewId="0"><selection activeCell="C41" sqref="C41"/></sheetView></sheetViews>' +
    '<sheetData/>' +
    '<dataValidations count="2" disablePrompts="1"><dataValidation type="list" imeMode="on" sqref="A1:A9"><formula1>$Z$1:$Z$2</formula1></dataValidation>' +
    '<dataValidation type="whole" imeMode="off" allowBlank="1" sqref="B1"><formula1>1</formula1><formula2>9</formula2></dataValidation></dataValidations>' +
    '<printOptions gridLines="1"/><pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.5"/>' +
    '<pageSetup paperSize="8" scale="70" horizontalDpi="300"/>' +
    '<headerFooter differentFirst="1"><oddHeader>&amp;C甲</oddHeader><firstFooter>乙</firstFooter></headerFooter>';
  const bytes = buildXlsx({ sheets: { 表: sheet } });
  const book = openedBook(bytes);
  const one = sheetOf(book);
  expect(one.page).toMatchObject({ paperSize: 8, zoom: { kind: 'scale', percent: 70 }, header: '&C甲' });
  one.setPage({
    centresAcross: true,
    isLandscape: true,
    zoom: { kind: 'fit', wide: 1, high: null },
    footer: '&P',
  });
  one.freeze({ rows: 2, columns: 0 });
  one.validate([area('A5')], null);
  one.validate([area('C1')], points);
  const xml = textParts(book.bytes())[SHEET] ?? '';
  for (const text of [
    '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><pageSetUpPr autoPageBreaks="0" fitToPage="1"/></sheetPr>',
    '<sheetView showFormulas="1" tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="C41" sqref="C41"/></sheetView>',
    '<dataValidations count="3" disablePrompts="1"><dataValidation type="list" imeMode="on" sqref="A1:A4 A6:A9"><formula1>$Z$1:$Z$2</formula1></dataValidation>' +
      '<dataValidation type="whole" imeMode="off" allowBlank="1" sqref="B1"><formula1>1</formula1><formula2>9</formula2></dataValidation>',
    '<printOptions gridLines="1" horizontalCentered="1"/><pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.5"/>',
    '<pageSetup paperSize="8" horizontalDpi="300" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter differentFirst="1"><oddHeader>&amp;C甲</oddHeader><oddFooter>&amp;P</oddFooter><firstFooter>乙</firstFooter></headerFooter>',
  ]) {
    expect(xml).toContain(text);
  }
  while (book.undo());
  expect(book.bytes()).toEqual(bytes);
});

test('what is new stands among the elements that the file has', () => {
  const book = smallBook(
    '<dimension ref="A1"/><sheetData/><autoFilter ref="A1:B2"/><phoneticPr fontId="0"/><hyperlinks><hyperlink ref="A1" location="B1"/></hyperlinks>' +
      '<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A1" evalError="1"/></ignoredErrors>',
  );
  const sheet = sheetOf(book);
  sheet.validate([area('B1')], points);
  sheet.freeze({ rows: 1, columns: 0 });
  sheet.setPage({
    zoom: { kind: 'fit', wide: 1, high: 1 },
    centresDown: true,
    margins: { ...sheet.page.margins, top: 0 },
    isLandscape: true,
    header: '甲',
  });
  const xml = textParts(book.bytes())[SHEET] ?? '';
  const depth = /^<worksheet[^>]*>/.exec(xml)?.[0].length ?? 0;
  const children = [...xml.slice(depth).matchAll(/<(\w+)[^>]*?(?:\/>|>.*?<\/\1>)/g)].map(([, name]) => name);
  expect(children.join(' ')).toBe(
    'sheetPr dimension sheetViews sheetData autoFilter phoneticPr dataValidations hyperlinks printOptions pageMargins pageSetup ' +
      'headerFooter rowBreaks ignoredErrors',
  );
});

test('panes that are let go leave a plain view', () => {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>' +
    '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="D4" sqref="D4"/></sheetView></sheetViews>';
  const book = smallBook(`${view}<sheetData/>`);
  sheetOf(book).freeze({ rows: 0, columns: 0 });
  expect(textParts(book.bytes())[SHEET]).toContain(
    '<sheetView workbookViewId="0"><selection activeCell="D4" sqref="D4"/></sheetView>',
  );
});

test('validations move with rows, and what they name moves too', () => {
  const book = smallBook(
    '<sheetData/><dataValidations count="1"><dataValidation type="whole" operator="lessThan" imeMode="on" sqref="A2:A3"><formula1>$B$9</formula1></dataValidation></dataValidations>',
  );
  sheetOf(book).insertRows(0, 2);
  expect(textParts(book.bytes())[SHEET]).toContain(
    '<dataValidation type="whole" operator="lessThan" imeMode="on" sqref="A4:A5"><formula1>$B$11</formula1></dataValidation>',
  );
});

const NAMES =
  '<definedNames><definedName name="甲" localSheetId="0">一!$A$1</definedName><definedName name="甲" localSheetId="2">三!$A$1</definedName></definedNames>';

test('local names stay with their sheets when tabs are moved, added and taken away', () => {
  const bytes = buildXlsx({
    sheets: { 一: '<sheetData/>', 二: '<sheetData/>', 三: '<sheetData/>' },
    afterSheets: NAMES,
  });
  const book = openedBook(bytes);
  book.moveSheet(sheetOf(book, '三'), 0);
  const added = book.addSheet('四');
  added.setPrintArea([area('A1')]);
  book.moveSheet(added, 1);
  book.deleteSheet(sheetOf(book, '二'));
  book.activate(added);
  const again = openedBook(book.bytes());
  expect(again.sheets.map(({ name }) => name)).toEqual(['三', '四', '一']);
  expect(again.activeSheet.name).toBe('四');
  expect(again.names).toEqual([
    { name: '甲', formula: '一!$A$1', sheet: '一' },
    { name: '甲', formula: '三!$A$1', sheet: '三' },
    { name: '_xlnm.Print_Area', formula: "'四'!$A$1", sheet: '四' },
  ]);
});

test('a chart sheet stays behind the tab that it was behind', () => {
  const plain = textParts(
    buildXlsx({
      sheets: { 一: '<sheetData/>', 图: '<sheetData/>', 二: '<sheetData/>' },
      afterSheets: NAMES.replace('三!', '二!'),
    }),
  );
  const bytes = buildXlsx({
    sheets: { 一: '<sheetData/>', 图: '<sheetData/>', 二: '<sheetData/>' },
    afterSheets: NAMES.replace('三!', '二!'),
    parts: {
      'xl/_rels/workbook.xml.rels': (plain['xl/_rels/workbook.xml.rels'] ?? '').replace(
        /(Id="s2"[^>]*\/)worksheet"/,
        '$1chartsheet"',
      ),
    },
  });
  const book = openedBook(bytes);
  expect(book.sheets.map(({ name }) => name)).toEqual(['一', '二']);
  book.moveSheet(sheetOf(book, '二'), 0);
  const xml = textParts(book.bytes())[WORKBOOK] ?? '';
  expect([...xml.matchAll(/<sheet name="(.)"/g)].map(([, name]) => name)).toEqual(['二', '一', '图']);
  expect([...xml.matchAll(/localSheetId="(\d)">(.)!/g)].map(([, at, name]) => [at, name])).toEqual([
    ['1', '一'],
    ['0', '二'],
  ]);
});

test('one tab alone is selected: that of the active sheet', () => {
  const selected = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>';
  const book = smallBook({ sheets: { 一: selected, 二: selected } });
  book.activate(book.addSheet('三'));
  const parts = textParts(book.bytes());
  const tabs = Object.keys(parts).filter((name) => parts[name]?.includes('tabSelected="1"'));
  expect(tabs).toEqual(['xl/worksheets/sheet3.xml']);
  expect(parts[WORKBOOK]).toContain('<bookViews><workbookView activeTab="2"/></bookViews><sheets>');
});
