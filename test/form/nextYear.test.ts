// A form of one year becomes that of the next: what is emptied, where the year moves, and what is left to a person.
import { planNextYear } from '../../src/form/nextYear';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, percent, type CellSpec } from './buildGrid';

function plan(rows: readonly (readonly CellSpec[])[], clearsTargets = false, sheet = '2024年自评') {
  const grid = buildGrid(rows, sheet);
  return planNextYear(grid, recogniseForms(grid).forms, { clearsTargets });
}

const HEAD: CellSpec[][] = [
  ['2024年度项目支出绩效自评表'],
  ['填报日期：2025年3月5日', null, null, '填表时间', '2025年3月', '预算年度', 2024],
  ['项目名称', '2024年道路养护', null, '依据《2024年办法》2024年实施'],
];
const FUND: CellSpec[][] = [
  [
    '项目资金\n（万元）',
    null,
    '年初预算数',
    '全年预算数',
    '到位数',
    '全年执行数',
    '分值',
    '执行率',
    '得分',
    '原因',
  ],
  [null, '年度资金总额', 100, 100, 98, 95, 10, percent(0.95, '95%'), 9.5, '跨年支付'],
  [null, '其中：财政拨款', 100, 100, 98, 95, '—', percent(0.95, '95%'), '—', null],
];
const GOALS: CellSpec[][] = [
  ['年度总体目标', '年初设定目标', null, null, '全年实际完成情况'],
  [null, '2024年养护道路30公里', null, null, '养护道路32公里'],
];
const TABLE: CellSpec[][] = [
  [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '完成率',
    '复核得分',
    '偏差原因',
  ],
  ['产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 50, 50, percent(1.07, '107%'), 50, '任务增加'],
  [null, '时效指标', '完成时间', '2024年12月底前', '2024年11月', 20, 20, null, '—', null],
  [
    '效益指标',
    '社会效益指标',
    '投诉',
    '≤20件',
    { value: 16, formula: 'COUNT(A1:A9)' },
    20,
    20,
    null,
    null,
    null,
  ],
  ['总分', null, null, null, null, 100, { value: 99.5, formula: 'SUM(G9:G11)' }, null, null, null],
];
const TAIL: CellSpec[][] = [
  ['自评结论', '2024年度总体良好'],
  ['自评等级', '优'],
  ['注：本表为2024年度；2023-2024年跨期项目另填，编号2024。'],
];
const rows = [...HEAD, ...FUND, ...GOALS, ...TABLE, ...TAIL];

const brief = (changes: readonly { cell: string; what: string; to: string }[]) =>
  changes.map(({ cell, what, to }) => [cell, what, to].join(' ').trim());

const CLEARED = [
  'A2 date 填报日期：',
  'E2 date',
  ...['E5 fund', 'F5 fund', 'H5 fund', 'I5 score', 'J5 reason', 'E6 fund', 'F6 fund', 'H6 fund'],
  'E8 conclusion',
  ...['E10 actual', 'G10 score', 'H10 actual', 'I10 score', 'J10 reason'],
  ...['E11 actual', 'G11 score', 'G12 score'],
  'B14 conclusion',
  'B15 total',
];

test('results are emptied and the year moves; weights, names, marks and what quotes a document stay', () => {
  const { name, year, cleared, moved, left, writes } = plan(rows);
  expect({ name, year }).toEqual({ name: '2025年自评', year: { from: 2024, to: 2025 } });
  expect(brief(cleared)).toEqual(CLEARED);
  expect(brief(moved)).toEqual([
    'A1 year 2025年度项目支出绩效自评表',
    'G2 year 2025',
    'B3 year 2025年道路养护',
    'D3 year 依据《2024年办法》2025年实施',
    'B8 year 2025年养护道路30公里',
    'D11 year 2025年12月底前',
    'A16 year 注：本表为2025年度；2023-2024年跨期项目另填，编号2024。',
  ]);
  // Formulas work themselves out.
  expect(left).toEqual([
    { cell: 'E12', text: '16', why: 'formula' },
    { cell: 'G13', text: '99.5', why: 'formula' },
  ]);
  expect(writes.map(({ cell }) => cell)).toHaveLength(cleared.length + moved.length);
  expect(writes).toContainEqual({ cell: 'H5', value: null, from: '95%', to: '', before: 0.95 });
  expect(writes).toContainEqual({ cell: 'G2', value: 2025, from: '2024', to: '2025', before: 2024 });
  expect(writes).toContainEqual({
    cell: 'A2',
    value: '填报日期：',
    from: '填报日期：2025年3月5日',
    to: '填报日期：',
    before: '填报日期：2025年3月5日',
  });
});

test('targets, goals and budgets are emptied where a person wants it', () => {
  const { cleared, moved } = plan(rows, true);
  const more = brief(cleared).filter((line) => !CLEARED.includes(line));
  expect(more).toEqual([
    ...['C5 budget', 'D5 budget', 'C6 budget', 'D6 budget'],
    ...['B8 target', 'D10 target', 'D11 target', 'D12 target'],
  ]);
  expect(moved.map(({ cell }) => cell)).toEqual(['A1', 'G2', 'B3', 'D3', 'A16']);
});

const SMALL: CellSpec[][] = [
  ['项目支出绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 60, 60],
  ['效益指标', '社会效益指标', '投诉', '≤20件', '16件', 40, 40],
];

test.each<
  [string, CellSpec[], CellSpec[][], Partial<Record<'cleared' | 'moved' | 'left', readonly string[]>>]
>([
  ['a total in one cell keeps its label', ['总分：100分（优）'], [], { cleared: ['A5 total 总分：'] }],
  [
    'a grade beside the total goes',
    ['总分', null, null, null, null, 100, 100],
    [['评价等级', '优']],
    { cleared: ['G5 total', 'B6 total'] },
  ],
  ['a subtotal goes', ['小计', null, null, null, null, 100, 100], [], { cleared: ['G5 score'] }],
  [
    'a reason of the form goes',
    ['总分', null, null, null, null, 100, null],
    [['偏差大或目标未完成原因分析', '疫情']],
    { cleared: ['B6 reason'] },
  ],
  ['a conclusion goes', ['存在问题', '进度偏慢'], [], { cleared: ['B5 conclusion'] }],
  ['a conclusion counts only as the first cell of its row', ['说明', '存在问题', '进度偏慢'], [], {}],
  ['a label without anything beside it', ['存在问题'], [], {}],
  ['a total is no conclusion', ['存在问题', '合计'], [], {}],
  ['an amount goes', ['基本支出总额', '1,234.5', '项目支出', '见附件'], [], { cleared: ['B5 fund'] }],
  [
    'the day of filling in goes',
    ['总分', null, null, null, null, 100, null],
    [['单位', '城管局', '填表日期：', '2024/3/5']],
    { cleared: ['D6 date'] },
  ],
])('%s', (_, row, more, expected) => {
  const { cleared, moved, left } = plan([...SMALL, row, ...more], false, '表');
  const own = (cells: readonly string[]) => cells.filter((line) => Number(/\d+/.exec(line)?.[0]) > 4);
  expect(own(brief(cleared))).toEqual(expected.cleared ?? []);
  expect(brief(moved)).toEqual(expected.moved ?? []);
  expect(left).toEqual([]);
});

test('without a year nothing moves, and the name stays', () => {
  const { name, year, moved } = plan([...SMALL, ['填报日期：2024年3月5日']], false, '表');
  expect({ name, year, moved }).toEqual({ name: '表', year: null, moved: [] });
});

test.each<[string, CellSpec[][], number | null]>([
  ['a year of its own', [['项目支出绩效自评表'], ['（2023年度）']], 2023],
  ['the year of its title', [['2022年项目支出绩效自评表']], 2022],
  [
    'the year that its labels name most often',
    [['项目支出绩效自评表'], ['2021年到2022年', '2021年项目']],
    2021,
  ],
  ['of two as often, the later one', [['项目支出绩效自评表'], ['2021年到2022年']], 2022],
  [
    'a year of its own, whatever its labels name',
    [['项目支出绩效自评表'], ['（2023年度）'], ['2021年到2022年', '2021年项目']],
    2023,
  ],
  ['a number that is no year', [['项目支出绩效自评表'], ['编号12021年', '2021项']], null],
])('a form is of %s', (_, head, expected) => {
  expect(plan([...head, ...SMALL.slice(1)]).year?.from ?? null).toBe(expected);
});

const dated = (value: number, text: string, format: string) => ({ value, text, format });
const withTarget = (target: CellSpec): CellSpec[][] => [
  ['2024年度项目支出绩效自评表'],
  SMALL[1] ?? [],
  ['产出指标', '时效指标', '完成时间', target, null, 100, null],
];

test.each<[string, CellSpec, readonly string[]]>([
  ['a day', dated(45657, '2024/12/31', 'yyyy/m/d'), ['A1 2025年度项目支出绩效自评表', 'D3 2025/12/31']],
  [
    'a month',
    dated(45627, '2024年12月', 'yyyy"年"m"月"'),
    ['A1 2025年度项目支出绩效自评表', 'D3 2025年12月'],
  ],
  ['a day of another year', dated(45292 - 1, '2023/12/31', 'yyyy/m/d'), ['A1 2025年度项目支出绩效自评表']],
  ['a number', dated(45657, '45657', 'General'), ['A1 2025年度项目支出绩效自评表']],
])('a target that is %s', (_, target, expected) => {
  expect(plan(withTarget(target)).moved.map(({ cell, to }) => `${cell} ${to}`)).toEqual(expected);
});

test('a date outside the targets stays', () => {
  const { moved } = plan([...withTarget('完成'), ['备注', dated(45657, '2024/12/31', 'yyyy/m/d')]]);
  expect(moved.map(({ cell }) => cell)).toEqual(['A1']);
});

test.each<[string, CellSpec[], readonly string[]]>([
  ['预算年度', ['预算年度', '2024'], ['B4 2025']],
  ['会计年度', ['会计年度：', 2024], ['B4 2025']],
  ['another label', ['合同编号', '2024', 2024], []],
  ['another year', ['预算年度', 2023], []],
  ['with spaces', ['预算年度', ' 2024 '], ['B4  2025 ']],
  ['twice in one cell', ['预算年度', '2024年、2024年'], ['B4 2025年、2025年']],
  ['nothing', [2024], []],
  ['nothing, as a text', ['2024'], []],
])('a year that stands alone beside %s', (_, row, expected) => {
  const { moved } = plan([...withTarget('完成'), row]);
  expect(moved.slice(1).map(({ cell, to }) => `${cell} ${to}`)).toEqual(expected);
});

test.each<[string, CellSpec, readonly string[]]>([
  ['a locked result', { value: '2024年', writable: false }, ['B4 2024年 locked']],
  ['a formula with another sheet', { value: '2024年', formula: "'2024'!A1" }, ['B4 2024年 formula']],
  ['a formula with an exclamation mark', { value: '2024年', formula: '"2024年!"' }, []],
  ['a year that is not understood', '编号2024A', ['B4 编号2024A year']],
  ['no year', '编号20245A', []],
  ['a locked cell without a year', { value: '甲', writable: false }, []],
])('%s is left: %j', (_, cell, expected) => {
  const { left } = plan([...withTarget('完成'), ['备注', cell]]);
  expect(left.map(({ cell: at, text, why }) => `${at} ${text} ${why}`)).toEqual(expected);
});

test('a locked result is not emptied', () => {
  const rows = withTarget('完成').map((row) => [...row]);
  rows[2]?.splice(4, 1, { value: '完成', writable: false });
  const { left, cleared } = plan(rows);
  expect(left).toEqual([{ cell: 'E3', text: '完成', why: 'locked' }]);
  expect(cleared).toEqual([]);
});

test('each form of a sheet moves by its own year, one without a year by that above it', () => {
  const second = [['2023年度项目支出绩效自评表'], ...SMALL.slice(1), ['2023年、2024年']];
  const third = [['项目支出绩效自评表'], ...SMALL.slice(1), ['2023年、2024年']];
  const { name, year, moved } = plan(
    [...withTarget('完成'), ['2023年、2024年'], [], ...second, [], ...third],
    false,
    '自评',
  );
  expect({ name, year }).toEqual({ name: '自评 2025', year: { from: 2024, to: 2025 } });
  expect(moved.map(({ to }) => to)).toEqual([
    '2025年度项目支出绩效自评表',
    '2023年、2025年',
    '2024年度项目支出绩效自评表',
    '2024年、2024年',
    '2024年、2024年',
  ]);
});

test('a table of scores is emptied but for its marks', () => {
  const { cleared } = plan([
    ['2024年度绩效自评得分情况表'],
    ['序号', '类别', '分值', '得分', '得分率'],
    [1, '预算执行', 20, 18, percent(0.9, '90%')],
    [2, '年度目标1', 40, '—', null],
    [3, '年度目标2', 40, 40, percent(1, '100%')],
    ['合计', null, 100, 58, percent(0.58, '58%')],
  ]);
  expect(brief(cleared)).toEqual(['D3 score', 'E3 score', 'D5 score', 'E5 score', 'D6 score', 'E6 score']);
});

test.each<[string, CellSpec[], readonly string[]]>([
  [
    'what was wanted and what was reached',
    ['年度总体目标', '养护30公里', '养护32公里'],
    ['B2 target', 'C2 conclusion'],
  ],
  ['what was wanted alone', ['年度总体目标', '养护30公里'], ['B2 target']],
  ['nothing', ['年度总体目标'], []],
  ['another label', ['实施内容', '养护30公里', '养护32公里'], []],
])('beside the label of a goal stands %s', (_, row, expected) => {
  const [title = [], ...table] = SMALL;
  const { cleared } = plan([title, row, ...table], true, '表');
  expect(brief(cleared).filter((line) => /^[A-Z]2 /.test(line))).toEqual(expected);
});

test('below a split header each column is known by its own word, and operators and units stay', () => {
  const { cleared } = plan(
    [
      ['项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '实际完成值', '分值', '得分', '完成率'],
      [null, null, null, '指标性质', '指标值', '度量单位'],
      ['产出指标', '数量指标', '养护里程', '≥', 30, '公里', '32公里', 100, 100, '107%'],
    ],
    true,
    '表',
  );
  expect(brief(cleared)).toEqual(['E4 target', 'G4 actual', 'I4 score', 'J4 actual']);
});

test('a table of scores without a total and without rates', () => {
  const { cleared } = plan([
    ['2024年度绩效自评得分情况表'],
    ['序号', '类别', '分值', '得分'],
    [1, '预算执行', 20, 18],
  ]);
  expect(brief(cleared)).toEqual(['D3 score']);
});

test('a table of scores without a year of its own is of the year that stands above its rows', () => {
  const table = (head: string) => [
    ['绩效自评得分情况表'],
    [head],
    ['序号', '类别', '分值', '得分'],
    [1, '2019年预算执行', 20, 18],
    ['合计', null, 20, 18],
  ];
  expect(plan(table('2021年、2021年和2022年')).year?.from).toBe(2021);
  // What stands in the rows and below them is no word about the form.
  expect(plan(table('单位')).year).toBeNull();
});

test('a cell that is true or false has no year to move', () => {
  const { moved, left } = plan([...withTarget('完成'), ['2024年', { value: true, text: 'TRUE' }]]);
  expect(moved.map(({ cell }) => cell)).toEqual(['A1', 'A4']);
  expect(left).toEqual([]);
});

test('a date whose text holds no year stays a date of the next one', () => {
  const { writes } = plan(withTarget(dated(45657, '12月31日', 'm"月"d"日"')));
  // 31 December 2025 is 365 days later.
  expect(writes.filter(({ cell }) => cell === 'D3')).toEqual([
    { cell: 'D3', value: 45657 + 365, from: '12月31日', to: '12月31日', before: 45657 },
  ]);
});

test('forms of one year on one sheet move each for itself, once', () => {
  const form: CellSpec[][] = [
    ['2024年度项目支出绩效自评表'],
    ...SMALL.slice(1),
    ['总分', null, null, null, null, 100, 100],
  ];
  const { moved, cleared, writes } = plan([...form, [], ...form], false, '表');
  expect(moved.map(({ cell }) => cell)).toEqual(['A1', 'A7']);
  expect(cleared.map(({ cell }) => cell)).toEqual([
    'E3',
    'G3',
    'E4',
    'G4',
    'G5',
    'E9',
    'G9',
    'E10',
    'G10',
    'G11',
  ]);
  expect(new Set(writes.map(({ cell }) => cell)).size).toBe(writes.length);
});

test('the next year is that after the first form that tells one; above it nothing moves', () => {
  const second: CellSpec[][] = [['2023年度项目支出绩效自评表'], ...SMALL.slice(1)];
  const { year, moved, left } = plan([...SMALL, [], ['编号2024A'], ...second], false, '表');
  expect(year).toEqual({ from: 2023, to: 2024 });
  expect(moved.map(({ to }) => to)).toEqual(['2024年度项目支出绩效自评表']);
  expect(left).toEqual([]);
});

test('without a year a target that is a day stays', () => {
  const rows = withTarget(dated(45657, '12月31日', 'm"月"d"日"')).map((row) => [...row]);
  rows[0]?.splice(0, 1, '项目支出绩效自评表');
  expect(plan(rows, false, '表').moved).toEqual([]);
});

test.each<[string, CellSpec, readonly string[]]>([
  ['blanks', '  ', []],
  ['a label of its own', '完成：32公里', ['E3 actual']],
])('an actual of %s', (_, actual, expected) => {
  const rows = SMALL.map((row) => [...row]);
  rows[2]?.splice(4, 1, actual);
  expect(brief(plan(rows, false, '表').cleared).filter((line) => line.startsWith('E3'))).toEqual(expected);
});

test('a total whose words stand behind its number is emptied whole', () => {
  const { cleared } = plan([...SMALL, ['总分', null, null, null, null, 100, '91分：优']], false, '表');
  expect(brief(cleared)).toContain('G5 total');
});
