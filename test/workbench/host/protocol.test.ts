/** What the library can send but our own calls do not make it send, as raw batches. */
import { loadEngineInNode } from '../../../src/workbench/book/loadEngineInNode';
import { openBook } from '../../../src/workbench/book/openBook';
import { createHost } from '../../../src/workbench/host/createHost';
import type { Json, JsonObject } from '../../../src/workbench/host/protocol';
import { sampleBytes, SHEETS } from './sampleBook';

/** Paths of a batch: the workbook, its sheets, the form, B3 of it, and the format of C3:C4. */
const PATHS: readonly JsonObject[] = [
  { Id: 1, ObjectPathType: 1, Name: '' },
  { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  { Id: 3, ObjectPathType: 5, Name: '', ParentObjectPathId: 2, ArgumentInfo: { Arguments: [SHEETS.form] } },
  { Id: 4, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['B3'] } },
  { Id: 5, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: {} },
  { Id: 6, ObjectPathType: 4, Name: 'ConditionalFormats', ParentObjectPathId: 5 },
  { Id: 7, ObjectPathType: 3, Name: 'GetItemAt', ParentObjectPathId: 6, ArgumentInfo: { Arguments: [0] } },
  { Id: 8, ObjectPathType: 2, Name: 'Microsoft.InternalService.AddinInternalService' },
  { Id: 9, ObjectPathType: 2, Name: 'Microsoft.Unknown' },
  { Id: 10, ObjectPathType: 6, Name: 'ref-99' },
  { Id: 11, ObjectPathType: 7, Name: '' },
];

function openHost() {
  loadEngineInNode();
  const opened = openBook(sampleBytes(), 'a.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const host = createHost(opened.book);
  const ask = async (...actions: readonly JsonObject[]) => {
    const body = {
      Actions: actions.map((action, index) => ({ Id: index + 100, Name: '', ...action })),
      ObjectPaths: Object.fromEntries(PATHS.map((path, index) => [index + 1, path])),
    };
    const answer = await host.answer(JSON.stringify(body), { waitsForCellEdit: false });
    if (answer.kind !== 'body') throw new Error(answer.kind);
    return JSON.parse(answer.text) as {
      readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
      readonly TraceIds: readonly number[];
      readonly Error?: JsonObject;
    };
  };
  return { book: opened.book, host, ask };
}

test('a query as JSON gives names as they are and items without ids', async () => {
  const { ask } = openHost();
  const range = await ask({
    ActionType: 7,
    ObjectPathId: 4,
    QueryInfo: { Select: ['values', 'format/fill/color'] },
  });
  expect(range.Results[0]?.Value).toEqual({ values: [[10]], format: { fill: { color: '#FFFFFF' } } });
  const sheets = await ask({ ActionType: 7, ObjectPathId: 2, QueryInfo: { Select: ['name'], Top: 1 } });
  expect(sheets.Results[0]?.Value).toEqual({ items: [{ name: SHEETS.form }] });
});

test('what is expanded comes with all its plain properties', async () => {
  const { ask } = openHost();
  const { Results } = await ask({
    ActionType: 2,
    ObjectPathId: 4,
    QueryInfo: { Select: ['address'], Expand: ['format/protection'] },
  });
  expect(Results[0]?.Value).toEqual({ Address: '自评表!B3', Format: { Protection: { Locked: true } } });
});

test('several properties are set by one action', async () => {
  const { book, ask } = openHost();
  await ask({
    ActionType: 9,
    ObjectPathId: 4,
    ObjectState: { values: [[5]], format: { fill: { color: '#010203' } } },
  });
  const cell = book.sheets[0]?.cell(2, 1);
  expect([cell?.value, cell?.look.fill]).toEqual([5, '#010203']);
});

test('an object that must be unchanged is compared', async () => {
  const { ask } = openHost();
  const same = await ask({ ActionType: 8, ObjectPathId: 4, ObjectState: { values: [[10]] } });
  expect(same.Error).toBeUndefined();
  const other = await ask({ ActionType: 8, ObjectPathId: 4, ObjectState: { values: [[11]] } });
  expect(other.Error).toMatchObject({ Code: 'InvalidOperation', ActionIndex: 0 });
});

test('the ranges of a conditional format are changed by an address or by a range', async () => {
  const { book, ask } = openHost();
  const set = (info: JsonObject) =>
    ask({ ActionType: 3, Name: 'SetRanges', ObjectPathId: 7, ArgumentInfo: info });
  await set({ Arguments: ['A3:D3,A4'] });
  expect(book.sheets[0]?.formats[0]?.areas).toEqual([
    { top: 2, left: 0, bottom: 2, right: 3 },
    { top: 3, left: 0, bottom: 3, right: 0 },
  ]);
  await set({ Arguments: [4], ReferencedObjectPathIds: [4] });
  expect(book.sheets[0]?.formats[0]?.areas).toEqual([{ top: 2, left: 1, bottom: 2, right: 1 }]);
});

test('traces are answered, and told apart', async () => {
  const { ask } = openHost();
  const { Results, TraceIds } = await ask(
    { ActionType: 1, ObjectPathId: 3 },
    { ActionType: 5, ObjectPathId: 0 },
  );
  expect(Results[1]).toEqual({ ActionId: 101, Value: null });
  expect(TraceIds).toEqual([101]);
});

test('the results of actions ahead of one that fails are answered with the error', async () => {
  const { ask } = openHost();
  const { Results, Error: error } = await ask(
    { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ['values'] } },
    { ActionType: 3, ObjectPathId: 3, Name: 'Nonsense', ArgumentInfo: {} },
    { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ['text'] } },
  );
  expect(Results).toEqual([{ ActionId: 100, Value: { Values: [[10]] } }]);
  expect(error).toMatchObject({ Code: 'ApiNotFound', Location: 'Worksheet.nonsense', ActionIndex: 1 });
});

