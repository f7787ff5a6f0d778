import { rowOf } from '../../src/pane/rowOf';

test.each<[string, number | null]>([
  ['G9', 9],
  ['G9:H12', 9],
  ['$G$9:$H$12', 9],
  ['B3,D7', 3],
  ['7:9', 7],
  ['A:C', null],
  ['', null],
])('the row of “%s” is %s', (range, row) => {
  expect(rowOf(range)).toBe(row);
});
