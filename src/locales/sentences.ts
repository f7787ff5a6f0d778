/** Sentences for people, by language. Every sentence is data in the JSON files beside this one; `{name}` is filled from the parameters. */
import enUS from './en-US.json';
import zhCN from './zh-CN.json';

export type SentenceKey = keyof typeof zhCN;
export type Language = 'zh-CN' | 'en-US';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': zhCN,
  'en-US': enUS,
};

/** Says a sentence in one language. */
export type Say = (key: SentenceKey, params?: Readonly<Record<string, string>>) => string;

/** The speaker of a language. A parameter that is missing leaves its place empty; values are put in as they are. */
export function speak(language: Language): Say {
  return (key, params = {}) => fill(SENTENCES[language][key] ?? '', params);
}

/** True when there is a sentence of this name: for keys made from codes ("finding.total-wrong"). */
export function hasSentence(key: string): key is SentenceKey {
  return Object.hasOwn(zhCN, key);
}

function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? '') : '',
  );
}
