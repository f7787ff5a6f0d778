/** @jest-environment jsdom */
import type { Book } from '../../../src/workbench/book/book';
import type { Host } from '../../../src/workbench/host/host';
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

test('all changes of a batch are one step for undo', async () => {
  await Excel.run(async (context) => {
    formOf(context).getRange('B3:C3').values = [[1, 2]];
    formOf(context).getRange('A3').format.fill.color = '#FF0000';
    await context.sync();
  });
  expect(book.undo()).toBe(true);
  expect([valueAt(SHEETS.form, 2, 1), valueAt(SHEETS.form, 2, 2)]).toEqual([10, 8]);
  expect(sheetOf(SHEETS.form).cell(2, 0).look.fill).toBeNull();
  expect(book.undo()).toBe(false);
});

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ['Range.getMergedAreasOrNullObject', (sheet) => sheet.getRange('A1').getMergedAreasOrNullObject()],
  ['Worksheet.name', (sheet) => (sheet.name = '新名')],
  ['Worksheet.visibility', (sheet) => (sheet.visibility = 'Hidden')],
  [
    'Worksheet.delete',
    (sheet) => {
      sheet.delete();
    },
  ],
  [
    'WorksheetProtection.protect',
    (sheet) => {
      sheet.protection.protect();
    },
  ],
  [
    'WorksheetProtection.unprotect',
    (sheet) => {
      sheet.protection.unprotect();
    },
  ],
])('%s makes Excel forget what could be undone', async (member, change) => {
  sheetOf(SHEETS.form).write(2, 1, 99);
  await Excel.run(async (context) => {
    change(formOf(context));
    await context.sync();
  });
  expect(host.batches[0]?.clearsUndo).toEqual([member]);
  expect(valueAt(SHEETS.hidden, 0, 0)).toBe('藏');
  book.undo();
  // What the person did before cannot be undone any more.
  expect(book.sheets.some((sheet) => sheet.name === SHEETS.form && sheet.cell(2, 1).value === 10)).toBe(
    false,
  );
});

test('reading and writing cells and conditional formats does not', async () => {
  await Excel.run(async (context) => {
    const range = formOf(context).getRange('B3').load('values');
    range.values = [[1]];
    range.conditionalFormats.add('Custom').custom.rule.formula = 'TRUE';
    context.workbook.settings.add('a', 1);
    range.select();
    await context.sync();
  });
  expect(host.batches.flatMap(({ clearsUndo }) => clearsUndo)).toEqual([]);
});
