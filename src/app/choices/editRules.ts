/** A rule set with numbers of a person's own: made from a chosen one, changed, and reset. */
import type { RuleSetJson } from '../../engine/ruleSets/writeRuleSet';
import type { RulesChoice } from './rulesChoice';

/** The choice with more of its fields changed (names as in `RuleSet`). */
export function editRules(choice: RulesChoice, changes: RuleSetJson): RulesChoice {
  return choice.kind === 'own'
    ? { kind: 'own', rules: { ...choice.rules, ...changes } }
    : { ...choice, changes: { ...choice.changes, ...changes } };
}

/** The shipped rule set without a person's changes; null for one that is all a person's own. */
export function resetRules(choice: RulesChoice): RulesChoice | null {
  return choice.kind === 'own' ? null : { ...choice, changes: {} };
}

/** True for a rule set with numbers of a person's own. */
export function isEdited(choice: RulesChoice): boolean {
  return choice.kind === 'own' || Object.keys(choice.changes).length > 0;
}
