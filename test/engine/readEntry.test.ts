// What one cell says, before it is held against another: every part of a reading, for each way of writing.
import type { Entry } from '../../src/engine/entry';
import {
  findChange,
  readEntry,
  readText,
  withUnitColumn,
  type CellReading,
} from '../../src/engine/readEntry';
import type { Unit } from '../../src/engine/readUnit';

function unitOf({ name, scale, per }: Unit): string {
  return [name, ...per.map((part) => `/${part}`), scale.equals(1) ? '' : `×${scale.toFixed()}`].join('');
}

/** A reading in plain words and texts. */
function tell(reading: CellReading): Readonly<Record<string, unknown>> {
  switch (reading.kind) {
    case 'quantity': {
      const { number, unit, taken, sign, word, near, change, stance } = reading;
      const said = word && `${word.text} ${word.direction}${word.isWeak ? ' weak' : ''}`;
      return { number: number.toFixed(), unit: unitOf(unit), taken, sign, word: said, near, change, stance };
    }
    case 'range': {
      const { low, high, unit, taken, change } = reading;
      return { low: low.toFixed(), high: high.toFixed(), unit: unitOf(unit), taken, change };
    }
    case 'date':
      return { date: reading.taken, rest: reading.rest };
    case 'text':
      return { why: reading.why };
    default:
      return { kind: reading.kind };
  }
}

const PLAIN = { sign: null, word: null, near: null, change: null, stance: 'stated' };

test.each([
  ['95%', { number: '95', unit: '%×0.01', taken: '95%' }],
  ['≥95%', { number: '95', unit: '%×0.01', taken: '≥95%', sign: '>' }],
  ['＞ 5 个', { number: '5', unit: '个', taken: '≥ 5 个', sign: '>' }],
  ['《3起', { number: '3', unit: '起', taken: '≤3起', sign: '<' }],
  ['=100', { number: '100', unit: '', taken: '=100', sign: '=' }],
  ['9.4万元', { number: '9.4', unit: '元×10000', taken: '9.4万元' }],
  ['-3℃', { number: '-3', unit: '℃', taken: '-3℃' }],
  ['受理5件', { number: '5', unit: '件', taken: '5件' }],
])('the sign, the number and the unit of %s', (text, expected) => {
  expect(tell(readText(text, false))).toEqual({ ...PLAIN, ...expected });
});

test.each([
  ['不低于95%', '不低于 floor'],
  ['不得低于95%', '不得低于 floor'],
  ['95%以上', '以上 floor'],
  ['95% 及以上', '及以上 floor'],
  ['不超过3起', '不超过 ceiling'],
  ['3起以内', '以内 ceiling'],
  ['低于3起', '低于 ceiling'],
  ['达到95%', '达到 floor weak'],
  ['控制在5%', '控制在 ceiling weak'],
  // A strong word goes before a weak one, wherever it stands.
  ['控制在5%以上', '以上 floor'],
  ['达到5%以内', '以内 ceiling'],
  ['至少达到95%', '至少 floor'],
  // A word about time is a ceiling behind a time only.
  ['3天内', '内 ceiling'],
  ['30分钟内', '内 ceiling'],
  ['2小时内', '内 ceiling'],
  ['5个工作日内', '内 ceiling'],
  ['3周内', '内 ceiling'],
  ['3个月内', '内 ceiling'],
  ['3个内', null],
  ['5个', null],
  // A word of another clause is about something else.
  ['不超过预算，完成5个', null],
  ['不超过预算。完成5个', null],
  ['不超过预算；完成5个', null],
  ['不超过预算\n完成5个', null],
])('the word that gives %s a direction', (text, word) => {
  expect(tell(readText(text, false))).toMatchObject({ word });
});

test.each(['至少5个以内', '不低于不超过5个', '不超过≥5个', '不低于≤5个', '≥完成5个', '5个，≤', '<>=完成5个'])(
  'nobody says what %s means',
  (text) => {
    expect(readText(text, false)).toEqual({ kind: 'text', why: 'unclear' });
  },
);

test.each([
  ['不低于≥5个', { sign: '>', word: '不低于 floor' }],
  ['不超过≤5个', { sign: '<', word: '不超过 ceiling' }],
  ['控制在≥5个', { sign: '>', word: '控制在 ceiling weak' }],
  ['达到≤5个', { sign: '<', word: '达到 floor weak' }],
])('a sign and a word that agree, or a weak word: %s', (text, expected) => {
  expect(tell(readText(text, false))).toMatchObject(expected);
});

test.each([
  ['约50个', 'about'],
  ['50个左右', 'about'],
  ['50个 上下', 'about'],
  ['近 50个', 'less'],
  ['不足50个', 'less'],
  ['接近50个', 'less'],
  ['50余个', 'more'],
  ['约50余个', 'more'],
  ['50个', null],
  ['约定完成50个', null],
])('how near %s comes', (text, near) => {
  expect(tell(readText(text, false))).toMatchObject({ number: '50', near });
});

