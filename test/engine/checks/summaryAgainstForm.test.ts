// A table of scores against the only form of its workbook: which rows are parts of it, and what they may say.
import { checkSummaryAgainstForm } from '../../../src/engine/checks/summaryAgainstForm';
import type { StatedForm } from '../../../src/engine/checks/checkStatements';
import { Decimal } from '../../../src/engine/decimal';
import type { SummaryRow, SummaryTableFacts } from '../../../src/engine/facts';
import { form, summaryRow, summaryTable, told, type FormChange } from './buildFacts';

function stated(change: FormChange = {}, totals: readonly string[] = ['100']): StatedForm {
  const { facts } = form(change);
  return { sheet: '自评表', facts, totals: totals.map((total) => new Decimal(total)), completed: [] };
}

function tableForm(
  rows: readonly SummaryRow[],
  total: SummaryRow | null,
  more: Partial<SummaryTableFacts> = {},
) {
  return { sheet: '汇总', facts: { ...summaryTable(rows, total), ...more }, totals: [], completed: [] };
}

/** Findings of the table, each as its variant, cell and figures. */
function lines(table: StatedForm, forms: readonly StatedForm[] = [stated()]): readonly string[] {
  const [ofTable = []] = checkSummaryAgainstForm([table, ...forms]);
  return told(ofTable, 'summary-rows').map(
    ([where, { variant, name, printed, expected, form: of }]) =>
      `${where} ${[variant, name, printed, expected, of].join(' ')}`,
  );
}

const RIGHT = [
  summaryRow(3, '预算执行率', '10', '10'),
  summaryRow(4, '产出指标（50分）', '50', '50'),
  summaryRow(5, '效益', '30', '30'),
  summaryRow(6, '满意度', '10', '10'),
];

function changed(index: number, row: SummaryRow): readonly SummaryRow[] {
  return RIGHT.map((other, at) => (at === index ? row : other));
}

test('a table that repeats the scores of the form is right', () => {
  expect(lines(tableForm(RIGHT, summaryRow(7, '合计', '100', '100')))).toEqual([]);
});

test.each<[string, readonly SummaryRow[], SummaryRow | null, readonly string[]]>([
  [
    'another score of a level',
    changed(1, summaryRow(4, ' 产出指标（50分） ', '50', '49')),
    null,
    ['error - D4 row 产出指标（50分） 49 50 自评表'],
  ],
  [
    'another score of the execution',
    changed(0, summaryRow(3, '预算执行', '10', '9')),
    null,
    ['error - D3 row 预算执行 9 10 自评表'],
  ],
  ['a row without a score', changed(1, summaryRow(4, '产出', '50', '')), null, []],
  ['a row that is no part of the form', [...RIGHT, summaryRow(7, '加分项', '5', '3')], null, []],
  ['a row without a label', [...RIGHT, summaryRow(7, ' ', '5', '3')], null, []],
  ['another total', RIGHT, summaryRow(7, ' 合计', '100', '98'), ['error - D7 form 合计 98 100 自评表']],
  ['a total without a score', RIGHT, summaryRow(7, '合计', '100', ''), []],
])('%s', (_, rows, total, expected) => {
  expect(lines(tableForm(rows, total))).toEqual(expected);
});

test('a total may be any of those that the form may honestly have', () => {
  const total = summaryRow(7, '合计', '100', '98');
  expect(lines(tableForm(RIGHT, total), [stated({}, ['100', '98'])])).toEqual([]);
  expect(lines(tableForm(RIGHT, total), [stated({}, ['99', '97'])])).toEqual([
    'error - D7 form 合计 98 99 自评表',
  ]);
  expect(lines(tableForm(RIGHT, total), [stated({}, [])])).toEqual([]);
});

test.each([
  ['20', []],
  ['35', []],
  ['50', []],
  ['51', ['error - D4 row 产出 51 20 自评表']],
  ['19', ['error - D4 row 产出 19 20 自评表']],
])('with rows of 30 points still open a level of 20 may be %s', (score, expected) => {
  const open = stated({ rows: { 10: { score: '' }, 12: { score: '' } } });
  expect(lines(tableForm(changed(1, summaryRow(4, '产出', '50', score)), null), [open])).toEqual(expected);
});

