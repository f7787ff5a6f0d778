/** @jest-environment jsdom */
import { failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes } from './sampleBook';

async function readName(context: Excel.RequestContext): Promise<string> {
  const { workbook } = context;
  workbook.load('name');
  await context.sync();
  return workbook.name;
}

test('while a cell is being edited a batch is refused', async () => {
  const { host } = openInOffice(sampleBytes());
  host.setEditing(true);
  expect((await failureOf(readName)).code).toBe('InvalidOperationInCellEditMode');
  expect(host.batches).toEqual([]);
  host.setEditing(false);
  expect(await Excel.run(readName)).toBe('自评表.xlsx');
});

test('with delayForCellEdit it waits until the person has left the cell', async () => {
  const { host } = openInOffice(sampleBytes());
  host.setEditing(true);
  let name: string | null = null;
  const run = Excel.run({ delayForCellEdit: true }, readName).then((found) => {
    name = found;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(name).toBeNull();
  host.setEditing(false);
  await run;
  expect(name).toBe('自评表.xlsx');
});

test('a batch that waits goes on waiting when the next cell is edited at once', async () => {
  const { host } = openInOffice(sampleBytes());
  host.setEditing(true);
  let isDone = false;
  const run = Excel.run({ delayForCellEdit: true }, readName).then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  host.setEditing(false);
  host.setEditing(true);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isDone).toBe(false);
  host.setEditing(false);
  await run;
});
