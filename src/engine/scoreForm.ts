/** Scores a whole form by a rule set: what every row and the budget earn, beside the facts they were scored from. */
import { isSame, type Decimal } from './decimal';
import type { Entry } from './entry';
import type { IndicatorRow, NumberCell, ScoredFormFacts } from './facts';
import type { BudgetOutcome, Direction, Outcome } from './outcome';
import type { RuleSet } from './ruleSet';
import { scoreBudget } from './scoreBudget';
import { scoreRow, type RowInput } from './scoreRow';

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
 * @param before the same form as it was scored earlier: rows that would be scored alike keep their outcome
 */
export function scoreForm(
  facts: ScoredFormFacts,
  rules: RuleSet,
  directions: ReadonlyMap<number, Direction> = new Map(),
  before: ScoredForm | null = null,
): ScoredForm {
  const { budget } = facts;
  const known = before && before.rules === rules && before.facts.year === facts.year ? before.rows : null;
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
              weight: points(budget.weight),
            },
            rules,
          ),
    rows: facts.indicators.map((row, place) => {
      const direction = directions.get(row.row) ?? null;
      const earlier = known?.[place];
      if (earlier === undefined || !isScoredAlike(earlier, row, direction))
        return { facts: row, outcome: scoreRow(inputOf(row, direction, facts.year), rules) };
      return earlier.facts === row ? earlier : { facts: row, outcome: earlier.outcome };
    }),
  };
}

function inputOf(row: IndicatorRow, direction: Direction | null, year: number | null): RowInput {
  const { level1, level2, name, target, unit, actual, weight } = row;
  return { level1, level2, name, target, unit, actual, weight: points(weight), direction, year };
}

/** What a row can earn. A deduction ("−5") is nothing that can be: its score is a person's. */
function points({ value }: NumberCell): Decimal | null {
  return value?.isNegative() === true ? null : value;
}

/** True when nothing differs by which a row is scored. */
function isScoredAlike(
  { facts, outcome }: ScoredRow,
  row: IndicatorRow,
  direction: Direction | null,
): boolean {
  const { weight } = facts;
  return (
    facts.row === row.row &&
    facts.name === row.name &&
    facts.level1 === row.level1 &&
    facts.level2 === row.level2 &&
    facts.unit === row.unit &&
    isSameEntry(facts.target, row.target) &&
    isSameEntry(facts.actual, row.actual) &&
    (weight.value === row.weight.value ||
      (weight.value !== null && row.weight.value !== null && isSame(weight.value, row.weight.value))) &&
    (outcome.direction?.from === 'person' ? outcome.direction.kind : null) === direction
  );
}

function isSameEntry(one: Entry, other: Entry): boolean {
  return (
    one === other || (one.text === other.text && one.value === other.value && one.format === other.format)
  );
}
