import { checkRepeatedRows } from '../../../src/engine/checks/repeatedRows';
import type { ScoredFormFacts } from '../../../src/engine/facts';
import { compared, form, lines, summaryTable, type FormChange, type RowChange } from './buildFacts';

function figures(target: string, actual: string): RowChange {
  return { target, actual, outcome: compared('at-least', target, actual, '10') };
}

const TELLING: Readonly<Record<number, RowChange>> = {
  10: figures('≥312人', '326人'),
  11: figures('≥98.5%', '98.7%'),
  13: figures('≥2450份', '2461份'),
};

function project(projectName: string | null, change: FormChange = {}): ScoredFormFacts {
  return { ...form(change).facts, projectName };
}

function check(...facts: readonly ScoredFormFacts[]): readonly (readonly string[])[] {
  return checkRepeatedRows(facts.map((form, index) => ({ sheet: `表${index + 1}`, facts: form }))).map(lines);
}

test('three telling rows in two projects are reported in both forms', () => {
  const found = check(project('甲', { rows: TELLING }), project('乙', { rows: TELLING }));
  expect(found).toEqual([['warning repeated-rows 10 F10'], ['warning repeated-rows 10 F10']]);
});

test('one precise number among others is enough for a row to be telling', () => {
  const rows = { ...TELLING, 10: figures('≥312人', '326人、8场') };
  expect(check(project('甲', { rows }), project('乙', { rows })).flat()).toHaveLength(2);
});

test('rows without a target or without an actual tell nothing', () => {
  const noTarget = { ...TELLING, 10: figures('—', '326人') };
  expect(check(project('甲', { rows: noTarget }), project('乙', { rows: noTarget }))).toEqual([[], []]);
});

test('two telling rows may be chance', () => {
  const two = { 10: TELLING[10] ?? {}, 11: TELLING[11] ?? {} };
  expect(check(project('甲', { rows: TELLING }), project('乙', { rows: two }))).toEqual([[], []]);
});

test('round figures, percentages of 100 and dates are shared by honest forms', () => {
  const rows = { 10: figures('2020年12月底', '2020年12月底'), 11: figures('≥200人', '200人') };
  expect(check(project('甲', { rows }), project('乙', { rows }))).toEqual([[], []]);
});

test('the same project may stand twice', () => {
  expect(check(project('甲', { rows: TELLING }), project(' 甲 ', { rows: TELLING }))).toEqual([[], []]);
});

test('forms without a project name, departments and summary tables are not compared', () => {
  expect(check(project(null, { rows: TELLING }), project('乙', { rows: TELLING }))).toEqual([[], []]);
  const department: FormChange = { rows: TELLING, facts: { kind: 'department' } };
  expect(check(project('甲', department), project('乙', department))).toEqual([[], []]);
  expect(checkRepeatedRows([{ sheet: '得分', facts: summaryTable([], null) }])).toEqual([[]]);
});

test('a cost that belongs to another project is reported where it does not belong', () => {
  const rows = { 12: figures('不超预算数5.72万元', '5.72万元') };
  const owner = project('甲', { rows, budget: { budget: '5.72', spent: '5.72' } });
  const copy = project('乙', { rows, budget: { budget: '1.61', spent: '1.61' } });
  expect(check(owner, copy)).toEqual([[], ['warning repeated-rows 12 F12']]);
});

test("a cost written in 元 may be the form's own in 万元, and a unit price belongs to nobody", () => {
  const rows = { 12: figures('≤57200元', '57200元') };
  const inTenThousands = project('甲', { rows, budget: { budget: '5.72', spent: '5.72' } });
  expect(check(inTenThousands, project('乙', { rows, budget: { budget: '5.72', spent: '5.72' } }))).toEqual([
    [],
    [],
  ]);
  const price = { 12: figures('≤14.65元/份', '14.65元/份') };
  expect(check(project('甲', { rows: price }), project('乙', { rows: price }))).toEqual([[], []]);
});

test('a repeated row names the other project and its sheet', () => {
  const forms = [project('甲', { rows: TELLING }), project('乙', { rows: TELLING })];
  const [first] = checkRepeatedRows(forms.map((facts, index) => ({ sheet: `表${index + 1}`, facts })));
  expect(first?.[0]?.params).toEqual({
    variant: 'rows',
    name: '培训人数、培训合格率、就业能力',
    count: '3',
    project: '乙',
    sheet: '表2',
    actual: '326人',
  });
});
