/** Scores a whole form by a rule set: what every row and the budget earn, beside the facts they were scored from. */
import type { IndicatorRow, ScoredFormFacts } from './facts';
import type { BudgetOutcome, Direction, Outcome } from './outcome';
import type { RuleSet } from './ruleSet';
import { scoreBudget } from './scoreBudget';
import { scoreRow } from './scoreRow';

export interface ScoredRow {
  readonly facts: IndicatorRow;
  readonly outcome: Outcome;
}

export interface ScoredForm {
  readonly facts: ScoredFormFacts;
  readonly rules: RuleSet;
  /** Null where the form has no fund block. */
  readonly budget: BudgetOutcome | null;
  /** The indicators in the order of the form. */
  readonly rows: readonly ScoredRow[];
}

/**
 * Scores every row of a form and its budget.
 * @param directions what a person said about the direction of a row, by row number
 */
export function scoreForm(
  facts: ScoredFormFacts,
  rules: RuleSet,
  directions: ReadonlyMap<number, Direction> = new Map(),
): ScoredForm {
  const { budget } = facts;
  return {
    facts,
    rules,
    budget:
      budget === null
        ? null
        : scoreBudget(
            {
              budget: budget.total.budget.value,
              spent: budget.total.spent.value,
              weight: budget.weight.value,
            },
            rules,
          ),
    rows: facts.indicators.map((row) => ({
      facts: row,
      outcome: scoreRow(
        {
          level1: row.level1,
          level2: row.level2,
          name: row.name,
          target: row.target,
          unit: row.unit,
          actual: row.actual,
          weight: row.weight.value,
          direction: directions.get(row.row) ?? null,
          year: facts.year,
        },
        rules,
      ),
    })),
  };
}
