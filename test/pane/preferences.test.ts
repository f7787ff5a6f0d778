/** What a person prefers is kept on this computer, read without trust, and lost without harm. */
import { keepPreferences, type Preferences, type Store } from '../../src/pane/preferences';

function storeOf(kept: Map<string, string>): Store {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const USUAL: Preferences = { rules: null, options: {}, previews: false, isWelcomed: false };

test('what was chosen is there again', () => {
  const kept = new Map<string, string>();
  const chosen: Preferences = {
    rules: { kind: 'shipped', id: 'sichuan', changes: { decimals: 1 } },
    options: { marks: false },
    previews: true,
    isWelcomed: true,
  };
  keepPreferences(storeOf(kept), 'part').change(chosen);
  expect(keepPreferences(storeOf(kept), 'part').current()).toEqual(chosen);
  expect(keepPreferences(storeOf(kept), 'other').current()).toEqual(USUAL);
});

test('what is given up leaves nothing behind', () => {
  const kept = new Map<string, string>();
  const preferences = keepPreferences(storeOf(kept), '');
  preferences.change({ previews: true, options: { typedScores: 'overwrite' } });
  expect(kept.size).toBe(2);
  preferences.change({ previews: false, options: {} });
  expect(kept.size).toBe(0);
});

test.each(['{', '[]', 'null', '{"version":99}', '{"version":1,"base":"nowhere","changes":{}}'])(
  'what cannot be used (%s) is left out',
  (text) => {
    const kept = new Map(
      ['rules', 'options', 'previews', 'welcomed'].map((name) => [`ziping.${name}`, text]),
    );
    expect(keepPreferences(storeOf(kept), '').current()).toEqual(USUAL);
  },
);

test.each([
  ['lists within lists', '['.repeat(10_000)],
  ['objects within objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a megabyte of text', 'x'.repeat(1_000_001)],
  ['a number that is none', '{"version":1,"base":"wuhan","changes":{"decimals":1e400},"marks":1e400}'],
  ['the prototype as a field', '{"version":1,"__proto__":{"previews":true},"base":"__proto__"}'],
  ['half a character', '\ud800'],
])('what somebody else put there (%s) is left out and does no harm', (_, text) => {
  const kept = new Map(['rules', 'options', 'previews', 'welcomed'].map((name) => [`ziping.${name}`, text]));
  const preferences = keepPreferences(storeOf(kept), '');
  expect(preferences.current()).toEqual(USUAL);
  expect(({} as Record<string, unknown>)['previews']).toBeUndefined();
  preferences.change({ previews: true });
  expect(keepPreferences(storeOf(kept), '').current()).toEqual({ ...USUAL, previews: true });
});

const refuse = (): never => {
  throw new Error('forbidden');
};

test.each<[string, Store | null]>([
  ['absent', null],
  ['forbidden', { getItem: refuse, setItem: refuse, removeItem: refuse }],
])('where the store is %s, preferences last as long as the pane', (_, store) => {
  const preferences = keepPreferences(store, '');
  expect(preferences.current()).toEqual(USUAL);
  let told = 0;
  preferences.subscribe(() => (told += 1));
  preferences.change({ previews: true });
  expect(preferences.current().previews).toBe(true);
  expect(told).toBe(1);
});
