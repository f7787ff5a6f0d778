import { isUnbounded, outlineOf, type Outline } from '../../../src/workbook/excel/readBlocks';

const outline = (rowIndex: number, columnIndex: number, rowCount: number, columnCount: number): Outline => ({
  rowIndex,
  columnIndex,
  rowCount,
  columnCount,
});

test.each([
  ['自评表!A1:H68', outline(0, 0, 68, 8), false],
  ["'2024 年''(一)!'!C9:AB10", outline(8, 2, 2, 26), false],
  ['Sheet1!D5', outline(4, 3, 1, 1), false],
  ['A1:XFD1048576', outline(0, 0, 1048576, 16384), true],
  ['Sheet1!B:D', outline(0, 1, 1048576, 3), true],
  ['Sheet1!3:5', outline(2, 0, 3, 16384), true],
])('%s is a rectangle of cells', (address, expected, isWithoutEnd) => {
  expect(outlineOf(address)).toEqual(expected);
  expect(isUnbounded(outlineOf(address))).toBe(isWithoutEnd);
});
