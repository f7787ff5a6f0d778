/** Reads the command line of `template` into a request, or into the sentence that says what is wrong with it. */
import { findTemplate, TEMPLATES } from '../form/templates/templates';
import { ANSWER_LIMITS, type Template, type TemplateAnswers } from '../form/templates/template';
import type { Language, SentenceKey } from '../locales/sentences';
import { COMMON_OPTIONS, readOptions, type WrongArguments } from './readOptions';

export type TemplateRequest =
  | { readonly kind: 'help' | 'list'; readonly language: Language }
  | {
      readonly kind: 'make';
      readonly language: Language;
      readonly template: Template;
      readonly answers: TemplateAnswers;
      readonly out: string;
    }
  | {
      readonly kind: 'next-year';
      readonly language: Language;
      /** The workbook of the year before. */
      readonly file: string;
      /** Null for the first sheet that holds a form. */
      readonly sheet: string | null;
      readonly clearsTargets: boolean;
      readonly out: string;
    }
  | ({ readonly kind: 'wrong' } & WrongArguments);

const OPTIONS = {
  list: { type: 'boolean', default: false },
  out: { type: 'string' },
  year: { type: 'string' },
  unit: { type: 'string' },
  project: { type: 'string' },
  goals: { type: 'string' },
  rows: { type: 'string' },
  'next-year': { type: 'string' },
  sheet: { type: 'string' },
  'clear-targets': { type: 'boolean', default: false },
  ...COMMON_OPTIONS,
} as const;

/** What a form of last year says itself. */
const NOT_FOR_NEXT_YEAR = ['year', 'unit', 'project', 'goals', 'rows'] as const;

/** `year` is the one to take when none is given. */
export function parseTemplateArguments(args: readonly string[], year: number): TemplateRequest {
  const read = readOptions(args, OPTIONS);
  if (!read.ok) return { kind: 'wrong', language: read.language, key: read.key, params: read.params };
  const { values, positionals, language } = read;
  const wrong = (key: SentenceKey, params: Readonly<Record<string, string>> = {}): TemplateRequest => ({
    kind: 'wrong',
    language,
    key,
    params,
  });
  if (values.help) return { kind: 'help', language };
  if (values.list) return { kind: 'list', language };
  const { out } = values;
  const isOut = out !== undefined && /\.xlsx$/i.test(out);
  const lastYear = values['next-year'];
  if (lastYear !== undefined) {
    const unfit = NOT_FOR_NEXT_YEAR.find((name) => values[name] !== undefined);
    if (unfit !== undefined || positionals.length > 0)
      return wrong('template.nextYear.unfit', {
        option: unfit === undefined ? positionals.join(' ') : `--${unfit}`,
      });
    if (!isOut) return wrong('template.noOut', { id: `--next-year ${lastYear}` });
    const clearsTargets = values['clear-targets'];
    return { kind: 'next-year', language, file: lastYear, sheet: values.sheet ?? null, clearsTargets, out };
  }
  if (values.sheet !== undefined || values['clear-targets'])
    return wrong('template.nextYear.only', {
      option: values.sheet === undefined ? '--clear-targets' : '--sheet',
    });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) return wrong('template.noId');
  const template = findTemplate(id);
  if (!template) return wrong('template.unknown', { id, ids: TEMPLATES.map((one) => one.id).join(', ') });
  if (!isOut) return wrong('template.noOut', { id });
  const given = { year: values.year, goals: values.goals, rows: values.rows };
  const usual = { year, ...template.defaults };
  const numbers = { ...usual };
  for (const name of ['year', 'goals', 'rows'] as const) {
    const text = given[name];
    if (text === undefined) continue;
    const { from, to } = ANSWER_LIMITS[name];
    const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
    if (!(value >= from && value <= to))
      return wrong('template.badNumber', { option: `--${name}`, text, from: String(from), to: String(to) });
    numbers[name] = value;
  }
  const answers = { ...numbers, unit: values.unit?.trim() ?? '', project: values.project?.trim() ?? '' };
  return { kind: 'make', language, template, answers, out };
}