test('a row that shares the score of another is not open', () => {
  const merged = stated({ rows: { 10: { score: '40' }, 11: { score: '', sharesScore: true } } });
  const at = (score: string) => tableForm(changed(1, summaryRow(4, '产出', '50', score)), null);
  expect(lines(at('50'), [merged])).toEqual([]);
  expect(lines(at('55'), [merged])).toHaveLength(1);
});

test.each([
  ['', '10', '9', []],
  ['', '10', '11', ['error - D3 row 预算执行率 11 0 自评表']],
  ['', '', '9', []],
  ['8', '', '9', ['error - D3 row 预算执行率 9 8 自评表']],
])('an execution scored "%s" of "%s" may be %s', (score, weight, told, expected) => {
  const fund = stated({ budget: { score, weight } });
  expect(lines(tableForm(changed(0, summaryRow(3, '预算执行率', '10', told)), null), [fund])).toEqual(
    expected,
  );
});

test('a form without a fund block has no execution to be held against', () => {
  const rows = changed(0, summaryRow(3, '预算执行率', '10', '3'));
  expect(lines(tableForm(rows, null), [stated({ budget: null })])).toEqual([]);
});

test('goals are held against their own rows, and levels are no parts then', () => {
  const goals = [1, 2].map((number) => ({ number, title: `年度目标${number}`, cell: 'A9', points: null }));
  const ofGoals = stated({
    everyRow: { goal: 1 },
    rows: { 13: { goal: 2 }, 14: { goal: 2 } },
    facts: { goals },
  });
  const rows = [
    summaryRow(3, '年度目标1', '50', '49'),
    summaryRow(4, '年度目标二', '40', '40'),
    summaryRow(5, '年度目标3', '40', '39'),
    summaryRow(6, '产出', '50', '7'),
  ];
  expect(lines(tableForm(rows, null), [ofGoals])).toEqual(['error - D3 row 年度目标1 49 50 自评表']);
});

const WRONG = changed(1, summaryRow(4, '产出', '50', '49'));

test.each<[string, StatedForm, readonly StatedForm[], number]>([
  ['the only form', tableForm(WRONG, null), [stated()], 1],
  ['two forms', tableForm(WRONG, null), [stated(), stated()], 0],
  ['no form', tableForm(WRONG, null), [], 0],
  ['another year', tableForm(WRONG, null, { year: 2021 }), [stated()], 0],
  ['a table without a year', tableForm(WRONG, null, { year: null }), [stated()], 1],
  ['a form without a year', tableForm(WRONG, null), [stated({ facts: { year: null } })], 1],
  ['one known row', tableForm(WRONG.slice(1, 2), null), [stated()], 0],
  ['two known rows', tableForm(WRONG.slice(1, 3), null), [stated()], 1],
  [
    'as many other rows',
    tableForm([...WRONG.slice(1, 3), summaryRow(8, '甲', '', ''), summaryRow(9, '乙', '', '')], null),
    [stated()],
    1,
  ],
  [
    'more other rows',
    tableForm(
      [...WRONG.slice(1, 3), ...['甲', '乙', '丙'].map((label, at) => summaryRow(8 + at, label, '', ''))],
      null,
    ),
    [stated()],
    0,
  ],
  [
    'a fund row that carries the grand total',
    tableForm(WRONG, null),
    [stated({ budget: { weight: '100' }, rows: { 10: { weight: '30' } } })],
    0,
  ],
])('a table beside %s', (_, table, forms, count) => {
  expect(lines(table, forms)).toHaveLength(count);
});

test('a form itself is held against nothing', () => {
  expect(checkSummaryAgainstForm([stated(), tableForm(WRONG, null)]).map((found) => found.length)).toEqual([
    0, 1,
  ]);
});
