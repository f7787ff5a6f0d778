/** Holds a 得分情况表 against the form of the same workbook: a goal of the form that has no row in the table. */
import type { FormFacts, Goal, ScoredFormFacts, SummaryTableFacts } from '../facts';
import type { Finding } from '../finding';
import { GOAL_NUMBER, readGoalNumber } from '../goalNumber';
import { normaliseText } from '../normaliseText';
import { sumGoal } from '../totals';
import { plain } from './figures';
import { raise } from './raise';

const LABEL = new RegExp(`目标(${GOAL_NUMBER})`);

/**
 * `summary-rows` (variant missing), at the label of the table's total: asked of a table that lists goals, when the workbook has just one
 * form with goals. Gives a list of findings for each form, in the order of the forms.
 */
export function checkMissingRows(
  forms: readonly { readonly facts: FormFacts }[],
): readonly (readonly Finding[])[] {
  const withGoals = forms.flatMap(({ facts }) =>
    facts.kind !== 'summary-table' && facts.goals.length > 0 ? [facts] : [],
  );
  const [form] = withGoals;
  return forms.map(({ facts }) =>
    facts.kind === 'summary-table' && form && withGoals.length === 1 ? checkTable(facts, form) : [],
  );
}

function checkTable(table: SummaryTableFacts, form: ScoredFormFacts): Finding[] {
  const listed = new Set(table.rows.flatMap(({ label }) => readLabelGoal(label) ?? []));
  if (listed.size === 0) return [];
  const cell = (table.total ?? table.rows.at(-1))?.labelCell ?? null;
  return form.goals
    .filter(({ number }) => !listed.has(number))
    .map((goal) =>
      raise('summary-rows', { row: null, cell }, { variant: 'missing', ...describe(goal, form) }),
    );
}

function describe(goal: Goal, form: ScoredFormFacts): Readonly<Record<string, string>> {
  return {
    name: `年度目标${goal.number}`,
    points: goal.points === null ? '' : plain(goal.points),
    score: plain(sumGoal(form, goal).score),
  };
}

/** The number in "年度目标 4" or "目标四"; null for other labels. */
export function readLabelGoal(label: string): number | null {
  const found = LABEL.exec(normaliseText(label).replace(/\s/g, ''))?.[1];
  return found === undefined ? null : readGoalNumber(found);
}
