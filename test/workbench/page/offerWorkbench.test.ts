import { loadEngineInNode } from '../../../src/workbench/book/loadEngineInNode';
import { openBook } from '../../../src/workbench/book/openBook';
import { createHost } from '../../../src/workbench/host/createHost';
import { offerWorkbench } from '../../../src/workbench/page/offerWorkbench';
import type { Session } from '../../../src/workbench/page/session';
import { buildXlsx } from '../../workbook/xlsxPackage';

function offer() {
  loadEngineInNode();
  const opened = openBook(buildXlsx({ sheets: { 表: '<sheetData/>' } }), '表.xlsx');
  if (!opened.ok) throw new Error('not opened');
  const session = { book: opened.book, host: createHost(opened.book) } as unknown as Session;
  return offerWorkbench({
    current: () => session,
    ready: Promise.resolve(),
    open: () => Promise.resolve(),
    press: () => Promise.resolve(),
  });
}

test.each([{}, [1], undefined, () => 1])('a cell does not take %p, and says so in words', (value) => {
  const workbench = offer();
  const untyped: { setCell(address: string, value: unknown): void } = workbench;
  expect(() => {
    untyped.setCell('A1', value);
  }).toThrow('A1 没有写入');
  expect(workbench.cell('A1').value).toBeNull();
});

test.each([1.5, '文字', true, null])('a cell takes %p', (value) => {
  const workbench = offer();
  workbench.setCell('A1', value);
  expect(workbench.cell('A1').value).toBe(value);
});
