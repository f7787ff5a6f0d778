import { createOwnChanges } from '../../../src/workbook/excel/ownChanges';

test('a change of ours is recognised once', () => {
  const own = createOwnChanges(() => 0);
  own.expect('s1', { range: 'G9:G12' });
  expect([own.recognise('s1', 'G9:G12'), own.recognise('s1', 'G9:G12')]).toEqual([true, false]);
});

test.each([
  ['G9:G9', 'G9'],
  ['G9', '$G$9'],
  ['G9:G12', '$G$9:$G$12'],
])('%s is reported as %s', (expected, reported) => {
  const own = createOwnChanges(() => 0);
  own.expect('s1', { range: expected });
  expect(own.recognise('s1', reported)).toBe(true);
});

test('another sheet or another range is somebody else', () => {
  const own = createOwnChanges(() => 0);
  own.expect('s1', { range: 'G9' });
  expect([own.recognise('s2', 'G9'), own.recognise('s1', 'G10')]).toEqual([false, false]);
});

test('what Excel never reported is forgotten, so that a later edit there counts', () => {
  let now = 0;
  const own = createOwnChanges(() => now);
  own.expect('s1', { range: 'G9' });
  now = 60_000;
  expect(own.recognise('s1', 'G9')).toBe(false);
});

test.each<[string[], boolean[]]>([
  [['G9:G12'], [true]],
  [
    ['G9', 'G11:G12', 'G9'],
    [true, true, false],
  ],
  [['G9,G11:G12'], [true]],
  [
    ['G10', 'G9:G11'],
    [false, false],
  ],
  [['G:G'], [false]],
])('of a range that steps over G10, %j is told apart as %j', (reported, isOurs) => {
  const own = createOwnChanges(() => 0);
  own.expect('s1', { range: 'G9:G12', values: [[1], [null], [3], [4]] });
  expect(reported.map((range) => own.recognise('s1', range))).toEqual(isOurs);
});
