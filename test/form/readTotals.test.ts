// Rows that add up others: which rows they are, and where their numbers and grades stand.
import type { NumberCell } from '../../src/engine/facts';
import { filledCells } from '../../src/form/headers';
import {
  isSubtotalRow,
  isTotalRow,
  readGradeBeside,
  readSubtotal,
  readTotal,
} from '../../src/form/readTotals';
import { buildGrid, cell, type CellSpec } from './buildGrid';

type Row = readonly CellSpec[];

test.each<[Row, boolean]>([
  [['总分', null, null, 100, 95], true],
  [['合 计：', null, 95], true],
  [[null, '绩效指标', '总分', null, 95], true],
  [['甲', '乙', '丙', '总分', 95], false],
  [['自评总分', 95], true],
  [['总分：91分（优）'], true],
  [['自评结果', '97.5分（优）'], true],
  [['自评结果', '甲', '97.5分（优）'], false],
  [['自评结果', '97.5'], false],
  [['自评结果', '-5'], false],
  [['95分'], false],
  [['95（优）'], true],
  [['95分（优秀）'], true],
  [['95分（合格）'], false],
  [['5个项目的总分', 95], false],
  [['5', '总分', '甲'], false],
  [['长'.repeat(20), '总分', '甲'], true],
  [['长'.repeat(21), '总分', '甲'], false],
  [['小计', 50], false],
  [[], false],
])('%j is a total: %s', (row, total) => {
  expect(isTotalRow(filledCells(buildGrid([row]), 0))).toBe(total);
});

test.each<[Row, boolean]>([
  [['小计', null, 50], true],
  [['产出指标小计', 50], true],
  [[null, '甲', '小计（50分）', 50], true],
  [['年度目标1合计', 50], true],
  [['产出指标合计', 50], true],
  [['甲', '乙', '丙', '小计', 50], false],
  [['合计', 50], false],
  [['合计小计数', 50], false],
])('%j is a subtotal: %s', (row, subtotal) => {
  expect(isSubtotalRow(filledCells(buildGrid([row]), 0))).toBe(subtotal);
});

const brief = ({ cell, value, state }: NumberCell) => `${cell ?? '-'} ${value?.toString() ?? state}`;

/** The total of a row whose weights stand in column F (5) and whose scores stand in column G (6). */
function total(row: Row, columns: { weight: number | null; score: number | null } = { weight: 5, score: 6 }) {
  const { weight, score, grade, row: number } = readTotal(buildGrid([[], row]), 1, columns);
  return [number, brief(weight), brief(score), grade && `${grade.cell} ${grade.text}`];
}

test.each<[Row, readonly (string | number | null)[]]>([
  [
    ['总分', null, null, null, null, 100, 95],
    [2, 'F2 100', 'G2 95', null],
  ],
  [
    ['总分', null, null, null, null, 100, 95, '优'],
    [2, 'F2 100', 'G2 95', 'H2 优'],
  ],
  [
    ['总分', null, null, null, null, 100, 95, '优良'],
    [2, 'F2 100', 'G2 95', null],
  ],
  [
    ['总分', null, null, '95分', null, 100, null],
    [2, 'F2 100', 'D2 95', null],
  ],
  [
    ['总分', '90', null, '95分', null, 100, null],
    [2, 'F2 100', 'D2 95', null],
  ],
  [
    ['总分', null, null, null, null, 100, null],
    [2, 'F2 100', 'G2 blank', null],
  ],
  [
    ['总分', null, null, null, null, null, 95],
    [2, '- blank', 'G2 95', null],
  ],
  [
    ['总分', null, null, null, null, '100%', 95],
    [2, 'F2 100', 'G2 95', null],
  ],
  [
    ['88', '总分', null, null, null, null, null],
    [2, '- blank', 'G2 blank', null],
  ],
  [
    ['总分', null, null, null, null, 100, '—'],
    [2, 'F2 100', 'G2 none', null],
  ],
  [['总分：91分（优）'], [2, '- blank', 'A2 91', 'A2 优']],
  [['总分：91.5分'], [2, '- blank', 'A2 91.5', null]],
  [
    ['总分', null, null, '97.5分（优）', null, 100],
    [2, 'F2 100', 'D2 97.5', 'D2 优'],
  ],
  [
    ['总分', null, null, null, null, 100, '91（良好）'],
    [2, 'F2 100', 'G2 91', 'G2 良'],
  ],
])('the total of %j', (row, expected) => {
  expect(total(row)).toEqual(expected);
});

test('a label that stands in the column of scores or weights is no number of it', () => {
  expect(total([null, null, null, null, null, '总分', null, 95], { weight: 5, score: 5 })).toEqual([
    2,
    '- blank',
    'H2 95',
    null,
  ]);
  expect(total(['总分', 95], { weight: null, score: null })).toEqual([2, '- blank', 'B2 95', null]);
  expect(total(['总分'], { weight: null, score: null })).toEqual([2, '- blank', '- blank', null]);
});

test('a subtotal has the numbers of its columns and the rows that it is given', () => {
  const grid = buildGrid([['小计', '50%', 45]]);
  const read = (weight: number | null, score: number | null) => {
    const { row, rows, ...cells } = readSubtotal(grid, 0, { weight, score }, [3, 4]);
    return [row, brief(cells.weight), brief(cells.score), rows];
  };
  expect(read(1, 2)).toEqual([1, 'B1 50', 'C1 45', [3, 4]]);
  expect(read(null, null)).toEqual([1, '- blank', '- blank', [3, 4]]);
});

test.each<[Row, string | null]>([
  [['自评等级', '优'], 'B1 优'],
  [['评价等级：', null, '合 格'], 'C1 合 格'],
  [['甲', '自评等级', '良'], 'C1 良'],
  [['自评等级', '尚可'], null],
  [['自评等级'], null],
  [['甲', '优'], null],
])('the grade in %j is %s', (row, expected) => {
  const grade = readGradeBeside(buildGrid([row]), 0);
  expect(grade && `${grade.cell} ${grade.text}`).toBe(expected);
});

describe('a blank total in merged cells', () => {
  const columns = { weight: 2, score: 4 };
  const covered = cell({ isCovered: true });

  test('belongs into the first of them, which is the one that shows', () => {
    const { score } = readTotal(buildGrid([['总分', null, null, covered, covered]]), 0, columns);
    expect(score).toMatchObject({ cell: 'C1', state: 'blank' });
  });

  test('stays in its column where the label covers it', () => {
    const { score } = readTotal(buildGrid([['总分', covered, covered, covered, covered]]), 0, columns);
    expect(score).toMatchObject({ cell: 'E1', state: 'blank' });
  });
});
