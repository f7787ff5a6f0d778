import type { EntryValue } from '../../../src/engine/entry';
import type { CellWrite } from '../../../src/form/writePlan';
import { groupRuns } from '../../../src/workbook/excel/valueRuns';

const write = (cell: string, value: EntryValue): CellWrite => ({
  cell,
  value,
  from: '',
  to: '',
  before: null,
});
const general = (): string => 'General';

test('adjoining cells of a column are one run, in whatever order they come', () => {
  const runs = groupRuns([write('G11', 3), write('G9', 1), write('G10', 2), write('E66', 90.66)], general);
  expect(runs.map(({ range, values }) => [range, values])).toEqual([
    ['E66:E66', [[90.66]]],
    ['G9:G11', [[1], [2], [3]]],
  ]);
});

test('a gap or another column begins a new run', () => {
  const runs = groupRuns([write('G9', 1), write('G11', 2), write('H12', 3)], general);
  expect(runs.map(({ range }) => range)).toEqual(['G9:G9', 'G11:G11', 'H12:H12']);
});

test('a text is set under the text format, and its own format put back', () => {
  const [run] = groupRuns([write('G5', '97.33%')], () => '0.00');
  expect(run).toMatchObject({ formatMeanwhile: '@', formats: [['0.00']] });
});

test('a number in a cell of text format is set under General', () => {
  const [run] = groupRuns([write('G5', 5)], () => '@');
  expect(run).toMatchObject({ formatMeanwhile: 'General', formats: [['@']] });
});

test.each<[EntryValue, string]>([
  ['5', '@'],
  [5, '0.00'],
  [null, '@'],
  [true, 'General'],
])('%p under %s needs no other format', (value, format) => {
  expect(groupRuns([write('G5', value)], () => format)[0]?.formatMeanwhile).toBeNull();
});

test('null empties a cell', () => {
  expect(groupRuns([write('G5', null)], general)[0]?.values).toEqual([['']]);
});
