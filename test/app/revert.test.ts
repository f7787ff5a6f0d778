import { readdirSync } from 'node:fs';
import { recalculate } from '../../src/app/recalculate';
import { revert } from '../../src/app/revert';
import type { XlsxFile } from '../../src/workbook/xlsxFile';
import { FIXTURES, openFixture, PLAIN } from './openFixture';

const FILES = readdirSync(FIXTURES).filter((name) => name.endsWith('.xlsx'));

/** Everything that can be read of a workbook, as text. */
async function stateOf(workbook: XlsxFile): Promise<string> {
  return JSON.stringify(await workbook.read(null));
}

test.each(FILES)('%s is what it was before, cells and marks, after a revert', async (name) => {
  const workbook = openFixture(name);
  const before = await stateOf(workbook);
  const { undo } = await recalculate(workbook, PLAIN);
  expect((await stateOf(workbook)) === before).toBe(undo.length === 0);
  const reverted = await revert(workbook, undo);
  expect(await stateOf(workbook)).toBe(before);
  expect(reverted.kept).toEqual([]);
});

test('a second recalculation that changes nothing leaves nothing to undo', async () => {
  const workbook = openFixture('baoxie-2022-department.xlsx');
  await recalculate(workbook, PLAIN);
  expect((await recalculate(workbook, PLAIN)).undo).toEqual([]);
});

test('a cell that somebody changed since keeps what they typed, and is named', async () => {
  const workbook = openFixture('variety-open.xlsx');
  const { undo } = await recalculate(workbook, PLAIN);
  const plan = undo.find(({ writes }) => writes.length > 1);
  const [touched] = plan?.writes ?? [];
  if (!plan || !touched) throw new Error('nothing was written');
  const { marks = [] } = (await workbook.read([plan.sheet])).sheets[0] ?? {};
  const typed = { cell: touched.cell, value: '自己改的', from: '', to: '', before: null };
  await workbook.apply([{ sheet: plan.sheet, marks, writes: [typed] }]);
  const reverted = await revert(workbook, undo);
  expect(reverted.kept).toEqual([{ sheet: plan.sheet, cell: touched.cell }]);
  const { grid } = (await workbook.read([plan.sheet])).sheets[0] ?? {};
  const values = grid?.rows.flatMap((row) => row?.map((cell) => cell?.value) ?? []);
  expect(values).toContain('自己改的');
});

test('a sheet that is gone is named, the others are restored', async () => {
  const workbook = openFixture('baoxie-2022-department.xlsx');
  const { undo } = await recalculate(workbook, PLAIN);
  const gone = { sheet: '已删除', writes: [], marks: [] };
  expect((await revert(workbook, [...undo, gone])).missingSheets).toEqual(['已删除']);
});
