/** The money of the forms in one unit: what averages are weighted by, and the fund block of the department form. */
import { Decimal, sumGiven } from '../decimal';
import type { RuleSet } from '../ruleSet';
import { scoreBudget } from '../scoreBudget';
import type { FundSource, MoneyChoice, RolledUpFund, RollUpForm } from './rolledUp';
import { executionWeight } from './splitWeights';

/** 万元, the usual unit of the forms, in 元. */
const USUAL_UNIT = new Decimal(10_000);

/** Sums of the forms' amounts: in the unit of all forms, in 万元 where they differ. A form whose unit nobody knows adds nothing. */
export function sumMoney(forms: readonly RollUpForm[], rules: RuleSet): RolledUpFund {
  const unit = unitOf(forms);
  const sources = forms.map((form) => sourceOf(form, unit));
  const budget = sumGiven(sources.map((source) => source.budget));
  const spent = sumGiven(sources.map((source) => source.spent));
  const weight = executionWeight(forms, rules);
  return { budget, spent, unit, weight, outcome: scoreBudget({ budget, spent, weight }, rules), sources };
}

function unitOf(forms: readonly RollUpForm[]): Decimal | null {
  const units = forms.flatMap(({ scored }) => scored.facts.budget?.unit ?? []);
  const [first] = units;
  if (!first) return null;
  return units.every((unit) => unit.eq(first)) ? first : USUAL_UNIT;
}

function sourceOf({ id, name, sheet, scored }: RollUpForm, unit: Decimal | null): FundSource {
  const block = scored.facts.budget;
  const inUnit = (value: Decimal | null | undefined): Decimal | null => {
    if (!value || value.isNegative()) return null;
    if (unit === null) return value;
    return block?.unit ? value.times(block.unit).div(unit) : null;
  };
  return {
    form: id,
    formName: name,
    sheet,
    budgetCell: block?.total.budget.cell ?? null,
    spentCell: block?.total.spent.cell ?? null,
    budgetText: block?.total.budget.entry.text.trim() ?? '',
    spentText: block?.total.spent.entry.text.trim() ?? '',
    budget: inUnit(block?.total.budget.value),
    spent: inUnit(block?.total.spent.value),
  };
}

/** What averages are weighted by, by form. */
export function moneyOf({ sources }: RolledUpFund, choice: MoneyChoice): ReadonlyMap<string, Decimal | null> {
  return new Map(sources.map((source) => [source.form, choice === 'spent' ? source.spent : source.budget]));
}
