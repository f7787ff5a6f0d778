// The walk down a form: sums between its rows, reasons, grades, and where one form ends and the next begins.
import type { FormFacts, ScoredFormFacts } from '../../src/engine/facts';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, percent, type CellSpec } from './buildGrid';

type Row = readonly CellSpec[];
const TITLE: Row = ['项目支出绩效自评表'];
const HEADER: Row = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const row = (name: string, points: number): Row => [
  '产出指标',
  '数量指标',
  name,
  '≥5个',
  '5个',
  points,
  points,
];

const forms = (...rows: readonly Row[]): readonly FormFacts[] => recogniseForms(buildGrid(rows)).forms;

function only(...rows: readonly Row[]): ScoredFormFacts {
  const [form, other] = forms(...rows);
  if (!form || other || form.kind === 'summary-table') throw new Error('not one form');
  return form;
}

const sums = ({ subtotals, total }: ScoredFormFacts) => [
  ...subtotals.map(({ row: at, score, rows }) => `${at} ${score.cell ?? ''} of ${rows.join(' ')}`),
  total && `${total.row} ${total.score.cell ?? ''}`,
];

test('subtotals cover the rows since the last one', () => {
  const form = only(
    TITLE,
    HEADER,
    row('甲数', 20),
    row('乙数', 30),
    ['小计', null, null, null, null, 50, 50],
    row('丙数', 50),
    ['小计', null, null, null, null, 50, 50],
    ['总分', null, null, null, null, 100, 100],
  );
  expect(sums(form)).toEqual(['5 G5 of 3 4', '7 G7 of 6', '8 G8']);
});

test('of two sums below each other the first is a subtotal only when it adds up its rows', () => {
  const of = (printed: number) =>
    sums(
      only(
        TITLE,
        HEADER,
        row('甲数', 40),
        row('乙数', 50),
        ['合计', null, null, null, null, 90, printed],
        ['总分', null, null, null, null, 100, 100],
      ),
    );
  expect(of(90)).toEqual(['5 G5 of 3 4', '6 G6']);
  expect(of(80)).toEqual(['6 G6']);
});

test('a sum below each goal ends no form', () => {
  const form = only(
    ['部门整体绩效自评表'],
    ['年度目标1（40分）', null, '市容'],
    HEADER,
    row('甲数', 40),
    ['合计', null, null, null, null, 40, 40],
    ['年度目标2（60分）', null, '就业'],
    HEADER,
    row('乙数', 60),
    ['总分', null, null, null, null, 100, 100],
  );
  expect(sums(form)).toEqual(['5 G5 of 4', '9 G9']);
  expect(form.goals.map(({ number }) => number)).toEqual([1, 2]);
  expect(form.indicators.map(({ goal }) => goal)).toEqual([1, 2]);
});

test('a row that is called a sum, but has a target, is an indicator', () => {
  const form = only(TITLE, HEADER, row('甲数', 40), ['小计', null, '乙数', '5个', '5个', 60, 60]);
  expect([form.indicators.length, form.subtotals.length]).toEqual([2, 0]);
});

test.each<[string, readonly Row[], Partial<ScoredFormFacts>]>([
  [
    'a reason of the form',
    [['偏差大或目标未完成原因分析', null, '疫情']],
    { formReason: { cell: 'C5', text: '疫情' } },
  ],
  ['a blank one', [['偏差原因分析']], { formReason: { cell: 'B5', text: '' } }],
  [
    'two of them',
    [
      ['偏差原因分析', '疫情'],
      ['未完成原因', '停工'],
    ],
    { formReason: { cell: 'B5', text: '疫情' } },
  ],
])('%s', (_, rows, expected) => {
  expect(
    only(TITLE, HEADER, row('甲数', 40), ['总分', null, null, null, null, 40, 40], ...rows),
  ).toMatchObject(expected);
});

test('a grade below the total belongs to it, unless it has one', () => {
  const grade = (total: Row) =>
    only(TITLE, HEADER, row('甲数', 40), total, ['自评等级', '优']).total?.grade?.cell ?? null;
  expect(grade(['总分', null, null, null, null, 40, 40])).toBe('B5');
  expect(grade(['总分：40分（优）'])).toBe('A4');
});

