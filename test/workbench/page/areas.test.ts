import type { Area } from '../../../src/workbench/book/book';
import { areaAt, nameArea, parseArea, spanAreas, stepFrom } from '../../../src/workbench/page/grid/areas';

function area(name: string): Area {
  const parsed = parseArea(name);
  if (!parsed) throw new Error(name);
  return parsed;
}

function sheet(merges: readonly string[], hiddenRows: readonly number[] = []) {
  return {
    merges: merges.map(area),
    isRowHidden: (row: number) => hiddenRows.includes(row),
    isColumnHidden: () => false,
  };
}

describe('a merged area is one cell to the person', () => {
  test('any of its cells leads to the whole of it', () => {
    expect(areaAt(sheet(['B2:C4']), 3, 2)).toEqual(area('B2:C4'));
    expect(areaAt(sheet(['B2:C4']), 4, 2)).toEqual(area('C5'));
  });

  test('a selection that touches it grows until it cuts no merged area', () => {
    // A1:B1 touches B1:B3, which reaches A3:A5.
    expect(spanAreas(sheet(['B1:B3', 'A3:A5']), area('A1'), area('B1'))).toEqual(area('A1:B5'));
  });

  test('it is named by its first cell, other areas by both ends', () => {
    expect(nameArea(sheet(['B2:C4']), area('B2:C4'))).toBe('B2');
    expect(nameArea(sheet(['B2:C4']), area('B2:C5'))).toBe('B2:C5');
  });
});

describe('an arrow key', () => {
  test.each([
    ['down', 'B2', 'B3'],
    ['up', 'B2', 'B1'],
    ['right', 'B2', 'C2'],
    ['left', 'B2', 'A2'],
    ['up', 'A1', 'A1'],
    ['left', 'A1', 'A1'],
  ] as const)('%s leads from %s to %s', (direction, from, to) => {
    const { top: row, left: column } = area(to);
    expect(stepFrom(sheet([]), area(from), direction)).toEqual({ row, column });
  });

  test('leaves a merged area on its far side', () => {
    expect(stepFrom(sheet(['B2:C4']), area('B2:C4'), 'down')).toEqual({ row: 4, column: 1 });
    expect(stepFrom(sheet(['B2:C4']), area('B2:C4'), 'right')).toEqual({ row: 1, column: 3 });
  });

  test('skips hidden rows, and stays when nothing but hidden rows is beyond', () => {
    expect(stepFrom(sheet([], [2, 3]), area('B2'), 'down')).toEqual({ row: 4, column: 1 });
    expect(stepFrom(sheet([], [0]), area('B2'), 'up')).toEqual({ row: 1, column: 1 });
  });
});

describe('an address that a person types', () => {
  test.each([
    ['g9', 'G9'],
    [' A1:c3 ', 'A1:C3'],
    ['C3:A1', 'A1:C3'],
    ['$B$2', 'B2'],
  ])('%j is %s', (typed, meant) => {
    expect(parseArea(typed)).toEqual(area(meant));
  });

  test.each(['', '9', 'G0', 'A1:', 'A1:B2:C3', 'XFE1', 'A1048577', '得分'])('%j is none', (typed) => {
    expect(parseArea(typed)).toBeNull();
  });
});
