/** The score of a form by category, as in 得分情况表: execution, judged blocks, goals or first levels, and the total with its grade. */
import { sum, ZERO, type Decimal } from '../engine/decimal';
import type { IndicatorRow, ScoredFormFacts, SummaryTableFacts } from '../engine/facts';
import { gradeOf } from '../engine/gradeOf';
import { sumWeights } from '../engine/totals';
import type { FormPlan } from '../form/planWrites';
import type { FormResult } from './formResult';

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

export interface ScoreSummary {
  readonly categories: readonly CategoryLine[];
  readonly total: ScoreLine & {
    /** What is printed in the total's cell. */
    readonly text: string;
  };
  /** By the rule set; null where it has none, or there is no total. */
  readonly grade: string | null;
}

export function summariseScore({ facts, plan, rules }: FormResult): ScoreSummary {
  const lines = facts.kind === 'summary-table' ? tableLines(facts) : formLines(facts, plan);
  const { score } = lines.total;
  return { ...lines, grade: score && (gradeOf(score, rules)?.word ?? null) };
}

function line(weight: Decimal | null, entered: Decimal | null, score: Decimal | null): ScoreLine {
  const share = score && weight?.gt(0) ? score.div(weight) : null;
  return { weight, entered, score, share };
}

function tableLines({ rows, total }: SummaryTableFacts): Omit<ScoreSummary, 'grade'> {
  const add = (pick: 'weight' | 'score'): Decimal => sum(rows.map((row) => row[pick].value ?? ZERO));
  return {
    categories: rows.map(({ label, weight, score }) => ({
      category: { kind: 'block', label },
      ...line(weight.value, score.value, score.value),
    })),
    total: {
      ...line(add('weight'), total?.score.value ?? null, add('score')),
      text: total?.score.entry.text.trim() ?? '',
    },
  };
}

function formLines(facts: ScoredFormFacts, plan: FormPlan | null): Omit<ScoreSummary, 'grade'> {
  const { budget, judgedBlocks, total } = facts;
  const isScored = budget && (budget.weight.value !== null || budget.score.value !== null);
  const execution: readonly CategoryLine[] = isScored
    ? [
        {
          category: { kind: 'execution' },
          ...line(budget.weight.value, budget.score.value, plan?.budgetScore ?? null),
        },
      ]
    : [];
  const blocks = judgedBlocks.map(({ name, weight, score }): CategoryLine => {
    return { category: { kind: 'block', label: name }, ...line(weight.value, score.value, score.value) };
  });
  const entered = total?.score.value ?? null;
  return {
    categories: [...execution, ...blocks, ...indicatorLines(facts, plan)],
    total: {
      ...line(sumWeights(facts), entered, plan?.total ?? null),
      text: total?.score.entry.text.trim() ?? '',
    },
  };
}

/** One line a goal where the form has goals, else one a first level. */
function indicatorLines(facts: ScoredFormFacts, plan: FormPlan | null): readonly CategoryLine[] {
  const addUp = (category: Category, rows: readonly IndicatorRow[], points: Decimal | null): CategoryLine => {
    const weights = rows.flatMap(({ weight }) => weight.value ?? []);
    return {
      category,
      ...line(
        weights.length > 0 ? sum(weights) : points,
        addEntered(rows),
        sum(rows.map(({ row }) => plan?.scores.get(row) ?? ZERO)),
      ),
    };
  };
  if (facts.goals.length > 0) {
    return facts.goals.map(({ number, title, points }) =>
      addUp(
        { kind: 'goal', number, title },
        facts.indicators.filter(({ goal }) => goal === number),
        points,
      ),
    );
  }
  const labels = [...new Set(facts.indicators.map(({ level1 }) => level1))];
  return labels.map((label) => {
    const rows = facts.indicators.filter(({ level1 }) => level1 === label);
    return addUp({ kind: 'level', label }, rows, levelPoints(facts, rows));
  });
}

/** What stands in the score cells together; null when nothing does. */
function addEntered(rows: readonly IndicatorRow[]): Decimal | null {
  const entered = rows.flatMap(({ score }) => score.value ?? []);
  return entered.length === 0 ? null : sum(entered);
}

/** The points in the label of a first level whose rows have no weight of their own; null where the label covers other levels as well. */
function levelPoints({ groups }: ScoredFormFacts, rows: readonly IndicatorRow[]): Decimal | null {
  const own = rows.map(({ row }) => row);
  const group = groups.find(
    ({ level, rows: covered }) =>
      level === 1 && covered.length > 0 && covered.every((row) => own.includes(row)),
  );
  return group?.points ?? null;
}
