// Which cells of a form hold results, plan and day: by the columns of its headers and by its labels.
import { recogniseForms } from '../../src/form/recognise';
import { findResults, isYearLabel, rowsOf, withoutFillingDate } from '../../src/form/resultCells';
import { buildGrid, percent, projectRows, type CellSpec } from './buildGrid';

/** The filled cells of the first form, by what they hold: "actual: F8 F9". */
function results(rows: readonly (readonly CellSpec[])[]): Readonly<Record<string, string>> {
  const grid = buildGrid(rows);
  const [facts] = recogniseForms(grid).forms;
  if (!facts) throw new Error('no form');
  const held = new Map<string, string[]>();
  const isFilled = (cell: string) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    return (grid.rows[Number(row) - 1]?.[letter.charCodeAt(0) - 65]?.text ?? '') !== '';
  };
  for (const [cell, kind] of findResults(grid, facts))
    if (isFilled(cell)) held.set(kind, [...(held.get(kind) ?? []), cell]);
  return Object.fromEntries([...held].map(([kind, cells]) => [kind, cells.sort().join(' ')]));
}

test('of a form in the central layout', () => {
  expect(results(projectRows())).toEqual({
    actual: 'F10 F11 F8 F9',
    score: 'H10 H11 H8 H9 I5',
    target: 'E10 E11 E8 E9',
    total: 'H12',
    fund: 'F5 F6 H5 H6',
    budget: 'D5 D6 E5 E6',
  });
});

test('blank cells hold nothing, marks are part of the layout', () => {
  const rows = projectRows();
  for (const [row, column, spec] of [
    [7, 7, null],
    [8, 7, '—'],
    [9, 7, '无'],
    [11, 7, null],
  ] as const)
    rows[row]?.splice(column, 1, spec);
  expect(results(rows)).toMatchObject({ score: 'H11 I5' });
  const grid = buildGrid(rows);
  const [facts] = recogniseForms(grid).forms;
  expect(facts && findResults(grid, facts).has('H12')).toBe(false);
});

// Each with its column's kind; a word that the vocabulary does not know ends like a score or says nothing.
test.each<[string, string | undefined]>([
  ['是否完成', 'actual'],
  ['完成率', 'actual'],
  ['折算得分', 'score'],
  ['复核得分', 'score'],
  ['专家组得分', 'score'],
  ['专家组得分率', 'score'],
  ['得分系数', 'score'],
  ['得分情况', undefined],
  ['偏差原因', 'reason'],
  ['评分标准', undefined],
  ['责任科室', undefined],
  ['备注', undefined],
])('a further column %s holds %s', (header, kind) => {
  const rows = projectRows().map((row, index) =>
    index === 6 ? [...row, header] : index === 7 ? [...row, '甲'] : row,
  );
  const found = Object.entries(results(rows)).find(([, cells]) => cells.split(' ').includes('J8'));
  expect(found?.[0]).toBe(kind);
});

test('of a header in two rows each lower word has its own columns, and the upper ones keep theirs', () => {
  const rows: CellSpec[][] = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '实际完成值', '分值', '得分', '复核得分'],
    [null, null, null, '指标性质', '指标值', '度量单位'],
    ['产出指标', '数量指标', '养护里程', '≥', 30, '公里', '32公里', 100, 100, 90],
  ];
  expect(results(rows)).toEqual({ actual: 'G4', score: 'I4 J4', target: 'E4' });
});

test('money in columns that are no facts counts as well, and rows above the total too', () => {
  const rows: CellSpec[][] = [
    ['项目支出绩效自评表'],
    ['项目资金', null, '年初预算数', '全年预算数', '到位数', '全年执行数', '分值', '执行率', '得分', '原因'],
    [null, '其中：财政拨款', 60, 60, 60, 60, '—', percent(1, '100%'), '—', '无'],
    [null, '年度资金总额', 100, 100, 98, 95, 10, percent(0.95, '95%'), 9.5, '跨年'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 90, 90],
  ];
  expect(results(rows)).toEqual({
    actual: 'E6',
    score: 'G6 I4',
    target: 'D6',
    fund: 'E3 E4 F3 F4 H3 H4 J3',
    reason: 'J4',
    budget: 'C3 C4 D3 D4',
  });
});

