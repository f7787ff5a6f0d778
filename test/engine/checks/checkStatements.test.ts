// What texts of a workbook say against its forms: which form they speak of, and what the form says instead.
import { checkWorkbook } from '../../../src/engine/checks/checkForm';
import { checkStatements, type StatedForm } from '../../../src/engine/checks/checkStatements';
import { Decimal } from '../../../src/engine/decimal';
import type { FormFacts, ScoredFormFacts } from '../../../src/engine/facts';
import type { Finding } from '../../../src/engine/finding';
import { form, summaryRow, summaryTable, type BudgetChange } from './buildFacts';

interface FormWords extends Partial<ScoredFormFacts> {
  readonly sheet?: string;
  readonly totals?: readonly string[];
  readonly completed?: readonly number[];
  readonly fund?: BudgetChange | null;
}

/** A form of five indicators with 100 points, 20 万元 budgeted and spent, of 2022. */
function stated({
  sheet = '表',
  totals = ['100'],
  completed = [5],
  fund,
  ...facts
}: FormWords = {}): StatedForm {
  return {
    sheet,
    facts: form({ budget: fund ?? {}, ...(fund === null ? { budget: null } : {}), facts }).facts,
    totals: totals.map((total) => new Decimal(total)),
    completed,
  };
}

function told(findings: readonly Finding[]) {
  return findings.map(({ code, severity, row, cell, params }) => ({ code, severity, row, cell, ...params }));
}

/** What is found when the sheet says the text in its cell A30. */
function found(text: string, forms: readonly StatedForm[] = [stated()], sheet = '表') {
  return checkStatements(forms, [{ sheet, cells: [{ cell: 'A30', text }] }]).map(told);
}

function expectedOf(text: string, words: FormWords = {}): readonly (string | undefined)[] {
  const texts = [{ sheet: '表', cells: [{ cell: 'A30', text }] }];
  return checkStatements([stated(words)], texts)
    .flat()
    .map(({ params }) => params['expected']);
}

test('a text below its form is held against it, and the finding stands at the text', () => {
  expect(found('自评得分99分')).toEqual([
    [
      {
        code: 'text-disagrees',
        severity: 'warning',
        row: null,
        cell: 'A30',
        variant: 'score',
        sheet: '表',
        at: 'A30',
        printed: '自评得分99分',
        expected: '100',
        form: '表',
      },
    ],
  ]);
});

test.each<[string, FormWords, readonly string[]]>([
  ['自评得分100分', {}, []],
  ['自评得分99.5分', { totals: ['99.46'] }, []],
  ['自评得分99.5分', { totals: ['99.44'] }, ['99.44']],
  ['自评得分99.5分', { totals: ['99.5', '98'] }, []],
  ['自评得分98分', { totals: ['99.5', '98.04'] }, []],
  ['自评得分97分', { totals: ['99.5', '98'] }, ['99.5']],
  ['自评得分97分', { totals: [] }, []],
  ['共设置5个三级指标', {}, []],
  ['共设置6个三级指标', {}, ['5']],
  ['共设置5个指标，完成5项', {}, []],
  ['共设置5个指标，完成4项', {}, ['5']],
  ['共设置5个指标，完成4项', { completed: [5, 4] }, []],
  ['我单位共制定四个绩效目标', {}, []],
  [
    '我单位共制定四个绩效目标',
    { goals: [{ number: 1, title: '年度目标1', cell: 'A9', points: null }] },
    ['1'],
  ],
  ['我单位共制定一个绩效目标', { goals: [{ number: 1, title: '年度目标1', cell: 'A9', points: null }] }, []],
  ['预算执行率100%', {}, []],
  ['预算执行率98.5%', {}, ['100.00%']],
  // 17.999 ÷ 20 is 89.995 %: rounded or cut off, both pass.
  ['预算执行率90%', { fund: { spent: '17.999', rate: '' } }, []],
  ['预算执行率89%', { fund: { spent: '17.999', rate: '' } }, []],
  ['预算执行率89.99%', { fund: { spent: '17.999', rate: '' } }, []],
  ['预算执行率89.9%', { fund: { spent: '17.999', rate: '' } }, []],
  ['预算执行率91%', { fund: { spent: '17.999', rate: '' } }, ['90.00%']],
  ['预算执行率88%', { fund: { spent: '17.999', rate: '' } }, ['90.00%']],
  // A printed rate counts, too, and alone where nothing was spent.
  ['预算执行率95%', { fund: { spent: '17.999', rate: '95%' } }, []],
  ['预算执行率95%', { fund: { spent: '', rate: '95%' } }, []],
  ['预算执行率94%', { fund: { spent: '', rate: '95%' } }, ['95.00%']],
  ['预算执行率95%', { fund: { spent: '', rate: '' } }, []],
  ['预算执行率95%', { fund: null }, []],
])('%s of a form with %j', (text, words, expected) => {
  expect(expectedOf(text, words)).toEqual(expected);
});

