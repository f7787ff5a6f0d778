/** Puts findings and steps into words, for every face. */
import { hasSentence, type Say, type SentenceKey } from '../locales/sentences';
import type { Wording } from './report';

/** The wording of findings and steps in the speaker's language. */
export function wordingIn(say: Say): Wording {
  return {
    finding: ({ code, params }) =>
      say(choose(`finding.${code}.${params['variant'] ?? ''}`, `finding.${code}`), params),
    step: ({ code, params }) => say(`step.${code}`, params),
  };
}

/** The sentence for the special case where there is one, else the usual sentence. */
export function choose(special: string, usual: SentenceKey): SentenceKey {
  return hasSentence(special) ? special : usual;
}
