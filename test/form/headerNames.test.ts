import { nameHeaders, readHeaderNames } from '../../src/form/headerNames';
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
