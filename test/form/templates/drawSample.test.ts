// The filled sample: every figure stands under its own header, and the year is filled in.
import { drawSample } from '../../../src/form/templates/drawSample';

const drawing = drawSample(2024);
const value = (row: number, column: number) => {
  const cell = drawing.cells.find((each) => each.row === row - 1 && each.column === column);
  return cell && (cell.formula === null ? cell.value : `=${cell.formula}`);
};
/** The values of some columns (A is 0) of a row. */
const across = (row: number, ...columns: readonly number[]) => columns.map((column) => value(row, column));
const rowOf = (text: string) => (drawing.cells.find((cell) => cell.value === text)?.row ?? -1) + 1;

test('it has a name of its own and no place left to be filled in', () => {
  expect(drawing.name).toBe('示例·项目支出绩效自评表');
  expect(drawing.cells.filter((cell) => String(cell.value).includes('{'))).toEqual([]);
  expect(rowOf('（2024年度）')).toBe(2);
});

test('the parts of the fund block hold what is typed, its total adds it up', () => {
  const header = rowOf('全年预算数');
  const columns = ['年初预算数', '全年预算数', '全年执行数'].map(
    (text) => drawing.cells.find((cell) => cell.value === text)?.column ?? -1,
  );
  expect(across(header + 1, ...columns).every((formula) => String(formula).startsWith('='))).toBe(true);
  expect(across(header + 2, ...columns)).toEqual([300, 300, 270]);
  expect(across(header + 3, ...columns)).toEqual([20, 20, 16.4]);
  // The third part stays blank.
  expect(across(header + 4, ...columns)).toEqual([null, null, null]);
});

test('the goal and what became of it stand side by side', () => {
  const row = rowOf('完成辖区背街小巷道路养护，居民出行条件得到改善。');
  expect(rowOf('道路养护基本完成，居民出行条件得到改善。')).toBe(row);
  expect(row).toBeGreaterThan(rowOf('年初预算数'));
});

test('the rows of the table hold name, target, actual and score, a blank score stays blank', () => {
  const first = rowOf('养护道路长度');
  const columns = ['养护道路长度', '≥20公里', '18公里', 12.5].map(
    (entry) => drawing.cells.findLast((cell) => cell.row === first - 1 && cell.value === entry)?.column ?? -1,
  );
  expect(columns).not.toContain(-1);
  expect(across(first + 2, ...columns)).toEqual(['完工时间', '2024年10月底前', '2024年11月20日', 10]);
  expect(across(first + 3, ...columns)).toEqual(['养护成本控制', '≤320万元', '286.4万元', null]);
  expect(across(first + 8, ...columns)).toEqual(['居民满意度', '》90%', '93%', 10]);
  expect(value(first + 9, columns[3] ?? -1)).toBe(96.5);
});
