import { applyWrites } from '../../src/form/applyWrites';
import { buildGrid, percent } from './buildGrid';

const grid = buildGrid([['甲', percent(0.5, '50%')], [], [{ value: 5, formula: 'A1', writable: false }]]);
const write = (cell: string, value: string | number | null, to: string) => ({
  cell,
  value,
  to,
  from: '',
  before: null,
});

test('written values stand in a copy; formats, formulas and all else stay', () => {
  const written = applyWrites(grid, [write('B1', 0.6, '60%'), write('A1', null, ''), write('A3', 6, '6')]);
  expect(written.rows[0]).toEqual([
    { value: null, text: '', format: 'General', formula: null, writable: true },
    { value: 0.6, text: '60%', format: '0%', formula: null, writable: true },
  ]);
  expect(written.rows[2]?.[0]).toEqual({
    value: 6,
    text: '6',
    format: 'General',
    formula: 'A1',
    writable: false,
  });
  expect(written.rows[1]).toBe(grid.rows[1]);
  expect(grid.rows[0]?.[0]?.value).toBe('甲');
  expect(written).toMatchObject({ sheet: grid.sheet, rowCount: 3, columnCount: 2 });
});

test('a blank cell becomes a plain one, beyond the last row nothing does', () => {
  const written = applyWrites(grid, [write('C2', 5, '5'), write('A9', 5, '5'), write('nowhere', 5, '5')]);
  expect(written.rows[1]).toEqual([
    undefined,
    undefined,
    { value: 5, text: '5', format: 'General', formula: null, writable: true },
  ]);
  expect(written.rows).toHaveLength(3);
  const hole = { ...grid, rows: [undefined] };
  expect(applyWrites(hole, [write('A1', 5, '5')]).rows[0]).toHaveLength(1);
});
