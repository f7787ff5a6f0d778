/** Formulas follow what they read, wherever it moves, and keep the results of the file until then. */
import { cellAt, sheetOf, smallBook, write } from './opened';

const SUM = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v>3</v></c></row></sheetData>`;

describe('formulas', () => {
  test('follow what they read', () => {
    const sheet = sheetOf(smallBook(SUM));
    write(sheet, 'A1', 0.1);
    write(sheet, 'B1', 0.2);
    expect(cellAt(sheet, 'C1')).toMatchObject({ value: 0.1 + 0.2, formula: '=SUM(A1:B1)' });
  });

  test('keep the results of the file until what they read changes, even wrong ones', () => {
    const sheet = sheetOf(
      smallBook(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>99</v></c><c r="C1"><v>1</v></c></row></sheetData>',
      ),
    );
    write(sheet, 'C1', 5);
    expect(cellAt(sheet, 'B1').value).toBe(99);
    write(sheet, 'A1', 5);
    expect(cellAt(sheet, 'B1').value).toBe(6);
    write(sheet, 'A1', 1);
    expect(cellAt(sheet, 'B1').value).toBe(99);
  });

  test('keep the result of the file when the engine does not know their function', () => {
    const sheet = sheetOf(
      smallBook(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>NOSUCHFUNCTION(A1)</f><v>42</v></c></row></sheetData>',
      ),
    );
    write(sheet, 'A1', 2);
    expect(cellAt(sheet, 'B1').value).toBe(42);
  });

  test.each([
    ['=1/3', 1 / 3, false],
    ['=0.1+0.2', 0.1 + 0.2, false],
    ['=-22/7', -22 / 7, false],
    ['=90.66', 90.66, false],
    ['=1E+300', 1e300, false],
    ['=A1>0', true, false],
    ['="甲"&A1', '甲1', false],
    ['=1/0', '#DIV/0!', true],
    ['=NA()', '#N/A', true],
    ['=""', null, false],
  ])('%s is read with all its digits', (formula, value, isError) => {
    const sheet = sheetOf(smallBook(SUM));
    write(sheet, 'D1', formula);
    expect(cellAt(sheet, 'D1')).toMatchObject({ value, isError });
  });

  test('know names in Chinese and other sheets', () => {
    const book = smallBook({
      sheets: {
        自评表: '<sheetData><row r="1"><c r="A1"><f>满分*2</f><v>20</v></c></row></sheetData>',
        参数: '<sheetData><row r="1"><c r="A1"><v>10</v></c></row></sheetData>',
      },
      afterSheets: '<definedNames><definedName name="满分">参数!$A$1</definedName></definedNames>',
    });
    write(sheetOf(book, '参数'), 'A1', 50);
    expect(cellAt(sheetOf(book, '自评表'), 'A1').value).toBe(100);
    expect(book.names).toEqual([{ name: '满分', formula: '参数!$A$1', sheet: null }]);
  });

  test('change within a batch of the add-in as soon as they are read', () => {
    const book = smallBook(SUM);
    const sheet = sheetOf(book);
    book.asAddIn(() => {
      write(sheet, 'A1', 10);
      expect(cellAt(sheet, 'C1').value).toBe(12);
      write(sheet, 'B1', 20);
      expect(cellAt(sheet, 'C1').value).toBe(30);
    });
    expect(book.undo()).toBe(true);
    expect(cellAt(sheet, 'C1').value).toBe(3);
    expect(book.undo()).toBe(false);
  });

  test('follow rows and columns that come and go, on their sheet and on others', () => {
    const book = smallBook({
      sheets: {
        一: SUM,
        二: `<sheetData><row r="1"><c r="A1"><f>一!$C$1+SUM(一!A1:B1)</f><v>6</v></c><c r="B1"><f>A1</f><v>6</v></c></row></sheetData>`,
      },
    });
    const sheet = sheetOf(book, '一');
    sheet.insertRows(0, 2);
    sheet.insertColumns(1, 1);
    expect(cellAt(sheet, 'D3').formula).toBe('=SUM(A3:C3)');
    expect(cellAt(sheetOf(book, '二'), 'A1').formula).toBe('=一!$D$3+SUM(一!A3:C3)');
    expect(cellAt(sheetOf(book, '二'), 'B1').formula).toBe('=A1');
    write(sheet, 'B3', 5);
    expect(cellAt(sheet, 'D3').value).toBe(8);
    sheet.deleteRows(2, 1);
    expect(cellAt(sheetOf(book, '二'), 'A1')).toMatchObject({
      formula: '=一!#REF!+SUM(一!#REF!)',
      isError: true,
    });
  });

  test('name a sheet as it is called now', () => {
    const book = smallBook({
      sheets: { 一: SUM, 二: '<sheetData><row r="1"><c r="A1"><f>一!C1</f><v>3</v></c></row></sheetData>' },
    });
    book.renameSheet(sheetOf(book, '一'), "a'b");
    expect(cellAt(sheetOf(book, '二'), 'A1')).toMatchObject({ formula: "='a''b'!C1", value: 3 });
    write(sheetOf(book, "a'b"), 'A1', 4);
    expect(cellAt(sheetOf(book, '二'), 'A1').value).toBe(6);
  });

  test('go on to be evaluated after one that breaks the engine is gone', () => {
    const sheet = sheetOf(smallBook(SUM));
    write(sheet, 'D1', '=EDATE(1,1E9)');
    expect(cellAt(sheet, 'D1').value).toBeNull();
    write(sheet, 'A1', 10);
    expect(cellAt(sheet, 'C1').value).toBe(3);
    write(sheet, 'D1', '');
    expect(cellAt(sheet, 'C1').value).toBe(12);
  });
});

describe('a typed formula', () => {
  test.each([
    '=1+',
    '=*1',
    '=1+*2',
    '=(1+)',
    '=SUM(1,+)',
    '=SUM(A1:)',
    '=A1%%+',
    '=%1',
    '=()+',
    '=SUM(',
    '=1)',
    '="a',
  ])('is refused as Excel refuses it: %s', (formula) => {
    const sheet = sheetOf(smallBook(SUM));
    expect(() => {
      write(sheet, 'A1', formula);
    }).toThrow('The formula cannot be read.');
  });

  test.each([
    '=1+1',
    '=-A1',
    '=--A1%',
    '=+A1',
    '=IF(A1,,2)',
    '=SUM(A1:B1 B1:C1)',
    '=A1<>-1',
    '={1,2;3,4}',
    '=NOW()',
    "='a b'!A1",
  ])('is taken: %s', (formula) => {
    const sheet = sheetOf(smallBook(SUM));
    write(sheet, 'D1', formula);
    expect(cellAt(sheet, 'D1').formula).toBe(formula);
  });
});
