/** Folders are walked for workbooks, and the list is cut into parts. */
import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseOutputs } from '../../src/cli/files';
import { listInputs, sliceOf } from '../../src/cli/listInputs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
}

function listed(leftOut: readonly string[] = []): readonly string[] {
  const { inputs } = listInputs(
    [folder],
    leftOut.map((name) => path.join(folder, name)),
  );
  return inputs.map(({ file }) => path.relative(folder, file));
}

test('workbooks of all folders below are found by name, other files are not', () => {
  put('b.xlsx', 'a.XLSX', 'c.xlsm', 'd.xls', 'e.docx', '乙/2.xlsx', '乙/丙/1.xlsx');
  expect(listed()).toEqual(['a.XLSX', 'b.xlsx', 'c.xlsm', '乙/2.xlsx', '乙/丙/1.xlsx']);
});

test('locks, shadows and our own copies are passed over', () => {
  put('a.xlsx', '~$a.xlsx', '._a.xlsx', 'a.recalculated.xlsx', 'a (2).recalculated.xlsx');
  expect(listed()).toEqual(['a.xlsx']);
});

test('a recalculated copy without its original is a form like others', () => {
  put('a.recalculated.xlsx');
  expect(listed()).toEqual(['a.recalculated.xlsx']);
});

test('what the run itself writes is passed over', () => {
  put('a.xlsx', '汇总.xlsx', 'out/a.recalculated.xlsx');
  expect(listed(['汇总.xlsx', 'out'])).toEqual(['a.xlsx']);
});

test('a link to a folder above is not followed round and round', () => {
  put('a.xlsx');
  symlinkSync(folder, path.join(folder, 'again'));
  expect(listed()).toEqual(['a.xlsx']);
});

test('an empty folder stands for itself, and what is named is taken as it is', () => {
  const named = [folder, path.join(folder, '没有.xlsx'), 'x.docx'];
  expect(listInputs(named, []).inputs.map(({ file }) => file)).toEqual(named);
});

test('a file that is named, or in two of the folders, is taken once', () => {
  put('甲/1.xlsx', '甲/2.xlsx');
  const one = path.join(folder, '甲', '1.xlsx');
  const { inputs } = listInputs([path.join(folder, '甲'), one, folder], []);
  expect(inputs.map(({ file }) => file)).toEqual([path.join(folder, '甲', '2.xlsx'), one]);
});

test('copies of files in folders keep the folders between', () => {
  put('甲/1.xlsx', '乙/1.xlsx', '乙/1.xlsm');
  const out = chooseOutputs(listInputs([folder], []), 'out');
  expect(out).toEqual([
    path.join('out', '乙', '1.recalculated.xlsx'),
    path.join('out', '乙', '1 (2).recalculated.xlsx'),
    path.join('out', '甲', '1.recalculated.xlsx'),
  ]);
});

test('the parts follow each other, are the whole list, and differ by one at most', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 12 }), (items, of) => {
      const parts = Array.from({ length: of }, (_, index) => sliceOf(items, { part: index + 1, of }));
      const sizes = parts.map(({ length }) => length);
      expect(parts.flat()).toEqual(items);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
