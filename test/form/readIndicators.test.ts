// One row under its header: what is its name, target, weight and score, and what is no indicator at all.
import type { IndicatorRow, ScoredFormFacts } from '../../src/engine/facts';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, type CellSpec } from './buildGrid';

type Row = readonly CellSpec[];
const HEADER: Row = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因',
];
const FIRST: Row = ['产出指标', '数量指标', '培训人数', '≥50人', '52人', 20, 20, null];

function formOf(header: Row, ...rows: readonly Row[]): ScoredFormFacts {
  const [form] = recogniseForms(buildGrid([['项目支出绩效自评表'], header, ...rows])).forms;
  if (!form || form.kind === 'summary-table') throw new Error('no form');
  return form;
}

function brief({
  level1,
  level2,
  name,
  target,
  unit,
  actual,
  weight,
  score,
  sharesScore,
  reason,
}: IndicatorRow) {
  return [
    [level1 ?? '', level2 ?? '', name].join('/'),
    unit === '' ? target.text : `${target.text} [${unit}]`,
    actual.text,
    weight.value?.toString() ?? weight.state,
    sharesScore ? 'shared' : (score.value?.toString() ?? score.state),
    ...(reason ? [reason.text] : []),
  ];
}

/** The rows below the first one, in short. */
const rowsBelow = (...rows: readonly Row[]) =>
  formOf(HEADER, FIRST, ...rows)
    .indicators.slice(1)
    .map(brief);

test.each<[string, Row, readonly string[] | null]>([
  [
    'labels are inherited from above',
    [null, null, '合格率', '100%', '100%', 10, 10, '无'],
    ['产出指标/数量指标/合格率', '100%', '100%', '10', '10', '无'],
  ],
  [
    'a second level of its own',
    [null, '质量 指标', '合格率', '100%', '100%', 10, 10, null],
    ['产出指标/质量指标/合格率', '100%', '100%', '10', '10', ''],
  ],
  [
    'a new first level ends the second',
    ['效益指标', null, '合格率', '100%', '100%', 10, 10, null],
    ['效益指标//合格率', '100%', '100%', '10', '10', ''],
  ],
  [
    'a first level that is repeated does not',
    ['产出指标', null, '合格率', '100%', '100%', 10, 10, null],
    ['产出指标/数量指标/合格率', '100%', '100%', '10', '10', ''],
  ],
  [
    'a list mark is no part of the name',
    [null, null, '指标2：合格率', '100%', '100%', 10, 10, null],
    ['产出指标/数量指标/合格率', '100%', '100%', '10', '10', ''],
  ],
  [
    'a list mark of two digits',
    [null, null, '指标 12、合格率', '100%', '100%', 10, 10, null],
    ['产出指标/数量指标/合格率', '100%', '100%', '10', '10', ''],
  ],
  [
    'points behind the name are the weight',
    [null, null, '合格率（4.5分）', '100%', '100%', null, 4, null],
    ['产出指标/数量指标/合格率', '100%', '100%', '4.5', '4', ''],
  ],
  [
    'a weight in its column goes before them',
    [null, null, '合格率【4 分】', '100%', '100%', 5, 4, null],
    ['产出指标/数量指标/合格率', '100%', '100%', '5', '4', ''],
  ],
  [
    'a number without 分 is part of the name',
    [null, null, '合格率（4）', '100%', '100%', 5, 4, null],
    ['产出指标/数量指标/合格率（4）', '100%', '100%', '5', '4', ''],
  ],
  [
    'a blank score without a weight is merged with the one above',
    [null, null, '合格率', '100%', '100%', null, null, null],
    ['产出指标/数量指标/合格率', '100%', '100%', 'blank', 'shared', ''],
  ],
  [
    'a blank score with a weight is its own',
    [null, null, '合格率', '100%', '100%', 10, null, null],
    ['产出指标/数量指标/合格率', '100%', '100%', '10', 'blank', ''],
  ],
  [
    'a score alone makes a row',
    [null, null, '合格率', null, null, null, 5, null],
    ['产出指标/数量指标/合格率', '', '', 'blank', '5', ''],
  ],
  [
    'a weight alone makes a row',
    [null, null, '合格率', null, null, 5, null, null],
    ['产出指标/数量指标/合格率', '', '', '5', 'blank', ''],
  ],
  [
    'points behind the name alone do, too',
    [null, null, '合格率（5分）', null, null, null, null, null],
    ['产出指标/数量指标/合格率', '', '', '5', 'blank', ''],
  ],
  [
    'a row without a name, but with figures',
    [null, '质量指标', null, '100%', '100%', 10, 10, null],
    ['产出指标/质量指标/', '100%', '100%', '10', '10', ''],
  ],
  ['a name alone is none', [null, null, '合格率', null, null, null, null, null], null],
  ['a dash for everything is none', [null, null, null, '—', '/', null, '—', null], null],
  ['a leftover of the template is none', [null, null, '……', null, null, null, null, null], null],
  ['a leftover with marks is none', [null, null, '指标2：', '/', '—', null, null, null], null],
  ['a leftover with leftovers is none', [null, null, '指标2：……', '……', null, null, null, null], null],
])('%s', (_, row, expected) => {
  expect(rowsBelow(row)).toEqual(expected === null ? [] : [expected]);
});

