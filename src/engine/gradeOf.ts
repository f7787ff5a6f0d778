/** The grade of a total (优/良/中/差) by the rule set. */
import type { Decimal } from './decimal';
import type { RuleSet } from './ruleSet';

/** The best grade whose edge the total reaches; null where the rule set has no grades, or the total is below all. */
export function gradeOf(total: Decimal, rules: RuleSet): RuleSet['grades'][number] | null {
  return rules.grades.find(({ from }) => total.gte(from)) ?? null;
}
