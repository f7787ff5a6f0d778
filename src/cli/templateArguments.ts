/** Reads the command line of `template` into a request, or into the sentence that says what is wrong with it. */
import { parseArgs } from 'node:util';
import { findTemplate, TEMPLATES } from '../form/templates/templates';
import { ANSWER_LIMITS, type Template, type TemplateAnswers } from '../form/templates/template';
import { LANGUAGES, type Language, type SentenceKey } from '../locales/sentences';

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
  | {
      readonly kind: 'wrong';
      readonly language: Language;
      readonly key: SentenceKey;
      readonly params: Readonly<Record<string, string>>;
    };

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
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What a form of last year says itself. */
const NOT_FOR_NEXT_YEAR = ['year', 'unit', 'project', 'goals', 'rows'] as const;

/** `year` is the one to take when none is given. */
export function parseTemplateArguments(args: readonly string[], year: number): TemplateRequest {
  const spoken = languageOf(args[args.indexOf('--lang') + 1]) ?? 'zh-CN';
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    return { kind: 'wrong', language: spoken, key: 'cli.badOption', params: { option } };
  }
  const { values, positionals } = parsed;
  const language = languageOf(values.lang);
  const wrong = (key: SentenceKey, params: Readonly<Record<string, string>> = {}): TemplateRequest => ({
    kind: 'wrong',
    language: language ?? spoken,
    key,
    params,
  });
  if (!language) return wrong('cli.badLanguage', { language: values.lang });
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

function languageOf(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
