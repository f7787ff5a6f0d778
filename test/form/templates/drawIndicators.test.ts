// The table of indicators of a template: levels and rows of each goal, the points of every row, and what may be typed.
import { MOF_2020, findRuleSet } from '../../../src/engine/ruleSets/shippedRuleSets';
import type { RuleSet } from '../../../src/engine/ruleSet';
import { drawIndicators } from '../../../src/form/templates/drawIndicators';
import type { IndicatorBlock } from '../../../src/form/templates/template';
import { drawnBelow } from './drawnBelow';

const WIDE: IndicatorBlock = {
  side: { at: 'A', header: '年度绩效指标' },
  heading: {
    height: 32,
    label: { at: 'A:B', header: '目标{goal}：（{points}分）' },
    title: { at: 'C:K', header: '' },
  },
  heights: { header: 26, row: 22 },
  columns: {
    level1: { at: 'B', header: '一级指标' },
    level2: { at: 'C', header: '二级指标' },
    name: { at: 'D', header: '三级指标' },
    operator: { at: 'E', header: '性质' },
    target: { at: 'F', header: '指标值' },
    unit: { at: 'G', header: '单位' },
    actual: { at: 'H', header: '实际完成值' },
    weight: { at: 'I', header: '分值' },
    score: { at: 'J', header: '得分' },
    reason: { at: 'K', header: '原因' },
  },
  group: { at: 'E:G', header: '年度指标值' },
  operators: ['≥', '≤'],
  levels: [
    { label: '产出指标', level2: ['数量指标', '质量指标'] },
    { label: '效益指标（{points}分）', level2: ['社会效益', '生态效益'] },
  ],
};

const NARROW: IndicatorBlock = {
  side: { at: 'A', header: '目标{goal}（{points}分）' },
  heading: null,
  heights: { header: 26, row: 22 },
  columns: {
    level1: { at: 'B', header: '一级指标' },
    level2: { at: 'C', header: '二级指标' },
    name: { at: 'D', header: '三级指标' },
    target: { at: 'E', header: '目标值' },
    actual: { at: 'F:G', header: '完成值' },
    score: { at: 'H', header: '得分' },
  },
  group: null,
  operators: [],
  levels: [
    { label: '产出指标（{points}分）', level2: ['数量指标', '质量指标'] },
    { label: '满意度指标', level2: ['服务对象'] },
  ],
};

/** 20 points for the execution, the other 80 shared by all rows alike. */
const WUHAN = findRuleSet('wuhan') ?? MOF_2020;

function drawn(block: IndicatorBlock, ruleSet: RuleSet, goals: number, rows: number) {
  const answers = { year: 2025, unit: '', project: '', goals, rows };
  const { places: table, ...rest } = drawnBelow((canvas) =>
    drawIndicators(canvas, block, ruleSet, answers, { goal: 'never' }),
  );
  return { table, ...rest };
}

test('each goal has a heading, a header in two rows and four rows that share its 40 points', () => {
  const { table, areas, heights, rules } = drawn(WIDE, WUHAN, 2, 1);
  const row = (at: number, level2: string) => [
    ...[`C${at} label ${level2}`, `D${at} input`, `E${at} entry`, `F${at} entry`, `G${at} entry`],
    ...[`H${at} entry`, `I${at} points 10`, `J${at} points`, `K${at} input`],
  ];
  const goal = (number: number, at: number) => [
    `A${at}:B${at} label ="目标${number}：（"&ROUND(SUM(I${at + 3}:I${at + 6}),2)&"分）"`,
    `C${at}:K${at} input`,
    `A${at + 1}:A${at + 6} label 年度绩效指标`,
    ...[`B${at + 1}:B${at + 2} header 一级指标`, `C${at + 1}:C${at + 2} header 二级指标`],
    ...[`D${at + 1}:D${at + 2} header 三级指标`, `E${at + 1}:G${at + 1} header 年度指标值`],
    ...[`H${at + 1}:H${at + 2} header 实际完成值`, `I${at + 1}:I${at + 2} header 分值`],
    ...[`J${at + 1}:J${at + 2} header 得分`, `K${at + 1}:K${at + 2} header 原因`],
    ...[`E${at + 2} header 性质`, `F${at + 2} header 指标值`, `G${at + 2} header 单位`],
    `B${at + 3}:B${at + 4} label 产出指标`,
    ...row(at + 3, '数量指标'),
    ...row(at + 4, '质量指标'),
    `B${at + 5}:B${at + 6} label ="效益指标（"&ROUND(SUM(I${at + 5}:I${at + 6}),2)&"分）"`,
    ...row(at + 5, '社会效益'),
    ...row(at + 6, '生态效益'),
  ];
  expect(areas).toEqual([...goal(1, 2), ...goal(2, 9)]);
  const heightsOfGoal = [32, 26, 26, 22, 22, 22, 22];
  expect(heights).toEqual([30, ...heightsOfGoal, ...heightsOfGoal]);
  expect(table).toEqual({
    weights: ['I5:I8', 'I12:I15'],
    scores: ['J5:J8', 'J12:J15'],
    header: { first: 2, last: 3 },
  });
  expect(rules).toEqual(
    [5, 6, 7, 8, 12, 13, 14, 15].flatMap((at) => [
      ...[`I${at} 分值: 0 to 100`, `J${at} 得分: 0 to I${at}`, `E${at} 指标性质: ≥ ≤`],
    ]),
  );
});

