import { displayText, normaliseFormat, showsDate } from '../../../src/workbook/xlsx/numberText';

const ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ';

test.each([
  [0.1 + 0.2, 'General', '0.3'],
  [1 / 3, 'General', '0.333333333'],
  [12345678901, 'General', '12345678901'],
  [123456789012, 'General', '1.23457E+11'],
  [0.00001234567, 'General', '1.23457E-05'],
  [1234567.891234, 'General', '1234567.891'],
  [-5, 'General', '-5'],
  [-0, 'General', '0'],
  [0.955, '0%', '96%'],
  [1.005, '0.00', '1.01'],
  [2.675, '0.00', '2.68'],
  [1234567.5, '#,##0.00', '1,234,567.50'],
  [13581.29, ACCOUNTING, ' 13,581.29 '],
  [95.5, 'General"分"', '95.5分'],
  [-5.5, '0.00_);[Red]\\(0.00\\)', '(5.50)'],
  [5, ';;;', ''],
  [90.66, '@', '90.66'],
  [43835, 'yyyy/m/d', '2020/1/5'],
  [43835, 'yyyy"年"m"月"d"日";@', '2020年1月5日'],
  [43835, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2020年1月5日'],
  [43835, '[$-804]aaaa', '星期日'],
  [43835, 'd-mmm-yy', '5-Jan-20'],
  [0.6, '上午/下午h"时"mm"分"', '下午2时24分'],
  [1.5, '[h]:mm', '36:00'],
  [43835, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二〇年一月五日'],
  [44119, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二〇年十月十五日'],
  [105, '[DBNum1][$-804]General', '一百〇五'],
  [95.5, '[DBNum2][$-804]General', '玖拾伍.伍'],
  [10203, '[DBNum2][$-804]0', '壹万零贰佰零叁'],
  [100_0500, '[DBNum1][$-804]General', '一百万〇五百'],
  [15, '[DBNum1][$-804]General', '一十五'],
  [0, '[DBNum2][$-804]0', '零'],
  ['元', '@"整"', '元整'],
  ['文字', '0.00', '文字'],
  [true, '0.00', 'TRUE'],
  [null, '0.00', ''],
])('%p in the format %s shows %p', (value, format, text) => {
  expect(displayText(value, format)).toBe(text);
});

test('a date that Excel does not know shows as overflow', () => {
  expect(displayText(-1, 'yyyy/m/d')).toMatch(/^#+$/);
  expect(displayText(3_000_000, 'yyyy/m/d')).toMatch(/^#+$/);
});

test('a format that is none shows the value', () => {
  expect(displayText(3, 'bad"')).toBe('3');
});

test.each([
  ['yyyy/m/d', true],
  ['m"月"d"日"', true],
  ['h:mm', false],
  ['[h]:mm', false],
  ['0.00%', false],
  ['General', false],
  ['bad"', false],
])('the format %s shows a date: %p', (format, expected) => {
  expect(showsDate(format)).toBe(expected);
});

test('the General format goes by a Chinese name too', () => {
  expect(normaliseFormat('G/通用格式"分"')).toBe('General"分"');
});
