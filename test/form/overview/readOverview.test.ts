// What is no overview of ours is not read as one, and kinds are known by their words.
import { readOverview } from '../../../src/form/overview/readOverview';
import { OVERVIEW_COLUMNS } from '../../../src/form/overview/overviewColumns';
import { buildGrid, projectRows, type CellSpec } from '../buildGrid';

const HEADERS = OVERVIEW_COLUMNS.map(({ header }) => header);
/** A line of the table by header; a column not named is blank. */
const line = (cells: Readonly<Record<string, CellSpec>>): CellSpec[] =>
  HEADERS.map((header) => cells[header] ?? null);

test('a form, a blank sheet and a table that lacks a column are none', () => {
  expect(readOverview(buildGrid(projectRows()))).toBeNull();
  expect(readOverview(buildGrid([]))).toBeNull();
  expect(readOverview(buildGrid([HEADERS.slice(0, -1), line({ 序号: 1 })]))).toBeNull();
  expect(readOverview(buildGrid([HEADERS.filter((header) => header !== '文件')]))).toEqual([]);
});

test('headers may have white space around them', () => {
  expect(readOverview(buildGrid([HEADERS.map((header) => ` ${header} `)]))).toEqual([]);
});

test('the header is looked for in ten rows', () => {
  const below = (rows: number) =>
    readOverview(buildGrid([...Array.from({ length: rows }, () => ['说明']), HEADERS]));
  expect([below(9), below(10)]).toEqual([[], null]);
});

test('lines are those with a number; the total and notes are none', () => {
  const grid = buildGrid([
    ['自评汇总表'],
    HEADERS,
    line({
      序号: 1,
      文件: 'a.xlsx',
      类型: '项目',
      预算数: 12.5,
      指标数: 3,
      错误: 0,
      警告: 2,
      发现的问题: '无',
    }),
    line({ 序号: '2', 类型: '得分情况表', 指标数: '三', 错误: '' }),
    line({ 序号: '合计', 错误: 2 }),
    line({ 序号: '第3', 错误: 1 }),
    line({ 序号: '3号', 错误: 1 }),
    line({ 序号: 3, 类型: '别的' }),
  ]);
  const blank = {
    sheet: null,
    name: null,
    office: null,
    moneyUnit: null,
    spent: null,
    rate: null,
    printed: null,
  };
  const rest = { ...blank, recalculated: null, grade: null, completed: null };
  expect(readOverview(grid)).toEqual([
    {
      ...rest,
      ...{
        file: 'a.xlsx',
        kind: 'project',
        budget: '12.5',
        indicators: 3,
        errors: 0,
        warnings: 2,
        remarks: '无',
      },
    },
    {
      ...rest,
      file: null,
      kind: 'summary-table',
      budget: null,
      indicators: null,
      errors: 0,
      warnings: 0,
      remarks: '',
    },
    { ...rest, file: null, kind: null, budget: null, indicators: null, errors: 0, warnings: 0, remarks: '' },
  ]);
});
