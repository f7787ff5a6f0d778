/** Which rule set a person chose: a shipped one, a shipped one with numbers of their own, or one that is all their own. */
import type { RuleSet } from '../../engine/ruleSet';
import { parseRuleSet, type RuleSetProblem } from '../../engine/ruleSets/readRuleSet';
import { findRuleSet } from '../../engine/ruleSets/shippedRuleSets';
import { writeRuleSet, type RuleSetJson } from '../../engine/ruleSets/writeRuleSet';
import { readFields, readKept, writeKept, type Read } from './keptJson';

/** A rule set takes some thousand characters; a text of so many would only slow everything down. */
const LONGEST_RULES = 50_000;

export type RulesChoice =
  /** A shipped rule set; `changes` are fields as `RuleSet` names them, e.g. {"decimals": 1}. */
  | { readonly kind: 'shipped'; readonly id: string; readonly changes: RuleSetJson }
  | { readonly kind: 'own'; readonly rules: RuleSetJson };

export type ResolvedRules =
  { readonly ok: true; readonly rules: RuleSet } | { readonly ok: false; readonly problem: RuleSetProblem };

/** The rule set that a choice stands for, or what is wrong with it. Never throws. */
export function resolveRules(choice: RulesChoice): ResolvedRules {
  try {
    return resolve(choice);
  } catch {
    // What is nested too deep cannot even be quoted in a problem.
    return { ok: false, problem: { field: '', code: 'not-an-object', found: '' } };
  }
}

function resolve(choice: RulesChoice): ResolvedRules {
  if (choice.kind === 'own') return parseRuleSet(choice.rules);
  const shipped = findRuleSet(choice.id);
  if (!shipped) return { ok: false, problem: { field: 'id', code: 'out-of-range', found: choice.id } };
  // The identity of a shipped rule set stays: only its numbers may be changed.
  return parseRuleSet({ ...writeRuleSet(shipped), ...choice.changes, id: shipped.id });
}

/** Null: nothing was chosen, the rule set is guessed from each form. */
export function readRulesChoice(json: string | undefined): Read<RulesChoice | null> {
  if (json === undefined) return { value: null, isUsable: true };
  const choice = choiceIn(json);
  return choice && resolveRules(choice).ok
    ? { value: choice, isUsable: true }
    : { value: null, isUsable: false };
}

function choiceIn(json: string): RulesChoice | null {
  const kept = json.length > LONGEST_RULES ? null : readKept(json);
  const own = readFields(kept?.get('own'));
  if (own) return { kind: 'own', rules: Object.fromEntries(own) };
  const id = kept?.get('base');
  const changes = readFields(kept?.get('changes') ?? {});
  return typeof id === 'string' && changes
    ? { kind: 'shipped', id, changes: Object.fromEntries(changes) }
    : null;
}

export function writeRulesChoice(choice: RulesChoice | null): string | null {
  if (choice === null) return null;
  return writeKept(
    choice.kind === 'own' ? { own: choice.rules } : { base: choice.id, changes: choice.changes },
  );
}
