/** Puts findings and steps into words, for every face. */
import type { Category } from '../engine/summary/scoreLines';
import type { Say, SentenceKey } from '../locales/sentences';
import type { SettingKey } from './choices/choices';
import causes from './causes.json';
import type { Problem } from './problem';
import type { Wording } from './report';
import type { Action, CommandFailure, SheetAction } from './sessionState';

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

/** Why something cannot be done, and what next. */
export function sayProblem({ code, params }: Problem, say: Say): string {
  return sayCause(causes.problem[code], params, say);
}

/** Why a command failed and what next, and how the workbook stands now. The table of causes tells the sentence of each. */
export function sayFailure(failure: CommandFailure, say: Say): readonly string[] {
  switch (failure.kind) {
    case 'host': {
      const { problem, state } = failure.failure;
      return [sayCause(causes.host[problem], {}, say), say(`host.state.${state}`)];
    }
    case 'refused':
      return [sayCause(causes.refused[failure.refusal.kind], { ...failure.refusal }, say)];
    case 'problem':
      return [sayProblem(failure.problem, say)];
    case 'unexpected':
      return [sayCause(causes.unexpected.unexpected, {}, say)];
  }
}

/** A sentence that is not at hand must not leave a person without any. */
function sayCause(sentence: string, params: Readonly<Record<string, string>>, say: Say): string {
  return say(choose(say, sentence, 'failure.unexpected'), params);
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

const SETTINGS: Readonly<Record<Exclude<SettingKey, 'confirmed'>, SentenceKey>> = {
  rules: 'choices.rules',
  options: 'choices.options',
  ignored: 'choices.ignored',
  directions: 'choices.directions',
  headerNames: 'choices.headerNames',
};

/** That part of what is kept with the workbook could not be used; null when all could. */
export function sayUnusable(keys: readonly SettingKey[], say: Say): string | null {
  const what = keys.flatMap((key) => (key === 'confirmed' ? [] : [say(SETTINGS[key])]));
  return what.length === 0 ? null : say('choices.unusable', { what: what.join(say('list.comma')) });
}
