import type { BookCell, CellLook, CellValue } from '../../../src/workbench/book/book';
import { typedText } from '../../../src/workbench/page/grid/typedText';

const look: CellLook = {
  numberFormat: 'General',
  fill: null,
  font: {
    name: '宋体',
    size: 11,
    isBold: false,
    isItalic: false,
    isUnderlined: false,
    isStruck: false,
    color: '#000000',
  },
  border: { top: null, right: null, bottom: null, left: null },
  horizontal: 'general',
  vertical: 'center',
  wraps: false,
  indent: 0,
  isLocked: true,
  hasQuotePrefix: false,
};

function cell(
  value: CellValue,
  text: string,
  numberFormat = 'General',
  more: Partial<BookCell> = {},
): BookCell {
  return { value, text, formula: null, isError: false, look: { ...look, numberFormat }, ...more };
}

test.each([
  ['a blank', cell(null, ''), ''],
  ['a number with more digits than it shows', cell(90.664, '90.66', '0.00'), '90.664'],
  ['a rate', cell(0.07, '7%', '0%'), '7%'],
  ['a rate with decimals', cell(0.9567, '95.7%', '0.0%'), '95.67%'],
  ['a date', cell(45_292, '2024/1/1', 'yyyy/m/d'), '2024/1/1'],
  ['a date in Chinese', cell(45_292, '2024年1月1日', 'yyyy"年"m"月"d"日"'), '2024年1月1日'],
  ['an amount with a word for its unit', cell(12, '12万元', '0"万元"'), '12'],
  ['an amount in a red format', cell(-3, '3.00', '0.00;[Red]0.00'), '-3'],
  ['a text', cell('≥80%', '≥80%'), '≥80%'],
  ['a truth value', cell(true, 'TRUE'), 'TRUE'],
  ['a formula', cell(2, '2', 'General', { formula: '=1+1' }), '=1+1'],
  [
    'a text behind an apostrophe',
    cell('007', '007', 'General', { look: { ...look, hasQuotePrefix: true } }),
    "'007",
  ],
])('%s is edited as one would type it', (_name, shown, typed) => {
  expect(typedText(shown)).toBe(typed);
});
