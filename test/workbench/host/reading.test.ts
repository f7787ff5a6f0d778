/** @jest-environment jsdom */
import { openInOffice } from './openInOffice';
import type { Host } from '../../../src/workbench/host/host';
import { codeThrownBy, failureOf } from './officeErrors';
import { sampleBytes, SHEETS } from './sampleBook';

beforeEach(() => {
  openInOffice(sampleBytes());
});

/** Loads properties of a range of the form and gives them. */
async function ofRange(address: string, properties: string): Promise<Excel.Interfaces.RangeData> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.form).getRange(address).load(properties);
    await context.sync();
    return range.toJSON();
  });
}

test('values, texts, formulas, formats and types of cells come as Excel gives them', async () => {
  expect(await ofRange('A2:D6', 'values,text,formulas,numberFormat,valueTypes')).toEqual({
    values: [
      ['指标', '分值', '得分', '执行率'],
      ['数量指标', 10, 8, 0.8],
      ['质量指标', 20, 20, ''],
      ['合计', 30, 28, ''],
      [true, '#DIV/0!', '', ''],
    ],
    text: [
      ['指标', '分值', '得分', '执行率'],
      ['数量指标', '10', '8', '80.00%'],
      ['质量指标', '20', '20', ''],
      ['合计', '30', '28', ''],
      ['TRUE', '#DIV/0!', '', ''],
    ],
    formulas: [
      ['指标', '分值', '得分', '执行率'],
      ['数量指标', 10, 8, 0.8],
      ['质量指标', 20, 20, ''],
      ['合计', '=SUM(B3:B4)', '=SUM(C3:C4)', ''],
      [true, '=1/0', '', ''],
    ],
    numberFormat: [
      ['General', 'General', 'General', 'General'],
      ['General', 'General', 'General', '0.00%'],
      ['General', 'General', 'General', 'General'],
      ['General', 'General', 'General', 'General'],
      ['General', 'General', 'General', 'General'],
    ],
    valueTypes: [
      ['String', 'String', 'String', 'String'],
      ['String', 'Double', 'Double', 'Double'],
      ['String', 'Double', 'Double', 'Empty'],
      ['String', 'Double', 'Double', 'Empty'],
      ['Boolean', 'Error', 'Empty', 'Empty'],
    ],
  });
});

test.each([
  ['A1', '自评表!A1', 0, 0, 1, 1],
  ['B3:D5', '自评表!B3:D5', 2, 1, 3, 3],
  ['$B$3:$D$5', '自评表!B3:D5', 2, 1, 3, 3],
  ['d5:b3', '自评表!B3:D5', 2, 1, 3, 3],
  ['C:D', '自评表!C:D', 0, 2, 1_048_576, 2],
  ['3:4', '自评表!3:4', 2, 0, 2, 16_384],
  ['自评表!B3', '自评表!B3', 2, 1, 1, 1],
  ["'自评表'!B3", '自评表!B3', 2, 1, 1, 1],
  ['得分列', '自评表!C3:C4', 2, 2, 2, 1],
])('the address %s means %s', async (address, full, rowIndex, columnIndex, rowCount, columnCount) => {
  expect(await ofRange(address, 'address,rowIndex,columnIndex,rowCount,columnCount')).toEqual({
    address: full,
    rowIndex,
    columnIndex,
    rowCount,
    columnCount,
  });
});

test.each(['A0', 'XFE1', 'A1:B2:C3', 'A:3', 'A1048577', '', '没有的名字', `${SHEETS.empty}!A1`, 'A1,B2'])(
  'the address "%s" is an invalid argument',
  async (address) => {
    const failure = await failureOf(async (context) => {
      context.workbook.worksheets.getItem(SHEETS.form).getRange(address).load('address');
      await context.sync();
    });
    expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'Worksheet.getRange' });
  },
);

test('names of sheets that need apostrophes have them in addresses', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.locked).getRange('B1').load('address');
    await context.sync();
    expect(range.address).toBe("'已 保护'!B1");
  });
});

test('cells of whole rows and columns read as null, their addresses and counts do not', async () => {
  expect(await ofRange('C:C', 'values,text,address,cellCount')).toEqual({
    values: null,
    text: null,
    address: '自评表!C:C',
    cellCount: 1_048_576,
  });
});

test('a sheet has more cells than can be counted', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.form).getRange().load('cellCount');
    await context.sync();
    expect(range.cellCount).toBe(-1);
  });
});

test('a property that was not loaded cannot be read', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.form).getRange('A1').load('address');
    await context.sync();
    expect(codeThrownBy(() => range.values)).toBe('PropertyNotLoaded');
  });
});