const FORM: CellSpec[][] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 100, 100],
];
/** What the rows between title and table hold, without the table's own cells. */
const above = (...head: CellSpec[][]) => {
  const { conclusion, target = '', date, fund } = results([['项目支出绩效自评表'], ...head, ...FORM]);
  const goals = target.split(' ').filter((cell) => Number(cell.slice(1)) <= head.length + 1);
  return { conclusion, target: goals.join(' ') || undefined, date, fund };
};

test.each<[string, CellSpec[][], Readonly<Record<string, string>>]>([
  [
    'below their headers, as far as they go',
    [
      ['目标', '年初设定目标', null, '全年实际完成情况'],
      [null, '甲', null, '乙'],
      [null, '丙', null, null],
      [null, null, null, '丁'],
    ],
    { target: 'B3 B4', conclusion: 'D3' },
  ],
  [
    'below a header of results alone',
    [
      ['目标', '说明', '完成情况综述'],
      [null, '甲', '乙'],
    ],
    { conclusion: 'C3' },
  ],
  [
    'below a sentence that ends like a header',
    [
      ['目标', `${'长'.repeat(17)}完成情况`],
      [null, '乙'],
    ],
    {},
  ],
  [
    'below a header of 20 characters',
    [
      ['目标', `${'长'.repeat(16)}完成情况`],
      [null, '乙'],
    ],
    { conclusion: 'B3' },
  ],
  ['beside their label', [['总体目标', '甲', '乙', '丙']], { target: 'B2', conclusion: 'C2' }],
])('goals stand %s', (_, head, expected) => {
  expect(above(...head)).toEqual({
    conclusion: undefined,
    target: undefined,
    date: undefined,
    fund: undefined,
    ...expected,
  });
});

test.each<[CellSpec[], Readonly<Record<string, string>>]>([
  [['基本支出', '1,234.50', '项目支出', '12'], { fund: 'B2 D2' }],
  [['基本支出', '12万元'], {}],
  [['基本支出', '约12'], {}],
  [['自评结论', '良好'], { conclusion: 'B2' }],
  [['单位', '自评结论', '良好'], {}],
  [['填报日期', '2024年'], { date: 'B2' }],
  [['单位', '上报日期', '2024年'], { date: 'C2' }],
  [['基本支出', '合计'], {}],
])('beside the labels of %j', (row, expected) => {
  expect(above(row)).toEqual({
    conclusion: undefined,
    target: undefined,
    date: undefined,
    fund: undefined,
    ...expected,
  });
});

test('the rows of a form are counted from 0', () => {
  const [facts] = recogniseForms(buildGrid(projectRows())).forms;
  if (!facts) throw new Error('no form');
  expect(rowsOf({ ...facts, range: 'B3:D9' })).toEqual({ top: 2, bottom: 8 });
  expect(rowsOf({ ...facts, range: 'B3' })).toEqual({ top: 2, bottom: 2 });
});

test.each([
  ['填报日期：2024年3月5日', '填报日期：'],
  ['填报日期: 2024 年 3 月', '填报日期: '],
  ['填表时间：2024-03-05', '填表时间：'],
  ['评价日期：1999.12.31；', '评价日期：；'],
  ['填报日期：2024/3/5；填表日期：2024/3/6', '填报日期：；填表日期：'],
  ['填报日期：3月5日', '填报日期：3月5日'],
  ['填报日期2024年3月', '填报日期2024年3月'],
  ['完成日期：2024年3月', '完成日期：2024年3月'],
  ['填报日期：2124年3月', '填报日期：2124年3月'],
])('%s without its day is %s', (text, rest) => {
  expect(withoutFillingDate(text)).toBe(rest);
});

test.each([
  ['预算年度', true],
  ['年份：', true],
  ['年度（公历）', true],
  ['2024年度', false],
  ['合同', false],
])('%s is a label of the year: %p', (text, isOne) => {
  expect(isYearLabel(text)).toBe(isOne);
});
