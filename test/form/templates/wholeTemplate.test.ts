// A template as a whole: its lines, its total, and how the sheet is printed.
import { findRuleSet } from '../../../src/engine/ruleSets/shippedRuleSets';
import { STYLES } from '../../../src/form/templates/canvas';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import { shareFormula } from '../../../src/form/templates/formulas';
import look from '../../../src/form/templates/styles.json';
import type { Template } from '../../../src/form/templates/template';
import { TEMPLATES } from '../../../src/form/templates/templates';
import { shownAreas } from './shownAreas';

const FRAME = {
  id: 'small',
  name: {},
  source: null,
  use: {},
  rules: 'mof-2020',
  defaults: { goals: 1, rows: 1 },
  hasGoals: true,
  sheet: '{year}年{unit}自评表',
  isLandscape: true,
  frozenRows: 3,
  columns: [30, 40, 50, 60, 70],
  head: [
    { height: 34, cells: [['A:E', 'title', '{year}年度自评表']] },
    {
      height: 20,
      cells: [
        ['A', 'label', '目标', '2'],
        ['B:E', 'input', '{project}'],
      ],
    },
    { height: 46, cells: [['B:E', 'words']] },
  ],
  foot: [{ height: 15, cells: [['A:E', 'note', '分为100%—{band1}%、{band1}%—{band2}%、{band2}%—0%']] }],
};

const TABLE: Template = {
  ...FRAME,
  fund: {
    side: { at: 'A', header: '资金' },
    heights: { header: 24, row: 21 },
    columns: {
      budget: { at: 'B', header: '预算数' },
      spent: { at: 'C', header: '执行数' },
      weight: { at: 'D', header: '分值' },
      score: { at: 'E', header: '得分' },
    },
    rows: ['总额'],
    noPoints: '—',
  },
  middle: [{ height: 12, cells: [['A:E', 'line', '（{execution}分）']] }],
  indicators: {
    side: { at: 'A', header: '指标' },
    heading: null,
    heights: { header: 26, row: 22 },
    columns: {
      level1: { at: 'B', header: '一级指标' },
      level2: { at: 'C', header: '二级指标' },
      weight: { at: 'D', header: '分值' },
      score: { at: 'E', header: '得分' },
    },
    group: null,
    operators: [],
    levels: [{ label: '产出指标', level2: ['数量指标'] }],
  },
  summary: null,
  total: { height: 23, label: { at: 'A:B', header: '总分' }, weight: 'D', score: 'E', rate: null, rest: 'C' },
};

const SCORES: Template = {
  ...FRAME,
  fund: null,
  middle: [],
  indicators: null,
  summary: {
    heights: { header: 26, row: 22 },
    columns: {
      order: { at: 'A', header: '序号' },
      label: { at: 'B', header: '类别' },
      weight: { at: 'C', header: '分值' },
      score: { at: 'D', header: '得分' },
      rate: { at: 'E', header: '得分率' },
    },
    execution: '预算执行',
    goal: '目标{goal}',
  },
  total: { height: 28, label: { at: 'A:B', header: '合计' }, weight: 'C', score: 'D', rate: 'E', rest: null },
};

const ASKED = { year: 2025, unit: '城管局', project: '道路养护', goals: 1, rows: 1 };

test('lines, money, indicators and total stand below each other', () => {
  const { cells, merges, rowHeights } = drawTemplate(TABLE, ASKED);
  const inRow = (row: number) =>
    shownAreas({ cells: cells.filter((cell) => cell.row === row - 1), merges }).join(', ');
  expect(inRow(1)).toBe('A1:E1 title 2025年度自评表');
  expect(inRow(2)).toBe('A2:A3 label 目标, B2:E2 input 道路养护');
  expect(inRow(3)).toBe('A2:A3 label, B3:E3 words');
  expect(inRow(4)).toMatch(/^A4:A5 label 资金, B4 header 预算数, /);
  expect(inRow(6)).toBe('A6:E6 line （10分）');
  expect(inRow(7)).toMatch(/^A7:A8 label 指标, B7 header 一级指标, /);
  expect(inRow(9)).toBe(
    [
      ...['A9:B9 total 总分', 'C9 label', 'D9 total =ROUND(SUM(D5,D8),2)'],
      'E9 total =IF(COUNT(E5,E8)=0,"",ROUND(SUM(E5,E8),2))',
    ].join(', '),
  );
  expect(inRow(10)).toBe('A10:E10 note 分为100%—80%、80%—60%、60%—0%');
  expect(rowHeights).toEqual([34, 20, 46, 24, 21, 12, 26, 22, 23, 15]);
});