test('within one run a range can be used again after a sync', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.form).getRange('B3');
    await context.sync();
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[10]]);
  });
});

test('without a reference a range cannot be used after a sync', async () => {
  const context = new Excel.RequestContext();
  const range = context.workbook.worksheets.getItem(SHEETS.form).getRange('B3');
  await context.sync();
  expect(codeThrownBy(() => range.load('values'))).toBe('InvalidObjectPath');
});

test('when a run has ended its references are gone and its ranges cannot be used', async () => {
  const { host } = openInOffice(sampleBytes());
  const kept = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.form).getRange('B3').load('address');
    await context.sync();
    expect(await referenceCount(host)).toBe(1);
    return range;
  });
  expect(await referenceCount(host)).toBe(0);
  await expect(
    Excel.run(kept, async (context) => {
      kept.load('values');
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'InvalidObjectPath' });
});

/** Asked beside Office.js, which offers it to itself only. */
async function referenceCount(host: Host): Promise<unknown> {
  const request = {
    Actions: [{ Id: 1, ActionType: 3, Name: '_GetReferenceCount', ObjectPathId: 1 }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
  };
  const answer = await host.answer(JSON.stringify(request), { waitsForCellEdit: false });
  if (answer.kind !== 'body') throw new Error(answer.kind);
  const { Results } = JSON.parse(answer.text) as { Results: readonly { Value: unknown }[] };
  return Results[0]?.Value;
}

test('what is not there is a null object, and what is asked of it is null too', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
    const range = sheet.getUsedRangeOrNullObject(true).load('values');
    const empty = context.workbook.worksheets.getItem(SHEETS.empty).getUsedRangeOrNullObject(true);
    const protection = sheet.protection.load('protected');
    sheet.load('name');
    await context.sync();
    expect([sheet.isNullObject, range.isNullObject, empty.isNullObject]).toEqual([true, true, true]);
    expect(protection.isNullObject).toBe(true);
    // Also in the next batch.
    const later = sheet.getRange('A1').load('address');
    await context.sync();
    expect(later.isNullObject).toBe(true);
  });
});

test('a sheet is found by name in any case and by id', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add('Sheet A').load('id');
    await context.sync();
    const byName = worksheets.getItem('SHEET a').load('name');
    const byId = worksheets.getItem(added.id).load('name');
    await context.sync();
    expect([byName.name, byId.name]).toEqual(['Sheet A', 'Sheet A']);
  });
});

test('the active sheet stays the same object when another one is activated', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    await context.sync();
    context.workbook.worksheets.getItem(SHEETS.empty).activate();
    sheet.load('name');
    await context.sync();
    expect(sheet.name).toBe(SHEETS.form);
  });
});

test('items of a collection come with the objects behind them', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility,items/protection/protected');
    await context.sync();
    expect(
      worksheets.items.map(({ name, visibility, protection }) => [name, visibility, protection.protected]),
    ).toEqual([
      [SHEETS.form, 'Visible', false],
      [SHEETS.locked, 'Visible', true],
      [SHEETS.hidden, 'Hidden', false],
      [SHEETS.empty, 'Visible', false],
    ]);
  });
});

test('some of the items can be loaded', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load({ select: 'name', top: 2, skip: 1 });
    await context.sync();
    expect(worksheets.items.map(({ name }) => name)).toEqual([SHEETS.locked, SHEETS.hidden]);
  });
});

test('neighbours, first and last sheets, all or the visible ones', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const locked = worksheets.getItem(SHEETS.locked);
    const sheets = [
      worksheets.getFirst(),
      worksheets.getLast(true),
      locked.getNext(),
      locked.getNext(true),
      locked.getPrevious(),
    ];
    for (const sheet of sheets) sheet.load('name');
    const none = worksheets.getFirst().getPreviousOrNullObject();
    const count = worksheets.getCount(true);
    await context.sync();
    expect(sheets.map(({ name }) => name)).toEqual([
      SHEETS.form,
      SHEETS.empty,
      SHEETS.hidden,
      SHEETS.empty,
      SHEETS.form,
    ]);
    expect(none.isNullObject).toBe(true);
    expect(count.value).toBe(3);
  });
});