test('a leftover with a weight or an actual is an indicator', () => {
  expect(rowsBelow([null, null, '……', null, null, 10, null, null])).toHaveLength(1);
  expect(rowsBelow([null, null, '……', '/', '5人', null, null, null])).toHaveLength(1);
  expect(rowsBelow([null, null, '……', '/', null, null, 5, null])).toHaveLength(1);
  expect(rowsBelow([null, null, '……', '5人', null, null, null, null])).toHaveLength(1);
});

test('leftovers are kept for a remark', () => {
  const form = formOf(
    HEADER,
    FIRST,
    [null, null, '……'],
    [null, null, '指标3：/'],
    [null, null, '指标4、', '—'],
  );
  expect(form.placeholders.map(({ cell }) => cell)).toEqual(['C4', 'C5', 'C6']);
});

test('a score that is merged over three rows counts for all of them', () => {
  const rows = rowsBelow([null, null, '甲率', '1%', '1%'], [null, null, '乙率', '1%', '1%']);
  expect(rows.map((row) => row[4])).toEqual(['shared', 'shared']);
  const blank = formOf(HEADER, [...FIRST.slice(0, 5)], [null, null, '甲率', '1%', '1%']).indicators;
  expect(blank.map(({ sharesScore }) => sharesScore)).toEqual([false, false]);
});

test('a label with the points of the rows below it is no row of its own', () => {
  const rows: readonly Row[] = [
    ['效益指标', null, null, null, null, 30, null],
    [null, '社会效益', '甲率', '1%', '1%', 10, 10],
    [null, null, '乙率', '1%', '1%', 20, 20],
  ];
  expect(rowsBelow(...rows).map((row) => row[0])).toEqual([
    '效益指标/社会效益/甲率',
    '效益指标/社会效益/乙率',
  ]);
  // With other points it is a row that nobody has filled in.
  expect(rowsBelow(['效益指标', null, null, null, null, 31, null], ...rows.slice(1))).toHaveLength(3);
  expect(rowsBelow(['效益指标', null, null, null, null, 31, null])).toHaveLength(1);
});

const SPLIT: readonly Row[] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '实际完成值', '分值', '得分'],
  [null, null, null, '指标性质', '指标值', '度量单位'],
];

