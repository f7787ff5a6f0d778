/** The score of a form line by line, as the table of a summary lists it: execution, judged blocks, and goals or first levels. */
import { sum, ZERO, type Decimal } from '../decimal';
import type { IndicatorRow, ScoredFormFacts } from '../facts';

/** One line of the table; what is not known is null. */
export interface ScoreLine {
  readonly weight: Decimal | null;
  /** What stands on the sheet. */
  readonly entered: Decimal | null;
  /** What stands there once the form is recalculated. */
  readonly score: Decimal | null;
  /** score ÷ weight, unrounded; null without a weight above 0. */
  readonly share: Decimal | null;
}

export type Category =
  | { readonly kind: 'execution' }
  | { readonly kind: 'goal'; readonly number: number; readonly title: string }
  /** A first level; null where the form does not name it. */
  | { readonly kind: 'level'; readonly label: string | null }
  /** A judged block of a form, or a row of a summary table. */
  | { readonly kind: 'block'; readonly label: string };

export interface CategoryLine extends ScoreLine {
  readonly category: Category;
}

/** The scores that stand on a form once it is recalculated. */
export interface StandingScores {
  /** By row number; null where none stands, or where it is that of the row above. */
  readonly scores: ReadonlyMap<number, Decimal | null>;
  readonly budgetScore: Decimal | null;
}

export function scoreLine(weight: Decimal | null, entered: Decimal | null, score: Decimal | null): ScoreLine {
  const share = score && weight?.gt(0) ? score.div(weight) : null;
  return { weight, entered, score, share };
}

/** Execution, judged blocks, and one line a goal; where the form has no goals, one a first level. */
export function linesByGoal(
  facts: ScoredFormFacts,
  standing: StandingScores | null,
): readonly CategoryLine[] {
  if (facts.goals.length === 0) return linesByLevel(facts, standing);
  const goals = facts.goals.map(({ number, title, points }) => {
    const category: Category = { kind: 'goal', number, title };
    return addUp(category, rowsOf(category, facts), points, standing);
  });
  return [...otherLines(facts, standing), ...goals];
}

/** Execution, judged blocks, and one line a first level, over all goals. */
export function linesByLevel(
  facts: ScoredFormFacts,
  standing: StandingScores | null,
): readonly CategoryLine[] {
  const labels = [...new Set(facts.indicators.map(levelOf))];
  const levels = labels.map((label) => {
    const category: Category = { kind: 'level', label };
    const rows = rowsOf(category, facts);
    return addUp(category, rows, levelPoints(facts, rows), standing);
  });
  return [...otherLines(facts, standing), ...levels];
}

/** The indicators that a line adds up; none for the execution and for judged blocks. */
export function rowsOf(category: Category, { indicators }: ScoredFormFacts): readonly IndicatorRow[] {
  switch (category.kind) {
    case 'goal':
      return indicators.filter(({ goal }) => goal === category.number);
    case 'level':
      return indicators.filter((row) => levelOf(row) === category.label);
    case 'execution':
    case 'block':
      return [];
  }
}

/** Points at the end of a label: "(50分)". */
const POINTS = /[(（]\d+(?:\.\d+)?分?[)）]$/;

/** The first level of a row without the points that its label gives, which may differ from goal to goal. */
export function levelOf({ level1 }: IndicatorRow): string | null {
  return level1?.replace(POINTS, '') || level1;
}

/** The execution, where it is scored, and the judged blocks. */
function otherLines(
  { budget, judgedBlocks }: ScoredFormFacts,
  standing: StandingScores | null,
): readonly CategoryLine[] {
  const isScored = budget && (budget.weight.value !== null || budget.score.value !== null);
  const execution: readonly CategoryLine[] = isScored
    ? [
        {
          category: { kind: 'execution' },
          ...scoreLine(budget.weight.value, budget.score.value, standing?.budgetScore ?? null),
        },
      ]
    : [];
  const blocks = judgedBlocks.map(({ name, weight, score }): CategoryLine => {
    return { category: { kind: 'block', label: name }, ...scoreLine(weight.value, score.value, score.value) };
  });
  return [...execution, ...blocks];
}

/** @param points what the rows can earn together when none of them has a weight */
function addUp(
  category: Category,
  rows: readonly IndicatorRow[],
  points: Decimal | null,
  standing: StandingScores | null,
): CategoryLine {
  const weights = rows.flatMap(({ weight }) => weight.value ?? []);
  return {
    category,
    ...scoreLine(
      weights.length > 0 ? sum(weights) : points,
      addEntered(rows),
      sum(rows.map(({ row }) => standing?.scores.get(row) ?? ZERO)),
    ),
  };
}

/** What stands in the score cells together; null when nothing does. */
function addEntered(rows: readonly IndicatorRow[]): Decimal | null {
  const entered = rows.flatMap(({ score }) => score.value ?? []);
  return entered.length === 0 ? null : sum(entered);
}

/** The points in the labels of a first level whose rows have no weight of their own; labels that cover other levels as well do not count. */
function levelPoints({ groups }: ScoredFormFacts, rows: readonly IndicatorRow[]): Decimal | null {
  const own = new Set(rows.map(({ row }) => row));
  const covering = groups.filter(
    ({ level, rows: covered }) => level === 1 && covered.length > 0 && covered.every((row) => own.has(row)),
  );
  return covering.length === 0 ? null : sum(covering.map(({ points }) => points));
}
