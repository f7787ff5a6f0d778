/** Puts findings and steps into words, for every face. */
import { hasSentence, type Say, type SentenceKey } from '../locales/sentences';
import type { Wording } from './report';
import type { Category } from './summariseScore';

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

/** What a category of the score is called. */
export function sayCategory(category: Category, say: Say): string {
  switch (category.kind) {
    case 'execution':
      return say('report.execution');
    case 'goal':
      return say('report.goal', { number: String(category.number) });
    case 'level':
      return category.label ?? say('report.indicators');
    case 'block':
      return category.label;
  }
}
