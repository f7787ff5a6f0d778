/** What the execution of the budget earns: weight × min(1, spent ÷ budget). */
import { ONE, roundTo, ZERO, Decimal } from './decimal';
import type { BudgetOutcome, Step } from './outcome';
import type { RuleSet } from './ruleSet';
import { writeNumber, writeResult } from './writeStep';

export interface BudgetInput {
  /** The adjusted budget of the year and what was spent of it, in one unit. */
  readonly budget: Decimal | null;
  readonly spent: Decimal | null;
  readonly weight: Decimal | null;
}

/** Places of the rate in a step, as a percentage. */
const RATE_PLACES = 2;

/**
 * The execution rate and its score. A budget of 0, a blank one or blank spending has neither: there is nothing to
 * divide by (财预〔2020〕10号 scores the rate, not the amount).
 */
export function scoreBudget({ budget, spent, weight }: BudgetInput, rules: RuleSet): BudgetOutcome {
  if (budget === null || budget.lessThanOrEqualTo(0)) {
    return { rate: null, computed: null, steps: [{ code: 'budget-none', params: {} }] };
  }
  if (spent === null) return { rate: null, computed: null, steps: [{ code: 'spent-none', params: {} }] };
  const rate = spent.dividedBy(budget);
  const percent = rate.times(100);
  const result = writeResult(percent, roundTo(percent, RATE_PLACES));
  const steps: Step[] = [
    {
      code: 'budget-rate',
      params: {
        formula: `${writeNumber(spent)} ÷ ${writeNumber(budget)} × 100 ${result}`,
        rate: `${roundTo(percent, RATE_PLACES).toFixed(RATE_PLACES)}%`,
      },
    },
  ];
  if (weight === null)
    return { rate, computed: null, steps: [...steps, { code: 'budget-no-weight', params: {} }] };
  if (rate.greaterThan(1)) steps.push({ code: 'budget-capped', params: { weight: weight.toFixed() } });
  const score = Decimal.max(ZERO, weight.times(Decimal.min(ONE, rate)));
  const computed = Decimal.min(roundTo(score, rules.decimals), Decimal.max(ZERO, weight));
  const formula = rate.greaterThan(1)
    ? `${weight.toFixed()} × 1 ${writeResult(score, computed)}`
    : `${weight.toFixed()} × ${writeNumber(spent)} ÷ ${writeNumber(budget)} ${writeResult(score, computed)}`;
  return { rate, computed, steps: [...steps, { code: 'budget-score', params: { formula } }] };
}
