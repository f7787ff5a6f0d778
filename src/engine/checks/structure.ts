/** Checks how a form is built: points in headings and labels, the weights of the first levels, what is missing. */
import { isSame, sum, ZERO, type Decimal } from '../decimal';
import type { IndicatorRow, ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm } from '../scoreForm';
import { sumGoal, sumGroup, type Points } from '../totals';
import { plain, sameFigure } from './figures';
import { raise } from './raise';
import { isUntouched } from './rows';
import words from './words.json';

/** `goal-points`, `level-points`, `level-weights`, `too-few-indicators` and `satisfaction-missing`. */
export function checkStructure({ facts, rules }: ScoredForm): Finding[] {
  return [
    ...facts.goals.flatMap((goal) =>
      checkPoints('goal-points', goal.title, goal.cell, goal.points, sumGoal(facts, goal)),
    ),
    ...facts.groups.flatMap((group) =>
      checkPoints('level-points', group.label, group.cell, group.points, sumGroup(facts, group)),
    ),
    ...checkLevelWeights(facts, rules),
    ...(isUntouched(facts) ? [] : [...checkCount(facts, rules), ...checkSatisfaction(facts, rules)]),
  ];
}

/** The points of a heading or label are those of its rows, where rows carry weights. */
function checkPoints(
  code: 'goal-points' | 'level-points',
  name: string,
  cell: string,
  points: Decimal | null,
  { weight }: Points,
): Finding[] {
  if (points === null || weight === null || sameFigure(points, weight)) return [];
  return [raise(code, { row: null, cell }, { name: name.trim(), points: plain(points), sum: plain(weight) })];
}

/**
 * The weights of the first levels are those of the rule set. Asked only of a form built by that rule: the execution
 * has a weight of the rule, and every row stands under a level of the rule, none of which is missing.
 */
function checkLevelWeights(facts: ScoredFormFacts, rules: RuleSet): Finding[] {
  const { level1Weights } = rules;
  const execution = facts.budget?.weight.value ?? null;
  if (
    level1Weights === null ||
    !rules.executionWeights.some((weight) => execution !== null && isSame(execution, weight))
  ) {
    return [];
  }
  const known = [...level1Weights.keys()];
  const rowsOf = new Map<string | null, IndicatorRow[]>();
  for (const row of facts.indicators) {
    const word = levelOf(row, known);
    const alike = rowsOf.get(word);
    if (alike) alike.push(row);
    else rowsOf.set(word, [row]);
  }
  const levels = [...level1Weights].map(([word, expected]) => ({
    word,
    expected,
    rows: rowsOf.get(word) ?? [],
  }));
  const placed = levels.reduce((count, { rows }) => count + rows.length, 0);
  if (placed !== facts.indicators.length || levels.some(({ rows }) => !rows.some(hasWeight))) return [];
  const summed = levels.map((level) => ({ ...level, weight: weightOf(level.rows) }));
  const wrong = summed.filter(({ weight, expected }) => !sameFigure(weight, expected));
  const [first] = wrong;
  if (first === undefined) return [];
  return [
    raise(
      'level-weights',
      { row: null, cell: first.rows[0]?.weight.cell ?? null },
      {
        name: wrong.map(({ word }) => word).join('、'),
        printed: wrong.map(({ word, weight }) => `${word} ${plain(weight)}`).join('、'),
        expected: wrong.map(({ word, expected }) => `${word} ${plain(expected)}`).join('、'),
      },
    ),
  ];
}

/** The rule's word for a row's level; a second level may carry it where the first does not (效益 › 满意度). */
function levelOf({ level1, level2 }: IndicatorRow, known: readonly string[]): string | null {
  const below = known.find((word) => word.includes(words.satisfaction) && level2?.includes(word));
  return below ?? known.find((word) => level1?.includes(word) === true) ?? null;
}

function hasWeight(row: IndicatorRow): boolean {
  return row.weight.value !== null;
}

function weightOf(rows: readonly IndicatorRow[]): Decimal {
  return sum(rows.map(({ weight }) => weight.value ?? ZERO));
}

function checkCount(facts: ScoredFormFacts, rules: RuleSet): Finding[] {
  const count = facts.indicators.length;
  if (count >= rules.fewestIndicators) return [];
  return [
    raise(
      'too-few-indicators',
      { row: null, cell: facts.titleCell },
      { count: String(count), fewest: String(rules.fewestIndicators) },
    ),
  ];
}

function asksSatisfaction({ level1, level2, name }: IndicatorRow): boolean {
  const { satisfaction } = words;
  return (
    name.includes(satisfaction) ||
    level1?.includes(satisfaction) === true ||
    level2?.includes(satisfaction) === true
  );
}

function checkSatisfaction(facts: ScoredFormFacts, rules: RuleSet): Finding[] {
  if (!rules.satisfactionExpected || facts.indicators.some(asksSatisfaction)) return [];
  return [raise('satisfaction-missing', { row: null, cell: facts.titleCell }, {})];
}
