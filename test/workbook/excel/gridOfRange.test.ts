import { entryAt } from '../../../src/form/grid';
import { gridOfBlocks, type UsedRange } from '../../../src/workbook/excel/gridOfRange';

/** B3:C4 as Excel gives it. */
const USED: UsedRange = {
  rowIndex: 2,
  columnIndex: 1,
  values: [
    ['得分', 0.9733],
    ['', '=不是公式'],
  ],
  text: [
    ['得分', '97.33%'],
    ['', '=不是公式'],
  ],
  formulas: [
    ['得分', '=B1/B2'],
    ['=IF(1,"")', '=不是公式'],
  ],
  numberFormat: [
    ['General', '0.00%'],
    ['General', '@'],
  ],
};

test('cells keep their place, value, text, format and formula', () => {
  const grid = gridOfBlocks('表', [{ used: USED, locks: null }], false);
  expect(grid).toMatchObject({ sheet: '表', rowCount: 4, columnCount: 3 });
  expect(grid.rows[2]?.[2]).toEqual({
    value: 0.9733,
    text: '97.33%',
    format: '0.00%',
    formula: 'B1/B2',
    writable: true,
  });
  expect(entryAt(grid, 0, 0).value).toBeNull();
});

test('a formula with an empty result is blank and still a formula', () => {
  expect(gridOfBlocks('表', [{ used: USED, locks: null }], false).rows[3]?.[1]).toMatchObject({
    value: null,
    formula: 'IF(1,"")',
  });
});

test('a text that looks like a formula is none', () => {
  expect(gridOfBlocks('表', [{ used: USED, locks: null }], false).rows[3]?.[2]).toMatchObject({
    value: '=不是公式',
    formula: null,
  });
});

test('only locked cells of a protected sheet must not be written', () => {
  const locks = [
    [true, false],
    [false, true],
  ];
  const grid = gridOfBlocks('表', [{ used: USED, locks }], false);
  expect([grid.rows[2]?.[1], grid.rows[2]?.[2], grid.rows[3]?.[1]].map((cell) => cell?.writable)).toEqual([
    false,
    true,
    true,
  ]);
});

test('an empty sheet has an empty grid', () => {
  expect(gridOfBlocks('表', [], false)).toEqual({ sheet: '表', rowCount: 0, columnCount: 0, rows: [] });
});
