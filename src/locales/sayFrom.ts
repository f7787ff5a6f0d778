/** Makes a speaker of sentences, wherever these come from; `{name}` is filled from the parameters. */
import type { Say, SentenceKey } from './sentences';

type Sentences = Readonly<Record<string, string>>;

/**
 * The speaker of these sentences. A parameter that is missing leaves its place empty; values are put in as they are.
 * @param fetchMore gives the sentences that are not at hand; left out where all are
 */
export function sayFrom(first: Sentences, fetchMore?: () => Promise<Sentences>): Say {
  let sentences = first;
  let underWay: Promise<void> | null = null;
  const has = (key: string): key is SentenceKey => Object.hasOwn(sentences, key);

  async function fetchOnce(): Promise<void> {
    sentences = { ...first, ...(await fetchMore?.()) };
  }

  return Object.assign(
    (key: SentenceKey, params: Readonly<Record<string, string>> = {}) => fill(sentences[key] ?? '', params),
    {
      has,
      fetchRest(): Promise<void> {
        underWay ??= fetchOnce().catch((error: unknown) => {
          // It is tried again.
          underWay = null;
          throw error;
        });
        return underWay;
      },
    },
  );
}

function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? '') : '',
  );
}
