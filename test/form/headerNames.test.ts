import { losesHeaderNames, nameHeaders, readHeaderNames, writeHeaderNames } from '../../src/form/headerNames';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid } from './buildGrid';

const grid = buildGrid([
  ['绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '指标值', '达成\n程度（B）', '分值', '得分'],
  ['产出指标', '数量指标', '场次', '4次', '5次', 20, 20],
]);

test('a column that a person named is read', () => {
  const [form] = recogniseForms(nameHeaders(grid, readHeaderNames('{"达成程度":"actual"}'))).forms;
  expect(form?.kind === 'project' && form.indicators[0]?.actual.text).toBe('5次');
});

test('without a name the column is only reported', () => {
  const [form] = recogniseForms(grid).forms;
  expect(form?.kind === 'project' && [form.indicators[0]?.actual.text, form.unknownHeaders]).toEqual([
    '',
    [{ cell: 'E2', text: '达成\n程度（B）' }],
  ]);
});

test.each([
  [undefined],
  [''],
  ['{'],
  ['[]'],
  ['null'],
  ['{"甲":"nothing"}'],
  ['{"甲":1}'],
  ['{"__proto__":"actual","constructor":"toString"}'],
])('kept names that are broken (%s) are left out', (json) => {
  expect([...readHeaderNames(json).values()].filter((role) => role !== 'actual')).toEqual([]);
  expect(nameHeaders(grid, readHeaderNames(json)).rows).toEqual(grid.rows);
});

const many = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`列${index}`, 'actual'])));

test.each<[string, string | undefined, number, boolean]>([
  ['nothing', undefined, 0, false],
  ['no names', '{}', 0, false],
  ['a name', '{"达成程度":"actual"}', 1, false],
  ['a role that is none', '{"达成程度":"actual","甲":"nothing"}', 1, true],
  ['a role that is no text', '{"甲":1}', 0, true],
  ['a list', '["actual"]', 0, true],
  ['null', 'null', 0, true],
  ['a text', '"actual"', 0, true],
  ['what is no JSON', '{', 0, true],
  ['the longest header', `{"${'列'.repeat(40)}":"actual"}`, 1, false],
  ['a longer one', `{"${'列'.repeat(41)}":"actual"}`, 0, true],
  ['500 names', many(500), 500, false],
  ['501 names', many(501), 500, true],
  ['100,000 characters', `{"达成程度":"actual"}${' '.repeat(100_000 - 17)}`, 1, false],
  ['more than that', `{"达成程度":"actual"}${' '.repeat(100_000 - 16)}`, 0, true],
])('of %s so many names are read, and some are lost or not', (_, json, count, loses) => {
  expect(readHeaderNames(json).size).toBe(count);
  expect(losesHeaderNames(json)).toBe(loses);
});

test('names are kept as JSON and read back, no names are kept as nothing', () => {
  const names = readHeaderNames('{"达成\\n程度（B）":"actual"}');
  expect(writeHeaderNames(names)).toBe('{"达成程度":"actual"}');
  expect([...readHeaderNames(writeHeaderNames(names) ?? '')]).toEqual([...names]);
  expect(writeHeaderNames(new Map())).toBeNull();
});

test('only named cells change, and only what they show', () => {
  const named = nameHeaders(grid, readHeaderNames('{"达成程度":"actual"}'));
  const changed = grid.rows.flatMap((row, at) =>
    (row ?? []).flatMap((cell, column) => (named.rows[at]?.[column] === cell ? [] : [[at, column]])),
  );
  expect(changed).toEqual([[1, 4]]);
  expect(named.rows[1]?.[4]).toMatchObject({ value: '达成\n程度（B）' });
  expect(named.rows[1]?.[4]?.text).not.toBe('达成\n程度（B）');
  expect(nameHeaders(grid, new Map())).toBe(grid);
});

test('blank cells and sentences that begin like a header keep what they hold', () => {
  const sentence = `达成程度${'说'.repeat(40)}`;
  const named = nameHeaders(
    buildGrid([[null, '达成程度', sentence]]),
    readHeaderNames('{"达成程度":"actual"}'),
  );
  expect(named.rows[0]?.map((cell) => cell?.text)).toEqual([undefined, '实际完成值', sentence]);
  const long = '说'.repeat(40);
  const kept = readHeaderNames(JSON.stringify({ [long]: 'actual', [`${long}说`]: 'actual' }));
  expect([...kept.keys()]).toEqual([long]);
});