test.each([
  ['增长5%', 'up'],
  ['5%的增幅', 'up'],
  ['较上年下降5%', 'down'],
  ['提高到5%', null],
  ['提高至5%', null],
  ['减少为5%', null],
  ['增长较快，完成5%', null],
  ['完成5%，增长较快', null],
  ['5%', null],
])('whether %s is a change', (text, change) => {
  expect(tell(readText(text, false))).toMatchObject({ number: '5', change });
});

test('a fall goes before a rise, and a level is none', () => {
  expect(findChange('增长后下降')).toBe('down');
  expect(findChange('下降到')).toBeNull();
  expect(findChange('下降到后增长')).toBe('up');
  expect(findChange('持平')).toBeNull();
});

test.each([
  ['未完成5个', 'negated'],
  ['尚未实现5个', 'negated'],
  ['预计完成5个', 'planned'],
  ['5个争取完成', 'planned'],
  ['预计5个，未完成', 'planned'],
  ['已完成5个', 'stated'],
  ['部分未完成，完成5个', 'stated'],
  ['完成5个，其余未完成', 'stated'],
])('whether %s was reached', (text, stance) => {
  expect(tell(readText(text, false))).toMatchObject({ number: '5', stance });
});

const NO_CHANGE = { change: null };

test.each([
  ['80%-90%', { low: '80', high: '90', unit: '%×0.01', taken: '80%-90%' }],
  ['80-90%', { low: '80', high: '90', unit: '%×0.01', taken: '80-90%' }],
  ['80%～90', { low: '80', high: '90', unit: '%×0.01', taken: '80%~90' }],
  ['80%至90%', { low: '80', high: '90', unit: '%×0.01', taken: '80%至90%' }],
  ['80% 到 90%', { low: '80', high: '90', unit: '%×0.01', taken: '80% 到 90%' }],
  ['=80-90个', { low: '80', high: '90', unit: '个', taken: '=80-90个' }],
  ['2-3万元', { low: '2', high: '3', unit: '元×10000', taken: '2-3万元' }],
  ['5000元-1万元', { low: '0.5', high: '1', unit: '元×10000', taken: '5000元-1万元' }],
  ['1-2万', { low: '1', high: '2', unit: '×10000', taken: '1-2万' }],
  ['5-5个', { low: '5', high: '5', unit: '个', taken: '5-5个' }],
  ['≥80%且≤90%', { low: '80', high: '90', unit: '%×0.01', taken: '≥80%且≤90%' }],
  ['>80%,<90%', { low: '80', high: '90', unit: '%×0.01', taken: '≥80%,≤90%' }],
  ['增长5%-8%', { low: '5', high: '8', unit: '%×0.01', taken: '5%-8%', change: 'up' }],
  ['±5%', { low: '-5', high: '5', unit: '%×0.01', taken: '±5%' }],
  ['下降±5%', { low: '-5', high: '5', unit: '%×0.01', taken: '±5%', change: 'down' }],
  ['100%±5%', { low: '95', high: '105', unit: '%×0.01', taken: '100%±5%' }],
  ['10天±2天', { low: '8', high: '12', unit: '天', taken: '10天±2天' }],
  ['10天 ±2', { low: '8', high: '12', unit: '天', taken: '10天 ±2' }],
])('%s is a range', (text, expected) => {
  expect(tell(readText(text, false))).toEqual({ ...NO_CHANGE, ...expected });
});

test.each([
  ['90%-80%', 'several-numbers'],
  ['5个-10天', 'several-numbers'],
  ['≥80%-90%', 'several-numbers'],
  ['80%-≤90%', 'several-numbers'],
  ['≤80%且≥90%', 'several-numbers'],
  ['≥80%，且绝不≤90%', 'several-numbers'],
  ['10天，±2天', 'several-numbers'],
  ['≥10天±2天', 'several-numbers'],
  ['10天±2%', 'several-numbers'],
  ['±5%±2%', 'several-numbers'],
  ['±5%-6%', 'several-numbers'],
  ['3个，4个', 'several-numbers'],
  ['1个-2个-3个', 'several-numbers'],
  ['2021年6月和2021年12月', 'several-numbers'],
  ['5个，前三', 'several-numbers'],
  ['前三', 'rank'],
  ['1:2', 'ratio'],
  ['每周一次', 'frequency'],
  ['12,34', 'unclear'],
  ['良好', 'no-number'],
  ['扣2分', 'scoring-rule'],
  ['优良中低差', 'option-list'],
  ['部分达成年度目标', 'band-name'],
])('%s is no single number: %s', (text, why) => {
  expect(readText(text, false)).toEqual({ kind: 'text', why });
});

