// The sheet of a rolled-up form, cell by cell: levels, sums, limits, and what is said where something is missing.
import { Decimal } from '../../../src/engine/decimal';
import type { RolledUp, RolledUpRow } from '../../../src/engine/rollUp/rolledUp';
import { drawRollUp } from '../../../src/form/rollUp/drawRollUp';
import { STYLES } from '../../../src/form/templates/canvas';
import { executionFormula, shareFormula } from '../../../src/form/templates/formulas';
import look from '../../../src/form/templates/styles.json';
import { buildForms, rollUp } from '../../engine/rollUp/buildForms';
import { shownAreas, shownRules } from '../templates/shownAreas';

const TWO = rollUp(
  buildForms([
    {
      name: '甲',
      budget: '120',
      spent: '90',
      rows: [
        ['岗位', '≥600个', '600个', '50', '50'],
        ['满意度', '≥90%', '95%', '40', '40', '满意度指标', '满意度'],
      ],
    },
    {
      name: '乙',
      budget: '40',
      spent: '30',
      rows: [
        ['岗位', '≥400个', '390个', '50', '48.75'],
        ['满意度', '≥90%', '83%', '40', '36.89', '满意度指标', '满意度'],
      ],
    },
  ]),
);
/** So that the expected lines do not depend on how a figure's source is told. */
const told = (rolled: RolledUp, left: readonly string[] = [], unit = '城管局') => {
  const drawing = drawRollUp(rolled, { unit, left });
  return { ...drawing, areas: shownAreas(drawing), rules: shownRules(drawing) };
};
const rate = (row: number) => shareFormula(`E${row}`, `D${row}`);
const sumOf = (range: string) => `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),10))`;

test('money stands above the rows, every part with its own source, and the total below them', () => {
  const { areas } = told(TWO);
  const until = (row: number) => areas.filter((line) => Number(/\d+/.exec(line)?.[0]) === row);
  expect([...until(1), ...until(2)]).toEqual([
    'A1:I1 title 2020年度城管局部门整体绩效自评表',
    ...['A2:B2 label 单位名称', 'C2:I2 input 城管局'],
  ]);
  expect(until(3)).toEqual([
    ...['A3:B6 label 预算执行情况（万元）\n（10分）', 'C3 header', 'D3 header 预算数（A）'],
    ...['E3:F3 header 执行数（B）', 'G3 header 执行率（B/A）', 'H3 header 得分\n（10分*执行率）'],
    'I3 header 数据来源',
  ]);
  expect(until(4)).toEqual([
    ...['C4 level 部门整体支出总额', `D4 amount =${sumOf('D5:D6')}`, `E4:F4 amount =${sumOf('E5:E6')}`],
    ...[`G4 rate =${rate(4)}`, `H4 points =${executionFormula('10', 'D4', 'E4', 2)}`],
    'I4 source 下列各项目相加',
  ]);
  expect(until(6)).toEqual([
    ...['C6 level 其中：乙', 'D6 amount 40', 'E6:F6 amount 30', `G6 rate =${rate(6)}`, 'H6 points —'],
    'I6 source 乙!E5 40、F5 30',
  ]);
  expect(until(7)).toEqual([
    ...['A7:A9 label 年度绩效指标', 'B7 header 一级指标', 'C7 header 二级指标', 'D7 header 三级指标'],
    ...['E7 header 年初目标值（A）', 'F7 header 实际完成值（B）', 'G7 header 分值', 'H7 header 得分'],
    'I7 header 数据来源',
  ]);
  // 50 × 990 ÷ 1000
  expect(until(8).slice(0, -1)).toEqual([
    ...['B8 level 产出指标', 'C8 level 数量指标', 'D8 input 岗位', 'E8 entry ≥1000个', 'F8 entry 990个'],
    ...['G8 points 50', 'H8 points 49.5'],
  ]);
  expect(until(8).at(-1)).toMatch(/^I8 source 相加；目标：甲!E9 600/);
  expect(until(10)).toEqual([
    ...['A10:F10 total 总分', 'G10 total =ROUND(SUM(10,G8:G9),2)'],
    'H10 total =IF(COUNT(H4,H8:H9)=0,"",ROUND(SUM(H4,H8:H9),2))',
    'I10 source',
  ]);
});

test('weights go up to 100, scores up to their weight, amounts begin at nothing', () => {
  expect(told(TWO).rules).toEqual([
    ...['D5:D6 金额: from 0', 'E5:E6 金额: from 0'],
    ...['G8 分值: 0 to 100', 'H8 得分: 0 to G8', 'G9 分值: 0 to 100', 'H9 得分: 0 to G9'],
  ]);
});

test('below the form stand its notes and, counted, what is left to a person', () => {
  const foot = (left: readonly string[]) =>
    told(TWO, left).areas.filter((line) => Number(/\d+/.exec(line)?.[0]) > 10);
  expect(foot(['请核对甲。', '请核对乙。'])).toEqual([
    ...['A11:C11 label 偏差大或目标未完成原因分析', 'D11:I11 words'],
    ...['A12:C12 label 改进措施及结果应用方案', 'D12:I12 words'],
    expect.stringMatching(
      /^A13:I13 note 注：1．.*按各项目执行数加权平均.*按执行数加权平均各项目得分。$/,
    ) as string,
    ...([expect.stringMatching(/^A14:I14 note 2．/), expect.stringMatching(/^A15:I15 note 3．/)] as string[]),
    ...['A16:I16 line 以下内容请人工核对', 'A17:I17 note 1．请核对甲。', 'A18:I18 note 2．请核对乙。'],
  ]);
  expect(foot([]).at(-1)).toBe('A16:I16 line 没有需要人工核对的内容');
  const byBudget = told({ ...TWO, money: 'budget' }).areas;
  expect(byBudget.find((line) => line.startsWith('A13:I13'))).toMatch(/按各项目预算数加权平均/);
});

