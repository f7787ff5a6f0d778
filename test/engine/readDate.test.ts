// Dates as forms write them, and whether one keeps another.
import { compareDates, readDateAt, readSerial, type DateSpan } from '../../src/engine/readDate';

function days(span: DateSpan | undefined | null): string | null {
  if (span === null || span === undefined) return null;
  const write = ({ year, month, day }: DateSpan['from']) => `${year ?? '?'}-${month}-${day}`;
  return `${write(span.from)}..${write(span.to)}${span.before ? ' before' : ''}`;
}

test.each([
  ['2021年12月31日', '2021-12-31..2021-12-31'],
  ['2021年12月31日前', '2021-12-31..2021-12-31'],
  ['2021-12-31', '2021-12-31..2021-12-31'],
  ['2021.12.31', '2021-12-31..2021-12-31'],
  ['2021/1/5', '2021-1-5..2021-1-5'],
  ['2021年12月', '2021-12-1..2021-12-31'],
  ['2021年2月', '2021-2-1..2021-2-28'],
  ['2020年2月底', '2020-2-29..2020-2-29'],
  ['2021年12月前', '2021-12-1..2021-12-31 before'],
  ['2021年11月底前', '2021-11-30..2021-11-30'],
  ['2020年底', '2020-12-31..2020-12-31'],
  ['2020年', '2020-1-1..2020-12-31'],
  ['2021年1-12月', '2021-1-1..2021-12-31'],
  ['2021年1月至12月', '2021-1-1..2021-12-31'],
  ['2021-2023年', '2021-1-1..2023-12-31'],
  ['2021年第三季度', '2021-7-1..2021-9-30'],
  ['2021年上半年', '2021-1-1..2021-6-30'],
  ['12月31日', '?-12-31..?-12-31'],
  ['12月底', '?-12-31..?-12-31'],
  ['6月上旬', '?-6-1..?-6-10'],
  ['1-12月', '?-1-1..?-12-31'],
  ['年底', '?-12-31..?-12-31'],
  ['年内', '?-1-1..?-12-31'],
  ['三季度末', '?-9-30..?-9-30'],
  ['十一月底', '?-11-30..?-11-30'],
  ['21年12月底', '2021-12-31..2021-12-31'],
])('%s is %s', (text, expected) => {
  expect(days(readDateAt(text, { timely: false })?.span)).toBe(expected);
});

test.each([
  '12个月',
  '2021年13月',
  '2021年2月30日',
  '2021',
  '2021.12',
  '20211231',
  '5-8',
  '3年',
  '0月',
  '30日',
])('%s is no whole date', (text) => {
  const match = readDateAt(text, { timely: false });
  expect(match === null || match.length < text.length).toBe(true);
});

test.each([
  ['2021', '2021-1-1..2021-12-31'],
  ['2021.12', '2021-12-1..2021-12-31'],
  ['20211231', '2021-12-31..2021-12-31'],
])('%s is a date in a row about time', (text, expected) => {
  expect(days(readDateAt(text, { timely: true })?.span)).toBe(expected);
});

test.each([
  [44526, false, '2021-11-26..2021-11-26'],
  [44561.75, false, '2021-12-31..2021-12-31'],
  [44531, true, '2021-12-1..2021-12-31'],
  [0, false, null],
  [-3, false, null],
  [Number.NaN, false, null],
  [1e12, false, null],
])('the serial %s is %s', (serial, wholeMonth, expected) => {
  expect(days(readSerial(serial, wholeMonth))).toBe(expected);
});

test.each([
  ['2021年12月底', '2021年11月26日', 'in-time'],
  ['2021年12月31日', '2021年12月31日', 'in-time'],
  ['2021年12月31日', '2021年12月', 'in-time'],
  ['2021年12月20日', '2021年12月', 'unknown'],
  ['2021年12月前', '2021年12月5日', 'unknown'],
  ['2021年12月前', '2021年12月前', 'in-time'],
  ['2021年12月前', '2021年11月30日', 'in-time'],
  ['2021年11月底', '2021年12月20日', 'late'],
  ['12月31日', '2020年11月', 'in-time'],
  ['2020年底', '12月20日', 'in-time'],
  ['6月30日', '7月2日', 'late'],
])('by %s, done %s: %s', (target, actual, verdict) => {
  const [due, done] = [target, actual].map((text) => readDateAt(text, { timely: false })?.span);
  if (due === undefined || done === undefined) throw new Error('no date');
  expect(compareDates(due, done)).toBe(verdict);
});
