/** The use case "选择口径": the rule set of a workbook, with numbers of its own where a person wants them. */
import { SETTING } from './choices/choices';
import { resolveRules, writeRulesChoice, type RulesChoice } from './choices/rulesChoice';
import { done, failed, type Attempt } from './problem';
import type { SettingsChange } from './settingsChange';

/** Null leaves the rule set to the person's defaults, and to the form where there are none. */
export function chooseRules(choice: RulesChoice | null): Attempt<SettingsChange> {
  const resolved = choice && resolveRules(choice);
  if (resolved?.ok === false) return failed('unusable-rules', { field: resolved.problem.field });
  return done({ [SETTING.rules]: writeRulesChoice(choice) });
}
