/**
 * Puts into words what went wrong, for every face: a file of its own, since the pane fetches it, and the many sentences that it names, only when something
 * has to be told.
 */
import type { Say, SentenceKey } from '../locales/sentences';
import causes from './causes.json';
import type { SettingKey } from './choices/choices';
import type { Problem } from './problem';
import type { CommandFailure } from './sessionState';
import { choose } from './wording';

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
