/** @jest-environment jsdom */
import { codeThrownBy, failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

const LIMIT = 5 * 1024 * 1024;

const formOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEETS.form);

test('after an action that fails the later ones do not run and the earlier ones stay done', async () => {
  const { book, host } = openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    const form = formOf(context);
    form.getRange('A9').values = [['先']];
    context.workbook.worksheets.getItem('没有').getRange('A1').values = [['错']];
    form.getRange('A10').values = [['后']];
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'ItemNotFound', location: 'WorksheetCollection.getItem' });
  expect(failure.statement).toContain('getItem');
  const [form] = book.sheets;
  expect([form?.cell(8, 0).value, form?.cell(9, 0).value]).toEqual(['先', null]);
  expect(host.batches[0]).toMatchObject({ error: 'ItemNotFound', changes: 1 });
});

test('a member above the requirement set is not found', async () => {
  openInOffice(sampleBytes(), { requirementSets: { excelapi: '1.8' } });
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
  const failure = await failureOf(async (context) => {
    formOf(context).getRanges('A1,B2').load('address');
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'ApiNotFound', location: 'Worksheet.getRanges' });
  expect(failure.message).toContain('1.9');
  // What is older still works, also when everything is loaded.
  await Excel.run(async (context) => {
    const range = formOf(context).getRange('B3').load();
    await context.sync();
    expect(range.values).toEqual([[10]]);
    expect(codeThrownBy(() => range.hasSpill)).toBe('PropertyNotLoaded');
  });
});

test('version 1.14 is later than 1.9', () => {
  openInOffice(sampleBytes(), { requirementSets: { excelapi: '1.14' } });
  expect(
    ['1.9', '1.14', '1.15'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
  ).toEqual([true, true, false]);
});

test.each<[string, (context: Excel.RequestContext) => void]>([
  ['Range.height', (context) => formOf(context).getRange('A1').load('height')],
  ['Workbook.tables', (context) => context.workbook.tables.load('name')],
  [
    'Range.sort',
    (context) => {
      formOf(context).getRange('A1').sort.apply([]);
    },
  ],
  ['Workbook.insertWorksheetsFromBase64', (context) => context.workbook.insertWorksheetsFromBase64('')],
])('the workbench says that it does not know %s', async (member, use) => {
  openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    use(context);
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'ApiNotFound', location: member });
  expect(failure.message).toContain(member);
});

test('a property that can only be read cannot be set', async () => {
  const { host } = openInOffice(sampleBytes());
  const request = {
    Actions: [
      { Id: 2, ActionType: 4, Name: 'Name', ObjectPathId: 1, ArgumentInfo: { Arguments: ['b.xlsx'] } },
    ],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
  };
  const answer = await host.answer(JSON.stringify(request), { waitsForCellEdit: false });
  expect(JSON.parse(answer.kind === 'body' ? answer.text : '')).toMatchObject({
    Error: { Code: 'InvalidArgument', Location: 'Workbook.name', ActionIndex: 0, HttpStatusCode: 400 },
  });
});

test('what is no batch is an invalid request', async () => {
  const { host } = openInOffice(sampleBytes());
  for (const body of ['', '[]', '{"Actions":1}', '{"ObjectPaths":{"1":{"ObjectPathType":9}}}']) {
    const answer = await host.answer(body, { waitsForCellEdit: false });
    expect(JSON.parse(answer.kind === 'body' ? answer.text : '')).toMatchObject({
      Error: { Code: 'InvalidRequest' },
    });
  }
});

test('a request of more than 5 MB is refused and nothing of it is done', async () => {
  const { book, host } = openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    const range = formOf(context).getRange('A1:A60');
    // Three bytes a character: the limit counts bytes.
    range.values = Array.from({ length: 60 }, () => ['字'.repeat(30_000)]);
    await context.sync();
  });
  expect(failure.code).toBe('RequestPayloadSizeLimitExceeded');
  expect(book.sheets[0]?.cell(0, 0).value).toBe('绩效自评表');
  expect(host.batches[0]?.bytes).toBeGreaterThan(LIMIT);
});

test('an answer of more than 5 MB is refused', async () => {
  const { book } = openInOffice(sampleBytes());
  book.asAddIn(() => {
    for (let row = 0; row < 60; row += 1) book.sheets[3]?.write(row, 0, '字'.repeat(30_000));
  });
  const failure = await failureOf(async (context) => {
    context.workbook.worksheets.getItem(SHEETS.empty).getUsedRange().load('values');
    await context.sync();
  });
  expect(failure.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('more than five million cells are not read at once', async () => {
  openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    formOf(context).getRange('A1:F1000000').load('values');
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded', location: 'Range.values' });
});

test('an address of more than 8192 characters is an invalid argument', async () => {
  openInOffice(sampleBytes());
  const address = Array.from({ length: 2000 }, (_, row) => `A${row + 1}`).join();
  const failure = await failureOf(async (context) => {
    formOf(context).getRanges(address).load('address');
    await context.sync();
  });
  expect(failure.code).toBe('InvalidArgument');
});

test('an area that cuts through merged cells is not merged, one around them is', async () => {
  const { book } = openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    formOf(context).getRange('A1:A2').merge();
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'MergedRangeConflict', location: 'Range.merge' });
  expect(book.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
  await Excel.run(async (context) => {
    formOf(context).getRange('A1:D2').merge();
    await context.sync();
  });
  expect(book.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 3 }]);
});