test('notes end the table', () => {
  const form = only(
    TITLE,
    HEADER,
    row('甲数', 40),
    ['备注', null, '丙数', '5个', '5个', 5, 5],
    ['填表人', '张三'],
  );
  expect(form.indicators.map(({ name }) => name)).toEqual(['甲数']);
});

const total: Row = ['总分', null, null, null, null, 100, 100];

test.each<[string, readonly Row[], number]>([
  ['a second title', [TITLE, HEADER, row('甲数', 100), TITLE, HEADER, row('乙数', 100)], 2],
  ['a header behind a total', [TITLE, HEADER, row('甲数', 100), total, HEADER, row('乙数', 100), total], 2],
  ['a header without a total before it', [TITLE, HEADER, row('甲数', 50), HEADER, row('乙数', 50), total], 1],
  [
    'a second fund block',
    [
      TITLE,
      ['资金', '预算数', '执行数'],
      ['年度资金总额', 5, 5],
      HEADER,
      row('甲数', 100),
      ['资金', '预算数', '执行数'],
      ['年度资金总额', 5, 5],
      HEADER,
      row('乙数', 100),
    ],
    2,
  ],
  [
    'a table of scores behind a form',
    [TITLE, HEADER, row('甲数', 100), ['类别', '分值', '得分'], ['产出', 100, 90]],
    2,
  ],
  [
    'a form behind a table of scores',
    [['得分情况'], ['类别', '分值', '得分'], ['产出', 100, 90], HEADER, row('甲数', 100)],
    2,
  ],
  ['a table without rows', [TITLE, HEADER], 0],
  ['a table of scores without rows', [['得分情况'], ['类别', '分值', '得分']], 0],
  ['nothing', [['甲', '乙']], 0],
])('%s makes so many forms', (_, rows, count) => {
  expect(forms(...rows)).toHaveLength(count);
});

test('a form below another begins with its own names', () => {
  const names: Row = ['项目名称：养护二'];
  const [, second] = forms(
    TITLE,
    HEADER,
    row('甲数', 100),
    total,
    [],
    names,
    ['实施单位', '某局'],
    HEADER,
    row('乙数', 100),
  );
  expect(second).toMatchObject({ range: 'A6:G9', projectName: '养护二', unitName: '某局' });
});

test('forms that share a title go by their projects', () => {
  const one = (name: string): readonly Row[] => [
    TITLE,
    ['项目名称', name],
    HEADER,
    row('甲数', 100),
    total,
    [],
  ];
  expect(forms(...one('养护一'), ...one('养护二')).map(({ title }) => title)).toEqual(['养护一', '养护二']);
  expect(forms(...one('养护一')).map(({ title }) => title)).toEqual(['项目支出绩效自评表']);
});

test.each<[string, readonly Row[], readonly (readonly (string | number | null)[])[], number | null]>([
  [
    'rows and a total',
    [
      ['序号', '类别', '分值', '得分', '得分率'],
      [1, '产出', 50, 45, percent(0.9, '90%')],
      [2, '效益', '50%', '—', null],
      ['合计', null, 100, 45, percent(0.45, '45%')],
      [3, '其他', 5, 5, null],
    ],
    [
      [3, '产出', 'B3', '50', '45', '0.9'],
      [4, '效益', 'B4', '50', 'none', 'blank'],
    ],
    5,
  ],
  [
    'shares, blank rows and a label in another column',
    [
      ['序号', '评价项目', '权重', '得分'],
      ['产出', null, 50, 45],
      [],
      ['一', '只有文字'],
      [2, '效益', null, '40 41'],
    ],
    [
      [3, '产出', 'A3', '50', '45', null],
      [6, '效益', 'B6', 'blank', 'unreadable', null],
    ],
    null,
  ],
])('a table of scores: %s', (_, rows, expected, totalRow) => {
  const [table] = forms(['2022年度得分情况'], ...rows);
  if (table?.kind !== 'summary-table') throw new Error('no table');
  const value = (cell: { value: { toString: () => string } | null; state: string }) =>
    cell.value?.toString() ?? cell.state;
  const told = table.rows.map(({ row: at, label, labelCell, weight, score, rate }) => [
    at,
    label,
    labelCell,
    value(weight),
    value(score),
    rate && value(rate),
  ]);
  expect(told).toEqual(expected);
  expect([table.total?.row ?? null, table.year]).toEqual([totalRow, 2022]);
});
