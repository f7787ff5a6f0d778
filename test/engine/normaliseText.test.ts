// One spelling for what is typed in many.
import { isNotApplicable, isSameText, normaliseText } from '../../src/engine/normaliseText';

test.each([
  ['９５％', '95%'],
  ['≥95%', '>95%'],
  ['>=95%', '>95%'],
  ['≧95%', '>95%'],
  ['》＝95%', '>95%'],
  ['》0.95', '>0.95'],
  ['›5', '>5'],
  ['﹥5', '>5'],
  ['≦5', '<5'],
  ['《5', '<5'],
  ['‹5', '<5'],
  ['═100%', '=100%'],
  ['﹦100', '=100'],
  ['==100', '=100'],
  ['1,234,567.5元', '1234567.5元'],
  ['１，２３４', '1234'],
  ['12,34', '12,34'],
  ['1，234个', '1，234个'],
  ['1 234 567', '1234567'],
  ['1 234元', '1234元'],
  ['5 100%', '5 100%'],
  ['94.67 999994.67', '94.67 999994.67'],
  ['编印《管理办法》1部', '编印『管理办法』1部'],
  ['百分之九十五', '95%'],
  ['百分之三点五', '3.5%'],
  ['千分之3', '3‰'],
  ['百分百', '100%'],
  ['80%～90%', '80%-90%'.replace('-', '~')],
  ['元/人•月', '元/人·月'],
  ['50㎡', '50平方米'],
  ['（含）', '(含)'],
])('%s becomes %s', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

test.each([
  ['每周一次', ' 每周 一次。'],
  ['合格，达标', '合格,达标'],
  ['达到ＧＢ标准', '达到gb标准'],
  ['≥95%', '>=95%'],
])('%s and %s are the same text', (one, other) => {
  expect(isSameText(one, other)).toBe(true);
});

test.each([
  ['出版《甲书》', '出版《乙书》'],
  ['合格', '不合格'],
  ['前三', '前二'],
  ['5', '-5'],
])('%s and %s are different texts', (one, other) => {
  expect(isSameText(one, other)).toBe(false);
});

test.each(['—', '——', '/', '－', '无', '*', '……', ' / ', '\\'])('%s says "not applicable"', (text) => {
  expect(isNotApplicable(text)).toBe(true);
});

test.each(['0', '无事故', '-5', '合格', ''])('%j says something else', (text) => {
  expect(isNotApplicable(text)).toBe(false);
});
