// Single cells as the facts need them.
import {
  holdsNumber,
  labelAt,
  numberAt,
  numberWithoutCell,
  textAt,
  weightAt,
} from '../../src/form/readCells';
import { buildGrid, percent } from './buildGrid';

const grid = buildGrid([
  ['甲 乙\n丙', '10%', { value: 9, formula: 'A1+1' }, percent(0.1, '10%'), '#REF!', ' 5 '],
  [null, '50%分', '5%  '],
]);

test('a number with its address, and whether a formula gives it', () => {
  expect(numberAt(grid, 0, 2)).toMatchObject({ cell: 'C1', state: 'number', formula: true });
  expect(numberAt(grid, 0, 1)).toMatchObject({ cell: 'B1', state: 'number', formula: false });
  expect(numberAt(grid, 7, 7)).toMatchObject({ cell: 'H8', state: 'blank', value: null, formula: false });
});

test('a weight in percent stands for as many points', () => {
  const weights = [1, 2, 3].map((column) => weightAt(grid, 0, column).value?.toString());
  expect(weights).toEqual(['10', '9', '10']);
  expect(weightAt(grid, 1, 2).value?.toString()).toBe('5');
  expect(weightAt(grid, 1, 0).value).toBeNull();
});

test('a number that no cell holds', () => {
  expect(numberWithoutCell('20')).toMatchObject({ state: 'number', cell: null, formula: false });
  expect(numberWithoutCell('20').value?.toString()).toBe('20');
  expect(numberWithoutCell(null)).toMatchObject({ state: 'blank', value: null, cell: null, formula: false });
});

test('texts are trimmed, labels lose all white space', () => {
  expect(textAt(grid, 0, 5)).toEqual({ cell: 'F1', text: '5' });
  expect(textAt(grid, 1, 0)).toEqual({ cell: 'A2', text: '' });
  expect(labelAt(grid, 0, 0)).toBe('甲乙丙');
  expect(labelAt(grid, 1, 0)).toBeNull();
});

test('a number and an error hold one, words and nothing do not', () => {
  expect([0, 1, 4, 5].map((column) => holdsNumber(numberAt(grid, 0, column)))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(holdsNumber(numberWithoutCell(null))).toBe(false);
});
