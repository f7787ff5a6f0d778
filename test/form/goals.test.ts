// The headings under which a department form repeats its indicators.
import { readGoalHeading } from '../../src/form/goals';
import { buildGrid, type CellSpec } from './buildGrid';

test.each<[readonly CellSpec[], readonly (string | number | null)[] | null]>([
  [
    ['年度目标1：（50分）', null, '改善市容'],
    [1, '改善市容', 'A1', '50'],
  ],
  [
    ['年度绩效目标 2: (30 分)', '扩大就业'],
    [2, '扩大就业', 'A1', '30'],
  ],
  [
    ['年度目标二', '扩大就业'],
    [2, '扩大就业', 'A1', null],
  ],
  [['年度目标3：扩大就业'], [3, '扩大就业', 'A1', null]],
  [
    ['年度目标3：扩大就业', '甲', '乙'],
    [3, '扩大就业', 'A1', null],
  ],
  [
    ['年度目标3', '产出指标', '数量指标'],
    [3, '', 'A1', null],
  ],
  [['年度目标3'], [3, '', 'A1', null]],
  [['部门绩效目标1（20分）：安全'], [1, '安全', 'A1', '20']],
  [['年度总体目标1'], [1, '', 'A1', null]],
  [['绩效目标1：安全'], [1, '安全', 'A1', null]],
  [
    ['目标1：20分', '安全'],
    [1, '安全', 'A1', '20'],
  ],
  [
    ['目标1（20分）', '安全'],
    [1, '安全', 'A1', '20'],
  ],
  [
    ['目标1：12.5分', '安全'],
    [1, '安全', 'A1', '12.5'],
  ],
  [['目标1：安全'], null],
  [['目标1'], null],
  [['年度目标'], null],
  [['年度目标1完成情况'], null],
  [['年度目标1得分'], null],
  [['我的年度目标1'], null],
])('%j', (row, expected) => {
  const goal = readGoalHeading(buildGrid([row]), 0, 0);
  expect(goal && [goal.number, goal.title, goal.cell, goal.points?.toString() ?? null]).toEqual(expected);
});

test('what stands to its left is not what a goal is about', () => {
  expect(readGoalHeading(buildGrid([['改善市容', '年度目标1']]), 0, 1)).toMatchObject({
    title: '',
    cell: 'B1',
  });
});
