// What the execution of the budget earns, on figures of real forms.
import { Decimal } from '../../src/engine/decimal';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import { scoreBudget } from '../../src/engine/scoreBudget';

const decimal = (text: string | null) => (text === null ? null : new Decimal(text));

test.each([
  ['100', '86.18', '10', '0.8618', '8.62'],
  ['12.67', '12.67', '10', '1', '10'],
  ['4376.35', '7469.35', '10', '1.7068', '10'],
  ['1000', '0', '10', '0', '0'],
  ['1000', '-5', '10', '-0.005', '0'],
  ['300', '100', '20', '0.3333', '6.67'],
  ['200', '100', null, '0.5', null],
])('of %s, %s spent earns of %s: rate %s, score %s', (budget, spent, weight, rate, computed) => {
  const outcome = scoreBudget(
    { budget: decimal(budget), spent: decimal(spent), weight: decimal(weight) },
    MOF_2020,
  );
  expect(outcome.rate?.toDecimalPlaces(4).toFixed()).toBe(rate);
  expect(outcome.computed?.toFixed() ?? null).toBe(computed);
});

test.each([
  ['0', '0', 'budget-none'],
  [null, '10', 'budget-none'],
  ['-1', '10', 'budget-none'],
  ['10', null, 'spent-none'],
])('a budget of %s with %s spent has no rate and no score', (budget, spent, code) => {
  const outcome = scoreBudget(
    { budget: decimal(budget), spent: decimal(spent), weight: new Decimal(10) },
    MOF_2020,
  );
  expect(outcome).toEqual({ rate: null, computed: null, steps: [{ code, params: {} }] });
});

test('the steps show rate and score, and that the rate is capped', () => {
  const steps = (spent: string) =>
    scoreBudget({ budget: new Decimal(300), spent: new Decimal(spent), weight: new Decimal(10) }, MOF_2020)
      .steps;
  expect(steps('100')).toEqual([
    { code: 'budget-rate', params: { formula: '100 ÷ 300 × 100 ≈ 33.333333 → 33.33', rate: '33.33%' } },
    { code: 'budget-score', params: { formula: '10 × 100 ÷ 300 ≈ 3.333333 → 3.33' } },
  ]);
  expect(steps('600').map((step) => step.code)).toEqual(['budget-rate', 'budget-capped', 'budget-score']);
});
