/** @jest-environment jsdom */
import type { Book } from '../../../src/workbench/book/book';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

let book: Book;

beforeEach(() => {
  ({ book } = openInOffice(sampleBytes()));
});

function sheetOf(name: string) {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
}

/** Events are delivered after the turn of the event loop that caused them. */
const delivered = () => new Promise((resolve) => setTimeout(resolve, 10));

const formOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEETS.form);

/** What handlers of `onChanged` of all sheets hear. */
async function hearChanges(): Promise<Excel.WorksheetChangedEventArgs[]> {
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      heard.push(event);
      return Promise.resolve();
    });
    await context.sync();
  });
  return heard;
}

test('what the person types is told with sheet, address and source', async () => {
  const heard = await hearChanges();
  sheetOf(SHEETS.form).write(2, 1, 12);
  expect(heard).toEqual([]);
  await delivered();
  expect(heard).toMatchObject([
    {
      type: 'WorksheetChanged',
      address: 'B3',
      worksheetId: sheetOf(SHEETS.form).id,
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: 'Unknown',
    },
  ]);
});

test('what the add-in sets itself is told once for a call, with who did it', async () => {
  const heard = await hearChanges();
  await Excel.run(async (context) => {
    formOf(context).getRange('B3:C4').values = [
      [1, 2],
      [3, 4],
    ];
    formOf(context).getRange('D9').values = [[5]];
    await context.sync();
    expect(heard).toEqual([]);
  });
  await delivered();
  expect(heard.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([
    ['B3:C4', 'ThisLocalAddin'],
    ['D9', 'ThisLocalAddin'],
  ]);
});

test('before ExcelApi 1.14 an event does not tell who did it', async () => {
  ({ book } = openInOffice(sampleBytes(), { requirementSets: { excelapi: '1.13' } }));
  const heard = await hearChanges();
  await Excel.run(async (context) => {
    formOf(context).getRange('B3').values = [[1]];
    await context.sync();
  });
  await delivered();
  expect(heard.map(({ triggerSource }) => triggerSource)).toEqual([undefined]);
});

test('a handler of one sheet hears of that sheet only, until it is removed', async () => {
  const heard: string[] = [];
  const handler = await Excel.run(async (context) => {
    const added = formOf(context).onChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  sheetOf(SHEETS.form).write(2, 1, 12);
  sheetOf(SHEETS.empty).write(0, 0, 1);
  await delivered();
  expect(heard).toEqual(['B3']);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  sheetOf(SHEETS.form).write(2, 1, 13);
  await delivered();
  expect(heard).toEqual(['B3']);
});

test('the cells of an event can be asked for', async () => {
  const heard = await hearChanges();
  sheetOf(SHEETS.form).write(2, 1, 12);
  await delivered();
  await Excel.run(async (context) => {
    const range = heard[0]?.getRange(context).load('address,values');
    await context.sync();
    expect([range?.address, range?.values]).toEqual(['自评表!B3', [[12]]]);
  });
});

test('inserted rows are told as such', async () => {
  const heard = await hearChanges();
  await Excel.run(async (context) => {
    formOf(context).getRange('3:4').insert('Down');
    await context.sync();
  });
  await delivered();
  expect(heard.map(({ changeType, address }) => [changeType, address])).toEqual([['RowInserted', '3:4']]);
});

test('nothing is told while the add-in has switched events off', async () => {
  const heard = await hearChanges();
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    formOf(context).getRange('B3').values = [[1]];
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await delivered();
  expect(heard).toEqual([]);
  sheetOf(SHEETS.form).write(2, 1, 12);
  await delivered();
  expect(heard).toHaveLength(1);
});

test('selecting, activating, adding, renaming, hiding and deleting are told', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const note = (event: { type: string; address?: string }) => {
      heard.push([event.type, event.address ?? ''].join(' ').trim());
      return Promise.resolve();
    };
    worksheets.onSelectionChanged.add(note);
    worksheets.onActivated.add(note);
    worksheets.onDeactivated.add(note);
    worksheets.onAdded.add(note);
    worksheets.onDeleted.add(note);
    worksheets.onFormatChanged.add(note);
    await context.sync();
  });
  book.select(sheetOf(SHEETS.form), { top: 1, left: 1, bottom: 2, right: 2 });
  book.activate(sheetOf(SHEETS.empty));
  book.addSheet('新表');
  book.deleteSheet(sheetOf('新表'));
  sheetOf(SHEETS.form).setLook({ top: 0, left: 0, bottom: 0, right: 0 }, { fill: '#FF0000' });
  await delivered();
  expect(heard).toEqual([
    'WorksheetSelectionChanged B2:C3',
    'WorksheetDeactivated',
    'WorksheetActivated',
    'WorksheetAdded',
    'WorksheetDeleted',
    'WorksheetFormatChanged A1',
  ]);
});
