// Whether what was done kept its date, and which dates something is due by at all.
import { isDone, isDueDate, judgeDate } from '../../src/engine/judgeDate';
import { readText, type DateCell } from '../../src/engine/readEntry';

function date(text: string): DateCell {
  const read = readText(text, true);
  if (read.kind !== 'date') throw new Error(`${text} is no date`);
  return read;
}

test.each([
  ['完成', true],
  ['已完成', true],
  ['已 完成。', true],
  ['按时完成', true],
  ['均已全部按期完成', true],
  ['完成了', true],
  ['完成任务', true],
  ['项目已竣工', true],
  ['完工！', true],
  ['未完成', false],
  ['基本完成', false],
  ['完成80%', false],
  ['已', false],
  ['完成验收', false],
  ['', false],
])('%s says done, and nothing else: %s', (text, done) => {
  expect(isDone(text)).toBe(done);
});

test.each([
  ['2021年12月31日', true],
  ['2021年12月底前完成', true],
  ['2021年12月底前，完成验收。', true],
  ['2021年6月开工', true],
  ['2021年6月，天气好', false],
  ['2021年6月天气好，截止', true],
  ['2021年', true],
  ['2021年完成', true],
  ['2021年开工', false],
  ['2021年内开工', true],
  ['2021年开工，截至', true],
  ['2021年6月底未完成', false],
  ['2021年6月底基本完成', false],
  [`2021年6月底完成${'好'.repeat(18)}`, true],
  [`2021年6月底完成${'好'.repeat(19)}`, false],
])('something is due by %s: %s', (text, due) => {
  expect(isDueDate(date(text))).toBe(due);
});

test.each([
  ['2021年6月底前', '2021年5月', 'in-time'],
  ['2021年6月底前', '2021年7月', 'late'],
  ['2021年6月底前完成', '2021年5月完成', 'in-time'],
  ['2021年6月底前完成', '2021年5月', 'in-time'],
  ['2021年6月底前', '2021年5月开工', 'unknown'],
  ['2021年6月底前', '2021年5月验收', 'in-time'],
  ['2021年6月底前验收', '2021年5月验收', 'in-time'],
  ['2021年6月底前验收', '2021年5月招标', 'unknown'],
  ['2021年6月底前验收', '2021年5月竣工', 'in-time'],
  ['2021年6月底前开工', '2021年5月开工', 'in-time'],
  ['2021年6月底前开工', '2021年5月验收', 'unknown'],
  ['2021年6月底前', '2021年5月，天气好', 'unknown'],
  ['2021年6月底前', '2021年5月（截止）', 'in-time'],
  ['2021年6月底前', '2021年5月部分完成', 'unknown'],
  ['2021年6月底前', `2021年5月完成${'好'.repeat(18)}`, 'in-time'],
  ['2021年6月底前', `2021年5月完成${'好'.repeat(19)}`, 'unknown'],
])('due by %s, %s: %s', (target, actual, verdict) => {
  expect(judgeDate(date(target), date(actual))).toBe(verdict);
});

test('dates without a year are of the year under evaluation', () => {
  expect(judgeDate(date('12月31日前'), date('2025年3月15日'), 2024)).toBe('late');
  expect(judgeDate(date('12月31日前'), date('2025年3月15日'))).toBe('in-time');
});
