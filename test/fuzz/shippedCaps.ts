/** The rule sets that tie the total to the execution rate, so that it may stay below the sum of the scores. */
import { RULE_SETS } from '../../src/engine/ruleSets/shippedRuleSets';

export const shippedCaps: ReadonlySet<string> = new Set(
  RULE_SETS.filter(({ executionCaps }) => executionCaps.length > 0).map(({ id }) => id),
);
