/** Reads the command line of `recalc` into a request, or into the sentence that says what is wrong with it. */
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language, type SentenceKey } from '../locales/sentences';

export interface Request {
  readonly files: readonly string[];
  readonly check: boolean;
  readonly out: string | null;
  readonly overwriteScores: boolean;
  readonly rules: string | null;
  readonly sheet: string | null;
  readonly json: boolean;
  readonly language: Language;
  readonly help: boolean;
}

export type ParsedArguments =
  | { readonly ok: true; readonly request: Request }
  | {
      readonly ok: false;
      readonly language: Language;
      readonly key: SentenceKey;
      readonly params: Readonly<Record<string, string>>;
    };

const OPTIONS = {
  check: { type: 'boolean', default: false },
  out: { type: 'string' },
  'overwrite-scores': { type: 'boolean', default: false },
  rules: { type: 'string' },
  sheet: { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export function parseArguments(args: readonly string[]): ParsedArguments {
  const spoken = languageOf(args[args.indexOf('--lang') + 1]) ?? 'zh-CN';
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    return { ok: false, language: spoken, key: 'cli.badOption', params: { option } };
  }
  const { values, positionals } = parsed;
  const language = languageOf(values.lang);
  if (!language)
    return { ok: false, language: spoken, key: 'cli.badLanguage', params: { language: values.lang } };
  return {
    ok: true,
    request: {
      files: positionals,
      check: values.check,
      out: values.out ?? null,
      overwriteScores: values['overwrite-scores'],
      rules: values.rules ?? null,
      sheet: values.sheet ?? null,
      json: values.json,
      language,
      help: values.help,
    },
  };
}

function languageOf(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
