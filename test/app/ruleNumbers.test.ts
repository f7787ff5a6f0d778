import fc from 'fast-check';
import { editRules, isEdited, resetRules } from '../../src/app/choices/editRules';
import {
  changeRuleNumber,
  changeRuleTable,
  NUMBER_LIMITS,
  readRuleNumber,
  readRuleTable,
  RULE_NUMBERS,
  RULE_TABLES,
  type RuleNumber,
  type RuleTable,
  type RuleTableRow,
} from '../../src/app/choices/ruleNumbers';
import { resolveRules, type RulesChoice } from '../../src/app/choices/rulesChoice';
import type { RuleSet } from '../../src/engine/ruleSet';
import { findRuleSet, MOF_2020, RULE_SETS } from '../../src/engine/ruleSets/shippedRuleSets';

const WUHAN: RulesChoice = { kind: 'shipped', id: 'wuhan', changes: {} };

function ruleSet(id: string): RuleSet {
  const rules = findRuleSet(id);
  if (!rules) throw new Error(id);
  return rules;
}

function rulesOf(choice: RulesChoice): RuleSet {
  const resolved = resolveRules(choice);
  if (!resolved.ok) throw new Error(resolved.problem.field);
  return resolved.rules;
}

/** What a person reads after entering the text; null when it was refused. */
function enter(id: RuleNumber, text: string): string | null {
  const changes = changeRuleNumber(ruleSet('wuhan'), id, text);
  return changes && readRuleNumber(rulesOf(editRules(WUHAN, changes)), id);
}

test('shipped numbers read as a person writes them', () => {
  const shown = Object.fromEntries(RULE_NUMBERS.map((id) => [id, readRuleNumber(ruleSet('wuhan'), id)]));
  expect(shown).toMatchObject({
    decimals: '2',
    executionWeights: '20、10',
    firstBand: '80',
    secondBand: '50',
    overachievedFrom: '130',
    overachievedDeduct: '0',
    reasonBelowRate: '90',
    shortReason: '8',
  });
});

const ENTERED: readonly (readonly [RuleNumber, string, string | null])[] = [
  ['firstBand', '85', '85'],
  ['firstBand', ' ８５．５％ ', '85.5'],
  ['executionWeights', '15，10 ,5', '15、10、5'],
  ['decimals', '1.5', null],
  ['decimals', '', null],
  ['executionWeights', '', null],
  ['executionWeights', '10、许多', null],
  ['overachievedDeduct', '-1', null],
  ['shortReason', '1e3', null],
  // The first band cannot begin below the second, nor the second above the first.
  ['firstBand', '49', null],
  ['secondBand', '81', null],
];

test.each(ENTERED)('%s: "%s" becomes %s', (id, text, shown) => {
  expect(enter(id, text)).toBe(shown);
});

test.each(RULE_NUMBERS)('%s takes both ends of what it is said to take, and nothing beyond', (id) => {
  const { from, to } = NUMBER_LIMITS[id];
  // Bands keep their order besides: where the other end would break it, only that end is asked.
  const inside = [id === 'firstBand' ? 50 : from, id === 'secondBand' ? 80 : to];
  expect(inside.map((end) => enter(id, String(end)))).toEqual(inside.map(String));
  expect([from - 1, to + 1].map((beyond) => enter(id, String(beyond)))).toEqual([null, null]);
});

test('every number and table of a shipped rule set, entered as it reads, changes nothing', () => {
  for (const rules of RULE_SETS) {
    const choice: RulesChoice = { kind: 'shipped', id: rules.id, changes: {} };
    for (const id of RULE_NUMBERS) {
      const changes = changeRuleNumber(rules, id, readRuleNumber(rules, id)) ?? { refused: id };
      expect(rulesOf(editRules(choice, changes))).toEqual(rules);
    }
    for (const id of RULE_TABLES) {
      const changes = changeRuleTable(rules, id, readRuleTable(rules, id)) ?? { refused: id };
      expect(rulesOf(editRules(choice, changes))).toEqual(rules);
    }
  }
});

const TABLES: readonly (readonly [RuleTable, readonly RuleTableRow[], boolean])[] = [
  ['executionCaps', [['80', '89']], true],
  ['executionCaps', [['101', '89']], false],
  ['executionCaps', [['80', '']], false],
  ['grades', [['好', '60'], ['差', '0']], true], // prettier-ignore
  ['grades', [['差', '0'], ['好', '60']], false], // prettier-ignore
  ['grades', [['好', '60']], false],
  ['grades', [], true],
  ['level1Weights', [], true],
  ['level1Weights', [['产出', '50'], ['产出', '40']], false], // prettier-ignore
  ['level1Weights', [[' ', '50']], false],
];

test.each(TABLES)('%s with %j is allowed: %s', (id, rows, isAllowed) => {
  const changes = changeRuleTable(MOF_2020, id, rows);
  expect(changes !== null).toBe(isAllowed);
  if (changes) {
    const choice: RulesChoice = { kind: 'shipped', id: MOF_2020.id, changes };
    expect(readRuleTable(rulesOf(choice), id)).toEqual(rows);
  }
});

test('whatever is entered, the rule set can be used or the entry is refused', () => {
  const text = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
  fc.assert(
    fc.property(fc.constantFrom(...RULE_NUMBERS), text, (id, entered) => {
      const changes = changeRuleNumber(MOF_2020, id, entered);
      const choice: RulesChoice = { kind: 'shipped', id: MOF_2020.id, changes: changes ?? {} };
      return resolveRules(choice).ok;
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...RULE_TABLES), fc.array(fc.tuple(text, text)), (id, rows) => {
      const changes = changeRuleTable(MOF_2020, id, rows);
      return resolveRules({ kind: 'shipped', id: MOF_2020.id, changes: changes ?? {} }).ok;
    }),
  );
});

test('changes add up, and a reset takes them all away', () => {
  const edited = editRules(editRules(WUHAN, { decimals: 1 }), { name: '我的口径' });
  expect([rulesOf(edited).decimals, rulesOf(edited).name['zh-CN'], isEdited(edited)]).toEqual([
    1,
    '我的口径',
    true,
  ]);
  expect([resetRules(edited), isEdited(WUHAN)]).toEqual([WUHAN, false]);
});

test('a rule set that is all a person’s own is edited in place and has nothing to be reset to', () => {
  const own: RulesChoice = { kind: 'own', rules: { id: 'own', name: '局里的口径' } };
  expect(editRules(own, { decimals: 1 })).toEqual({
    kind: 'own',
    rules: { id: 'own', name: '局里的口径', decimals: 1 },
  });
  expect([resetRules(own), isEdited(own)]).toEqual([null, true]);
});
