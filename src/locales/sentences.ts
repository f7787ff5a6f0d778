/**
 * Sentences for people, by language. Every sentence is data in the JSON files beside this one: those of the first look at a form, and, named
 * "rest", those of everything that the pane fetches later and of the command line. `{name}` is filled from the parameters.
 */
import enUS from './en-US.json';
import enUSRest from './en-US.rest.json';
import { sayFrom } from './sayFrom';
import zhCN from './zh-CN.json';
import zhCNRest from './zh-CN.rest.json';

export type SentenceKey = keyof typeof zhCN | keyof typeof zhCNRest;
export type Language = 'zh-CN' | 'en-US';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

/** Says a sentence in one language. */
export interface Say {
  (key: SentenceKey, params?: Readonly<Record<string, string>>): string;
  /** True when there is a sentence of this name: for keys made from codes ("finding.total-wrong"). */
  readonly has: (key: string) => key is SentenceKey;
  /** Ends when all sentences are at hand, not only those of the first look at a form. Rejects when they cannot be fetched. */
  readonly fetchRest: () => Promise<void>;
}

const SPEAKERS: Readonly<Record<Language, Say>> = {
  'zh-CN': sayFrom({ ...zhCN, ...zhCNRest }),
  'en-US': sayFrom({ ...enUS, ...enUSRest }),
};

/** The speaker of a language, with both at hand; the pane, which fetches one of them, uses `fetchSpeech`. */
export function speak(language: Language): Say {
  return SPEAKERS[language];
}
