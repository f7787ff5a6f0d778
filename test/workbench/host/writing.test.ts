/** @jest-environment jsdom */
import type { Book } from '../../../src/workbench/book/book';
import type { Host } from '../../../src/workbench/host/host';
import { failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

let book: Book;
let host: Host;

beforeEach(() => {
  ({ book, host } = openInOffice(sampleBytes()));
});

function sheetOf(name: string) {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
}

const valueAt = (name: string, row: number, column: number) => sheetOf(name).cell(row, column).value;

const formOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEETS.form);

test('values are set, formulas are calculated again, and null leaves a cell as it is', async () => {
  await Excel.run(async (context) => {
    const form = formOf(context);
    form.getRange('B3:C4').values = [
      [11, null],
      [null, '=B3*2'],
    ];
    const sums = form.getRange('B5:C5').load('values');
    await context.sync();
    expect(sums.values).toEqual([[31, 30]]);
  });
  expect(sheetOf(SHEETS.form).cell(3, 2).formula).toBe('=B3*2');
});

test('a text is taken as if it were typed', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.empty).getRange('A1:D1');
    range.values = [['12', "'12", 'TRUE', '80%']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[12, '12', true, 0.8]]);
  });
});

test('a cell formatted as text keeps what is written as text', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.empty).getRange('A1');
    range.numberFormat = [['@']];
    range.values = [['012']];
    range.load('values,numberFormat');
    await context.sync();
    expect([range.values, range.numberFormat]).toEqual([[['012']], [['@']]]);
  });
});

test('one value fills the whole range', async () => {
  await Excel.run(async (context) => {
    // The types want an array; Excel takes one value, too.
    Object.assign(context.workbook.worksheets.getItem(SHEETS.empty).getRange('A1:B2'), { values: 7 });
    await context.sync();
  });
  expect(valueAt(SHEETS.empty, 1, 1)).toBe(7);
  expect(host.batches[0]?.changes).toBe(4);
});

test.each<[string, unknown]>([
  ['too few rows', [[1, 2]]],
  [
    'too many columns',
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ],
  ['ragged rows', [[1, 2], [3]]],
  ['one dimension', [1, 2]],
  [
    'an object in a cell',
    [
      [{}, 2],
      [3, 4],
    ],
  ],
  [
    'a text too long for a cell',
    [
      ['x'.repeat(32_768), 2],
      [3, 4],
    ],
  ],
  [
    'a formula that cannot be read',
    [
      ['=SUM(', 2],
      [3, 4],
    ],
  ],
])('values with %s are an invalid argument', async (_name, values) => {
  const failure = await failureOf(async (context) => {
    Object.assign(formOf(context).getRange('B3:C4'), { values });
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
  expect(valueAt(SHEETS.form, 2, 1)).toBe(10);
});

test('whole columns cannot be set', async () => {
  const failure = await failureOf(async (context) => {
    Object.assign(formOf(context).getRange('B:B'), { values: 1 });
    await context.sync();
  });
  expect(failure.code).toBe('InvalidArgument');
});

test('an unlocked cell of a protected sheet can be set', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(SHEETS.locked).getRange('B1').values = [[2]];
    await context.sync();
  });
  expect(valueAt(SHEETS.locked, 0, 1)).toBe(2);
});

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ['setting a locked cell', (sheet) => (sheet.getRange('A1').values = [[2]])],
  ['setting an unlocked and a locked cell', (sheet) => (sheet.getRange('B1:C1').values = [[3, 4]])],
  ['a fill', (sheet) => (sheet.getRange('B1').format.fill.color = '#FF0000')],
  ['a number format', (sheet) => (sheet.getRange('B1').numberFormat = [['0.00']])],
  [
    'clearing a locked cell',
    (sheet) => {
      sheet.getRange('A1').clear('Contents');
    },
  ],
  [
    'clearing looks',
    (sheet) => {
      sheet.getRange('B1').clear('Formats');
    },
  ],
  [
    'merging',
    (sheet) => {
      sheet.getRange('A1:B1').merge();
    },
  ],
  [
    'inserting a row',
    (sheet) => {
      sheet.getRange('1:1').insert('Down');
    },
  ],
  [
    'deleting a column',
    (sheet) => {
      sheet.getRange('A:A').delete('Left');
    },
  ],
  ['a column width', (sheet) => (sheet.getRange('A:A').format.columnWidth = 100)],
  [
    'a conditional format',
    (sheet) => {
      sheet.getRange('B1').conditionalFormats.add('Custom');
    },
  ],
  [
    'protecting again',
    (sheet) => {
      sheet.protection.protect();
    },
  ],
])('a protected sheet denies %s and stays as it was', async (_name, change) => {
  const before = book.bytes();
  const failure = await failureOf(async (context) => {
    change(context.workbook.worksheets.getItem(SHEETS.locked));
    await context.sync();
  });
  expect(failure.code).toBe('AccessDenied');
  expect(book.bytes()).toEqual(before);
});

