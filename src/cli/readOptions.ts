/** What the command lines have in common: their options are read, and the language in which the person wants to be spoken to. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LANGUAGES, type Language, type SentenceKey } from '../locales/sentences';

type OptionKinds = NonNullable<ParseArgsConfig['options']>;

/** The options that every command has. */
export const COMMON_OPTIONS = {
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface WrongArguments {
  readonly language: Language;
  readonly key: SentenceKey;
  readonly params: Readonly<Record<string, string>>;
}

export type ReadOptions<Kinds extends OptionKinds> =
  | ({ readonly ok: true; readonly language: Language } & ReturnType<typeof parseAll<Kinds>>)
  | ({ readonly ok: false } & WrongArguments);

/** Reads the arguments of a command, or says which option there is not, or that the language is none of ours. */
export function readOptions<Kinds extends OptionKinds>(
  args: readonly string[],
  options: Kinds,
): ReadOptions<Kinds> {
  const { lang } = parseArgs({
    args: [...args],
    options: { lang: COMMON_OPTIONS.lang },
    strict: false,
  }).values;
  const language = LANGUAGES.find((known) => known === lang);
  const spoken = language ?? 'zh-CN';
  try {
    const parsed = parseAll(args, options);
    return language
      ? { ok: true, language, ...parsed }
      : { ok: false, language: spoken, key: 'cli.badLanguage', params: { language: String(lang) } };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    return { ok: false, language: spoken, key: 'cli.badOption', params: { option } };
  }
}

function parseAll<Kinds extends OptionKinds>(args: readonly string[], options: Kinds) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}
