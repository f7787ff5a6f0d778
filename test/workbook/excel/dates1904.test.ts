import { showDatesFrom1904 } from '../../../src/workbook/excel/dates1904';

/** Serials of 2021-01-01 in both systems. */
const [USUAL, EARLY] = [44_197, 42_735];

type DateCell = readonly [value: unknown, text: string, format?: string];

const seenIn = (cells: readonly DateCell[]): boolean =>
  showDatesFrom1904([
    {
      rowIndex: 0,
      columnIndex: 0,
      values: cells.map(([value]) => [value]),
      text: cells.map(([, text]) => [text]),
      formulas: cells.map(([value]) => [value]),
      numberFormat: cells.map(([, , format = 'yyyy/m/d']) => [format]),
    },
  ]);

test.each<[string, readonly DateCell[]]>([
  ['a day', [[EARLY, '2021/1/1']]],
  ['a day in words', [[EARLY, '2021年1月1日', 'yyyy"年"m"月"d"日"']]],
  ['a year of two digits', [[EARLY, '1-Jan-21', 'd-mmm-yy']]],
  ['a month', [[EARLY, '2021年1月', 'yyyy"年"m"月"']]],
  ['a day with a time', [[EARLY + 0.5, '2021/1/1 12:00', 'yyyy/m/d h:mm']]],
  [
    'more dates than those that tell otherwise',
    [
      [EARLY, '2021/1/1'],
      [EARLY, '2021/1/1'],
      [USUAL, '2021/1/1'],
    ],
  ],
])('%s shows that days are counted from 1904', (_, cells) => {
  expect(seenIn(cells)).toBe(true);
});

test.each<[string, readonly DateCell[]]>([
  ['nothing', []],
  ['a day of the usual system', [[USUAL, '2021/1/1']]],
  ['a cell too narrow to show its date', [[EARLY, '########']]],
  ['a date in Chinese numerals', [[EARLY, '二〇二一年一月一日', '[DBNum1]yyyy"年"m"月"d"日"']]],
  ['a number that is no date', [[EARLY, '2021', '0']]],
  ['a text under the format of a date', [['2021/1/1', '2021/1/1']]],
  ['a day that could be of either system', [[42_716, '12', 'd']]],
])('%s does not', (_, cells) => {
  expect(seenIn(cells)).toBe(false);
});