test('a fund row that carries the grand total says nothing of the score', () => {
  const rows = form({
    rows: { 10: { weight: '30' } },
  }).facts.indicators;
  expect(expectedOf('自评得分90分', { fund: { weight: '100' }, indicators: rows })).toEqual([]);
});

test.each([
  ['自评得分99分，自评得分99分', 1],
  ['自评得分99分，自评得分98分', 2],
])('in one cell the same is told once: %s', (text, count) => {
  expect(expectedOf(text)).toHaveLength(count);
});

const NURSERY = stated({ sheet: '甲', projectName: '幼儿园建设', title: '幼儿园建设项目自评表' });
const LIBRARY = stated({
  sheet: '乙',
  projectName: '图书馆 改造',
  title: '图书馆改造项目自评表',
  totals: ['80'],
});

test.each<[string, string, readonly (readonly string[])[]]>([
  // On a sheet of its own a text is held against the form that it names, at the form's own figure.
  ['幼儿园建设自评得分99分', '报告', [['H20 100'], []]],
  ['图书馆改造自评得分99分', '报告', [[], ['H20 80']]],
  ['自评得分99分', '报告', [[], []]],
  ['“体育场”自评得分99分', '报告', [[], []]],
  // Below one form a text that names none is about that one, one that names the other about the other.
  ['自评得分99分', '甲', [['A30 100'], []]],
  ['自评得分99分', '乙', [[], ['A30 80']]],
  ['图书馆改造自评得分99分', '甲', [['A30 80'], []]],
  ['“体育场”自评得分99分', '甲', [[], []]],
  ['『体育场』自评得分99分', '甲', [[], []]],
  ['"体育场"自评得分99分', '甲', [[], []]],
])('%s on %s', (text, sheet, expected) => {
  const lines = found(text, [NURSERY, LIBRARY], sheet).map((findings) =>
    findings.map(
      (finding) => `${finding.cell ?? ''} ${'expected' in finding ? String(finding['expected']) : ''}`,
    ),
  );
  expect(lines).toEqual(expected);
});

test.each([
  ['预算执行率50%', 'H6'],
  ['自评得分99分', 'H20'],
  ['共设置6个三级指标', 'A1'],
])('on a sheet without a form %s is found at %s', (text, cell) => {
  expect(
    found(text, [stated()], '报告')
      .flat()
      .map((finding) => finding.cell),
  ).toEqual([cell]);
});

test('a form without a total has the finding at its title', () => {
  const bare = { ...stated({ total: null }), totals: [new Decimal(100)] };
  expect(found('自评得分99分', [bare], '报告').flat()[0]?.cell).toBe('A1');
});

