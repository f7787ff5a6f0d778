/** The details of a failure for whoever helps; never shown by themselves. */
import type { CommandFailure } from '../app/sessionState';

/** What "copy details" gives to the person who helps: codes and places, nothing of the form. */
export function detailsOf(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'host':
      return failure.failure.details;
    case 'refused':
      return `write refused: ${failure.refusal.kind}`;
    case 'problem':
      return `problem: ${failure.problem.code}`;
    case 'unexpected':
      return failure.details;
  }
}
