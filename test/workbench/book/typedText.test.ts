/** What a typed text becomes in a cell, as Excel on a Chinese system makes it. */
import { BookRefusal, type BookCell } from '../../../src/workbench/book/book';
import { area, cellAt, sheetOf, smallBook, write } from './opened';

const YEAR = new Date().getFullYear();
const serial = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25569;

function typed(text: string, numberFormat = 'General'): BookCell {
  const sheet = sheetOf(smallBook('<sheetData/>'));
  sheet.setLook(area('A1'), { numberFormat });
  write(sheet, 'A1', text);
  return cellAt(sheet, 'A1');
}

test.each([
  // typed, value, number format, displayed
  ['12', 12, 'General', '12'],
  [' 12 ', 12, 'General', '12'],
  ['１２．５％', 0.125, '0.00%', '12.50%'],
  ['-3.50', -3.5, 'General', '-3.5'],
  ['+4', 4, 'General', '4'],
  ['.5', 0.5, 'General', '0.5'],
  ['5.', 5, 'General', '5'],
  ['1,234', 1234, '#,##0', '1,234'],
  ['1,234.5', 1234.5, '#,##0.00', '1,234.50'],
  ['(5)', -5, 'General', '-5'],
  ['1e3', 1000, '0.00E+00', '1.00E+03'],
  ['66%', 0.66, '0%', '66%'],
  ['66.67%', 0.6667, '0.00%', '66.67%'],
  ['0.29%', 0.0029, '0.00%', '0.29%'],
  ['¥1,200', 1200, '"¥"#,##0;"¥"\\-#,##0', '¥1,200'],
  ['2020/1/2', serial(2020, 1, 2), 'yyyy/m/d', '2020/1/2'],
  ['2020-01-02', serial(2020, 1, 2), 'yyyy/m/d', '2020/1/2'],
  ['2020年1月2日', serial(2020, 1, 2), 'yyyy"年"m"月"d"日"', '2020年1月2日'],
  ['2020年12月', serial(2020, 12, 1), 'yyyy"年"m"月"', '2020年12月'],
  ['20/1/2', serial(2020, 1, 2), 'yyyy/m/d', '2020/1/2'],
  ['2020/1', serial(2020, 1, 1), 'mmm-yy', 'Jan-20'],
  ['1-2', serial(YEAR, 1, 2), 'm"月"d"日"', '1月2日'],
  ['8:30', 8.5 / 24, 'h:mm', '8:30'],
  ['2020/1/2 12:00', serial(2020, 1, 2) + 0.5, 'yyyy/m/d h:mm', '2020/1/2 12:00'],
  ['true', true, 'General', 'TRUE'],
  ['FALSE', false, 'General', 'FALSE'],
])('%j is the value %j under %s', (text, value, numberFormat, shown) => {
  expect(typed(text)).toMatchObject({ value, text: shown, formula: null, look: { numberFormat } });
});

test.each([
  '已完成',
  '≥80%',
  '100%完成',
  '12个',
  '1,23',
  '2020/13/1',
  '2021/2/29',
  '25:61',
  '-',
  '—',
  '.',
  '%',
  '5 %5',
  '1-2-3-4',
  '-5分',
])('%j stays text', (text) => {
  expect(typed(text)).toMatchObject({
    value: text,
    text,
    look: { numberFormat: 'General', hasQuotePrefix: false },
  });
});

test.each(['12', '66%', '2020/1/2', 'TRUE', '=A2', '1e3'])(
  '%j stays text in a cell formatted as text',
  (text) => {
    const cell = typed(text, '@');
    expect(cell).toMatchObject({ value: text, text, formula: null, look: { numberFormat: '@' } });
  },
);

test('a text behind an apostrophe is text, and the apostrophe is none of it', () => {
  expect(typed("'12")).toMatchObject({ value: '12', text: '12', look: { hasQuotePrefix: true } });
  expect(typed("'=A1")).toMatchObject({ value: '=A1', formula: null });
});

test('a number format that is no longer General stays when a percentage is typed', () => {
  expect(typed('66%', '0.000')).toMatchObject({
    value: 0.66,
    text: '0.660',
    look: { numberFormat: '0.000' },
  });
});

test('a later text takes the mark of an apostrophe away', () => {
  const sheet = sheetOf(smallBook('<sheetData/>'));
  write(sheet, 'A1', "'12");
  write(sheet, 'A1', 'x');
  expect(cellAt(sheet, 'A1').look.hasQuotePrefix).toBe(false);
});

test('setting a number format never reads a value anew', () => {
  const sheet = sheetOf(smallBook('<sheetData/>'));
  sheet.setLook(area('A1'), { numberFormat: '@' });
  write(sheet, 'A1', '007');
  sheet.setLook(area('A1'), { numberFormat: 'General' });
  expect(cellAt(sheet, 'A1')).toMatchObject({ value: '007', text: '007' });
});

test('an error that is typed is an error, and shown as its code', () => {
  expect(typed('#n/a')).toMatchObject({ value: '#N/A', isError: true, text: '#N/A' });
});

test.each(['=SUM(A2', '=A2)', '=)('])('the formula %s is refused', (formula) => {
  expect(() => typed(formula)).toThrow(BookRefusal);
});
