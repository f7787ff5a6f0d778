/** @jest-environment jsdom */
import { buildXlsx } from '../../workbook/xlsxPackage';
import { failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

const sheetsOf = (context: Excel.RequestContext) => context.workbook.worksheets;

test.each<['Before' | 'After' | 'Beginning' | 'End' | undefined, string | undefined, readonly string[]]>([
  ['After', '自评表', ['自评表', '自评表 (2)', '已 保护', '隐藏', '空表']],
  ['Before', '空表', ['自评表', '已 保护', '隐藏', '自评表 (2)', '空表']],
  ['End', undefined, ['自评表', '已 保护', '隐藏', '空表', '自评表 (2)']],
  ['Beginning', undefined, ['自评表 (2)', '自评表', '已 保护', '隐藏', '空表']],
  [undefined, undefined, ['自评表 (2)', '自评表', '已 保护', '隐藏', '空表']],
])('a copy placed %s %s stands there', async (position, relative, names) => {
  const { book, host } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheets = sheetsOf(context);
    const copy = sheets
      .getItem(SHEETS.form)
      .copy(position, relative === undefined ? undefined : sheets.getItem(relative));
    await context.sync();
    copy.load('name');
    await context.sync();
    expect(copy.name).toBe('自评表 (2)');
  });
  expect(book.sheets.map(({ name }) => name)).toEqual(names);
  expect(host.batches[0]).toMatchObject({ changes: 1, clearsUndo: ['Worksheet.copy'] });
});

test('a copy holds what its sheet holds, and each changes alone', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = sheetsOf(context).getItem(SHEETS.form);
    sheet.getRange('C3').dataValidation.rule = {
      decimal: { formula1: '=B3', operator: 'LessThanOrEqualTo' },
    };
    sheet.freezePanes.freezeRows(2);
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.setPrintArea('A1:D6');
    await context.sync();
    const copy = sheet.copy('End');
    copy.name = '副本';
    copy.getRange('B3').values = [[40]];
    const cells = copy.getRange('A1:D6').load('formulas,numberFormat,values');
    const own = sheet.getRange('B3:B5').load('values');
    const { dataValidation } = copy.getRange('C3').load('dataValidation/rule');
    const formats = copy.getRange('C3').conditionalFormats.load('items/type');
    const merged = copy.getRange('A1').getMergedAreasOrNullObject().load('address');
    const columns = ['B', 'E'].map((name) =>
      copy.getRange(`${name}:${name}`).load('columnHidden,format/columnWidth'),
    );
    const printed = copy.pageLayout.getPrintArea().load('address');
    copy.pageLayout.load('orientation');
    const frozen = copy.freezePanes.getLocation().load('address');
    await context.sync();
    expect(cells.values[4]).toEqual(['合计', 60, 28, '']);
    expect(cells.formulas[4]).toEqual(['合计', '=SUM(B3:B4)', '=SUM(C3:C4)', '']);
    expect(cells.numberFormat[2]?.[3]).toBe('0.00%');
    expect(own.values).toEqual([[10], [20], [30]]);
    expect(dataValidation.rule.decimal?.formula1).toBe('=B3');
    expect(formats.items.map(({ type }) => type)).toEqual(['Custom']);
    expect(merged.address).toBe('副本!A1:D1');
    expect(columns.map(({ columnHidden }) => columnHidden)).toEqual([false, true]);
    expect(printed.address).toBe('副本!A1:D6');
    expect([copy.pageLayout.orientation, frozen.address]).toEqual(['Landscape', '副本!1:2']);
  });
  expect(book.sheets.at(-1)?.isRowHidden(3)).toBe(true);
});

