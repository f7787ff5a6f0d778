/** Writes a rule set as the JSON that `readRuleSet` reads, so that a person can change its numbers and keep the rest. */
import type { RuleSet } from '../ruleSet';

/** A rule set as plain JSON: its fields by name, numbers as text ("0.05"). */
export type RuleSetJson = Readonly<Record<string, unknown>>;

/** The JSON of a rule set; reading it again gives the same rule set. */
export function writeRuleSet(rules: RuleSet): RuleSetJson {
  const { level1Weights, overachieved } = rules;
  return {
    ...rules,
    executionWeights: rules.executionWeights.map((weight) => weight.toFixed()),
    level1Weights:
      level1Weights &&
      Object.fromEntries([...level1Weights].map(([word, points]) => [word, points.toFixed()])),
    bands: rules.bands.map((edge) => edge.toFixed()),
    overachieved: { from: overachieved.from.toFixed(), deduct: overachieved.deduct.toFixed() },
    executionCaps: rules.executionCaps.map(({ below, cap }) => ({
      below: below.toFixed(),
      cap: cap.toFixed(),
    })),
    reasonBelowRate: rules.reasonBelowRate.toFixed(),
    grades: rules.grades.map(({ word, from }) => ({ word, from: from.toFixed() })),
    rateScoreTolerance: rules.rateScoreTolerance.toFixed(),
  };
}
