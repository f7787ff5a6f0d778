// Units behind numbers: what is read, how far it reaches, and which of them are of one kind.
import {
  canonicalPer,
  conversionFactor,
  countsEvents,
  isBare,
  isSamePer,
  isShortTime,
  NO_UNIT,
  PERCENT,
  readUnit,
} from '../../src/engine/readUnit';

function read(text: string) {
  const { unit, length, more } = readUnit(text);
  const { kind, name, known, scale, scaled, per } = unit;
  return { kind, name, known, scale: scale.toFixed(), scaled, per: per.join('·'), length, more };
}

const OTHER = { kind: 'other', known: true, scale: '1', scaled: false, per: '', more: false };
const NONE = { ...OTHER, kind: 'none', name: '' };

test.each([
  ['个', { name: '个', length: 1 }],
  ['个项目', { name: '个', length: 1 }],
  ['人次', { name: '人次', length: 2 }],
  ['项目', { name: '项', length: 2 }],
  ['KM', { name: 'km', length: 2 }],
  ['km2', { name: 'km2', length: 3 }],
  ['平方公里以上', { name: '平方公里', length: 4 }],
  ['%', { kind: 'percent', name: '%', scale: '0.01', length: 1 }],
  ['%%', { kind: 'percent', name: '%', scale: '0.01', length: 2 }],
  ['% ‰', { kind: 'percent', name: '%', scale: '0.01', length: 3 }],
  ['‰', { kind: 'percent', name: '%', scale: '0.001', length: 1 }],
  ['‱', { kind: 'percent', name: '%', scale: '0.0001', length: 1 }],
  ['百分比', { kind: 'percent', name: '%', scale: '0.01', length: 3 }],
  ['个百分点', { name: '百分点', scale: '0.01', length: 4 }],
  ['元', { kind: 'money', name: '元', length: 1 }],
  ['元整', { kind: 'money', name: '元', length: 2 }],
  ['美元', { kind: 'money', name: '美元', length: 2 }],
  ['元/人', { kind: 'money', name: '元', per: '人', length: 3 }],
  ['元/人·月', { kind: 'money', name: '元', per: '人·月', length: 5 }],
  ['元/月/人', { kind: 'money', name: '元', per: '人·月', length: 5 }],
  ['元/人*月', { kind: 'money', name: '元', per: '人·月', length: 5 }],
  ['元/人.月', { kind: 'money', name: '元', per: '人·月', length: 5 }],
  ['元每人每月', { kind: 'money', name: '元', per: '人·月', length: 5 }],
  ['元/每人', { kind: 'money', name: '元', per: '人', length: 4 }],
  ['元 / 人', { kind: 'money', name: '元', per: '人', length: 5 }],
  ['元/亩·天', { kind: 'money', name: '元', per: '亩·日', length: 5 }],
  ['元/人/个月', { kind: 'money', name: '元', per: '人·月', length: 6 }],
  ['次/年', { name: '次', length: 3 }],
  ['次/月', { name: '次', per: '月', length: 3 }],
  ['元/', { kind: 'money', name: '元', length: 1 }],
  ['万元', { kind: 'money', name: '元', scale: '10000', scaled: true, length: 2 }],
  ['亿元', { kind: 'money', name: '元', scale: '100000000', scaled: true, length: 2 }],
  ['千万元', { kind: 'money', name: '元', scale: '10000000', scaled: true, length: 3 }],
  ['百万元', { kind: 'money', name: '元', scale: '1000000', scaled: true, length: 3 }],
  ['万亿元', { kind: 'money', name: '元', scale: '1000000000000', scaled: true, length: 3 }],
  ['万人次', { name: '人次', scale: '10000', scaled: true, length: 3 }],
  // 千米 and 百分点 are units, no scales.
  ['千米', { name: '千米', length: 2 }],
  ['千瓦', { name: '千瓦', length: 2 }],
  ['余个', { name: '个', length: 2, more: true }],
  ['多万元', { kind: 'money', name: '元', scale: '10000', scaled: true, length: 3, more: true }],
  ['万余元', { kind: 'money', name: '元', scale: '10000', scaled: true, length: 3, more: true }],
  ['万多 人', { name: '人', scale: '10000', scaled: true, length: 4, more: true }],
  [' 个', { name: '个', length: 2 }],
])('%s is a unit', (text, expected) => {
  expect(read(text)).toEqual({ ...OTHER, ...expected });
});