// 产出 50 over four rows, 满意度 10 over two: 效益 has no rows here.
test('without a column of points they stand in the names and labels, and a score beyond them only warns', () => {
  const { table, areas, heights, rules } = drawn(NARROW, MOF_2020, 1, 2);
  const row = (at: number, number: number, points: string) => [
    ...[
      `D${at} input 指标${number}：（${points}分）`,
      `E${at} entry`,
      `F${at}:G${at} entry`,
      `H${at} points`,
    ],
  ];
  expect(areas).toEqual([
    ...['A2:A8 label 目标1（90分）', 'B2 header 一级指标', 'C2 header 二级指标', 'D2 header 三级指标'],
    ...['E2 header 目标值', 'F2:G2 header 完成值', 'H2 header 得分'],
    ...['B3:B6 label 产出指标（50分）', 'C3:C4 label 数量指标', ...row(3, 1, '12.5'), ...row(4, 2, '12.5')],
    ...['C5:C6 label 质量指标', ...row(5, 1, '12.5'), ...row(6, 2, '12.5')],
    ...['B7:B8 label 满意度指标', 'C7:C8 label 服务对象', ...row(7, 1, '5'), ...row(8, 2, '5')],
  ]);
  expect(heights).toEqual([30, 26, 22, 22, 22, 22, 22, 22]);
  expect(table).toEqual({ weights: [], scores: ['H3:H8'], header: { first: 1, last: 1 } });
  expect(rules).toEqual([
    ...[3, 4, 5, 6].map((at) => `H${at} 得分: 0 to 12.5?`),
    ...[7, 8].map((at) => `H${at} 得分: 0 to 5?`),
  ]);
});

test('a header is under its group only where it stands within it', () => {
  const at = (columns: string) => {
    const [, , third] = drawn({ ...WIDE, group: { at: columns, header: '组' } }, WUHAN, 1, 1).areas.filter(
      (line) => / header 性质$| header 指标值$| header 单位$/.test(line),
    );
    return third;
  };
  expect([at('E:G'), at('E:F'), at('D:G')]).toEqual(['G4 header 单位', 'F4 header 指标值', 'G4 header 单位']);
  const apart = drawn({ ...WIDE, group: { at: 'F:G', header: '组' } }, WUHAN, 1, 1).areas;
  expect(apart).toEqual(expect.arrayContaining(['E3:E4 header 性质', 'F3:G3 header 组', 'F4 header 指标值']));
});

test('the goals share what the execution leaves, and rows of unlike points make up the whole of their level', () => {
  const pointsOf = (rules: RuleSet, goals: number, rows: number, levels = WIDE.levels) =>
    drawn({ ...WIDE, levels }, rules, goals, rows).areas.flatMap(
      (line) => /^I\d+ points (.*)/.exec(line)?.[1] ?? [],
    );
  // 80 ÷ 3 goals is 26.67, 26.67 and 26.66, each over four rows.
  expect(pointsOf(WUHAN, 3, 1)).toEqual([
    ...['6.67', '6.67', '6.67', '6.66'],
    ...['6.67', '6.67', '6.67', '6.66'],
    ...['6.67', '6.67', '6.66', '6.66'],
  ]);
  // 50 ÷ 6 rows of 产出, 30 ÷ 6 of 效益.
  expect(pointsOf(MOF_2020, 1, 3)).toEqual([
    ...['8.34', '8.34', '8.33', '8.33', '8.33', '8.33'],
    ...['5', '5', '5', '5', '5', '5'],
  ]);
  // Rows of unlike levels in their order: 80 over 2 + 1 rows.
  const uneven = [
    { label: '产出', level2: ['数量', '质量'] },
    { label: '效益', level2: ['社会'] },
  ];
  expect(pointsOf(WUHAN, 1, 1, uneven)).toEqual(['26.67', '26.67', '26.66']);
  // A level that the rule set does not know has nothing to share.
  expect(pointsOf(MOF_2020, 1, 1, [{ label: '其他', level2: ['数量'] }])).toEqual(['0']);
});
