/** One language at a time, for where each kilobyte is fetched: the sentences come when it is known which are wanted. */
import { sayFrom } from './sayFrom';
import type { Language, Say } from './sentences';

/** Fetches the sentences of a language. */
export async function fetchSpeech(language: Language): Promise<Say> {
  switch (language) {
    case 'zh-CN':
      return sayFrom((await import('./zh-CN.json')).default);
    case 'en-US':
      return sayFrom((await import('./en-US.json')).default);
  }
}
