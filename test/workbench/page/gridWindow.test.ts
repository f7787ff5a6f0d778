import { chooseWindow } from '../../../src/workbench/page/grid/gridWindow';

function sheet(rows: number, columns: number, hidden: readonly number[] = []) {
  return {
    usedArea: () => (rows ? { top: 0, left: 0, bottom: rows - 1, right: columns - 1 } : null),
    isRowHidden: (row: number) => hidden.includes(row),
    isColumnHidden: () => false,
    frozen: { rows: 2, columns: 0 },
  };
}

const at = (top: number, left = 0) => ({ top, left, bottom: top, right: left });

test('a form is drawn whole, with room below and beside it', () => {
  const { rows, columns } = chooseWindow(sheet(68, 8), at(0));
  expect([rows[0], rows.at(-1)]).toEqual([0, 77]);
  expect(columns).toHaveLength(11);
});

test('hidden rows are left out', () => {
  expect(chooseWindow(sheet(68, 8, [3, 4]), at(0)).rows.slice(0, 5)).toEqual([0, 1, 2, 5, 6]);
});

test('an empty sheet still has cells to type in', () => {
  const { rows, columns } = chooseWindow(sheet(0, 0), at(0));
  expect(rows.length).toBeGreaterThanOrEqual(30);
  expect(columns.length).toBeGreaterThanOrEqual(9);
});

test.each([0, 149, 150, 299, 300, 4999, 20_000])(
  'of a huge sheet a part is drawn that holds the selected row %i',
  (row) => {
    const { rows, rowCount } = chooseWindow(sheet(5000, 8), at(row));
    expect(rows).toContain(row);
    expect(rows.length).toBeLessThanOrEqual(302);
    // The frozen rows.
    expect(rows.slice(0, 2)).toEqual([0, 1]);
    expect(rowCount).toBeGreaterThanOrEqual(5000);
  },
);

test('a form is no part, a huge sheet says which part is drawn', () => {
  expect(chooseWindow(sheet(68, 8), at(0)).part).toBeNull();
  const { part } = chooseWindow(sheet(5000, 8), at(4999));
  expect(part?.last).toBe(5009);
});

test('a step of the selection does not move the part that is drawn', () => {
  const one = chooseWindow(sheet(5000, 8), at(1010)).rows;
  expect(chooseWindow(sheet(5000, 8), at(1011)).rows).toEqual(one);
});
