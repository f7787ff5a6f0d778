// The texts of a sheet outside the tables of its forms.
import { readTexts } from '../../src/form/readTexts';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, projectRows, type CellSpec } from './buildGrid';

function texts(rows: readonly (readonly CellSpec[])[]): readonly string[] {
  const grid = buildGrid(rows);
  return readTexts(grid, recogniseForms(grid).forms).map(({ cell, text }) => `${cell} ${text}`);
}

const REPORT = '自评得分99.5分，良好';

test('a text about a form counts wherever it stands below the total, and not in the table', () => {
  const rows = projectRows();
  const [first, ...others] = rows;
  expect(texts([...rows.slice(0, 12), [REPORT], [null, REPORT]])).toEqual([`A13 ${REPORT}`, `B14 ${REPORT}`]);
  // Above the title stands nothing of a form, but its range begins there.
  expect(texts([first ?? [], [REPORT], ...others.slice(1)]).filter((text) => text.startsWith('A2'))).toEqual(
    [],
  );
});

test('on a sheet without a form every text counts that is long enough and about a form', () => {
  expect(
    texts([[REPORT], ['得分99分'], ['得分99分。'], ['天气良好，风和日丽'], [{ value: 5, text: REPORT }]]),
  ).toEqual([`A1 ${REPORT}`, 'A3 得分99分。']);
});

test.each(['得分', '总分', '综合', '指标', '目标', '执行率', '分数', '评分'])(
  '%s is about a form',
  (word) => {
    expect(texts([[`今年本单位${word}良好`]])).toHaveLength(1);
  },
);

test('without a total the table ends with its last row, and a table of scores with its own', () => {
  const rows = projectRows().slice(0, 11);
  expect(texts([...rows, [], [REPORT]])).toEqual([`A13 ${REPORT}`]);
  expect(
    texts([
      ['绩效自评得分情况表'],
      ['序号', '类别', '分值', '得分'],
      [1, '预算执行指标目标', 20, 18],
      ['合计', null, 20, 18],
      [REPORT],
    ]),
  ).toEqual([`A5 ${REPORT}`]);
});
