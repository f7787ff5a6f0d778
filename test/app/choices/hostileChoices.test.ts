/** Settings that somebody wrote to do harm: each falls back to the usual, is named in a sentence, and does nothing else. */
import fc from 'fast-check';
import { readChoices, SETTING, type SettingKey } from '../../../src/app/choices/choices';
import { sayUnusable } from '../../../src/app/sayFailure';
import { speak } from '../../../src/locales/sentences';

const KEYS = Object.values(SETTING);
/** Whose loss a person hears of; a lost confirmation is asked for again. */
const TOLD = KEYS.filter((key) => key !== SETTING.confirmed);
const DEEP = 10_000;
const LONG = 1_000_000;

const nest = (open: string, close: string, inner: string): string =>
  open.repeat(DEEP) + inner + close.repeat(DEEP);

/** What is wrong whatever setting it stands for. */
const EVERYWHERE: readonly (readonly [what: string, json: string])[] = [
  ['no JSON', '{'],
  ['nothing', ''],
  ['null', 'null'],
  ['a text', '"x"'],
  ['a number', '1'],
  ['a number that is none', '1e400'],
  ['a list', '[]'],
  ['lists within lists', nest('[', ']', '')],
  ['lists within lists that never end', '['.repeat(LONG)],
  ['objects within objects', nest('{"a":', '}', '1')],
  ['objects within a field', `{"version":1,"base":${nest('{"a":', '}', '1')}}`],
  ['a megabyte of text', 'x'.repeat(LONG + 1)],
  ['a megabyte of JSON', JSON.stringify({ version: 1, base: 'x'.repeat(LONG) })],
  ['half a character', '{"\ud800":"\udfff"}'],
  ['the prototype as a field', '{"version":1,"__proto__":{"version":1,"marks":false}}'],
  ['the constructor as a field', '{"version":1,"constructor":{"prototype":{"isHarmed":true}}}'],
];

/** What is wrong for one of them. */
const OWN: readonly (readonly [key: SettingKey, json: string])[] = [
  ['rules', `{"version":1,"base":"wuhan","changes":{"decimals":1e400}}`],
  ['rules', `{"version":1,"base":"wuhan","changes":{"decimals":${'9'.repeat(40_000)}}}`],
  ['rules', `{"version":1,"base":"wuhan","changes":{"bands":["NaN","Infinity"]}}`],
  ['rules', `{"version":1,"base":"wuhan","changes":{"constructor":{"prototype":{"isHarmed":true}}}}`],
  ['rules', `{"version":1,"base":"wuhan","changes":{"executionWeights":[${'1,'.repeat(100_000)}1]}}`],
  ['rules', `{"version":1,"base":"wuhan","changes":{"rateScoreTolerance":"0.${'1'.repeat(LONG / 2)}"}}`],
  ['rules', `{"version":1,"base":"constructor"}`],
  ['rules', `{"version":1,"base":"__proto__"}`],
  ['rules', `{"version":1,"own":{"__proto__":{"id":"x"}}}`],
  ['options', `{"version":1,"typedScores":["overwrite"]}`],
  ['options', `{"version":1,"marks":1e400}`],
  ['ignored', `{"version":1,"ignored":[${'{},'.repeat(100_000)}{}]}`],
  ['ignored', `{"version":1,"ignored":${nest('[', ']', '')}}`],
  ['ignored', `{"version":1,"ignored":[{"code":"constructor"}]}`],
  ['directions', `{"version":1,"directions":[{"sheet":{},"row":[],"direction":"floor"}]}`],
  ['directions', `{"version":1,"directions":[{"sheet":"表","row":"行","direction":"__proto__"}]}`],
  ['headerNames', `{"达成程度":"constructor"}`],
  ['headerNames', `{"__proto__":"toString"}`],
  ['headerNames', `{"达成程度":["actual"]}`],
  ['headerNames', `{"${'长'.repeat(1000)}":"actual"}`],
  ['headerNames', JSON.stringify(Object.fromEntries([...Array(5000).keys()].map((n) => [n, 'actual'])))],
];

const USUAL = readChoices({});

function expectUsual(key: SettingKey, json: string): void {
  const choices = readChoices({ [key]: json });
  expect({ ...choices, headerNames: null, unusable: null }).toEqual({
    ...USUAL,
    headerNames: null,
    unusable: null,
  });
}

describe.each(TOLD)('%s', (key) => {
  // An object without the fields of options says nothing about them.
  const silent = key === 'options' ? /as a field|within a field/ : /(?!)/;
  test.each(EVERYWHERE.filter(([what]) => !silent.test(what)))(
    'that is %s falls back with a sentence',
    (_, json) => {
      expectUsual(key, json);
      const { unusable, headerNames } = readChoices({ [key]: json });
      expect(unusable).toEqual([key]);
      expect(headerNames.size).toBe(0);
      for (const language of ['zh-CN', 'en-US'] as const)
        expect(sayUnusable(unusable, speak(language))).toMatch(/\S/);
    },
  );
});

test.each(OWN)('%s of %.70s falls back with a sentence', (key, json) => {
  expectUsual(key, json);
  expect(readChoices({ [key]: json }).unusable).toEqual([key]);
});

test.each([...EVERYWHERE, ['another word', '{"version":1,"confirmed":"true"}'] as const])(
  'a confirmation that is %s is asked for again',
  (_, json) => {
    expect(readChoices({ confirmed: json }).isConfirmed).toBe(false);
  },
);

test('settings under names of the language itself are none of ours', () => {
  const settings = Object.fromEntries(['__proto__', 'constructor', 'toString'].map((name) => [name, '{}']));
  expect(readChoices(settings)).toEqual(USUAL);
});

test('whatever is nested in a setting, nothing is thrown, taken over or left on the prototype of objects', () => {
  const names = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'version',
    'changes',
    'own',
    'base',
    'bands',
  );
  const values = fc.oneof(
    fc.constantFrom(1, 0, -1, 1e308, 'wuhan', '__proto__', '\ud800', '', null, true),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      values.map((value) => JSON.stringify(value)),
      fc.constant('1e400'),
      fc.array(tie('tree'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      // As text: an object literal of ours would lose a field of the name "__proto__".
      fc
        .array(fc.tuple(names, tie('tree')), { maxLength: 5 })
        .map((fields) => `{${fields.map(([name, value]) => `"${name}":${value}`).join(',')}}`),
    ),
  }));
  const clean = Object.getOwnPropertyNames(Object.prototype).sort();
  fc.assert(
    fc.property(fc.constantFrom(...KEYS), tree, (key, json) => {
      const choices = readChoices({ [key]: json });
      expect(choices.options).toEqual(USUAL.options);
      expect(choices.isConfirmed).toBe(false);
      expect([choices.ignored, choices.directions]).toEqual([[], []]);
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(clean);
    }),
    { numRuns: 200 },
  );
});
