/** How a command ended that did what it should. */
import type { JSX } from 'react';
import type { Outcome } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import { MessageBar } from './look/MessageBar';
import { sayOutcome } from './sayOutcome';

export interface SuccessNoteProps {
  readonly outcome: Outcome;
  readonly say: Say;
}

export function SuccessNote({ outcome, say }: SuccessNoteProps): JSX.Element {
  const isDone = !outcome.isPreviewed && outcome.locked.length === 0;
  return (
    <MessageBar intent={isDone ? 'success' : 'info'}>
      {sayOutcome(outcome, say).map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </MessageBar>
  );
}
