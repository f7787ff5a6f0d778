// A sheet that was read before some of its cells were written is read as if nobody had ever seen it.
import type { Grid } from '../../src/form/grid';
import { knowRows, knownUnder } from '../../src/form/knownRows';
import { findIndicatorHeader } from '../../src/form/headers';
import { recogniseForms } from '../../src/form/recognise';
import { settleScoreColumns } from '../../src/form/readIndicators';
import { buildGrid, projectRows } from './buildGrid';
import { changed, expectSame, SCORES, SHEETS, unseen } from './readAgain';

test.each(SHEETS)('%s, when nothing changes', (_, rows) => {
  const before = buildGrid(rows);
  expectSame(before, before);
  expectSame(before, unseen(before));
});

test.each([
  ['another score', 8, 7, 15],
  ['no score', 8, 7, null],
  ['no weight and no score', 9, 6, null],
  ['another name', 8, 3, '别的'],
  ['no name', 8, 3, null],
  ['another first level', 7, 1, '成本指标'],
  ['another second level', 7, 2, null],
  ['a header of other words', 6, 4, '度量单位'],
  ['a total further up', 9, 0, '总分'],
  ['another header below the first', 8, 3, '三级指标'],
  ['a leftover', 8, 3, '指标2：'],
] as const)('a project form with %s', (_, row, column, value) => {
  const before = buildGrid(projectRows());
  expectSame(before, changed(before, [[row, column, value]]));
});

test('a form that is new, gone or wider than before', () => {
  const before = buildGrid(projectRows());
  expectSame(buildGrid([]), before);
  expectSame(before, buildGrid(SCORES));
  expectSame(before, { ...before, columnCount: before.columnCount + 1 });
  expectSame(
    before,
    changed(before, [
      [8, 7, null],
      [9, 5, '30件'],
      [4, 5, 80],
    ]),
  );
});

test('rows that stay as they are are not read again, others are', () => {
  const before = buildGrid(projectRows());
  const { forms } = recogniseForms(before);
  const [first] = forms;
  const [again] = recogniseForms(changed(before, [[8, 7, 15]]), { grid: before, forms }).forms;
  if (first?.kind !== 'project' || again?.kind !== 'project') throw new Error('no form');
  expect(again.indicators.map((row, index) => row === first.indicators[index])).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('nothing is known under a header that changed, or whose columns are read otherwise', () => {
  const before = buildGrid(projectRows());
  const known = knowRows({ grid: before, forms: recogniseForms(before).forms });
  const under = (grid: Grid, weight = 6) => {
    const header = findIndicatorHeader(grid, 6);
    if (!header) throw new Error('no header');
    const columns = { ...settleScoreColumns(grid, header, 12), weight };
    return knownUnder(known, grid, header, columns, 12);
  };
  expect(under(before)).toBe(known);
  expect(under(before, 7)).toBeNull();
  expect(under(changed(before, [[6, 8, '原因']]))).toBeNull();
  expect(under(changed(before, [[7, 8, '原因']]))).toBeNull();
  expect(under(changed(before, [[8, 8, '原因']]))).toBe(known);
});
