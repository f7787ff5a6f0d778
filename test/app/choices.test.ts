import fc from 'fast-check';
import { readChoices, readDefaults, SETTING, type Settings } from '../../src/app/choices/choices';
import { writeIgnored } from '../../src/app/choices/ignoredFindings';
import { MOST_ENTRIES, writeKept } from '../../src/app/choices/keptJson';
import { writeOptions } from '../../src/app/choices/options';
import { writeDirections } from '../../src/app/choices/rowDirections';
import { writeRulesChoice, type RulesChoice } from '../../src/app/choices/rulesChoice';
import { findRuleSet, RULE_SETS } from '../../src/engine/ruleSets/shippedRuleSets';
import { writeRuleSet } from '../../src/engine/ruleSets/writeRuleSet';

const ENTRY = {
  code: 'target-missed',
  sheet: '自评表',
  subject: '/1/产出指标/数量指标/里程:actual',
  fingerprint: 'ab12',
  reason: '已向主管部门说明',
  at: '2026-11-21T09:30:00.000Z',
} as const;

function kept(key: string, json: string): Settings {
  return { [key]: json };
}

test('a workbook in which nobody chose anything is kept to the usual', () => {
  expect(readChoices({})).toMatchObject({
    rules: null,
    ruleSet: null,
    rulesFrom: 'guess',
    options: { typedScores: 'keep', marks: true },
    isConfirmed: false,
    ignored: [],
    directions: [],
    unusable: [],
  });
});

test('the numbers of a shipped rule set can be changed, the others stay', () => {
  const choice: RulesChoice = {
    kind: 'shipped',
    id: 'wuhan',
    changes: { decimals: 1, bands: ['0.9', '0.6'] },
  };
  const { ruleSet, rulesFrom, unusable } = readChoices(kept('rules', writeRulesChoice(choice) ?? ''));
  expect({ rulesFrom, unusable }).toEqual({ rulesFrom: 'workbook', unusable: [] });
  expect(ruleSet?.decimals).toBe(1);
  expect(ruleSet?.bands.map(String)).toEqual(['0.9', '0.6']);
  expect(ruleSet?.grades).toEqual(findRuleSet('wuhan')?.grades);
});

test('a rule set of one’s own is used as it is', () => {
  const own = { ...writeRuleSet(RULE_SETS[0] ?? fail()), id: 'ours', name: '本单位' };
  const json = writeRulesChoice({ kind: 'own', rules: own }) ?? '';
  expect(readChoices(kept('rules', json)).ruleSet?.id).toBe('ours');
});

test('what was chosen for the workbook goes before a person’s defaults', () => {
  const defaults = readDefaults({
    rules: writeRulesChoice({ kind: 'shipped', id: 'sichuan', changes: {} }) ?? '',
    options: writeOptions({ typedScores: 'overwrite', marks: false }) ?? '',
  });
  const plain = readChoices({}, defaults);
  expect([plain.ruleSet?.id, plain.rulesFrom, plain.options]).toEqual([
    'sichuan',
    'defaults',
    { typedScores: 'overwrite', marks: false },
  ]);
  const chosen = readChoices(
    {
      rules: writeRulesChoice({ kind: 'shipped', id: 'wuhan', changes: {} }) ?? '',
      options: writeOptions({ typedScores: 'keep' }) ?? '',
    },
    defaults,
  );
  expect([chosen.ruleSet?.id, chosen.rulesFrom, chosen.options]).toEqual([
    'wuhan',
    'workbook',
    { typedScores: 'keep', marks: false },
  ]);
});

describe('what cannot be used is left out and named', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  test.each([
    ['rules', 'not json'],
    ['rules', '{"version":2,"base":"wuhan"}'],
    ['rules', '{"version":1,"base":"nowhere"}'],
    ['rules', '{"version":1,"base":"wuhan","changes":{"decimals":"many"}}'],
    ['rules', '{"version":1,"base":"wuhan","changes":{"__proto__":{"polluted":1}}}'],
    ['rules', '{"version":1,"own":{"id":"x"}}'],
    ['rules', `{"version":1,"base":"wuhan","changes":{"bands":${deep}}}`],
    ['options', '[]'],
    ['options', '{"version":1,"typedScores":"sometimes"}'],
    ['options', '{"version":1,"marks":"yes"}'],
    ['ignored', '{"version":1,"ignored":{}}'],
    ['ignored', writeKept({ ignored: [{ ...ENTRY, code: 'no-such-code' }] })],
    ['ignored', writeKept({ ignored: [{ ...ENTRY, reason: '' }] })],
    ['ignored', writeKept({ ignored: [{ ...ENTRY, reason: '长'.repeat(201) }] })],
    ['ignored', writeKept({ ignored: [{ ...ENTRY, at: 'yesterday' }] })],
    ['ignored', writeKept({ ignored: Array.from({ length: MOST_ENTRIES + 1 }, () => ENTRY) })],
    ['ignored', `{"version":1,"ignored":[],"x":"${'x'.repeat(1_000_000)}"}`],
    ['directions', '{"version":1,"directions":[{"sheet":"s","row":"r","direction":"sideways"}]}'],
    ['headerNames', '"x"'],
  ])('%s: %.60s', (key, json) => {
    expect(readChoices(kept(key, json)).unusable).toEqual([key]);
  });
});

test('one broken entry does not take the others with it', () => {
  const { ignored, unusable } = readChoices(kept('ignored', writeKept({ ignored: [null, ENTRY, 7] })));
  expect([ignored, unusable]).toEqual([[ENTRY], ['ignored']]);
});

test('entries are read as they were written', () => {
  expect(readChoices(kept('ignored', writeIgnored([ENTRY]) ?? '')).ignored).toEqual([ENTRY]);
  const direction = { sheet: '自评表', row: '/1/a/b/c', direction: 'ceiling' } as const;
  expect(readChoices(kept('directions', writeDirections([direction]) ?? '')).directions).toEqual([direction]);
});

test('no text in any setting throws, and nothing reaches the prototype of objects', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"version":1,"ignored":[${json}],"directions":[${json}],"own":${json}}`),
    fc
      .json()
      .map((json) => `{"version":1,"__proto__":${json},"base":"wuhan","changes":{"__proto__":${json}}}`),
  );
  const keys = fc.constantFrom(...Object.values(SETTING), '__proto__', 'constructor');
  fc.assert(
    fc.property(fc.dictionary(keys, hostile), (settings) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const { unusable, options } = readChoices(settings);
      expect(unusable.every((key) => Object.hasOwn(settings, key))).toBe(true);
      expect(['keep', 'overwrite']).toContain(options.typedScores);
      expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
    }),
    { numRuns: 300 },
  );
});

function fail(): never {
  throw new Error('there is no rule set');
}