test('rows are as high as their texts, others as high as their kind', () => {
  // The sources of the rows take three and four lines of the 286 points beside them.
  const { rowHeights } = told(TWO, ['甲'.repeat(100), '乙']);
  expect([...rowHeights.slice(0, 7), ...rowHeights.slice(9, 18)]).toEqual([
    ...[48, 24, 46, 24, 24, 24, 30],
    ...[24, 40, 40, 28, 28, 28, 24],
    // 890 points of all columns hold 84 characters.
    ...[32, 19],
  ]);
  expect(rowHeights.slice(7, 9).every((height) => height > 24)).toBe(true);
});

const [first] = TWO.rows;
const rows = (...levels: readonly (readonly [string, string])[]): RolledUp => ({
  ...TWO,
  rows: levels.flatMap(([level1, level2]): RolledUpRow[] => (first ? [{ ...first, level1, level2 }] : [])),
});
const levelsOf = (rolled: RolledUp) =>
  told(rolled).areas.filter((line) => /^[BC]\d+(:[BC]\d+)? level/.test(line) && !/[C][4-6] /.test(line));

test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
  [
    'of one level',
    [
      ['产出', '数量'],
      ['产出', '数量'],
      ['产出', '质量'],
      ['效益', '质量'],
    ],
    ['B8:B10 level 产出', 'C8:C9 level 数量', 'C10 level 质量', 'B11 level 效益', 'C11 level 质量'],
  ],
  [
    'without some of the second levels',
    [
      ['产出', ''],
      ['产出', ''],
      ['效益', '社会'],
    ],
    ['B8:B9 level 产出', 'C8:C9 level —', 'B10 level 效益', 'C10 level 社会'],
  ],
  [
    'without second levels',
    [
      ['产出', ''],
      ['效益', ''],
    ],
    ['B8 level 产出', 'C8 level', 'B9 level 效益', 'C9 level'],
  ],
])('rows %s', (_, levels, expected) => {
  expect(levelsOf(rows(...levels))).toEqual(expected);
});

test('without points for the execution only the rows are added up', () => {
  const { areas } = told({ ...TWO, fund: { ...TWO.fund, weight: null } });
  expect(areas).toEqual(
    expect.arrayContaining([
      ...['A3:B6 label 预算执行情况（万元）', 'H3 header 得分', 'H4 points —'],
      ...['G10 total =ROUND(SUM(G8:G9),2)', 'H10 total =IF(COUNT(H8:H9)=0,"",ROUND(SUM(H8:H9),2))'],
    ]),
  );
});

test.each([
  [1, '（元）'],
  [10_000, '（万元）'],
  [100_000_000, '（亿元）'],
  [100, ''],
  [null, ''],
])('amounts in units of %s are headed %j', (yuan, word) => {
  const unit = yuan === null ? null : new Decimal(yuan);
  expect(told({ ...TWO, fund: { ...TWO.fund, unit } }).areas).toContain(
    `A3:B6 label 预算执行情况${word}\n（10分）`,
  );
});

test('what is not known stays blank', () => {
  const sources = TWO.fund.sources.map((source) => ({ ...source, budget: null, spent: null }));
  const blank = {
    ...TWO,
    year: null,
    fund: { ...TWO.fund, sources },
    rows: TWO.rows.map((row) => ({ ...row, score: null })),
  };
  const { areas } = told(blank, [], '');
  expect(areas).toEqual(
    expect.arrayContaining([
      ...[
        'A1:I1 title 部门整体绩效自评表',
        'C2:I2 input',
        'D5 amount',
        'E5:F5 amount',
        'H8 points',
        'H9 points',
      ],
    ]),
  );
});

// 10 for the execution is worked out on the sheet; a cap of the rule set must hold there too.
test('a total under the cap of its rules stays under it on the sheet', () => {
  const total = (score: Decimal) => told({ ...TWO, score }).areas.find((line) => line.startsWith('H10'));
  const sum = 'ROUND(SUM(H4,H8:H9),2)';
  expect(total(new Decimal(60))).toBe(`H10 total =IF(COUNT(H4,H8:H9)=0,"",MIN(60,${sum}))`);
  expect(total(TWO.score)).toBe(`H10 total =IF(COUNT(H4,H8:H9)=0,"",${sum})`);
  expect(total(TWO.score.minus('0.01'))).toMatch(/MIN/);
  const unscored = { ...TWO, rows: TWO.rows.map((row) => ({ ...row, score: null })) };
  const own = TWO.fund.outcome.computed ?? new Decimal(0);
  expect(told({ ...unscored, score: own }).areas.find((line) => line.startsWith('H10'))).not.toMatch(/MIN/);
});

test('the sheet is named, styled and printed across', () => {
  const { name, font, columnWidths, styles, print, frozenRows } = told(TWO);
  expect({ name, font, frozenRows, columns: columnWidths.length }).toEqual({
    ...{ name: '部门汇总表', font: look.font, frozenRows: 0, columns: 9 },
  });
  expect(styles).toEqual({
    ...STYLES,
    source: { ...look.plain, horizontal: 'left', vertical: 'center', size: 9 },
    level: { ...look.plain, horizontal: 'center', vertical: 'center', numberFormat: '@' },
  });
  expect(print).toEqual({
    ...{ area: 'A1:I16', isLandscape: true, margins: look.margins, isCentred: true },
    ...{ repeatedRows: { first: 6, last: 6 }, footer: look.footer },
  });
});
