/** Makes a speaker of sentences, wherever these come from; `{name}` is filled from the parameters. */
import type { Say, SentenceKey } from './sentences';

/** The speaker of these sentences. A parameter that is missing leaves its place empty; values are put in as they are. */
export function sayFrom(sentences: Readonly<Record<string, string>>): Say {
  const has = (key: string): key is SentenceKey => Object.hasOwn(sentences, key);
  return Object.assign(
    (key: SentenceKey, params: Readonly<Record<string, string>> = {}) => fill(sentences[key] ?? '', params),
    { has },
  );
}

function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? '') : '',
  );
}
