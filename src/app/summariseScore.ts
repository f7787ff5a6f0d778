/** The score of a form by category, as in 得分情况表: execution, judged blocks, goals or first levels, and the total with its grade. */
import { sum, ZERO, type Decimal } from '../engine/decimal';
import type { ScoredFormFacts, SummaryTableFacts } from '../engine/facts';
import { gradeOf } from '../engine/gradeOf';
import { linesByGoal, scoreLine, type CategoryLine, type ScoreLine } from '../engine/summary/scoreLines';
import { sumWeights } from '../engine/totals';
import type { FormPlan } from '../form/planWrites';
import type { FormResult } from './formResult';

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

function tableLines({ rows, total }: SummaryTableFacts): Omit<ScoreSummary, 'grade'> {
  const add = (pick: 'weight' | 'score'): Decimal => sum(rows.map((row) => row[pick].value ?? ZERO));
  return {
    categories: rows.map(({ label, weight, score }) => ({
      category: { kind: 'block', label },
      ...scoreLine(weight.value, score.value, score.value),
    })),
    total: {
      ...scoreLine(add('weight'), total?.score.value ?? null, add('score')),
      text: total?.score.entry.text.trim() ?? '',
    },
  };
}

function formLines(facts: ScoredFormFacts, plan: FormPlan | null): Omit<ScoreSummary, 'grade'> {
  const { total } = facts;
  return {
    categories: linesByGoal(facts, plan),
    total: {
      ...scoreLine(sumWeights(facts), total?.score.value ?? null, plan?.total ?? null),
      text: total?.score.entry.text.trim() ?? '',
    },
  };
}
