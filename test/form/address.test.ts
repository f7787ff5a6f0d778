import fc from 'fast-check';
import {
  cellName,
  columnName,
  columnNumber,
  parseCellName,
  parseRange,
  rangeName,
} from '../../src/form/address';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16383, 'XFD'],
])('column %i is %s, and back', (column, name) => {
  expect(columnName(column)).toBe(name);
  expect(columnNumber(name)).toBe(column);
  expect(cellName(8, column)).toBe(`${name}9`);
  expect(parseCellName(`${name}9`)).toEqual({ row: 8, column });
});

test.each(['', 'A', '9', 'A0', 'a9', 'A9B', 'ABCD9', 'A12345678', ' A9', 'A9 ', 'A-9'])(
  '%j is no cell',
  (name) => {
    expect(parseCellName(name)).toBeNull();
  },
);

test('a text is a cell when it is letters and a row, each fixed or not', () => {
  const pattern = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;
  const text = fc.string({
    unit: fc.constantFrom('$', 'A', 'B', 'Z', '@', '0', '1', '9', ':', 'a', '９'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (name) => {
      const [, letters, digits] = pattern.exec(name) ?? [];
      const expected =
        letters === undefined ? null : { row: Number(digits) - 1, column: columnNumber(letters) };
      expect(parseCellName(name)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('fixed addresses and whole rectangles', () => {
  expect(parseCellName('$G$9')).toEqual({ row: 8, column: 6 });
  expect(parseCellName('A1234567')).toEqual({ row: 1234566, column: 0 });
  expect(rangeName(0, 0, 8, 27)).toBe('A1:AB9');
});

test.each([
  ['B3', [2, 1, 2, 1]],
  ['B3:D9', [2, 1, 8, 3]],
  ['D9:B3', [2, 1, 8, 3]],
  ['B9:D3', [2, 1, 8, 3]],
  ['$B$3:$AA$3', [2, 1, 2, 26]],
])('%s reaches over the rows and columns %j', (range, [top, left, bottom, right]) => {
  expect(parseRange(range)).toEqual({ top, left, bottom, right });
});

test.each(['', ':', 'B3:', ':B3', 'B:D', '3:9', 'B3:D', '表!B3'])('%j is no range', (range) => {
  expect(parseRange(range)).toBeNull();
});
