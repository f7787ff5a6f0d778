/** Puts findings and steps into words, for every face. */
import type { Category } from '../engine/summary/scoreLines';
import type { Say, SentenceKey } from '../locales/sentences';
import type { SettingKey } from './choices/choices';
import type { Problem, ProblemCode } from './problem';
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

const PROBLEMS: Readonly<Record<ProblemCode, SentenceKey>> = {
  'no-such-row': 'problem.no-such-row',
  'no-such-finding': 'problem.no-such-finding',
  'nothing-to-accept': 'problem.nothing-to-accept',
  'not-judged': 'problem.not-judged',
  'no-score-cell': 'problem.no-score-cell',
  'no-weight': 'problem.no-weight',
  formula: 'problem.formula',
  locked: 'problem.locked',
  'score-not-a-number': 'problem.score-not-a-number',
  'score-out-of-range': 'problem.score-out-of-range',
  'score-too-fine': 'problem.score-too-fine',
  'reason-missing': 'problem.reason-missing',
  'reason-too-long': 'problem.reason-too-long',
  'too-many-choices': 'problem.too-many-choices',
  'unusable-rules': 'problem.unusable-rules',
  'nothing-to-confirm': 'problem.nothing-to-confirm',
  'preview-outdated': 'problem.preview-outdated',
  'next-year-no-form': 'nextYear.noForm',
  'summary-no-form': 'problem.summary-no-form',
  'summary-table': 'problem.summary-table',
  'summary-not-scored': 'problem.summary-not-scored',
  'roll-up-few-forms': 'rollUp.problem.few-forms',
  'roll-up-no-money': 'rollUp.problem.no-money',
  'roll-up-no-indicators': 'rollUp.problem.no-indicators',
  'roll-up-changed': 'rollUp.problem.changed',
};

/** Why something cannot be done, and what next. */
export function sayProblem({ code, params }: Problem, say: Say): string {
  return say(PROBLEMS[code], params);
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
