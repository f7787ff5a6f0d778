// The fund block of a template: which cells it takes, what stands in them and what may be typed.
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { drawFund } from '../../../src/form/templates/drawFund';
import type { FundBlock } from '../../../src/form/templates/template';
import { drawnBelow } from './drawnBelow';

const PLACES = { execution: '10', year: '2025' };

const FULL: FundBlock = {
  side: { at: 'A:B', header: '项目资金（{execution}分）' },
  heights: { header: 24, row: 21 },
  columns: {
    label: { at: 'C', header: '' },
    initial: { at: 'D', header: '年初预算数' },
    budget: { at: 'E', header: '{year}年预算数' },
    spent: { at: 'F:G', header: '执行数' },
    weight: { at: 'H', header: '分值' },
    rate: { at: 'I', header: '执行率' },
    score: { at: 'J', header: '得分' },
    reason: { at: 'K', header: '原因' },
  },
  rows: ['总额', '其中：财政', '其他'],
  noPoints: '—',
};

function drawn(block: FundBlock) {
  const { places, ...rest } = drawnBelow((canvas) => drawFund(canvas, block, MOF_2020, PLACES));
  return { ...places, ...rest };
}

const sumOf = (range: string) => `=IF(COUNT(${range})=0,"",ROUND(SUM(${range}),6))`;
const rateOf = (spent: string, budget: string) =>
  `=IF(COUNT(${budget},${spent})<2,"",IF(${budget}>0,ROUND(${spent}/${budget},10),""))`;
const scoreOf = (weight: string, spent: string, budget: string) =>
  `=IF(COUNT(${budget},${spent})<2,"",IF(${budget}>0,ROUND(MIN(${weight},${weight}*${spent}/${budget})+0.000000001,2),""))`;

test('the total adds up its parts, every row has its rate, and only the total has points', () => {
  const { areas, heights, weight, score } = drawn(FULL);
  expect(areas).toEqual([
    'A2:B5 label 项目资金（10分）',
    ...['C2 header', 'D2 header 年初预算数', 'E2 header 2025年预算数', 'F2:G2 header 执行数'],
    ...['H2 header 分值', 'I2 header 执行率', 'J2 header 得分', 'K2 header 原因'],
    ...['C3 label 总额', `D3 amount ${sumOf('D4:D5')}`, `E3 amount ${sumOf('E4:E5')}`],
    ...[`F3:G3 amount ${sumOf('F4:F5')}`, 'H3 points 10', `I3 rate ${rateOf('F3', 'E3')}`],
    ...[`J3 points ${scoreOf('H3', 'F3', 'E3')}`, 'K3 input'],
    ...['C4 label 其中：财政', 'D4 amount', 'E4 amount', 'F4:G4 amount', 'H4 points —'],
    ...[`I4 rate ${rateOf('F4', 'E4')}`, 'J4 points —', 'K4 input'],
    ...['C5 label 其他', 'D5 amount', 'E5 amount', 'F5:G5 amount', 'H5 points —'],
    ...[`I5 rate ${rateOf('F5', 'E5')}`, 'J5 points —', 'K5 input'],
  ]);
  expect(heights).toEqual([30, 24, 21, 21, 21]);
  expect([weight, score]).toEqual(['H3', 'J3']);
});

test('amounts are typed into the parts, never below nothing, and the points up to 100', () => {
  expect(drawn(FULL).rules).toEqual([
    ...['D4:D5 金额: from 0', 'E4:E5 金额: from 0', 'F4:F5 金额: from 0', 'H3 分值: 0 to 100'],
  ]);
  expect(drawn({ ...FULL, rows: ['总额', '其中：财政'] }).rules.slice(0, 1)).toEqual(['D4 金额: from 0']);
});

test('without parts the total is typed, and without a column of points they stand in the formula', () => {
  const { label, budget, spent, score } = { ...FULL.columns, label: { at: 'C', header: '' } };
  const drawing = drawn({ ...FULL, rows: ['总额'], columns: { label, budget, spent, score } });
  expect(drawing.areas).toEqual([
    'A2:B3 label 项目资金（10分）',
    ...['C2 header', 'E2 header 2025年预算数', 'F2:G2 header 执行数', 'J2 header 得分'],
    ...['C3 label 总额', 'E3 amount', 'F3:G3 amount', `J3 points ${scoreOf('10', 'F3', 'E3')}`],
  ]);
  expect(drawing.rules).toEqual(['E3 金额: from 0', 'F3 金额: from 0']);
  expect([drawing.weight, drawing.score]).toEqual(['10', 'J3']);
});
