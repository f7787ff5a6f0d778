// Whatever one cell of a sheet becomes, reading it again finds what reading it for the first time does.
import { buildGrid, type CellSpec } from './buildGrid';
import { changed, expectSame, SHEETS } from './readAgain';

const VALUES: readonly CellSpec[] = [null, 5, '总分', '三级指标', '指标2：'];

test.each(SHEETS)('%s', (_, rows) => {
  const before = buildGrid(rows);
  for (let row = 0; row < before.rowCount; row += 1)
    for (let column = 0; column < Math.min(9, before.columnCount); column += 1)
      for (const value of VALUES) expectSame(before, changed(before, [[row, column, value]]));
});
