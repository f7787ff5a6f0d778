/** Why there is no summary, and what next, in words. */
import type { Say, SentenceKey } from '../../locales/sentences';
import type { SummaryRefusal } from '../summarise';

const REFUSALS: Readonly<Record<SummaryRefusal, SentenceKey>> = {
  'no-form': 'summary.refused.no-form',
  table: 'summary.refused.table',
  'not-scored': 'summary.refused.not-scored',
};

export function sayRefusal(refusal: SummaryRefusal, say: Say): string {
  return say(REFUSALS[refusal]);
}
