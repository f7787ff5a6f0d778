/** Puts findings, steps and what can be taken back into words, for every face. */
import type { Category } from '../engine/summary/scoreLines';
import type { Say, SentenceKey } from '../locales/sentences';
import type { Wording } from './report';
import type { Action, SheetAction } from './sessionState';

/** The wording of findings and steps in the speaker's language. */
export function wordingIn(say: Say): Wording {
  return {
    finding: ({ code, params }) =>
      say(choose(say, `finding.${code}.${params['variant'] ?? ''}`, `finding.${code}`), params),
    step: ({ code, params }) => say(`step.${code}`, params),
  };
}

/** The sentence for the special case where there is one, else the usual sentence. */
export function choose(say: Say, special: string, usual: SentenceKey): SentenceKey {
  return say.has(special) ? special : usual;
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

const UNDO: Readonly<Record<Exclude<Action, 'check' | 'revert' | 'confirm' | SheetAction>, SentenceKey>> = {
  recalculate: 'undo.recalculate',
  accept: 'undo.accept',
  score: 'undo.score',
  ignore: 'undo.ignore',
  unignore: 'undo.unignore',
  rules: 'undo.rules',
  options: 'undo.options',
  direction: 'undo.direction',
  header: 'undo.header',
  clear: 'undo.clear',
};

/** What was done, as a revert names it; empty for what leaves nothing to take back. */
export function sayUndo(action: Action, say: Say): string {
  const done = action === 'confirm' ? 'recalculate' : action;
  return isUndoable(done) ? say(UNDO[done]) : '';
}

function isUndoable(action: Action): action is keyof typeof UNDO {
  return action in UNDO;
}