test('what names the sheet itself names the copy there, and so do its names', async () => {
  const { book } = openInOffice(
    buildXlsx({
      sheets: {
        表: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>表!A1+甲+乙+别!A1</f><v>13</v></c></row></sheetData>',
        别: '<sheetData><row r="1"><c r="A1"><v>10</v></c><c r="B1"><f>表!A1</f><v>1</v></c></row></sheetData>',
      },
      afterSheets:
        '<definedNames><definedName name="甲">表!$A$1</definedName>' +
        '<definedName name="乙" localSheetId="0">表!$A$1</definedName><definedName name="丙">别!$A$1</definedName></definedNames>',
    }),
  );
  await Excel.run(async (context) => {
    const copy = sheetsOf(context).getItem('表').copy('After', sheetsOf(context).getItem('表'));
    copy.getRange('A1').values = [[2]];
    const cells = copy.getRange('B1').load('formulas,values');
    const other = sheetsOf(context).getItem('别').getRange('B1').load('formulas,values');
    const first = sheetsOf(context).getItem('表').getRange('B1').load('values');
    await context.sync();
    expect(cells.formulas).toEqual([["='表 (2)'!A1+甲+乙+别!A1"]]);
    // The copy's own names come before those of the workbook.
    expect(cells.values).toEqual([[16]]);
    expect([first.values, other.formulas, other.values]).toEqual([[[13]], [['=表!A1']], [[1]]]);
  });
  expect(book.names.filter(({ sheet }) => sheet === '表 (2)')).toEqual([
    { name: '乙', formula: "'表 (2)'!$A$1", sheet: '表 (2)' },
    { name: '甲', formula: "'表 (2)'!$A$1", sheet: '表 (2)' },
  ]);
});

test('a copy of a protected sheet is protected, and each copy has a free name', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = sheetsOf(context).getItem(SHEETS.locked);
    sheet.copy('End').copy('End');
    sheet.copy('End');
    await context.sync();
  });
  expect(book.sheets.slice(4).map(({ name, isProtected }) => [name, isProtected])).toEqual([
    ['已 保护 (2)', true],
    ['已 保护 (3)', true],
    ['已 保护 (4)', true],
  ]);
});

test('the name of a copy is no longer than Excel takes', async () => {
  const long = '字'.repeat(31);
  const { book } = openInOffice(buildXlsx({ sheets: { [long]: '<sheetData/>' } }));
  await Excel.run(async (context) => {
    sheetsOf(context).getItem(long).copy();
    await context.sync();
  });
  expect(book.sheets[0]?.name).toBe(`${'字'.repeat(27)} (2)`);
});

test('a sheet is moved by its position', async () => {
  const { book, host } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    sheetsOf(context).getItem(SHEETS.empty).position = 0;
    await context.sync();
  });
  expect(book.sheets.map(({ name }) => name)).toEqual(['空表', '自评表', '已 保护', '隐藏']);
  expect(host.batches[0]?.clearsUndo).toEqual(['Worksheet.position']);
});

const protectedBytes = (): Uint8Array =>
  buildXlsx({
    sheets: { 表: '<sheetData/>', 二: '<sheetData/>' },
    beforeSheets: '<workbookProtection lockStructure="1"/>',
  });

test.each<[string, (sheet: Excel.Worksheet, sheets: Excel.WorksheetCollection) => void]>([
  ['WorksheetCollection.add', (_sheet, sheets) => sheets.add('三')],
  ['Worksheet.copy', (sheet) => sheet.copy('End')],
  ['Worksheet.name', (sheet) => (sheet.name = '新')],
  ['Worksheet.position', (sheet) => (sheet.position = 1)],
  ['Worksheet.visibility', (sheet) => (sheet.visibility = 'Hidden')],
])('%s is refused when the structure is protected', async (location, change) => {
  const { book } = openInOffice(protectedBytes());
  const failure = await failureOf(async (context) => {
    change(sheetsOf(context).getItem('表'), sheetsOf(context));
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'AccessDenied', location });
  expect(book.sheets.map(({ name }) => name)).toEqual(['表', '二']);
});

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ['Worksheet.copy', (sheet) => sheet.copy('After')],
  ['Worksheet.copy', (sheet) => sheet.copy('after' as 'After')],
  ['Worksheet.position', (sheet) => (sheet.position = 4)],
])('%s is refused without a place', async (location, change) => {
  openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    change(sheetsOf(context).getItem(SHEETS.form));
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'InvalidArgument', location });
});
