/** The overview of the forms of a workbook: published forms, and one form with one thing changed. */
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { overviewOf, unreadLine, type OverviewRow } from '../../src/app/overview';
import { speak } from '../../src/locales/sentences';
import { projectRows, type CellSpec } from '../form/buildGrid';
import { snapshotOf, withCell } from './buildSnapshot';
import { recalculateFixture } from './openFixture';

const say = speak('zh-CN');

function overview(rows: readonly (readonly CellSpec[])[]): OverviewRow {
  const { sheets } = calculateWorkbook(snapshotOf(rows), { rules: null, overwriteScores: false });
  const [row] = overviewOf(sheets, say);
  if (!row) throw new Error('no form');
  return row;
}

test('the published department form: 90.66 points, 47 of 54 indicators', async () => {
  const rows = overviewOf(await recalculateFixture('baoxie-2022-department.xlsx'), say);
  expect(rows.map(({ kind }) => kind)).toEqual(['summary-table', 'department']);
  expect(rows[1]).toMatchObject({
    file: null,
    sheet: '自评表',
    budget: '13581.29',
    spent: '13581.29',
    rate: '1',
    printed: '90.66',
    recalculated: '90.66',
    grade: '优',
    indicators: 54,
    completed: 47,
  });
});

test('every form of a workbook has a line, in the order of the sheets', async () => {
  const sheets = await recalculateFixture('hemenkou-2020-projects-a.xlsx');
  const rows = overviewOf(sheets, say);
  expect(rows.map(({ sheet, kind }) => [sheet, kind])).toEqual(
    sheets.flatMap(({ sheet, forms }) => forms.map(({ facts }) => [sheet, facts.kind])),
  );
  expect(rows.map(({ printed }) => printed)).toContain('94.67 999994.67');
});

test('a project goes by its name, with the figures of its fund block', () => {
  expect(overview(projectRows())).toMatchObject({
    name: '道路养护',
    moneyUnit: '万元',
    budget: '100',
    spent: '95',
    rate: '0.95',
    printed: '99.5',
    recalculated: '99.5',
    indicators: 4,
    completed: 4,
    errors: 0,
    remarks: '',
  });
});

test('a wrong total is told beside the right one, with its cell and its sentence', () => {
  const row = overview(withCell(projectRows(), 11, 7, 98));
  expect(row).toMatchObject({ printed: '98', recalculated: '99.5', errors: 1 });
  expect(row.remarks).toMatch(/^错误 H12：.*98/);
});

test('a finding is told by its first sentence, in both languages', () => {
  const rows = withCell(projectRows(), 11, 7, 98);
  const { sheets } = calculateWorkbook(snapshotOf(rows), { rules: null, overwriteScores: false });
  expect(overviewOf(sheets, say)[0]?.remarks).toBe('错误 H12：总分写着 98，表上各项得分相加是 99.5。');
  expect(overviewOf(sheets, speak('en-US'))[0]?.remarks).toBe(
    'Error H12: The total says 98, the scores on the form add up to 99.5.',
  );
});

test('only the first three findings are told, worst first, and the others are counted', () => {
  const rows = [7, 8, 9, 10].reduce((cells, row) => withCell(cells, row, 7, 99), projectRows());
  const { remarks, errors, warnings } = overview(rows);
  const told = remarks.split('\n');
  expect(told).toHaveLength(4);
  expect(told.slice(0, 3).every((line) => line.startsWith('错误'))).toBe(true);
  expect(told[3]).toBe(`另有 ${errors + warnings - 3} 处，见各表的报告。`);
});

test('a blank total is nothing, and its form still has a recalculated one', () => {
  expect(overview(withCell(projectRows(), 11, 7, null))).toMatchObject({
    printed: null,
    recalculated: '99.5',
  });
});

test('a file that could not be read is a line of its own', () => {
  expect(unreadLine('a.xlsx', '文件已损坏。')).toMatchObject({
    file: 'a.xlsx',
    kind: null,
    sheet: null,
    remarks: '文件已损坏。',
  });
});
