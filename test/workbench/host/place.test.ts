import type { Sheet } from '../../../src/workbench/book/book';
import { areaOf, telling } from '../../../src/workbench/host/place';

test('one cell tells of itself, without a look at the whole sheet', () => {
  const usedArea = jest.fn<null, []>(() => null);
  const sheet: Partial<Sheet> = { usedArea };
  expect([...telling(sheet as Sheet, areaOf(4, 2, 4, 2))]).toEqual([{ row: 4, column: 2 }]);
  expect(usedArea).not.toHaveBeenCalled();
});
