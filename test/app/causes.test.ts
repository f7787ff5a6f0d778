/** One table leads from every cause to its sentence; each says what did not happen, why, and what to do next, and nothing that only a program says. */
import causes from '../../src/app/causes.json';
import { sayFailure, sayProblem } from '../../src/app/sayFailure';
import type { CommandFailure } from '../../src/app/sessionState';
import zhCN from '../../src/locales/zh-CN.json';
import zhCNRest from '../../src/locales/zh-CN.rest.json';
import { LANGUAGES, speak, type Language } from '../../src/locales/sentences';
import { HOST_PROBLEMS, HostFailure, type WorkbookState } from '../../src/workbook/hostFailure';
import { rawParts } from './rawParts';

const SENTENCES = Object.entries(causes).flatMap(([family, sentences]) =>
  Object.entries(sentences).map(([cause, key]) => [`${family} ${cause}`, key] as const),
);

/** Fills whatever a sentence has places for. */
const PARAMS = new Proxy<Record<string, string>>(
  {},
  { getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }), get: () => '某' },
);

function said(key: string, language: Language): string {
  const say = speak(language);
  return say.has(key) ? say(key, PARAMS) : '';
}

/** What to do, in the last sentence. */
const NEXT: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /请[^。]+。$/,
  'en-US':
    /(?:^|[.;,] )(?:[Pp]lease )?(?:[Ll]ook|See|update|check|Press|Take|Turn|Try|[Tt]ry|Use|Check|Select|Go|Change|Enter|Fill|Wait|Close|Save|Update|Delete|Remove|Recalculate|Choose|Include|Score|Say|Shorten|Correct|Unprotect|Open)\b.*\.$/,
};

/** Where what happened and why are often one: there is no such file. */
const FILE_NEXT: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /[。，].*(?:请|可以)/,
  'en-US': /[.;] (?:[A-Z][a-z]+ )/,
};

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(SENTENCES)('%s says what, why and what next', (_, key) => {
    const sentence = said(key, language);
    const [next] = NEXT[language].exec(sentence) ?? [];
    expect([sentence, next]).toEqual([sentence, expect.any(String)]);
    const before = sentence.slice(0, sentence.length - (next ?? '').length);
    const clauses = before.split(/[，。：；,.:;]| and /).filter((clause) => clause.trim() !== '');
    expect([sentence, clauses.length >= 2]).toEqual([sentence, true]);
    expect(rawParts(sentence)).toEqual([]);
  });

  test.each<WorkbookState>(['untouched', 'unsure', 'sheet-left', 'setting-unsure'])(
    'a workbook that is %s is told with every problem of Excel',
    (state) => {
      for (const problem of HOST_PROBLEMS) {
        const failure: CommandFailure = { kind: 'host', failure: new HostFailure(problem, state, 'X') };
        const [why, how, ...more] = sayFailure(failure, speak(language));
        expect(more).toEqual([]);
        expect([why, how].flatMap((sentence) => rawParts(sentence ?? ''))).toEqual([]);
      }
    },
  );

  test('what the command line says of files and options has no raw part, and a file that cannot be used comes with what next', () => {
    const keys = Object.keys({ ...zhCN, ...zhCNRest });
    const told = keys.filter((key) => /^(?:error|cli)\.(?!help|progress)/.test(key));
    expect(told.length).toBeGreaterThan(50);
    expect(told.flatMap((key) => rawParts(said(key, language)))).toEqual([]);
    const files = told.filter((key) => /^error\.(?!no-form\.diagnosis)/.test(key));
    expect(files.filter((key) => !FILE_NEXT[language].test(said(key, language)))).toEqual([]);
  });

  test('two causes never say the same', () => {
    const sentences = SENTENCES.map(([, key]) => said(key, language));
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

test('what nobody foresaw is told without the words of the program', () => {
  const failure: CommandFailure = {
    kind: 'unexpected',
    details: "TypeError: Cannot read properties of undefined (reading 'a')",
  };
  for (const language of LANGUAGES) {
    expect(sayFailure(failure, speak(language)).flatMap(rawParts)).toEqual([]);
  }
});

test('a sentence that is not at hand is not left blank', () => {
  const say = Object.assign((key: string) => (key === 'failure.unexpected' ? '没有完成。' : ''), {
    has: (key: string): key is 'failure.unexpected' => key === 'failure.unexpected',
    fetchRest: () => Promise.resolve(),
  });
  expect(sayProblem({ code: 'locked', params: {} }, say)).toBe('没有完成。');
});

test.each([
  'ItemNotFound',
  'TypeError: x is not a function',
  '在 at run (excel.ts:12:3)',
  '得分是 undefined',
  '得分是 NaN',
  '[object Object]',
  'host.changed',
  '写入 {cell}',
  '',
])('the eye for raw parts sees %p', (text) => {
  expect(rawParts(text)).not.toEqual([]);
});
