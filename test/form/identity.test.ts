import { identify } from '../../src/form/identity';
import { recogniseForms } from '../../src/form/recognise';
import { digest } from '../../src/form/digest';
import type { Finding } from '../../src/engine/finding';
import { buildGrid, projectRows, type CellSpec } from './buildGrid';

function rowNames(rows: readonly (readonly CellSpec[])[]): ReadonlyMap<string, number> {
  const { forms } = recogniseForms(buildGrid(rows));
  return new Map([...identify(forms.map((facts) => facts)).rows].map(([row, name]) => [name, row]));
}

test('every row has a name of its own, also where rows are alike', () => {
  const rows = projectRows();
  rows.splice(8, 0, [null, null, null, '养护里程', '≥30公里', '32公里', 0, 0, null]);
  expect(rowNames(rows).size).toBe(5);
});

test('a row keeps its name when rows are inserted above it', () => {
  const rows = projectRows();
  const before = rowNames(rows);
  rows.splice(8, 0, [null, null, null, '桥梁养护', '≥3座', '3座', 0, 0, null]);
  rows.splice(3, 0, [null, null, null, null, null, null, null, null, null]);
  const after = rowNames(rows);
  expect([...before].map(([name, row]) => [row, (after.get(name) ?? 0) - row])).toEqual([
    [8, 1],
    [9, 2],
    [10, 2],
    [11, 2],
  ]);
});

test('another name, level or project is another row', () => {
  const rows = projectRows();
  const [first] = rowNames(rows).keys();
  const changed = rows.map((row) => row.map((cell) => (cell === '道路养护' ? '桥梁养护' : cell)));
  expect(rowNames(changed).has(first ?? '')).toBe(false);
});

test('the cells of a form are told apart by what they are', () => {
  const { forms } = recogniseForms(buildGrid(projectRows()));
  const { subjectOf } = identify(forms);
  const about = (cell: string | null, row: number | null = null): string =>
    subjectOf({ code: 'total-wrong', severity: 'error', row, cell, params: {} } satisfies Finding);
  const subjects = ['H12', 'G12', 'I5', 'H5', 'D5', 'H8', 'H9', 'F8', 'G8'].map((cell) => about(cell));
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(about('H8', 8)).toBe(about('H8'));
});

test('a fingerprint tells texts apart and does not depend on anything else', () => {
  const texts = Array.from({ length: 2000 }, (_, index) => `目标 ${index}，实际 ${index * 7}`);
  expect(new Set(texts.map(digest)).size).toBe(texts.length);
  expect(digest('a')).toBe(digest('a'));
  expect(digest('')).toMatch(/^[0-9a-f]{16}$/);
});
