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

/** Sets A9 and A10 of the form in one batch. */
async function write(context: Excel.RequestContext): Promise<void> {
  const form = context.workbook.worksheets.getItem(SHEETS.form);
  form.getRange('A9').values = [['一']];
  form.getRange('A10').values = [['二']];
  await context.sync();
}

async function read(context: Excel.RequestContext): Promise<void> {
  context.workbook.worksheets.getItem(SHEETS.form).getRange('A9').load('values');
  await context.sync();
}

const written = () => [book.sheets[0]?.cell(8, 0).value, book.sheets[0]?.cell(9, 0).value];

/** "silence" when a promise does not settle within some turns of the event loop. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  const settled = work.then(
    () => 'done',
    () => 'failed',
  );
  const silence = new Promise<string>((resolve) => {
    setTimeout(() => {
      resolve('silence');
    }, 50);
  });
  return Promise.race([settled, silence]);
}

test('before: nothing of the batch is done', async () => {
  host.fail({ code: 'AccessDenied' });
  expect((await failureOf(write)).code).toBe('AccessDenied');
  expect(written()).toEqual([null, null]);
});

test('an index: that action fails, the earlier ones stay done', async () => {
  await Excel.run(write);
  const { actions } = host.batches[0] ?? { actions: 0 };
  expect(actions).toBeGreaterThan(4);
  book.undo();
  // The last action but one sets A10.
  host.fail({ at: actions - 3, code: 'InvalidArgument' });
  const failure = await failureOf(write);
  expect(failure.code).toBe('InvalidArgument');
  expect(written()).toEqual(['一', null]);
});

test('after: everything is done but the answer is the error', async () => {
  host.fail({ at: 'after' });
  expect((await failureOf(write)).code).toBe('GeneralException');
  expect(written()).toEqual(['一', '二']);
  expect(host.batches[0]).toMatchObject({ error: 'GeneralException', changes: 2 });
});

test('lost: everything is done and no answer comes', async () => {
  host.fail({ at: 'lost' });
  expect(await outcomeOf(Excel.run(write))).toBe('silence');
  expect(written()).toEqual(['一', '二']);
});

test('silent: nothing is done and no answer comes', async () => {
  host.fail({ at: 'silent' });
  expect(await outcomeOf(Excel.run(write))).toBe('silence');
  expect(written()).toEqual([null, null]);
});

test('a number is the batch that fails, a text the code', async () => {
  host.fail(2);
  await Excel.run(read);
  expect((await failureOf(read)).code).toBe('GeneralException');
  await Excel.run(read);
  host.fail('ItemNotFound');
  expect((await failureOf(read)).code).toBe('ItemNotFound');
  await Excel.run(read);
});

test('several batches in a row can fail', async () => {
  host.fail({ batch: 2, times: 2 });
  await Excel.run(read);
  await failureOf(read);
  await failureOf(read);
  await Excel.run(read);
});

test('only batches that change something can be counted', async () => {
  host.fail({ writesOnly: true });
  await Excel.run(read);
  await Excel.run(read);
  expect((await failureOf(write)).code).toBe('GeneralException');
  expect(written()).toEqual([null, null]);
});

test.each<[string, (context: Excel.RequestContext) => void]>([
  ['a conditional format', (context) => context.workbook.getSelectedRange().conditionalFormats.add('Custom')],
  ['a setting', (context) => context.workbook.settings.add('a', 1)],
  [
    'clearing',
    (context) => {
      context.workbook.getSelectedRange().clear();
    },
  ],
])('%s changes something', async (_name, change) => {
  host.fail({ writesOnly: true });
  const failure = await failureOf(async (context) => {
    change(context);
    await context.sync();
  });
  expect(failure.code).toBe('GeneralException');
});

test('a fault that was asked for can be taken back', async () => {
  host.fail(1);
  host.fail(null);
  await Excel.run(read);
});

test('a fault does not hit what Office.js does to tidy up', async () => {
  host.fail(2);
  await Excel.run(read);
  expect(host.batches).toHaveLength(1);
  expect((await failureOf(read)).code).toBe('GeneralException');
});

test('batches are counted with their actions, bytes, changes and time', async () => {
  const times = [0, 7];
  ({ book, host } = openInOffice(sampleBytes(), { now: () => times.shift() ?? 7 }));
  await Excel.run(write);
  expect(host.batches).toHaveLength(1);
  const [batch] = host.batches;
  expect(batch).toMatchObject({ error: null, changes: 2, clearsUndo: [], ms: 7 });
  expect(batch?.bytes).toBeGreaterThan(500);
  expect(batch?.answerBytes).toBeGreaterThan(100);
  host.startCommand();
  expect(host.batches).toEqual([]);
  await Excel.run(read);
  expect(host.batches).toMatchObject([{ changes: 0 }]);
});

test('each sync is a batch', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    await context.sync();
    sheet.load('name');
    await context.sync();
    await context.sync();
  });
  // The third one had nothing to ask.
  expect(host.batches).toHaveLength(2);
});
