/** Puts what a command did, or why it did not, into sentences: what, why, and what next. Never a raw code. */
import type { CommandFailure, Outcome } from '../app/session';
import type { Say } from '../locales/sentences';

const SHOWN_CELLS = 8;

/** The sentences for the end of a command, in the order to be read. */
export function sayOutcome(outcome: Outcome, say: Say): readonly string[] {
  const { command, failure, written, reverted } = outcome;
  const time = outcome.at.toLocaleTimeString(say('language'), { hour: '2-digit', minute: '2-digit' });
  if (failure) return sayFailure(failure, say);
  if (command === 'check') return [say('pane.done.check', { time })];
  if (command === 'recalculate') {
    return [
      written > 0
        ? say('pane.done.recalculate', { time, written: String(written) })
        : say('pane.done.recalculate.none', { time }),
    ];
  }
  if (!reverted) return [say('pane.done.revert.none')];
  const sentences = [say('pane.done.revert', { time, restored: String(reverted.restored) })];
  if (reverted.kept.length > 0) {
    const cells = reverted.kept.slice(0, SHOWN_CELLS).map(({ sheet, cell }) => `${sheet}!${cell}`);
    const more = reverted.kept.length > SHOWN_CELLS ? '…' : '';
    sentences.push(say('pane.reverted.kept', { cells: cells.join(say('list.comma')) + more }));
  }
  if (reverted.missingSheets.length > 0) {
    sentences.push(say('pane.reverted.missing', { sheets: reverted.missingSheets.join(say('list.comma')) }));
  }
  return sentences;
}

export function sayFailure(failure: CommandFailure, say: Say): readonly string[] {
  switch (failure.kind) {
    case 'host':
      return [say(`host.${failure.failure.problem}`), say(`host.state.${failure.failure.state}`)];
    case 'refused':
      return [say(`refused.${failure.refusal.kind}`, { ...failure.refusal })];
    case 'unexpected':
      return [say('failure.unexpected')];
  }
}

/** What "copy details" gives to the person who helps: codes and places, nothing of the form. */
export function detailsOf(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'host':
      return failure.failure.details;
    case 'refused':
      return `write refused: ${failure.refusal.kind}`;
    case 'unexpected':
      return failure.details;
  }
}
