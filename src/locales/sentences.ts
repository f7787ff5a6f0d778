/** Sentences for people, by language. Every sentence is data in the JSON files beside this one; `{name}` is filled from the parameters. */
import enUS from './en-US.json';
import { sayFrom } from './sayFrom';
import zhCN from './zh-CN.json';

export type SentenceKey = keyof typeof zhCN;
export type Language = 'zh-CN' | 'en-US';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

/** Says a sentence in one language. */
export interface Say {
  (key: SentenceKey, params?: Readonly<Record<string, string>>): string;
  /** True when there is a sentence of this name: for keys made from codes ("finding.total-wrong"). */
  readonly has: (key: string) => key is SentenceKey;
}

const SPEAKERS: Readonly<Record<Language, Say>> = { 'zh-CN': sayFrom(zhCN), 'en-US': sayFrom(enUS) };

/** The speaker of a language, with both at hand; the pane, which fetches one of them, uses `fetchSpeech`. */
export function speak(language: Language): Say {
  return SPEAKERS[language];
}