test.each([
  ['2021年12月底前', { date: '2021年12月底前', rest: '' }],
  ['≤2021年12月31日', { date: '≤2021年12月31日', rest: '' }],
  ['2021年底前完成验收', { date: '2021年底前', rest: '完成验收' }],
])('%s is a date and words', (text, expected) => {
  expect(tell(readText(text, false))).toEqual(expected);
});

test('a number counts before a date beside it, and a bare year is a date in a row about time', () => {
  expect(tell(readText('11月底完成100%', false))).toMatchObject({ number: '100', unit: '%×0.01' });
  expect(tell(readText('2021', false))).toMatchObject({ number: '2021' });
  expect(tell(readText('2021', true))).toEqual({ date: '2021', rest: '' });
});

test('a text of more than 1,000 characters is a report, and no number is taken from it', () => {
  expect(tell(readText(`5个${'好'.repeat(998)}`, false))).toMatchObject({ number: '5', unit: '个' });
  expect(readText(`5个${'好'.repeat(999)}`, false)).toEqual({ kind: 'text', why: 'several-numbers' });
});

const cell = (value: Entry['value'], text: string, format = 'General'): Entry => ({ value, text, format });

test.each([
  ['nothing', cell(null, ''), { kind: 'blank' }],
  ['white space', cell('  ', ' \n'), { kind: 'blank' }],
  ['a dash', cell('—', '—'), { kind: 'mark' }],
  ['无', cell('无', '无'), { kind: 'mark' }],
  ['a text that is not shown', cell('5个', ''), { number: '5', unit: '个', taken: '5个' }],
  ['a boolean that is not shown', cell(true, ''), { why: 'no-number' }],
  ['a rounded percentage', cell(0.9546, '95%', '0%'), { number: '95.46', unit: '%×0.01', taken: '95%' }],
  ['half a percent off', cell(0.955, '95%', '0%'), { number: '95.5', taken: '95%' }],
  ['more than rounding explains', cell(0.9551, '95%', '0%'), { number: '95.51', taken: '95.51%' }],
  ['a rounded decimal', cell(3.14159, '3.14', '0.00'), { number: '3.14159', unit: '', taken: '3.14' }],
  ['a text that says otherwise', cell(0.7, '95%', '0%'), { number: '70', unit: '%×0.01', taken: '70%' }],
  ['a column too narrow', cell(4, '####'), { number: '4', unit: '', taken: '4' }],
  ['a percentage in a narrow column', cell(0.5, '##', '0%'), { number: '50', unit: '%×0.01', taken: '50%' }],
  ['a comma that hides three digits', cell(15000, '15', '0,'), { number: '15', taken: '15' }],
  ['two commas', cell(15000000, '15', '0,,'), { number: '15', taken: '15' }],
  ['the trick that hides four', cell(15000, '1.5', '0!.0,'), { number: '1.5', taken: '1.5' }],
  ['a negative number in brackets', cell(-3, '(3)', '0_);(0)'), { number: '-3', taken: '3' }],
  ['a unit in the format', cell(4, '4个', '0"个"'), { number: '4', unit: '个', taken: '4个' }],
  ['a date', cell(44526, ' 2021/11/26 ', 'yyyy/m/d'), { date: '2021/11/26', rest: '' }],
  ['a date that is not shown', cell(44526, ' ', 'yyyy/m/d'), { date: '44526', rest: '' }],
  ['a date before all dates', cell(-1, '####', 'yyyy/m/d'), { why: 'unclear' }],
  ['a time of day', cell(0.0430555, '1:02', 'h:mm'), { why: 'ratio' }],
])('a cell that holds %s', (_, entry, expected) => {
  expect(tell(readEntry(entry, false))).toMatchObject(expected);
});

test('a month format stands for the whole month, a date format for the day', () => {
  const span = (format: string) => {
    const read = readEntry(cell(44531, '2021年12月', format), false);
    return read.kind === 'date' && [read.span.from.day, read.span.to.day];
  };
  expect(span('yyyy"年"m"月"')).toEqual([1, 31]);
  expect(span('yyyy-mm-dd')).toEqual([1, 1]);
});

test.each([
  ['5', '个', '个'],
  ['5', ' 万 元 ', '元×10000'],
  ['5', '%(百分比)', '%×0.01'],
  ['5', '元/人·月', '元/人/月'],
  ['5', '', ''],
  ['5', '（个）', ''],
  ['5', '个（只）或者另外的', ''],
  ['5件', '个', '件'],
  ['5万', '个', '×10000'],
])('%s beside a unit column that says "%s" counts "%s"', (text, column, unit) => {
  const quantity = readText(text, false);
  if (quantity.kind !== 'quantity') throw new Error('no quantity');
  expect(unitOf(withUnitColumn(quantity, column).unit)).toBe(unit);
});
