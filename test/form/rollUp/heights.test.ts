// Heights of rows whose texts wrap, in points: 13 a line and 6 around them, from 24 to 400.
import { heightFor } from '../../../src/form/rollUp/heights';
import sheet from '../../../src/form/rollUp/sheet.json';

const width = (from: number, to: number) =>
  sheet.columns.slice(from, to + 1).reduce((all, one) => all + one, 0) - 6;
/** So many Chinese characters fit into one line of the columns. */
const fit = (from: number, to: number) => Math.floor(width(from, to) / 10.5);

test.each<[string, readonly (readonly [string, string])[], number]>([
  ['nothing', [], 24],
  ['one line', [['甲', 'D']], 24],
  ['two lines', [['甲\n乙', 'D']], 32],
  ['three lines, one of them blank', [['甲\n\n乙', 'D']], 45],
  ['a full line', [['甲'.repeat(fit(3, 3)), 'D']], 24],
  ['one character more', [['甲'.repeat(fit(3, 3) + 1), 'D']], 32],
  ['the same across several columns', [['甲'.repeat(fit(3, 3) + 1), 'D:I']], 24],
  ['more than fits across them', [['甲'.repeat(fit(3, 8) + 1), 'D:I']], 32],
  [
    'the longest of several texts',
    [
      ['甲', 'D'],
      ['甲\n乙\n丙', 'E'],
      ['甲\n乙', 'F'],
    ],
    45,
  ],
  ['a hundred lines', [['甲\n'.repeat(99), 'D']], 400],
])('%s', (_, texts, height) => {
  expect(heightFor(texts)).toBe(height);
});

test('letters are little more than half as wide', () => {
  const letters = Math.floor(width(3, 3) / (10.5 * 0.55));
  expect(heightFor([['a'.repeat(letters), 'D']])).toBe(24);
  expect(heightFor([['a'.repeat(letters + 1), 'D']])).toBe(32);
});

test('a row may have another least height', () => {
  expect(heightFor([['甲', 'D']], 30)).toBe(30);
  expect(heightFor([['甲', 'D']], 10)).toBe(19);
});