test('of several goals the total adds up all', () => {
  const { cells } = drawTemplate(TABLE, { ...ASKED, goals: 2 });
  const formulas = cells.flatMap(({ style, formula }) => (style === 'total' ? (formula ?? []) : []));
  expect(formulas).toEqual(['ROUND(SUM(D5,D8,D10),2)', 'IF(COUNT(E5,E8,E10)=0,"",ROUND(SUM(E5,E8,E10),2))']);
});

test('without a column of points the total has none, and without money only the rows count', () => {
  const drawing = drawTemplate(
    {
      ...TABLE,
      fund: null,
      total: { ...TABLE.total, weight: null, rest: null, rate: 'C' },
    },
    ASKED,
  );
  expect(shownAreas(drawing).filter((line) => / total| rate/.test(line))).toEqual([
    'A7:B7 total 总分',
    'E7 total =IF(COUNT(E6)=0,"",ROUND(SUM(E6),2))',
  ]);
});

test('a table of scores has a total with its own rate', () => {
  const drawing = drawTemplate(SCORES, { ...ASKED, goals: 2 });
  expect(shownAreas(drawing).slice(-5)).toEqual([
    ...['A8:B8 total 合计', 'C8 total =ROUND(SUM(C5:C7),2)'],
    'D8 total =IF(COUNT(D5:D7)=0,"",ROUND(SUM(D5:D7),2))',
    `E8 rate =${shareFormula('D8', 'C8')}`,
    'A9:E9 note 分为100%—80%、80%—60%、60%—0%',
  ]);
  expect(drawing.print.repeatedRows).toEqual({ first: 3, last: 3 });
});

test.each([
  [TABLE, 10, { first: 6, last: 6 }],
  [SCORES, 8, { first: 3, last: 3 }],
] as const)('the sheet is named, styled and printed as its template says', (template, rows, repeatedRows) => {
  const { name, font, columnWidths, styles, frozenRows, print } = drawTemplate(template, ASKED);
  expect({ name, columnWidths, frozenRows }).toEqual({
    name: '2025年城管局自评表',
    columnWidths: [30, 40, 50, 60, 70],
    frozenRows: 3,
  });
  expect([font, styles]).toEqual([look.font, STYLES]);
  expect(print).toEqual({
    area: `A1:E${rows}`,
    isLandscape: true,
    margins: look.margins,
    isCentred: true,
    repeatedRows,
    footer: '第 &P 页，共 &N 页',
  });
});

test('a form without goals of its own has one table, whatever is asked', () => {
  const drawn = (template: Template) => drawTemplate(template, { ...ASKED, goals: 5 }).rowHeights.length;
  expect([drawn(TABLE), drawn({ ...TABLE, hasGoals: false })]).toEqual([10 + 4 * 2, 10]);
});

test.each([
  [{ year: 1999 }, { year: 2000 }],
  [{ year: 2100 }, { year: 2099 }],
  [{ year: 2024.9 }, { year: 2024 }],
  [{ goals: 21 }, { goals: 20 }],
  [{ goals: -1 }, { goals: 1 }],
  [{ rows: 11 }, { rows: 10 }],
  [{ rows: 2.7 }, { rows: 2 }],
])('%j is answered like %j', (asked, meant) => {
  expect(drawTemplate(TABLE, { ...ASKED, ...asked })).toEqual(drawTemplate(TABLE, { ...ASKED, ...meant }));
});

test('a template must follow a rule set that there is', () => {
  expect(() => drawTemplate({ ...TABLE, rules: 'none-such' }, ASKED)).toThrow(/small/);
  expect(TEMPLATES.filter(({ rules }) => findRuleSet(rules) === null)).toEqual([]);
});

// Every level of a template gets its points from the rule set, where that parts them by levels.
test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s has words that its rules know',
  (_, template) => {
    const { level1Weights } = findRuleSet(template.rules) ?? {};
    const labels = template.indicators?.levels.map(({ label }) => label) ?? [];
    const words = [...(level1Weights ?? new Map<string, unknown>()).keys()];
    expect(labels.map((label) => words.filter((word) => label.includes(word)).length)).toEqual(
      labels.map(() => (words.length === 0 ? 0 : 1)),
    );
  },
);