test.each([
  ['', { length: 0 }],
  ['，其中', { length: 0 }],
  [' ', { length: 0 }],
  ['以上', { length: 0 }],
  ['完成', { length: 0 }],
  ['余', { length: 1, more: true }],
  ['万', { scale: '10000', scaled: true, length: 1 }],
  ['万以上', { scale: '10000', scaled: true, length: 1 }],
  ['/人', { per: '人', length: 2 }],
  ['每人', { per: '人', length: 2 }],
])('%j names no unit', (text, expected) => {
  expect(read(text)).toEqual({ ...NONE, ...expected });
});

test.each([
  ['皮卡丘', { name: '皮卡丘', length: 3 }],
  ['皮卡丘车', { name: '皮卡丘', length: 3 }],
  ['Foo', { name: 'foo', length: 3 }],
  ['Foo/Bar', { name: 'foo', per: 'bar', length: 7 }],
  ['哩/嘿', { name: '哩', per: '嘿', length: 3 }],
])('%s is a unit of no table', (text, expected) => {
  expect(read(text)).toEqual({ ...OTHER, known: false, ...expected });
});

test('at most four parts make a denominator', () => {
  expect(read('元/人/月/亩/户/村')).toMatchObject({ per: '亩·人·户·月', length: 9 });
});

test('a denominator is sorted and leaves the year of the form out', () => {
  expect(canonicalPer(['月', '人'])).toEqual(['人', '月']);
  expect(canonicalPer(['个月', '天', '年', '年度', 'a'])).toEqual(['日', '月']);
});

test.each([
  ['公里', '米', '0.001'],
  ['米', '公里', '1000'],
  ['吨', '斤', '0.0005'],
  ['公顷', '平方米', '0.0001'],
  ['小时', '分钟', String(60 / 3600)],
  ['个', '项', '1'],
  ['项', '个', '1'],
  ['次', '场', '1'],
  ['次', '人次', '1'],
  ['人', '名', '1'],
  ['元', '元', '1'],
  ['', '公里', '1'],
  ['公里', '', '1'],
  ['皮卡', '皮卡丘', '1'],
  ['皮卡丘', '皮卡', '1'],
  ['公里', '公顷', null],
  ['元', '美元', null],
  ['%', '个', null],
  ['个', '公里', null],
  ['公里', '个', null],
  ['项', '人', null],
  ['皮卡丘', '妙蛙', null],
  ['皮卡丘', '个', null],
])('%s and %s: times %s', (target, actual, factor) => {
  const found = conversionFactor(readUnit(target).unit, readUnit(actual).unit);
  expect(found?.toDecimalPlaces(12).toString() ?? null).toBe(
    factor === null ? null : String(Number(Number(factor).toFixed(12))),
  );
});

test.each([
  ['元/人', '元/人', true],
  ['元/人·月', '元/月·人', true],
  ['元/人', '元', true],
  ['元', '元/人', true],
  ['元/人·月', '元', false],
  ['元', '元/月', false],
  ['次/月', '', true],
  ['元/人', '元/户', false],
  ['元/人·月', '元/人', false],
])('%s and %s are counted per the same: %s', (target, actual, same) => {
  expect(isSamePer(readUnit(target).unit, readUnit(actual).unit)).toBe(same);
});

test('a bare number has neither unit nor scale', () => {
  expect(isBare(NO_UNIT)).toBe(true);
  expect(isBare(PERCENT)).toBe(false);
  expect(isBare(readUnit('万').unit)).toBe(false);
});

test('times shorter than the year, and units that count events', () => {
  expect(['月', '天', '学期', '年', '人'].filter(isShortTime)).toEqual(['月', '天', '学期']);
  expect(['次', '场', '人次', '人', '个'].filter((word) => countsEvents(readUnit(word).unit))).toEqual([
    '次',
    '场',
    '人次',
  ]);
});
