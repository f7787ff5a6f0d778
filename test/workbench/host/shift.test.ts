import type { Area } from '../../../src/workbench/book/book';
import { LAST_ROW } from '../../../src/workbench/host/place';
import { shifted } from '../../../src/workbench/host/shift';

const rows = (top: number, bottom: number): Area => ({ top, left: 1, bottom, right: 2 });

test.each<[string, Area, number, number, boolean, Area | null]>([
  ['below an insertion', rows(5, 7), 2, 3, true, rows(7, 9)],
  ['above an insertion', rows(0, 1), 2, 3, true, rows(0, 1)],
  ['around an insertion', rows(1, 5), 2, 3, true, rows(1, 7)],
  ['at an insertion', rows(2, 2), 2, 2, true, rows(3, 3)],
  ['pushed off the sheet', rows(LAST_ROW, LAST_ROW), 2, 2, true, null],
  ['whole columns', rows(0, LAST_ROW), 2, 2, true, rows(0, LAST_ROW)],
  ['below a deletion', rows(5, 7), 2, 3, false, rows(3, 5)],
  ['above a deletion', rows(0, 1), 2, 3, false, rows(0, 1)],
  ['around a deletion', rows(1, 5), 2, 3, false, rows(1, 3)],
  ['deleted', rows(2, 3), 1, 4, false, null],
  ['with its first rows deleted', rows(2, 6), 1, 3, false, rows(1, 3)],
  ['with its last rows deleted', rows(2, 6), 5, 8, false, rows(2, 4)],
])('an area %s', (_name, area, first, last, isInserted, expected) => {
  const change = { top: first, left: 0, bottom: last, right: 9 };
  expect(shifted(area, { axis: 'rows', area: change, isInserted })).toEqual(expected);
});

test('columns move as rows do', () => {
  const area = { top: 1, left: 5, bottom: 2, right: 7 };
  const change = { top: 0, left: 2, bottom: LAST_ROW, right: 3 };
  expect(shifted(area, { axis: 'columns', area: change, isInserted: true })).toEqual({
    ...area,
    left: 7,
    right: 9,
  });
});