test('looks are set and read again', async () => {
  await Excel.run(async (context) => {
    const { format } = formOf(context).getRange('A3:B3');
    format.fill.color = '#ddebf7';
    format.font.set({ bold: true, color: 'red', size: 14 });
    format.set({ wrapText: true, horizontalAlignment: 'Center', verticalAlignment: 'Top', indentLevel: 1 });
    format.protection.locked = false;
    format.columnWidth = 90;
    format.rowHeight = 30;
    const edge = format.borders.getItem('EdgeBottom');
    edge.set({ style: 'Continuous', weight: 'Medium', color: '#00FF00' });
    await context.sync();
    format.load(
      'fill/color,font/bold,font/color,font/size,wrapText,horizontalAlignment,verticalAlignment,indentLevel,protection/locked,columnWidth,rowHeight',
    );
    edge.load('style,weight,color');
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      fill: { color: '#DDEBF7' },
      font: { bold: true, color: '#FF0000', size: 14 },
      wrapText: true,
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      indentLevel: 1,
      protection: { locked: false },
      columnWidth: 90,
      rowHeight: 30,
    });
    expect(edge.toJSON()).toMatchObject({ style: 'Continuous', weight: 'Medium', color: '#00FF00' });
    format.fill.clear();
    format.fill.load('color');
    await context.sync();
    expect(format.fill.color).toBe('#FFFFFF');
  });
  expect(sheetOf(SHEETS.form).cell(2, 0).look.border.bottom).toEqual({ style: 'medium', color: '#00FF00' });
});

test('a column is as wide as its longest text after autofit', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(SHEETS.empty);
    sheet.getRange('A1:B1').values = [['短', '很长很长很长很长很长很长的一段文字']];
    sheet.getRange('A:B').format.autofitColumns();
    await context.sync();
  });
  const sheet = sheetOf(SHEETS.empty);
  expect(sheet.columnWidth(1)).toBeGreaterThan(3 * sheet.columnWidth(0));
});

test('properties of each cell can be set from one array', async () => {
  await Excel.run(async (context) => {
    const range = formOf(context).getRange('A3:B3');
    range.setCellProperties([
      [{ format: { fill: { color: '#112233' } } }, { format: { font: { bold: true } } }],
    ]);
    await context.sync();
  });
  expect(sheetOf(SHEETS.form).cell(2, 0).look.fill).toBe('#112233');
  expect(sheetOf(SHEETS.form).cell(2, 1).look.font.isBold).toBe(true);
});

test('rows are inserted and deleted, and formulas follow', async () => {
  await Excel.run(async (context) => {
    const form = formOf(context);
    form.getRange('4:4').insert('Down');
    const formula = form.getRange('B6').load('formulas');
    await context.sync();
    expect(formula.formulas).toEqual([['=SUM(B3:B5)']]);
    form.getRange('3:4').delete('Up');
    const after = form.getRange('B4').load('formulas');
    await context.sync();
    expect(after.formulas).toEqual([['=SUM(B3:B3)']]);
  });
});