test.each([
  ['a class that is not known', { ActionType: 1, ObjectPathId: 9 }, 'ApiNotFound'],
  ['a reference that is gone', { ActionType: 1, ObjectPathId: 10 }, 'InvalidReference'],
  ['a path that is not in the batch', { ActionType: 1, ObjectPathId: 77 }, 'InvalidObjectPath'],
  ['an action that is not known', { ActionType: 6, ObjectPathId: 3 }, 'UnsupportedOperation'],
  ['a method that leads to an object', { ActionType: 3, Name: 'GetRange', ObjectPathId: 3 }, 'ApiNotFound'],
  ['setting what is no property', { ActionType: 4, Name: 'GetRange', ObjectPathId: 3 }, 'InvalidArgument'],
])('%s is refused', async (_name, action, code) => {
  const { ask } = openHost();
  expect((await ask(action)).Error).toMatchObject({ Code: code, ActionIndex: 0 });
});

test('a null object takes everything and gives nothing', async () => {
  const { ask } = openHost();
  const { Results, Error: error } = await ask(
    { ActionType: 1, ObjectPathId: 11 },
    { ActionType: 2, ObjectPathId: 11, QueryInfo: { Select: ['values'] } },
    { ActionType: 3, Name: 'Delete', ObjectPathId: 11, ArgumentInfo: {} },
    { ActionType: 4, Name: 'Values', ObjectPathId: 11, ArgumentInfo: { Arguments: [1] } },
  );
  expect(error).toBeUndefined();
  expect(Results.map(({ Value }) => Value)).toEqual([null, null, null, null]);
});

test('that ribbon functions are ready is heard and not counted', async () => {
  const { host, ask } = openHost();
  const { Error: error } = await ask({
    ActionType: 3,
    Name: 'NotifyActionHandlerReady',
    ObjectPathId: 8,
    ArgumentInfo: {},
  });
  expect(error).toBeUndefined();
  expect(host.batches).toEqual([]);
});
