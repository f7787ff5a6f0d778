/** The sentences that the workbench itself says, with their blanks filled in. */
import sentences from './sentences.json';

export type SentenceKey = keyof typeof sentences;

export function sentence(key: SentenceKey, blanks: Readonly<Record<string, string | number>> = {}): string {
  return sentences[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
}

/** Whether there is a sentence for a code of an error. */
export function isSentenceKey(code: string): code is SentenceKey {
  return Object.hasOwn(sentences, code);
}
