/** The rule sets that come with the program, read from the JSON beside this file. */
import type { RuleSet } from '../ruleSet';
import legacy2017 from './legacy-2017.json';
import mof2020 from './mof-2020.json';
import mof2021 from './mof-2021.json';
import platform from './platform.json';
import { readRuleSet } from './readRuleSet';
import sichuan from './sichuan.json';
import wuhan from './wuhan.json';

/** 财政部 2020, the rule set of a form that shows no other. */
export const MOF_2020 = readRuleSet(mof2020);

/** The rule sets that come with the program, in the order in which a person is offered them. */
export const RULE_SETS: readonly RuleSet[] = [
  MOF_2020,
  readRuleSet(mof2021),
  readRuleSet(wuhan),
  readRuleSet(legacy2017),
  readRuleSet(sichuan),
  readRuleSet(platform),
];

/** The shipped rule set of this id, null when there is none. */
export function findRuleSet(id: string): RuleSet | null {
  return RULE_SETS.find((rules) => rules.id === id) ?? null;
}
