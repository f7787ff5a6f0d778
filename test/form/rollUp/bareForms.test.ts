// Forms that say nothing of their year, their office and their money are rolled up and drawn all the same.
import { correctMatching, proposeMatching } from '../../../src/engine/rollUp/matchRows';
import type { RollUpForm } from '../../../src/engine/rollUp/rolledUp';
import { rollUpForms } from '../../../src/engine/rollUp/rollUpForms';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../../src/engine/scoreForm';
import { drawRollUp } from '../../../src/form/rollUp/drawRollUp';
import { form, type FormChange } from '../../engine/checks/buildFacts';

function bare(name: string, place: number, change: FormChange = {}): RollUpForm {
  const { facts } = form({
    budget: null,
    ...change,
    facts: { year: null, unitName: null, projectName: name, ...change.facts },
  });
  const rowKeys = new Map(facts.indicators.map(({ row }) => [row, `${name}#${row}`]));
  return { id: name, sheet: name, name, place, scored: scoreForm(facts, MOF_2020), rowKeys };
}

function rolled(forms: readonly RollUpForm[], rules = MOF_2020) {
  return rollUpForms(forms, correctMatching(proposeMatching(forms), []), { rules, money: 'spent' });
}

function textsOf(forms: readonly RollUpForm[], rules = MOF_2020): readonly string[] {
  const { cells } = drawRollUp(rolled(forms, rules), { unit: '某局', left: [] });
  return cells.flatMap(({ value, formula }) =>
    formula === null ? (value === null ? [] : [String(value)]) : [`=${formula}`],
  );
}

test('the sheet names no year and no unit of money, and gives the execution no more than the rule set does', () => {
  const forms = [bare('甲', 0), bare('乙', 1)];
  const { year, unitName, fund, rows } = rolled(forms);
  expect([year, unitName, fund.unit, fund.budget, fund.spent]).toEqual([null, null, null, null, null]);
  expect(
    fund.sources.map(({ budgetCell, spentCell, budgetText }) => [budgetCell, spentCell, budgetText]),
  ).toEqual([
    [null, null, ''],
    [null, null, ''],
  ]);
  expect(rows.map(({ name, way, target, actual }) => [name, way, target, actual])).toContainEqual([
    '培训人数',
    'sum',
    '≥100人',
    '104人',
  ]);
  const texts = textsOf(forms);
  expect(texts[0]).toBe('某局部门整体绩效自评表');
  expect(texts.filter((text) => text.startsWith('预算执行情况'))).toEqual([
    fund.weight === null ? '预算执行情况' : `预算执行情况\n（${fund.weight.toFixed()}分）`,
  ]);
});

test('amounts whose unit nobody knows are added as they stand, beside known ones not at all', () => {
  const amount = (unit: string | null, budget: string): FormChange => ({
    budget: { unit, budget, spent: budget },
  });
  expect(
    rolled([bare('甲', 0, amount(null, '5')), bare('乙', 1, amount(null, '7'))]).fund.budget?.toString(),
  ).toBe('12');
  expect(rolled([bare('甲', 0, amount('1', '5')), bare('乙', 1, amount('1', '7'))]).fund).toMatchObject({});
  const mixed = rolled([bare('甲', 0, amount('10000', '5')), bare('乙', 1, amount(null, '7'))]);
  expect(mixed.fund.budget?.toString()).toBe('5');
  expect(mixed.fund.sources.map(({ budget }) => budget?.toString() ?? null)).toEqual(['5', null]);
  const both = rolled([bare('甲', 0, amount('1', '50000')), bare('乙', 1, amount('10000', '7'))]);
  expect([both.fund.budget?.toString(), both.fund.unit?.toString()]).toEqual(['12', '10000']);
  expect(
    rolled([bare('甲', 0, amount('1', '-5')), bare('乙', 1, amount('1', '7'))]).fund.budget?.toString(),
  ).toBe('7');
});

test('a total under the cap of the rule set stays under it on the sheet', () => {
  const rules = findRuleSet('platform') ?? MOF_2020;
  const low: FormChange = { budget: { budget: '20', spent: '10', rate: '50.00%', score: '5' } };
  const forms = [bare('甲', 0, low), bare('乙', 1, low)];
  expect(rolled(forms, rules).score.toString()).toBe('69');
  expect(textsOf(forms, rules).filter((text) => text.includes('MIN(69,'))).toHaveLength(1);
});

test('rows without levels stand under a level of their own', () => {
  const nowhere: FormChange = { everyRow: { level1: null, level2: null } };
  const { rows } = rolled([bare('甲', 0, nowhere), bare('乙', 1, nowhere)]);
  expect(new Set(rows.map(({ level1 }) => level1)).size).toBe(1);
  expect(rows[0]?.level1).not.toBe('');
});
