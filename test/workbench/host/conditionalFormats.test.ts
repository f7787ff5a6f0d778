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

const formOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEETS.form);

const formulasOn = (address: string | undefined) =>
  Excel.run(async (context) => {
    const formats = formOf(context).getRange(address).conditionalFormats;
    formats.load('items/type,items/customOrNullObject/rule/formula');
    await context.sync();
    return formats.items.map(({ type, customOrNullObject: custom }) =>
      custom.isNullObject ? type : custom.rule.formula,
    );
  });

test('the formats of a sheet come by priority, those by formula with their formula', async () => {
  expect(await formulasOn(undefined)).toEqual(['=C3<B3', 'CellValue']);
});

test('a range has the formats that touch it', async () => {
  expect(await formulasOn('C4:D9')).toEqual(['=C3<B3']);
  expect(await formulasOn('A3:C3')).toEqual(['=C3<B3', 'CellValue']);
  expect(await formulasOn('D1')).toEqual([]);
});

test('a format that was added is found in the next run, and is gone after it was deleted', async () => {
  const id = await Excel.run(async (context) => {
    const format = formOf(context).getRange('A3:D3').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=AND(N("标记")=0,$B3>5)';
    format.custom.format.fill.color = '#FCE4D6';
    format.custom.format.font.color = 'red';
    format.load('id');
    await context.sync();
    return format.id;
  });
  await Excel.run(async (context) => {
    const found = formOf(context).getRange().conditionalFormats.getItem(id);
    found.load('id,priority,stopIfTrue,type');
    found.custom.rule.load('formula');
    found.custom.format.fill.load('color');
    found.custom.format.font.load('color');
    const range = found.getRange().load('address');
    await context.sync();
    expect(found.toJSON()).toMatchObject({ id, priority: 0, stopIfTrue: false, type: 'Custom' });
    expect(found.custom.rule.formula).toBe('=AND(N("标记")=0,$B3>5)');
    expect([found.custom.format.fill.color, found.custom.format.font.color]).toEqual(['#FCE4D6', '#FF0000']);
    expect(range.address).toBe('自评表!A3:D3');
    found.delete();
    await context.sync();
  });
  const gone = await failureOf(async (context) => {
    formOf(context).getRange().conditionalFormats.getItem(id).load('id');
    await context.sync();
  });
  expect(gone).toMatchObject({ code: 'ItemNotFound', location: 'ConditionalFormatCollection.getItem' });
  expect(await formulasOn(undefined)).toEqual(['=C3<B3', 'CellValue']);
});

test('the cell is shown with the format that was added', async () => {
  await Excel.run(async (context) => {
    const format = formOf(context).getRange('A3:D4').conditionalFormats.add('Custom');
    format.custom.rule.formula = '$B3>15';
    format.custom.format.fill.color = '#FCE4D6';
    await context.sync();
  });
  const [form] = book.sheets;
  expect([form?.shown(2, 0).fill, form?.shown(3, 0).fill]).toEqual([null, '#FCE4D6']);
});

test('one format can have several areas', async () => {
  await Excel.run(async (context) => {
    const format = formOf(context).getRanges('A3,C3:D3').conditionalFormats.add('Custom');
    format.custom.rule.formula = 'TRUE';
    format.stopIfTrue = true;
    const range = format.getRangeOrNullObject();
    const ranges = format.getRanges().load('address');
    format.load('stopIfTrue');
    await context.sync();
    expect(range.isNullObject).toBe(true);
    expect([ranges.address, format.stopIfTrue]).toEqual(['自评表!A3,自评表!C3:D3', true]);
  });
});

test.each(['=SUM(', '', '=', '=A1)'])('the formula "%s" is an invalid argument', async (formula) => {
  const failure = await failureOf(async (context) => {
    formOf(context).getRange('A3').conditionalFormats.add('Custom').custom.rule.formula = formula;
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'ConditionalFormatRule.formula' });
});

test('a format by another rule can be removed, but has no formula', async () => {
  const failure = await failureOf(async (context) => {
    formOf(context).getRange('B3').conditionalFormats.getItemAt(0).custom.rule.load('formula');
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'ItemNotFound', location: 'ConditionalFormat.custom' });
  await Excel.run(async (context) => {
    formOf(context).getRange('B3').conditionalFormats.getItemAt(0).delete();
    await context.sync();
  });
  expect(await formulasOn(undefined)).toEqual(['=C3<B3']);
});

test('all formats of a range are cleared and counted', async () => {
  await Excel.run(async (context) => {
    const { conditionalFormats } = formOf(context).getRange('A1:Z99');
    const before = conditionalFormats.getCount();
    conditionalFormats.clearAll();
    const after = conditionalFormats.getCount();
    await context.sync();
    expect([before.value, after.value]).toEqual([2, 0]);
  });
  expect(host.batches[0]?.changes).toBe(2);
});

test('kinds that the workbench cannot make are refused, kinds that there are not are invalid', async () => {
  const add = (type: string) =>
    failureOf(async (context) => {
      formOf(context)
        .getRange('A3')
        .conditionalFormats.add(type as 'Custom');
      await context.sync();
    });
  expect((await add('DataBar')).code).toBe('UnsupportedOperation');
  expect((await add('Nonsense')).code).toBe('InvalidArgument');
});