test.each<[string, (sheet: Excel.Worksheet) => Excel.Range, string]>([
  ['getCell', (sheet) => sheet.getRange('B3:D5').getCell(1, 1), 'C4'],
  ['getRow', (sheet) => sheet.getRange('B3:D5').getRow(2), 'B5:D5'],
  ['getColumn', (sheet) => sheet.getRange('B3:D5').getColumn(0), 'B3:B5'],
  ['getOffsetRange', (sheet) => sheet.getRange('B3:D5').getOffsetRange(-1, 2), 'D2:F4'],
  ['getResizedRange', (sheet) => sheet.getRange('B3:D5').getResizedRange(1, -2), 'B3:B6'],
  ['getEntireRow', (sheet) => sheet.getRange('B3:D5').getEntireRow(), '3:5'],
  ['getEntireColumn', (sheet) => sheet.getRange('B3:D5').getEntireColumn(), 'B:D'],
  ['getLastCell', (sheet) => sheet.getRange('B3:D5').getLastCell(), 'D5'],
  ['getLastRow', (sheet) => sheet.getRange('B3:D5').getLastRow(), 'B5:D5'],
  ['getBoundingRect', (sheet) => sheet.getRange('B3').getBoundingRect('D5'), 'B3:D5'],
  [
    'getBoundingRect of a range',
    (sheet) => sheet.getRange('B3').getBoundingRect(sheet.getRange('A9')),
    'A3:B9',
  ],
  ['getIntersection', (sheet) => sheet.getRange('B:B').getIntersection('3:5'), 'B3:B5'],
  ['getUsedRange', (sheet) => sheet.getUsedRange(), 'A1:D6'],
  ['getUsedRange of a column', (sheet) => sheet.getRange('D:D').getUsedRange(true), 'D2:D3'],
  ['getCell of a sheet', (sheet) => sheet.getCell(2, 1), 'B3'],
  ['getRangeByIndexes', (sheet) => sheet.getRangeByIndexes(2, 1, 3, 2), 'B3:C5'],
])('%s leads to other cells', async (_name, lead, address) => {
  await Excel.run(async (context) => {
    const range = lead(context.workbook.worksheets.getItem(SHEETS.form)).load('address');
    await context.sync();
    expect(range.address).toBe(`${SHEETS.form}!${address}`);
  });
});

test('hidden rows and columns are true, false, or null when some are', async () => {
  expect(await ofRange('A4', 'rowHidden,columnHidden,hidden')).toEqual({
    rowHidden: true,
    columnHidden: false,
    hidden: true,
  });
  expect(await ofRange('A3:A4', 'rowHidden,hidden')).toEqual({ rowHidden: null, hidden: null });
  expect(await ofRange('D1:E1', 'columnHidden')).toEqual({ columnHidden: null });
});

test('looks read as null when the cells differ, and no fill reads as white', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(SHEETS.form);
    const fills = ['A3', 'C4', 'C3:C4', '4:4'].map((address) =>
      sheet.getRange(address).format.fill.load('color'),
    );
    const locked = ['A1', 'B1', 'A1:B1'].map((address) =>
      context.workbook.worksheets.getItem(SHEETS.locked).getRange(address).format.protection.load('locked'),
    );
    const whole = sheet.getRange().format.protection.load('locked');
    const font = sheet.getRange('A3').format.font.load('name,size,bold');
    await context.sync();
    expect(fills.map(({ color }) => color)).toEqual(['#FFFFFF', '#FFFF00', null, null]);
    expect(locked.map((protection) => protection.locked)).toEqual([true, false, null]);
    expect(whole.locked).toBe(true);
    expect(font.toJSON()).toEqual({ name: '宋体', size: 11, bold: false });
  });
});

test('properties of each cell come in one array', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.locked).getRange('A1:B1');
    const properties = range.getCellProperties({
      address: true,
      format: { protection: true, fill: { color: true } },
    });
    await context.sync();
    expect(properties.value).toEqual([
      [
        { address: "'已 保护'!A1", format: { protection: { locked: true }, fill: { color: '#FFFFFF' } } },
        { address: "'已 保护'!B1", format: { protection: { locked: false }, fill: { color: '#FFFFFF' } } },
      ],
    ]);
  });
});

test('several areas are one object with a range for each', async () => {
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getItem(SHEETS.form).getRanges('A1:B2, D5;C:C');
    areas.load('address,areaCount,areas/items/address');
    await context.sync();
    expect(areas.address).toBe('自评表!A1:B2,自评表!D5,自评表!C:C');
    expect(areas.areaCount).toBe(3);
    expect(areas.areas.items.map(({ address }) => address)).toEqual([
      '自评表!A1:B2',
      '自评表!D5',
      '自评表!C:C',
    ]);
  });
});

test('a large array sent in parts arrives whole', async () => {
  const rows = Array.from({ length: 500 }, (_, row) =>
    Array.from({ length: 8 }, (_, column) => row * 8 + column),
  );
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(SHEETS.empty).getRange('A1:H500');
    range.values = rows;
    await context.sync();
    range.load('values');
    await context.sync();
    expect(range.values).toEqual(rows);
  });
});
