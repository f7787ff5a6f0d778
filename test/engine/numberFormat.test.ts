// What a number format says about the number under it.
import { readNumberFormat, storedNumber } from '../../src/engine/numberFormat';

test.each([
  ['General', 'plain'],
  ['G/通用格式', 'plain'],
  ['', 'plain'],
  ['@', 'plain'],
  ['0.00', 'plain'],
  ['#,##0.00_);[Red](#,##0.00)', 'plain'],
  ['0"个"', 'plain'],
  ['0.0"days"', 'plain'],
  ['0.00E+00', 'plain'],
  ['0%', 'percent'],
  ['0.00%', 'percent'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['[$-804]yyyy/m/d;@', 'date'],
  ['m"月"d"日"', 'date'],
  ['yyyy"年"m"月"', 'month'],
  ['mmm-yy', 'month'],
  ['h:mm', 'time'],
  ['mm:ss.0', 'plain'],
  ['yyyy/m/d h:mm', 'date'],
  ['m', 'month'],
  ['ss', 'time'],
  ['[h]', 'plain'],
  ['"年"', 'plain'],
  [' general ', 'plain'],
  ['GENERAL', 'plain'],
  ['General;yyyy', 'plain'],
  ['"y"0', 'plain'],
  ['\\\\y0', 'plain'],
  ['_y?', 'plain'],
  ['*y#', 'plain'],
  ['[Red]0%', 'percent'],
  ['"100%"', 'plain'],
  ['YYYY-MM', 'month'],
  ['D', 'date'],
  ['[$-804]', 'plain'],
  ['0;yyyy', 'plain'],
  ['yyyy;0', 'month'],
  [`${'_x'.repeat(100)}0%`, 'plain'],
])('%s is %s', (format, kind) => {
  expect(readNumberFormat(format)).toBe(kind);
});

test('a stored number has the 15 digits that Excel shows', () => {
  expect(storedNumber(0.1 + 0.2).toFixed()).toBe('0.3');
  expect(storedNumber(Number.POSITIVE_INFINITY).toFixed()).toBe('0');
});
