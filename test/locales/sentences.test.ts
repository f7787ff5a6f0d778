import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import causes from '../../src/app/causes.json';
import { FINDING_CODES } from '../../src/engine/finding';
import { STEP_CODES } from '../../src/engine/outcome';
import enUSFirst from '../../src/locales/en-US.json';
import enUSRest from '../../src/locales/en-US.rest.json';
import { LANGUAGES, speak } from '../../src/locales/sentences';
import { fetchSpeech } from '../../src/locales/speech';
import zhCNFirst from '../../src/locales/zh-CN.json';
import zhCNRest from '../../src/locales/zh-CN.rest.json';

const zhCN = { ...zhCNFirst, ...zhCNRest };
const enUS = { ...enUSFirst, ...enUSRest };

const { has: hasSentence } = speak('zh-CN');
const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
const keys = Object.keys(zhCN).filter((key): key is keyof typeof zhCN => hasSentence(key));

test('both languages have the same sentences', () => {
  expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
});

test.each([
  [zhCNFirst, enUSFirst],
  [zhCNRest, enUSRest],
])('both languages keep the same sentences for later', (chinese, english) => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

test('no sentence stands in two files', () => {
  expect(Object.keys(zhCNFirst).filter((key) => Object.hasOwn(zhCNRest, key))).toEqual([]);
});

test.each(keys)('%s fills the same places in both languages', (key) => {
  expect([...new Set(placeholders(enUS[key]))]).toEqual([...new Set(placeholders(zhCN[key]))]);
});

test.each(FINDING_CODES)('the finding %s has a sentence', (code) => {
  expect(hasSentence(`finding.${code}`)).toBe(true);
});

test.each(STEP_CODES)('the step %s has a sentence', (code) => {
  expect(hasSentence(`step.${code}`)).toBe(true);
});

/** All source text, to find the keys that it names or builds from codes. */
function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

test('every sentence is used', () => {
  const text = sources(path.join(__dirname, '..', '..', 'src'));
  const told = new Set(Object.values(causes).flatMap((family) => Object.values<string>(family)));
  const built =
    /^(finding|step|error|role|host|refused)\.|^report\.(error|warning|info)$|^settings\.(number|allowed)\.|^settings\.table\.(executionCaps|grades|level1Weights)|^overview\.(column|sorted)|^pane\.(severity|running|tab|task|recalculate|check|revert)/;
  expect(keys.filter((key) => !built.test(key) && !told.has(key) && !text.includes(`'${key}'`))).toEqual([]);
});

test('values are put in as they are, and a missing one leaves nothing', () => {
  expect(speak('en-US')('cli.progress', { done: '{all}', all: '$&' })).toBe('{all}/$& ');
});

test.each(LANGUAGES)(
  'the sentences of %s alone are said as with both languages at hand',
  async (language) => {
    const say = await fetchSpeech(language);
    const both = speak(language);
    expect(say('settings.rules')).toBe('');
    await say.fetchRest();
    expect(keys.map((key) => say(key))).toEqual(keys.map((key) => both(key)));
    expect([say.has('pane.title'), say.has('pane.toString'), say.has('toString')]).toEqual([
      true,
      false,
      false,
    ]);
  },
);
