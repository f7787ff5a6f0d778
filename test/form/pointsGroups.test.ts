// Points in the labels of levels, and the rows that each of them covers.
import { findIndicatorHeader } from '../../src/form/headers';
import {
  addToGroups,
  closeGroups,
  openGroup,
  openLevelGroups,
  type OpenGroups,
} from '../../src/form/pointsGroups';
import { buildGrid, type CellSpec } from './buildGrid';

const shown = (groups: OpenGroups) =>
  groups.map(
    ({ group: { level, label, cell, points, rows } }) =>
      `${level} ${label} ${cell} ${points.toFixed()}: ${rows.join(' ')}`,
  );

test.each([
  ['产出指标（50分）', '50'],
  ['产出 指标(12.5)', '12.5'],
  ['50', '50'],
  ['12.5分', '12.5'],
  ['50分值', undefined],
  ['约50分', undefined],
  ['50个', undefined],
  ['产出指标', undefined],
  ['', undefined],
])('the label %s opens a group of %s points', (label, points) => {
  const [opened] = openGroup([], 1, label, 'B3');
  expect(opened?.group.points.toFixed()).toBe(points);
  expect(opened?.isOpen ?? true).toBe(true);
});

test('a level that closes takes those below it along, and closed groups take no rows', () => {
  const groups = openGroup(openGroup([], 1, '产出(50分)', 'B3'), 2, '数量(20分)', 'C3');
  expect(closeGroups(groups, 2).map(({ isOpen }) => isOpen)).toEqual([true, false]);
  expect(closeGroups(groups, 1).map(({ isOpen }) => isOpen)).toEqual([false, false]);
  const half = closeGroups(groups, 2);
  addToGroups(half, 9);
  expect(shown(half)).toEqual(['1 产出(50分) B3 50: 9', '2 数量(20分) C3 20: ']);
});

/** Rows of two level labels below a header, gathered one after the other. */
function gathered(
  rows: readonly (readonly [string | null, string | null])[],
  last = '得分',
): readonly string[] {
  const header: CellSpec[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', last];
  const grid = buildGrid([header, ...rows.map(([one, two]): CellSpec[] => [one, two, '甲', 5, 5, 10, 10])]);
  const found = findIndicatorHeader(grid, 0);
  if (!found) throw new Error('no header');
  let groups: OpenGroups = found.blockPoints ? openGroup([], 1, found.blockPoints.text, 'G1') : [];
  const above: { goal: null; level1: string | null; level2: string | null } = {
    goal: null,
    level1: null,
    level2: null,
  };
  rows.forEach(([one, two], index) => {
    groups = openLevelGroups(groups, grid, found, index + 1, { ...above });
    if (one !== null) Object.assign(above, { level1: one, level2: null });
    if (two !== null) above.level2 = two;
    addToGroups(groups, index + 2);
  });
  return shown(groups);
}

test.each<[string, (readonly [string | null, string | null])[], readonly string[]]>([
  [
    'go on below merged cells',
    [
      ['产出(50分)', '数量(20分)'],
      [null, null],
      [null, '质量(30分)'],
    ],
    ['1 产出(50分) A2 50: 2 3 4', '2 数量(20分) B2 20: 2 3', '2 质量(30分) B4 30: 4'],
  ],
  [
    'go on where they are repeated',
    [
      ['产出(50分)', '数量(20分)'],
      ['产出（50分）', '数量(20分)'],
    ],
    ['1 产出(50分) A2 50: 2 3', '2 数量(20分) B2 20: 2 3'],
  ],
  [
    'begin anew below another first level, repeated or not',
    [
      ['产出(50分)', '成本(20分)'],
      ['效益(30分)', '成本(20分)'],
    ],
    ['1 产出(50分) A2 50: 2', '2 成本(20分) B2 20: 2', '1 效益(30分) A3 30: 3', '2 成本(20分) B3 20: 3'],
  ],
  [
    'begin anew where they are points alone',
    [
      ['50分', null],
      ['50分', null],
      ['(30)', null],
      ['12.5', null],
      ['12.5', null],
    ],
    ['1 50分 A2 50: 2', '1 50分 A3 50: 3', '1 (30) A4 30: 4', '1 12.5 A5 12.5: 5', '1 12.5 A6 12.5: 6'],
  ],
  [
    'end where a label gives none',
    [
      ['产出(50分)', null],
      ['效益', null],
    ],
    ['1 产出(50分) A2 50: 2'],
  ],
])('points %s', (_, rows, expected) => {
  expect(gathered(rows)).toEqual(expected);
});

test('points over the scores hold for all first levels', () => {
  expect(
    gathered(
      [
        ['产出(50分)', '数量(20分)'],
        ['效益(30分)', '社会(30分)'],
      ],
      '90',
    ),
  ).toEqual([
    '1 90 G1 90: 2 3',
    ...['1 产出(50分) A2 50: 2 3', '2 数量(20分) B2 20: 2', '1 效益(30分) A3 30: 3', '2 社会(30分) B3 30: 3'],
  ]);
});
