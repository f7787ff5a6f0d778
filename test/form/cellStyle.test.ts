import { Decimal } from '../../src/engine/decimal';
import { readNumberCell } from '../../src/engine/readNumberCell';
import { styleRate, styleScore } from '../../src/form/cellStyle';
import { cell, percent } from './buildGrid';

const numberCell = (spec: Parameters<typeof cell>[0]): ReturnType<typeof readNumberCell> =>
  readNumberCell(cell(spec), 'H9', false);

describe('a score is written as its cell is written', () => {
  test.each([
    ['a number stays a number', { value: 90 }, 94.67, '94.67'],
    ['a blank cell gets a number', {}, 94.67, '94.67'],
    ['text with 分 keeps its 分', { value: '97.5分' }, '94.67分', '94.67分'],
    ['text with words around keeps them', { value: '得 97.5 分' }, '得 94.67 分', '得 94.67 分'],
    ['a number kept as text stays text', { value: '97.5' }, '94.67', '94.67'],
    ['a number without its zero is taken whole', { value: '.5' }, '94.67', '94.67'],
    ['and so it is with its 分', { value: '-.5 分' }, '94.67 分', '94.67 分'],
    ['a cell of text format gets text', { format: '@' }, '94.67', '94.67'],
    [
      'a blank cell of a date format gets text, which no date is made of',
      { format: 'yyyy/m/d' },
      '94.67',
      '94.67',
    ],
    ['so does one of a time format', { format: 'h:mm' }, '94.67', '94.67'],
    ['and one of a percent format', { format: '0.00%' }, '94.67', '94.67'],
    ['a share of text stays a share', { value: '97.5%' }, '9467%', '9467%'],
    ['and so does one of a thousand parts', { value: '0.3‰' }, '94670‰', '94670‰'],
    ['a number with a sign that is no share stays in points', { value: '≥ 90 %' }, '≥ 94.67 %', '≥ 94.67 %'],
    ['a share without decimals stays a share', { value: '97%' }, '9467%', '9467%'],
    ['a day is no score with a unit', { value: '2020年' }, 94.67, '94.67'],
    ['white space around goes', { value: ' 97.5分 ' }, '94.67分', '94.67分'],
    ['garbage is replaced by a number', { value: '94.67 999994.67' }, 94.67, '94.67'],
  ])('%s', (_, spec, value, text) => {
    expect(styleScore(numberCell(spec), new Decimal('94.67'))).toEqual({ value, text });
  });
});

describe('a rate is written as its cell is written', () => {
  test.each([
    ['a fraction under a percent format', percent(0.965, '96.50%'), 0.9724, '97.24%'],
    [
      'what a person will see follows the format',
      { value: 0.965, text: '96.5%', format: '0.0%' },
      0.9724,
      '97.2%',
    ],
    ['text keeps its sign', { value: '96.5%' }, '97.24%', '97.24%'],
    ['a fraction kept as text stays one', { value: '0.965' }, '0.9724', '0.9724'],
    ['a zero, which tells neither fractions nor percentages, gets a sign', { value: 0 }, '97.24%', '97.24%'],
    ['text with stray signs gets one', { value: '100%\n\n%' }, '97.24%', '97.24%'],
    ['a blank cell without a percent format gets a sign', {}, '97.24%', '97.24%'],
    ['a blank cell with a percent format gets a fraction', { format: '0.00%' }, 0.9724, '97.24%'],
    ['a fraction without a format stays a fraction', { value: 0.965 }, 0.9724, '0.9724'],
    ['a fraction in full width is one', { value: '０．９６５' }, '0.9724', '0.9724'],
    ['what is only made out of words gets a sign', { value: '约0.9' }, '97.24%', '97.24%'],
  ])('%s', (_, spec, value, text) => {
    expect(styleRate(numberCell(spec), new Decimal('11.99').div('12.33'))).toEqual({ value, text });
  });

  test.each([
    ['a fraction too large to be read as one', 0.9, '38', '3800%'],
    ['a percentage too small to be read as one', 97.25, '0.015', '1.5%'],
  ])('%s gets its sign', (_, printed, rate, text) => {
    const value = new Decimal(printed > 2 ? printed / 100 : printed);
    expect(styleRate({ ...numberCell({ value: printed }), value }, new Decimal(rate))).toEqual({
      value: text,
      text,
    });
  });

  test('a percentage printed without a sign stays one', () => {
    const printed = { ...numberCell({ value: 97.25 }), value: new Decimal('0.9725') };
    expect(styleRate(printed, new Decimal('0.8045'))).toEqual({ value: 80.45, text: '80.45' });
  });
});

test.each([
  ['a fraction in a cell of text format', { value: 0.965, format: '@' }, '0.8045', '0.8045'],
  ['a percent format without decimals', { value: 0.96, text: '96%', format: '0%' }, 0.8045, '80%'],
])('a rate of 80.45 % where %s stands', (_, spec, value, text) => {
  expect(styleRate(numberCell(spec), new Decimal('0.8045'))).toEqual({ value, text });
});

test.each([
  ['１，２３４．５分', '94.67分'],
  ['约 1,234 分左右', '约 94.67 分左右'],
  ['-3分', '94.67分'],
  ['97.55分', '94.67分'],
  ['.55分', '94.67分'],
  ['得－分9', '得－分94.67'],
])('the score in %s becomes %s', (value, text) => {
  expect(styleScore({ ...numberCell({ value }), value: new Decimal(1) }, new Decimal('94.67')).text).toBe(
    text,
  );
});

test.each(['优', '3月5分', '5分3', '5-3分'])(
  '%s, which is not one number, is replaced by a number',
  (value) => {
    const words = { ...numberCell({ value }), value: new Decimal(1) };
    expect(styleScore(words, new Decimal('94.67'))).toEqual({ value: 94.67, text: '94.67' });
  },
);

test('a score that is a share in a percent format stays a number', () => {
  expect(styleScore(numberCell(percent(0.95, '95%')), new Decimal('0.9467'))).toEqual({
    value: 0.9467,
    text: '0.9467',
  });
});

test('a percentage kept as text without a sign stays one', () => {
  const printed = { ...numberCell({ value: '97.25' }), value: new Decimal('0.9725') };
  expect(styleRate(printed, new Decimal('0.8045'))).toEqual({ value: '80.45', text: '80.45' });
});

test.each([
  ['a blank cell, with two decimals', {}, '100.00%'],
  ['a text with its sign, as short as it is', { value: '90%' }, '100%'],
])('a whole rate in %s', (_, spec, text) => {
  expect(styleRate(numberCell(spec), new Decimal(1))).toEqual({ value: text, text });
});
