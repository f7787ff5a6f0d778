/** One language at a time, for where each kilobyte is fetched: the sentences come when it is known which are wanted. */
import { sayFrom } from './sayFrom';
import type { Language, Say } from './sentences';

/** Fetches the sentences of a language that the first look at a form needs; the speaker fetches the rest when it is asked to. */
export async function fetchSpeech(language: Language): Promise<Say> {
  switch (language) {
    case 'zh-CN':
      return sayFrom(
        (await import('./zh-CN.json')).default,
        async () => (await import('./zh-CN.rest.json')).default,
      );
    case 'en-US':
      return sayFrom(
        (await import('./en-US.json')).default,
        async () => (await import('./en-US.rest.json')).default,
      );
  }
}
