import type { EntryValue } from '../../../src/engine/entry';
import { cellName } from '../../../src/form/address';
import type { GridCell } from '../../../src/form/grid';
import type { CellWrite } from '../../../src/form/writePlan';
import { groupRuns, type RunSettings } from '../../../src/workbook/excel/valueRuns';

const write = (cell: string, value: EntryValue): CellWrite => ({
  cell,
  value,
  from: '',
  to: '',
  before: null,
});
/** A sheet whose cells are all alike, but for those that are given. */
function sheetOf(
  usual: Partial<GridCell>,
  cells: Readonly<Record<string, Partial<GridCell>>> = {},
  settings: Partial<RunSettings> = {},
): RunSettings {
  const blank: GridCell = { value: null, text: '', format: 'General', formula: null, writable: true };
  return {
    cellAt: (row, column) => ({ ...blank, ...usual, ...cells[cellName(row, column)] }),
    areFormatsFixed: false,
    hasHiddenRows: false,
    ...settings,
  };
}

const general = sheetOf({});

test('adjoining cells of a column are one run, in whatever order they come', () => {
  const runs = groupRuns([write('G11', 3), write('G9', 1), write('G10', 2), write('E66', 90.66)], general);
  expect(runs.map(({ range, values }) => [range, values])).toEqual([
    ['E66:E66', [[90.66]]],
    ['G9:G11', [[1], [2], [3]]],
  ]);
});

test('a run steps over cells that hold something and leaves them as they are', () => {
  const sheet = sheetOf({}, { G10: { value: 7 }, G11: { value: '—' } });
  const [run, ...others] = groupRuns([write('G9', 1), write('G12', 4), write('G13', '5分')], sheet);
  expect(others).toEqual([]);
  expect(run).toEqual({
    range: 'G9:G13',
    values: [[1], [null], [null], [4], ['5分']],
    formatsMeanwhile: [[null], [null], [null], [null], ['@']],
    formats: [[null], [null], [null], [null], ['General']],
  });
});

test.each<[string, Partial<GridCell>]>([
  ['blank, since it may be part of a merged cell', {}],
  ['a formula, since it may be part of an array', { value: 7, formula: 'SUM(A1:A3)' }],
  ['locked, since Excel may refuse the whole range', { value: 7, writable: false }],
])('a run does not step over a cell that is %s', (_, cell) => {
  const runs = groupRuns([write('G9', 1), write('G11', 3)], sheetOf({}, { G10: cell }));
  expect(runs.map(({ range }) => range)).toEqual(['G9:G9', 'G11:G11']);
});

test('a wide gap or another column begins a new run', () => {
  const writes = [write('G9', 1), write('G11', 2), write('G60', 3), write('H61', 4)];
  const runs = groupRuns(writes, sheetOf({ value: 7 }));
  expect(runs.map(({ range }) => range)).toEqual(['G9:G11', 'G60:G60', 'H61:H61']);
});

test('where rows are hidden each cell is a run', () => {
  const runs = groupRuns([write('G9', 1), write('G10', 2)], sheetOf({}, {}, { hasHiddenRows: true }));
  expect(runs.map(({ range }) => range)).toEqual(['G9:G9', 'G10:G10']);
});

test('a text is set under the text format, and its own format put back', () => {
  const [run] = groupRuns([write('G5', '97.33%')], sheetOf({ format: '0.00' }));
  expect(run).toMatchObject({ formatsMeanwhile: [['@']], formats: [['0.00']] });
});

test('a number in a cell of text format is set under General', () => {
  const [run] = groupRuns([write('G5', 5)], sheetOf({ format: '@' }));
  expect(run).toMatchObject({ formatsMeanwhile: [['General']], formats: [['@']] });
});

test.each<[EntryValue, string]>([
  ['5', '@'],
  [5, '0.00'],
  [null, '@'],
  [true, 'General'],
])('%p under %s needs no other format', (value, format) => {
  const [run] = groupRuns([write('G5', value)], sheetOf({ format }));
  expect(run).toMatchObject({ formatsMeanwhile: [[null]], formats: [[null]] });
});

test('null empties a cell', () => {
  expect(groupRuns([write('G5', null)], general)[0]?.values).toEqual([['']]);
});