test('a range that is kept follows its cells', async () => {
  await Excel.run(async (context) => {
    const form = formOf(context);
    const range = form.getRange('B5');
    const lost = form.getRange('A3');
    await context.sync();
    form.getRange('4:4').insert('Down');
    form.getRange('1:3').delete('Up');
    await context.sync();
    range.load('address,formulas');
    await context.sync();
    expect([range.address, range.formulas]).toEqual(['自评表!B3', [['=SUM(B1:B2)']]]);
    lost.load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

test('the workbench says that it cannot move parts of rows', async () => {
  const failure = await failureOf(async (context) => {
    formOf(context).getRange('B3:C3').insert('Down');
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'UnsupportedOperation', location: 'Range.insert' });
});

test('contents, looks or all of it is cleared', async () => {
  await Excel.run(async (context) => {
    const form = formOf(context);
    form.getRange('D3').clear('Contents');
    form.getRange('C4').clear('Formats');
    form.getRanges('A3,A4').clear();
    await context.sync();
  });
  const form = sheetOf(SHEETS.form);
  expect([form.cell(2, 3).value, form.cell(2, 3).look.numberFormat]).toEqual([null, '0.00%']);
  expect([form.cell(3, 2).value, form.cell(3, 2).look.fill]).toEqual([20, null]);
  expect([form.cell(2, 0).value, form.cell(3, 0).value]).toEqual([null, null]);
});

test('rows and columns are hidden and shown', async () => {
  await Excel.run(async (context) => {
    const form = formOf(context);
    form.getRange('2:3').rowHidden = true;
    form.getRange('4:4').rowHidden = false;
    form.getRange('A:A').columnHidden = true;
    const rows = form.getRange('A2:A4').getRowProperties({ rowHidden: true, rowIndex: true });
    await context.sync();
    expect(rows.value).toEqual([
      { rowHidden: true, rowIndex: 1 },
      { rowHidden: true, rowIndex: 2 },
      { rowHidden: false, rowIndex: 3 },
    ]);
  });
  expect(sheetOf(SHEETS.form).isColumnHidden(0)).toBe(true);
});

test('a range is selected, also on a sheet that was not active', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(SHEETS.empty).getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const cell = context.workbook.getActiveCell().load('address');
    await context.sync();
    expect([selected.address, cell.address]).toEqual(['空表!B2:C3', '空表!B2']);
  });
  expect(host.batches[0]?.changes).toBe(0);
});

test.each(['activate', 'select'] as const)('a hidden sheet refuses %s', async (what) => {
  const failure = await failureOf(async (context) => {
    const hidden = context.workbook.worksheets.getItem(SHEETS.hidden);
    if (what === 'activate') hidden.activate();
    else hidden.getRange('A1').select();
    await context.sync();
  });
  expect(failure.code).toBe('InvalidOperation');
});

test('sheets are added, renamed, hidden and deleted', async () => {
  await Excel.run(async (context) => {
    const added = context.workbook.worksheets.add('汇总');
    await context.sync();
    added.name = '汇总表';
    added.visibility = 'Hidden';
    added.load('name,visibility,position');
    await context.sync();
    expect(added.toJSON()).toMatchObject({ name: '汇总表', visibility: 'Hidden', position: 4 });
    added.delete();
    await context.sync();
  });
  expect(book.sheets.map(({ name }) => name)).toEqual(Object.values(SHEETS));
});

test.each([
  ['a name that is taken', SHEETS.form, 'ItemAlreadyExists'],
  ['a name that Excel refuses', 'a/b', 'InvalidArgument'],
])('a sheet with %s cannot be added', async (_name, name, code) => {
  const failure = await failureOf(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  expect(failure).toMatchObject({ code, location: 'WorksheetCollection.add' });
});

test('the cells of a sheet that is gone cannot be used', async () => {
  const failure = await failureOf(async (context) => {
    const sheet = context.workbook.worksheets.getItem(SHEETS.empty);
    const range = sheet.getRange('A1');
    await context.sync();
    sheet.delete();
    await context.sync();
    range.load('values');
    await context.sync();
  });
  expect(failure.code).toBe('ItemNotFound');
});
