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
      readonly kind: 'wrong';
      readonly language: Language;
      readonly key: SentenceKey;
      readonly params: Readonly<Record<string, string>>;
    };

const OPTIONS = {
  list: { type: 'boolean', default: false },
  out: { type: 'string' },
  year: { type: 'string' },
  unit: { type: 'string', default: '' },
  project: { type: 'string', default: '' },
  goals: { type: 'string' },
  rows: { type: 'string' },
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

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
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) return wrong('template.noId');
  const template = findTemplate(id);
  if (!template) return wrong('template.unknown', { id, ids: TEMPLATES.map((one) => one.id).join(', ') });
  const { out } = values;
  if (out === undefined || !/\.xlsx$/i.test(out)) return wrong('template.noOut', { id });
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
  const answers = { ...numbers, unit: values.unit.trim(), project: values.project.trim() };
  return { kind: 'make', language, template, answers, out };
}

function languageOf(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
