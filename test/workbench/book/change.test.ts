/** Changing a workbook: what it takes, what it refuses, and who is told. */
import { BookRefusal } from '../../../src/workbench/book/book';
import type { BookChange } from '../../../src/workbench/book/book';
import { area, cellAt, place, sheetOf, smallBook, write } from './opened';

const SUM = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v>3</v></c></row></sheetData>`;

/** Code of what is refused. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof BookRefusal) return error.code;
    throw error;
  }
  return 'nothing';
}

describe('cells', () => {
  test('of a merged area that are not its first cannot be written', () => {
    const sheet = sheetOf(smallBook('<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'));
    write(sheet, 'B2', 'x');
    write(sheet, 'A1', 'y');
    expect([cellAt(sheet, 'B2').value, cellAt(sheet, 'A1').value]).toEqual([null, 'y']);
  });

  test('are emptied by an empty text and keep their look', () => {
    const sheet = sheetOf(smallBook(SUM));
    sheet.setLook(area('A1'), { fill: '#123456' });
    write(sheet, 'A1', '');
    expect(cellAt(sheet, 'A1')).toMatchObject({ value: null, text: '', look: { fill: '#123456' } });
  });

  test('lose contents, looks or both', () => {
    const sheet = sheetOf(smallBook(SUM));
    sheet.setLook(area('A1:C1'), { fill: '#123456' });
    sheet.clear(area('A1'), 'contents');
    sheet.clear(area('B1'), 'formats');
    sheet.clear(area('C1'), 'all');
    const seen = ['A1', 'B1', 'C1'].map((address) => [
      cellAt(sheet, address).value,
      cellAt(sheet, address).look.fill,
    ]);
    expect(seen).toEqual([
      [null, '#123456'],
      [2, null],
      [null, null],
    ]);
    expect(sheet.usedArea(true)).toEqual(area('B1'));
  });

  test('take the looks of whole columns and rows', () => {
    const sheet = sheetOf(smallBook(SUM));
    sheet.setLook(area('A:B'), { fill: '#112233' });
    sheet.setLook(area('5:5'), { numberFormat: '0.00' });
    expect([cellAt(sheet, 'A1'), cellAt(sheet, 'B900')].map(({ look }) => look.fill)).toEqual([
      '#112233',
      '#112233',
    ]);
    expect(cellAt(sheet, 'Z5').look.numberFormat).toBe('0.00');
    expect(sheet.usedArea(true)).toEqual(area('A1:C1'));
  });
});

describe('a protected sheet', () => {
  const source = (attributes: string) => ({
    sheets: {
      表: `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row></sheetData><sheetProtection sheet="1" ${attributes}/>`,
    },
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="0"><protection locked="0"/></xf></cellXfs>',
  });

  test('refuses locked cells, looks, rows and formats, and takes what is typed into the others', () => {
    const sheet = sheetOf(smallBook(source('')));
    const format = { areas: [area('A1')], formula: 'TRUE', fill: null, fontColor: null, stopsIfTrue: false };
    const tries: (() => void)[] = [
      () => {
        write(sheet, 'A1', 2);
      },
      () => {
        sheet.clear(area('A1:B1'), 'contents');
      },
      () => {
        sheet.setLook(area('B1'), { fill: '#FF0000' });
      },
      () => {
        sheet.insertRows(0, 1);
      },
      () => {
        sheet.deleteColumns(0, 1);
      },
      () => {
        sheet.merge(area('B1:B2'));
      },
      () => {
        sheet.addFormat(format);
      },
      () => {
        sheet.setRowHeight(0, 0, 20);
      },
    ];
    expect(tries.map(refusal)).toEqual(tries.map(() => 'AccessDenied'));
    write(sheet, 'B1', 2);
    expect([cellAt(sheet, 'A1').value, cellAt(sheet, 'B1').value]).toEqual([1, 2]);
  });

  test('takes looks and formats when it allows them', () => {
    const sheet = sheetOf(smallBook(source('formatCells="0"')));
    sheet.setLook(area('A1'), { fill: '#FF0000' });
    sheet.addFormat({
      areas: [area('A1')],
      formula: 'TRUE',
      fill: null,
      fontColor: null,
      stopsIfTrue: false,
    });
    expect([cellAt(sheet, 'A1').look.fill, sheet.formats.length]).toEqual(['#FF0000', 1]);
  });

  test('is unprotected without a password alone', () => {
    const open = sheetOf(smallBook(source('')));
    open.unprotect();
    expect(open.isProtected).toBe(false);
    const closed = sheetOf(smallBook(source('password="CC1A"')));
    expect(
      refusal(() => {
        closed.unprotect();
      }),
    ).toBe('AccessDenied');
  });
});

describe('sheets', () => {
  test.each([
    '',
    'a'.repeat(32),
    'a/b',
    'a\\b',
    'a?',
    'a*',
    '[a',
    'a]',
    'a:b',
    "'a",
    "a'",
    'History',
    'history',
  ])('cannot be called %j', (name) => {
    const book = smallBook(SUM);
    expect(refusal(() => void book.addSheet(name))).toBe('InvalidArgument');
    expect(
      refusal(() => {
        book.renameSheet(sheetOf(book), name);
      }),
    ).toBe('InvalidArgument');
  });

  test('have names that differ by more than case', () => {
    const book = smallBook({ sheets: { Abc: '<sheetData/>' } });
    expect(refusal(() => void book.addSheet('aBC'))).toBe('ItemAlreadyExists');
    book.renameSheet(sheetOf(book), 'ABC');
    expect(book.sheets.map(({ name }) => name)).toEqual(['ABC']);
  });

  test('stay as they are when the structure is protected', () => {
    const book = smallBook({
      sheets: { 一: '<sheetData/>', 二: '<sheetData/>' },
      beforeSheets: '<workbookProtection lockStructure="1"/>',
    });
    expect(book.isStructureProtected).toBe(true);
    const tries: (() => void)[] = [
      () => void book.addSheet(null),
      () => {
        book.deleteSheet(sheetOf(book));
      },
      () => {
        book.renameSheet(sheetOf(book), '三');
      },
      () => {
        sheetOf(book).setVisibility('hidden');
      },
    ];
    expect(tries.map(refusal)).toEqual(tries.map(() => 'AccessDenied'));
  });

  test('leave #REF! where they were named, and their handle finds nothing', () => {
    const book = smallBook({
      sheets: {
        一: '<sheetData/>',
        二: '<sheetData><row r="1"><c r="A1"><f>一!A1+1</f><v>1</v></c></row></sheetData>',
      },
    });
    const gone = sheetOf(book, '一');
    book.deleteSheet(gone);
    expect(cellAt(sheetOf(book, '二'), 'A1')).toMatchObject({ formula: '=#REF!+1', isError: true });
    expect(refusal(() => gone.name)).toBe('ItemNotFound');
    expect(
      refusal(() => {
        book.deleteSheet(sheetOf(book));
      }),
    ).toBe('InvalidOperation');
    book.undo();
    expect(gone.name).toBe('一');
  });

  test('are activated and selected on', () => {
    const book = smallBook({ sheets: { 一: '<sheetData/>', 二: '<sheetData/>' } });
    const two = sheetOf(book, '二');
    expect(
      refusal(() => {
        book.select(two, area('B2'));
      }),
    ).toBe('InvalidOperation');
    book.activate(two);
    book.select(two, area('B2:C3'));
    expect([book.activeSheet.name, book.selection]).toEqual(['二', area('B2:C3')]);
  });
});

test('everyone is told who changed what', () => {
  const book = smallBook(SUM);
  const sheet = sheetOf(book);
  const told: Pick<BookChange, 'kind' | 'area' | 'by'>[] = [];
  const stop = book.onChange(({ sheet: changed, ...change }) => {
    expect(changed).toBe(sheet);
    told.push(change);
  });
  write(sheet, 'A1', 5);
  book.asAddIn(() => {
    sheet.setLook(area('A1:B1'), { fill: '#FFFFFF' });
  });
  book.select(sheet, area('B2'));
  book.setSetting('a', '1');
  sheet.insertRows(0, 1);
  book.undo();
  stop();
  write(sheet, 'A1', 6);
  expect(told).toEqual([
    { kind: 'cells', area: area('A1'), by: 'person' },
    { kind: 'looks', area: area('A1:B1'), by: 'add-in' },
    { kind: 'selection', area: area('B2'), by: 'person' },
    { kind: 'settings', area: null, by: 'person' },
    { kind: 'structure', area: null, by: 'person' },
    { kind: 'structure', area: null, by: 'person' },
    { kind: 'cells', area: area('A1:C2'), by: 'person' },
  ]);
});

test('every step is undone by itself, a batch of the add-in as one', () => {
  const book = smallBook(SUM);
  const sheet = sheetOf(book);
  write(sheet, 'A1', 'x');
  write(sheet, 'A1', 'y');
  book.asAddIn(() => {
    write(sheet, 'A1', 'z');
    sheet.setLook(area('A1'), { fill: '#FF0000' });
  });
  const seen = [0, 1, 2].map(() => {
    book.undo();
    const { value, look } = cellAt(sheet, 'A1');
    return [value, look.fill];
  });
  expect(seen).toEqual([
    ['y', null],
    ['x', null],
    [1, null],
  ]);
  expect([book.redo(), cellAt(sheet, 'A1').value]).toEqual([true, 'x']);
  write(sheet, 'A1', 'new');
  expect(book.redo()).toBe(false);
});

test('what was forgotten cannot be undone', () => {
  const book = smallBook(SUM);
  write(sheetOf(book), 'A1', 5);
  book.clearUndo();
  expect(book.undo()).toBe(false);
  write(sheetOf(book), 'A1', 6);
  expect(book.undo()).toBe(true);
  expect(cellAt(sheetOf(book), 'A1').value).toBe(5);
});

test('rows that would push contents off the sheet are refused', () => {
  const sheet = sheetOf(
    smallBook('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
  );
  expect(
    refusal(() => {
      sheet.insertRows(0, 1);
    }),
  ).toBe('NonBlankCellOffSheet');
});

test('a part of an array formula cannot be written', () => {
  const sheet = sheetOf(
    smallBook(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>',
    ),
  );
  expect(cellAt(sheet, 'B1')).toMatchObject({ value: 2, formula: '={1,2}' });
  const { row, column } = place('B1');
  expect(
    refusal(() => {
      sheet.write(row, column, 3);
    }),
  ).toBe('InvalidOperation');
});