test.each<[Row, string, string]>([
  [['≥', 95, '%'], '≥95%', '%'],
  [['≥', '95%', '%'], '≥95%', '%'],
  [['≥', '95％', '%'], '≥95％', '%'],
  [['≥', '≥95', '%'], '≥95%', '%'],
  [['定性', '良好', null], '良好', ''],
  [['定性', '良好', '/'], '良好', ''],
  [['=', 5, '个'], '=5个', '个'],
  [['≥', '5个', '个'], '≥5个', '个'],
  [[null, 5, null], '5', ''],
  [['≥', null, '个'], '', '个'],
])('operator, value and unit %j make "%s"', (cells, target, unit) => {
  const [upper = [], lower = []] = SPLIT;
  const form = formOf(upper, lower, ['产出指标', '数量指标', '甲数', ...cells, '5', 10, 10]);
  const [row] = form.indicators;
  expect([row?.target.text, row?.unit]).toEqual([target, unit]);
  expect(row?.targetCells).toEqual(['D4', 'E4', 'F4']);
});

test.each<[CellSpec, CellSpec, string, string]>([
  ['≥5个', '≥8个', '≥8个', 'E3'],
  ['≥5个', null, '≥5个', 'D3'],
  ['≥5个', '—', '≥5个', 'D3'],
  ['≥5个', '无', '≥5个', 'D3'],
])('of %s and an adjusted %s counts %s', (initial, adjusted, target, cell) => {
  const header: Row = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年初指标值',
    '调整指标值',
    '实际完成值',
    '分值',
    '得分',
  ];
  const [row] = formOf(header, ['产出', '数量', '甲数', initial, adjusted, '8个', 10, 10]).indicators;
  expect([row?.target.text, row?.targetCells]).toEqual([target, [cell]]);
});

test('under a header that says so, points behind a name need no brackets', () => {
  const header: Row = ['一级指标', '二级指标', '三级指标（权重）', '年度指标值', '实际完成值', '得分'];
  const named = (name: string) =>
    formOf(header, ['产出', '数量', name, '1', '1', 4]).indicators.map((row) => [
      row.name,
      row.weight.value?.toString(),
    ]);
  expect(named('合格率（4）')).toEqual([['合格率', '4']]);
  expect(named('合格率4.5分')).toEqual([['合格率', '4.5']]);
  expect(named('合格率')).toEqual([['合格率', undefined]]);
});

test('a form without columns for actuals, weights and reasons', () => {
  const [row] = formOf(['二级指标', '三级指标', '年度指标值'], ['数量指标', '甲数', '5个']).indicators;
  expect(row).toMatchObject({ actualCell: null, reason: null, level1: null });
  expect([row?.actual.text, row?.weight.state, row?.score.cell]).toEqual(['', 'blank', null]);
});

test('of the columns under one header the one with numbers counts', () => {
  const header: Row = ['三级指标', '年度指标值', '实际完成值', '分值', null, '得分', null, '偏差原因'];
  const form = formOf(
    header,
    ['甲数', '5', '5', null, 10, null, 9, null],
    ['乙数', '5', '5', null, 20, null, 19, null],
  );
  expect(form.indicators.map(({ weight, score }) => [weight.cell, score.cell])).toEqual([
    ['E3', 'G3'],
    ['E4', 'G4'],
  ]);
});

test.each<[string, string, string | undefined]>([
  ['合格率(4分)', '合格率', '4'],
  ['合格率（12分）', '合格率', '12'],
  ['合格率 （ 12.5 分 ） ', '合格率', '12.5'],
  ['合格率【4分】', '合格率', '4'],
  ['合格率〔4分〕', '合格率', '4'],
  ['合格率[4分]', '合格率', '4'],
  ['合格率（４．５分）', '合格率', '4.5'],
  ['指标1：合格率(4分)', '合格率', '4'],
  ['指标 １２、合格率（甲）(4分)', '合格率（甲）', '4'],
  ['合格率(4分)以上', '合格率(4分)以上', undefined],
  ['合格率（4）', '合格率（4）', undefined],
  ['合格率4分', '合格率4分', undefined],
  ['(4分)合格率', '(4分)合格率', undefined],
])('%s is the name %s with %s points', (label, name, weight) => {
  const header: Row = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '得分'];
  const [row] = formOf(header, ['产出', '数量', label, '1', '1', 4]).indicators;
  expect([row?.name, row?.weight.value?.toString(), row?.label]).toEqual([name, weight, label.trim()]);
});