test('the longest name that stands in the text is meant, and nobody guesses between two', () => {
  const short = stated({ sheet: '甲', projectName: '图书馆改造', title: '表' });
  const long = stated({ sheet: '乙', projectName: '图书馆改造二期', title: '表', totals: ['80'] });
  expect(found('图书馆改造二期自评得分99分', [short, long], '报告').map((one) => one.length)).toEqual([0, 1]);
  expect(found('图书馆改造自评得分99分', [short, long], '报告').map((one) => one.length)).toEqual([1, 0]);
  const twin = stated({ sheet: '丙', projectName: '图书馆改造', title: '表' });
  expect(found('图书馆改造自评得分99分', [short, twin], '报告').flat()).toEqual([]);
  expect(found('图书馆改造自评得分99分', [short, twin], '甲').flat()).toEqual([]);
});

test('a name of fewer than four characters is a mere word', () => {
  const other = stated({ sheet: '乙', projectName: '别的', title: '别' });
  const named = (projectName: string) =>
    found('改造工程自评得分99分', [stated({ sheet: '甲', projectName, title: '表' }), other], '报告').flat();
  expect(named('改造')).toHaveLength(0);
  expect(named('改造工')).toHaveLength(0);
  expect(named('改造工程')).toHaveLength(1);
});

test('a form without a project name goes by its title', () => {
  const one = stated({ sheet: '甲', kind: 'department', projectName: null, title: '城管局 部门整体自评表' });
  expect(
    found('城管局部门整体自评表自评得分99分', [one, LIBRARY], '报告').map((each) => each.length),
  ).toEqual([1, 0]);
});

test.each<['department' | 'project', string, number]>([
  ['department', '部门整体自评得分99分', 1],
  ['department', '自评得分99分', 1],
  ['department', '项目自评得分99分', 0],
  ['department', '部门整体支出含项目，自评得分99分', 1],
  ['project', '项目自评得分99分', 1],
  ['project', '自评得分99分', 1],
  ['project', '部门整体自评得分99分', 0],
])('in a %s form "%s" is checked %s times', (kind, text, count) => {
  expect(expectedOf(text, { kind })).toHaveLength(count);
});

test.each<[number | null, string, number]>([
  [2022, '2022年自评得分99分', 1],
  [2022, '2021年自评得分99分', 0],
  [2022, '2021年立项，2022年自评得分99分', 1],
  [2022, '2022年立项，2021年自评得分99分', 0],
  [null, '2021年自评得分99分', 1],
  [2022, '自评得分99分', 1],
])('in a form of %s "%s" is checked %s times', (year, text, count) => {
  expect(expectedOf(text, { year })).toHaveLength(count);
});

test('texts are held against scored forms only', () => {
  const table: FormFacts = summaryTable([summaryRow(3, '产出', '50', '50')], null);
  const forms = [{ sheet: '汇总', facts: table, totals: [], completed: [] }, stated()];
  // Below the table, the finding stands with the table.
  expect(found('自评得分99分', forms, '汇总').map((one) => one.length)).toEqual([1, 0]);
  expect(found('自评得分99分', forms, '表').map((one) => one.length)).toEqual([0, 1]);
  expect(found('自评得分99分', forms, '报告').map((one) => one.length)).toEqual([0, 1]);
});

test('a workbook is checked for all that shows only side by side, each finding with its form', () => {
  const goals = [1, 2].map((number) => ({
    number,
    title: `年度目标${number}`,
    cell: 'A9',
    points: new Decimal(45),
  }));
  const scored = stated({ goals });
  const table = summaryTable([summaryRow(3, '年度目标1', '45', '45')], summaryRow(4, '合计', '45', '45'));
  const forms = [scored, { sheet: '汇总', facts: table, totals: [], completed: [] }];
  const texts = [{ sheet: '表', cells: [{ cell: 'A30', text: '自评得分99分' }] }];
  expect(
    checkWorkbook(forms, texts).map((findings) => findings.map(({ code, cell }) => `${code} ${cell ?? ''}`)),
  ).toEqual([['text-disagrees A30'], ['summary-rows B4']]);
  expect(checkWorkbook([], [])).toEqual([]);
});
