/** What is asked before a template is inserted: which questions it has, what they start with, and what may be answered. */
import { yearInQuestion } from '../../app/yearInQuestion';
import type { FormResult } from '../../app/formResult';
import { ANSWER_LIMITS, type Template, type TemplateAnswers } from '../../form/templates/template';

/** The answers as they are being typed. */
export type Draft = Readonly<Record<keyof TemplateAnswers, string>>;

export type Question = keyof TemplateAnswers;

type Counted = keyof typeof ANSWER_LIMITS;

/** The questions of a template, in the order in which they are asked. */
export function questionsOf(template: Template): readonly Question[] {
  const lines = JSON.stringify([template.head, template.middle, template.foot]);
  return [
    'unit',
    ...(lines.includes('{project}') ? (['project'] as const) : []),
    'year',
    ...(template.hasGoals ? (['goals'] as const) : []),
    ...(template.indicators ? (['rows'] as const) : []),
  ];
}

export function isCounted(question: Question): question is Counted {
  return Object.hasOwn(ANSWER_LIMITS, question);
}

/** The form in sight, where there is one, tells whose form it will be; what was answered before comes next. */
export function startDraft(
  template: Template,
  inSight: FormResult | null,
  kept: Draft | null,
  now: Date,
): Draft {
  const facts = inSight?.facts;
  const named = facts && facts.kind !== 'summary-table' ? facts : null;
  return {
    year: kept?.year ?? String(yearInQuestion(now)),
    unit: named?.unitName ?? kept?.unit ?? '',
    project: named?.projectName ?? kept?.project ?? '',
    goals: String(template.defaults.goals),
    rows: String(template.defaults.rows),
  };
}

/** The questions whose answers are not allowed; what a template does not ask is not looked at. */
export function faultsIn(draft: Draft, template: Template): readonly Question[] {
  return questionsOf(template).filter((question) => isCounted(question) && count(draft, question) === null);
}

/** What the template is drawn with; null while an answer is not allowed. */
export function answersOf(draft: Draft, template: Template): TemplateAnswers | null {
  const asked = questionsOf(template);
  const counted = (question: Counted, otherwise: number): number | null =>
    asked.includes(question) ? count(draft, question) : otherwise;
  const year = counted('year', 0);
  const goals = counted('goals', template.defaults.goals);
  const rows = counted('rows', template.defaults.rows);
  if (year === null || goals === null || rows === null) return null;
  return { year, goals, rows, unit: draft.unit.trim(), project: draft.project.trim() };
}

/** An input method may give digits of full width. */
function count(draft: Draft, question: Counted): number | null {
  const text = draft[question].normalize('NFKC').trim();
  const { from, to } = ANSWER_LIMITS[question];
  const value = Number(text);
  return /^\d{1,4}$/.test(text) && value >= from && value <= to ? value : null;
}
