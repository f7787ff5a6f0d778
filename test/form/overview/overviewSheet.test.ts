/** The sheet 自评汇总表: what is drawn, what a file makes of it, and that reading it back gives the same lines. */
import fc from 'fast-check';
import { calculateWorkbook } from '../../../src/app/calculateWorkbook';
import { drawOverview } from '../../../src/form/overview/drawOverview';
import { findOverviewHeader, OVERVIEW_COLUMNS } from '../../../src/form/overview/overviewColumns';
import type { OverviewLine } from '../../../src/form/overview/overviewLine';
import { readOverview } from '../../../src/form/overview/readOverview';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { openBytes, openFixture } from '../../app/openFixture';
import { cellAt, gridOf } from '../../workbook/opened';

const LINE: OverviewLine = {
  file: null,
  sheet: '项目一',
  kind: 'project',
  name: '道路养护',
  office: '区城管局',
  moneyUnit: '万元',
  budget: '1358.29',
  spent: '1300',
  rate: '0.9571',
  printed: '98',
  recalculated: '97.57',
  grade: '优',
  indicators: 12,
  completed: 11,
  errors: 1,
  warnings: 2,
  remarks: '错误 H20：总分写着 98，各行得分相加是 97.57。',
};
const UNREAD: OverviewLine = {
  ...LINE,
  file: 'a/坏.xlsx',
  sheet: null,
  kind: null,
  name: null,
  office: null,
  moneyUnit: null,
  budget: null,
  spent: null,
  rate: null,
  printed: null,
  recalculated: null,
  grade: null,
  indicators: null,
  completed: null,
  errors: 0,
  warnings: 0,
  remarks: '文件已损坏，读不出来。',
};

/** The cells of a row of the drawing, by header. */
function rowOf(lines: readonly OverviewLine[], row: number): Record<string, string | number | null> {
  const { cells } = drawOverview(lines);
  const headers = cells.filter((cell) => cell.row === 1);
  return Object.fromEntries(
    headers.map(({ value, column }) => [
      String(value),
      cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null,
    ]),
  );
}

test('a form is a row whose figures are numbers', () => {
  expect(rowOf([LINE], 2)).toEqual({
    序号: 1,
    工作表: '项目一',
    类型: '项目',
    名称: '道路养护',
    单位: '区城管局',
    金额单位: '万元',
    预算数: 1358.29,
    执行数: 1300,
    执行率: 0.9571,
    表上总分: 98,
    重算总分: 97.57,
    等级: '优',
    指标数: 12,
    完成数: 11,
    错误: 1,
    警告: 2,
    发现的问题: '错误 H20：总分写着 98，各行得分相加是 97.57。',
  });
});

test('a total that is no number is told as it stands', () => {
  expect(rowOf([{ ...LINE, printed: '94.67 999994.67' }], 2)['表上总分']).toBe('94.67 999994.67');
});

test('a file that could not be read has a sentence and no counts', () => {
  expect(rowOf([LINE, UNREAD], 3)).toMatchObject({
    文件: 'a/坏.xlsx',
    名称: null,
    错误: null,
    警告: null,
    发现的问题: '文件已损坏，读不出来。',
  });
});

test('the last row counts forms and adds findings, and nothing else', async () => {
  const table: OverviewLine = { ...LINE, kind: 'summary-table', indicators: null, completed: null };
  const lines = [{ ...LINE, errors: 3 }, table, UNREAD];
  const grid = await gridOf(newXlsx(drawOverview(lines)));
  const last = grid.rows[5]?.flatMap((cell) => cell?.text || []);
  expect(last).toEqual(['合计', '自评表 1 份，得分情况表 1 份，没有读成的文件 1 个', '4', '4']);
});

test('it prints across on A4, with its header on every page', () => {
  const { print, frozenRows, columnWidths, rowHeights } = drawOverview([LINE, UNREAD]);
  expect(print).toMatchObject({ area: 'A1:R5', isLandscape: true, repeatedRows: { first: 1, last: 1 } });
  expect(frozenRows).toBe(2);
  expect(columnWidths).toHaveLength(OVERVIEW_COLUMNS.length);
  expect(rowHeights).toHaveLength(5);
});

test.each(['=1+1', '+86', '-5', '@SUM(A1)', '=cmd|"/c calc"!A1'])('%s arrives as text', async (name) => {
  const line = { ...LINE, name, office: name, remarks: name, sheet: name };
  const file = newXlsx(drawOverview([line]));
  const grid = await gridOf(openBytes(file.bytes()));
  for (const address of ['B3', 'D3', 'E3', 'Q3'])
    expect(cellAt(grid, address)).toMatchObject({ value: name, formula: null });
});

const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== ''));
const decimal = fc.option(fc.integer({ min: -99999, max: 9999999 }).map((value) => String(value / 100)));
const count = fc.nat({ max: 500 });
const anyLine: fc.Arbitrary<OverviewLine> = fc.record({
  file: text,
  sheet: text,
  kind: fc.constantFrom('department' as const, 'project' as const, 'summary-table' as const),
  name: text,
  office: text,
  moneyUnit: fc.constantFrom(null, '元', '万元'),
  budget: decimal,
  spent: decimal,
  rate: decimal,
  printed: decimal,
  recalculated: decimal,
  grade: fc.constantFrom(null, '优', '差'),
  indicators: fc.option(count),
  completed: fc.option(count),
  errors: count,
  warnings: count,
  remarks: fc.string({ maxLength: 40 }),
});

test('what was drawn is read back line by line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 5 }), async (lines) => {
      const grid = await gridOf(openBytes(newXlsx(drawOverview(lines)).bytes()));
      expect(readOverview(grid)).toEqual(lines);
    }),
    { numRuns: 40 },
  );
});

test('a file that could not be read is read back too', async () => {
  expect(readOverview(await gridOf(newXlsx(drawOverview([UNREAD]))))).toEqual([UNREAD]);
});

test('another sheet is no overview', async () => {
  const { sheets } = await openFixture('baoxie-2022-department.xlsx').read(null);
  expect(sheets.map(({ grid }) => findOverviewHeader(grid))).toEqual(sheets.map(() => null));
});

test.each(['baoxie-2022-department.xlsx', 'hemenkou-2020-projects-a.xlsx', 'variety-open.xlsx'])(
  'beside the forms of %s it is no form, and changes no finding',
  async (name) => {
    const file = openFixture(name);
    const options = { rules: null, overwriteScores: false };
    const before = calculateWorkbook(await file.read(null), options);
    const remarks = before.sheets
      .flatMap(({ forms }) => forms.flatMap(({ findings }) => findings))
      .map(({ params }) => Object.values(params).join('；'))
      .join('\n');
    await file.addSheet(
      drawOverview([
        { ...LINE, remarks },
        { ...LINE, remarks: '自评得分 12.34 分，共 99 项指标，预算执行率 1%。' },
      ]),
    );
    const after = calculateWorkbook(await file.read(null), options);
    const findings = (found: typeof before) =>
      found.sheets.flatMap(({ forms }) => forms.map((form) => form.findings));
    expect(after.sheets.at(-1)).toMatchObject({ sheet: '自评汇总表', forms: [] });
    expect(findings(after)).toEqual(findings(before));
  },
);
