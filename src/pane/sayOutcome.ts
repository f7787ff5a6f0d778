/** Puts what a command did into sentences. */
import type { Action, Outcome } from '../app/sessionState';
import { sayUndo } from '../app/wording';
import type { Say, SentenceKey } from '../locales/sentences';

const SHOWN_CELLS = 8;

const DONE: Readonly<Record<Exclude<Action, 'recalculate' | 'revert'>, SentenceKey>> = {
  check: 'pane.done.check',
  confirm: 'pane.done.recalculate',
  accept: 'pane.done.accept',
  score: 'pane.done.score',
  ignore: 'pane.done.ignore',
  unignore: 'pane.done.unignore',
  rules: 'pane.done.rules',
  options: 'pane.done.options',
  direction: 'pane.done.direction',
  header: 'pane.done.header',
  clear: 'pane.done.clear',
  insert: 'pane.done.insert',
  nextYear: 'pane.done.nextYear',
  rollUp: 'pane.done.rollUp',
  summary: 'pane.done.summary',
  overview: 'pane.done.overview',
};

/** The sentences for the end of a command that did not fail, in the order to be read. */
export function sayOutcome(outcome: Outcome, say: Say): readonly string[] {
  const { command, written } = outcome;
  const time = outcome.at.toLocaleTimeString(say('language'), { hour: '2-digit', minute: '2-digit' });
  if (command === 'revert') return sayReverted(outcome, time, say);
  if (command !== 'recalculate') {
    return [
      say(DONE[command], { time, written: String(written), sheet: outcome.addedSheet ?? '' }),
      ...sayLocked(outcome, say),
    ];
  }
  if (outcome.isPreviewed) return [say('pane.done.previewed', { time })];
  return [
    written > 0
      ? say('pane.done.recalculate', { time, written: String(written) })
      : say('pane.done.recalculate.none', { time }),
  ];
}

function sayReverted({ reverted, undone }: Outcome, time: string, say: Say): readonly string[] {
  if (!undone) return [say('pane.done.revert.none')];
  const sentences =
    reverted && undone === 'recalculate'
      ? [say('pane.done.revert', { time, restored: String(reverted.restored) })]
      : [say('pane.done.revert.setting', { time, what: sayUndo(undone, say) })];
  if (!reverted) return sentences;
  if (reverted.kept.length > 0) {
    sentences.push(say('pane.reverted.kept', { cells: listCells(reverted.kept, say) }));
  }
  if (reverted.missingSheets.length > 0) {
    sentences.push(say('pane.reverted.missing', { sheets: reverted.missingSheets.join(say('list.comma')) }));
  }
  return sentences;
}

/** The cells that the person has to fill in. */
function sayLocked({ locked }: Outcome, say: Say): readonly string[] {
  return locked.length === 0 ? [] : [say('pane.locked', { cells: listCells(locked, say) })];
}

function listCells(cells: readonly { readonly sheet: string; readonly cell: string }[], say: Say): string {
  const shown = cells.slice(0, SHOWN_CELLS).map(({ sheet, cell }) => `${sheet}!${cell}`);
  return shown.join(say('list.comma')) + (cells.length > SHOWN_CELLS ? '…' : '');
}
