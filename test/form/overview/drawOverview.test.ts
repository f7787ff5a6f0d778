// The drawing of the 自评汇总表: what each cell holds, the counts in its last row, and heights that show the longest text.
import { drawOverview } from '../../../src/form/overview/drawOverview';
import type { OverviewLine } from '../../../src/form/overview/overviewLine';
import look from '../../../src/form/overview/overviewSheet.json';

const LINE: OverviewLine = {
  file: null,
  sheet: '甲',
  kind: 'project',
  name: '养护',
  office: '某局',
  moneyUnit: '万元',
  budget: '1358.29',
  spent: '-3',
  rate: '0.9571',
  printed: '98分',
  recalculated: '97.57',
  grade: '优',
  indicators: 12,
  completed: 11,
  errors: 1,
  warnings: 2,
  remarks: '好',
};
const UNREAD: OverviewLine = { ...LINE, kind: null };
const TABLE: OverviewLine = { ...LINE, kind: 'summary-table' };

const rowOf = (lines: readonly OverviewLine[], row: number) =>
  drawOverview(lines)
    .cells.filter((cell) => cell.row === row)
    .map(({ value, formula }) => (formula === null ? value : `=${formula}`));
const heightOf = (change: Partial<OverviewLine>) => drawOverview([{ ...LINE, ...change }]).rowHeights[2];

test('title, headers and a line, without a column for files where there is one workbook', () => {
  const headers = Object.values(look.columns)
    .map(({ header }) => header)
    .filter((header) => header !== '文件');
  expect(rowOf([LINE], 0)).toEqual(['自评汇总表', ...headers.slice(1).map(() => null)]);
  expect(rowOf([LINE], 1)).toEqual(headers);
  expect(rowOf([LINE], 2)).toEqual([
    1,
    '甲',
    '项目',
    '养护',
    '某局',
    '万元',
    1358.29,
    -3,
    0.9571,
    '98分',
    97.57,
    '优',
    12,
    11,
    1,
    2,
    '好',
  ]);
  expect(rowOf([{ ...LINE, file: 'a.xlsx' }], 2).slice(0, 3)).toEqual([1, 'a.xlsx', '甲']);
});

test('a file that could not be read has no counts', () => {
  expect(rowOf([UNREAD], 2).slice(-5)).toEqual([12, 11, null, null, '好']);
  expect(rowOf([UNREAD], 2)[2]).toBeNull();
});

test.each<[readonly OverviewLine[], string]>([
  [[], '自评表 0 份'],
  [[LINE, LINE], '自评表 2 份'],
  [[LINE, TABLE, TABLE], '自评表 1 份，得分情况表 2 份'],
  [[LINE, TABLE, UNREAD], '自评表 1 份，得分情况表 1 份，没有读成的文件 1 个'],
  [[UNREAD], '自评表 0 份，没有读成的文件 1 个'],
])('the last row counts what was read', (lines, text) => {
  const total = rowOf(lines, 2 + lines.length);
  expect([total[0], total[3]]).toEqual(['合计', text]);
  const [errors, warnings] = total.slice(-3);
  const last = 2 + lines.length;
  expect([errors, warnings]).toEqual(
    lines.length === 0 ? [null, null] : [`=SUM(O3:O${last})`, `=SUM(P3:P${last})`],
  );
});

// A line is 13.5 points, with 5 around all lines; 12 Chinese characters fit into the 121 points of a name.
test.each<[Partial<OverviewLine>, number]>([
  [{}, 18.5],
  [{ name: '养'.repeat(12) }, 18.5],
  [{ name: '养'.repeat(13) }, 32],
  [{ name: 'a'.repeat(24) }, 18.5],
  [{ name: 'a'.repeat(25) }, 32],
  [{ name: '养\n护' }, 32],
  [{ name: '养\n\n护' }, 45.5],
  [{ remarks: '好'.repeat(27 * 8) }, 108],
])('a line of %j is %s points high', (change, height) => {
  expect(heightOf(change)).toBe(height);
});

test('the whole is printed across, its two first rows stay in sight', () => {
  const drawing = drawOverview([LINE, LINE]);
  expect(drawing.merges).toEqual(['A1:Q1']);
  expect(drawing.print).toMatchObject({
    area: 'A1:Q5',
    isLandscape: true,
    repeatedRows: { first: 1, last: 1 },
  });
  expect([drawing.frozenRows, drawing.rowHeights.length, drawing.columnWidths.length]).toEqual([2, 5, 17]);
  expect(new Set(drawing.cells.map(({ style }) => drawing.styles[style]?.vertical))).toEqual(
    new Set(['center']),
  );
  expect(drawing.cells.map(({ style }) => style).filter((style) => !drawing.styles[style])).toEqual([]);
});

// Names and words stay text, whatever they begin with; amounts show up to six decimals, rates two.
test.each([
  ['序号', 'center', 'General'],
  ['文件', 'left', '@'],
  ['工作表', 'left', '@'],
  ['类型', 'left', '@'],
  ['名称', 'left', '@'],
  ['单位', 'left', '@'],
  ['金额单位', 'left', '@'],
  ['预算数', 'right', '#,##0.00####'],
  ['执行数', 'right', '#,##0.00####'],
  ['执行率', 'center', '0.00%'],
  ['表上总分', 'center', 'General'],
  ['重算总分', 'center', 'General'],
  ['等级', 'center', '@'],
  ['指标数', 'center', 'General'],
  ['完成数', 'center', 'General'],
  ['错误', 'center', 'General'],
  ['警告', 'center', 'General'],
  ['发现的问题', 'left', 'General'],
])('below %s stands %s what is written as %s', (header, horizontal, numberFormat) => {
  const { cells, styles, columnWidths } = drawOverview([{ ...LINE, file: 'a.xlsx' }]);
  const column = cells.find(({ value }) => value === header)?.column ?? -1;
  const { style = '' } = cells.find((cell) => cell.row === 2 && cell.column === column) ?? {};
  expect(styles[style]).toMatchObject({
    horizontal,
    numberFormat,
    vertical: 'center',
    hasBorder: true,
    wraps: true,
  });
  expect(columnWidths[column]).toBe(Object.values(look.columns).find((one) => one.header === header)?.width);
});

test('title and total stand out', () => {
  const { styles, print } = drawOverview([LINE]);
  expect(styles['title']).toMatchObject({ size: 16, isBold: true, horizontal: 'center', hasBorder: false });
  expect(styles['header']).toMatchObject({ isBold: true, horizontal: 'center', fill: '#F2F2F2' });
  expect(styles['total']).toMatchObject({ isBold: true, horizontal: 'left' });
  expect(styles['totalCount']).toMatchObject({ isBold: true, horizontal: 'center' });
  expect(print).toMatchObject({ isCentred: true, margins: look.margins, footer: '第 &P 页，共 &N 页' });
});
