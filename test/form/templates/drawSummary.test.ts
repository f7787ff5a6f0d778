// The rows of a 得分情况表: the execution first, then the goals, which share what is left of 100 points.
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { drawSummary } from '../../../src/form/templates/drawSummary';
import { shareFormula } from '../../../src/form/templates/formulas';
import type { SummaryBlock } from '../../../src/form/templates/template';
import { drawnBelow } from './drawnBelow';

const BLOCK: SummaryBlock = {
  heights: { header: 26, row: 22 },
  columns: {
    order: { at: 'A', header: '序号' },
    label: { at: 'B:C', header: '类别' },
    weight: { at: 'D', header: '分值' },
    score: { at: 'E', header: '得分' },
    rate: { at: 'F', header: '得分率' },
  },
  execution: '预算执行',
  goal: '年度目标{goal}',
};

function drawn(goals: number) {
  const { places: table, ...rest } = drawnBelow((canvas) => drawSummary(canvas, BLOCK, MOF_2020, goals));
  return { table, ...rest };
}

test('every row has its number, its points, a blank score and its rate', () => {
  const { table, areas, heights, rules } = drawn(2);
  const row = (at: number, label: string, points: number) => [
    `A${at} points ${at - 2}`,
    `B${at}:C${at} label ${label}`,
    `D${at} points ${points}`,
    `E${at} points`,
    `F${at} rate =${shareFormula(`E${at}`, `D${at}`)}`,
  ];
  expect(areas).toEqual([
    ...['A2 header 序号', 'B2:C2 header 类别', 'D2 header 分值', 'E2 header 得分', 'F2 header 得分率'],
    ...row(3, '预算执行', 10),
    ...row(4, '年度目标1', 45),
    ...row(5, '年度目标2', 45),
  ]);
  expect(heights).toEqual([30, 26, 22, 22, 22]);
  expect(rules).toEqual(
    ['3', '4', '5'].flatMap((at) => [`D${at} 分值: 0 to 100`, `E${at} 得分: 0 to D${at}`]),
  );
  expect(table).toEqual({ weights: 'D3:D5', scores: 'E3:E5', header: { first: 1, last: 1 } });
});

// 90 ÷ 7 = 12.857…
test('points that do not part evenly differ by a hundredth', () => {
  const points = drawn(7).areas.flatMap((line) => /^D\d+ points (.*)/.exec(line)?.[1] ?? []);
  expect(points).toEqual(['10', '12.86', '12.86', '12.86', '12.86', '12.86', '12.85', '12.85']);
});
