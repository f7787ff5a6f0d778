/** Reads the command line of `summary` into a request, or into the sentence that says what is wrong with it. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { TABLE_STYLES, type TableStyle } from '../app/summary/scoreTable';
import { LANGUAGES, type Language, type SentenceKey } from '../locales/sentences';

export type SummaryRequest =
  | { readonly kind: 'help'; readonly language: Language }
  | {
      readonly kind: 'make';
      readonly language: Language;
      readonly file: string;
      readonly out: string;
      /** Null for all sheets. */
      readonly sheet: string | null;
      readonly table: TableStyle;
    }
  | {
      readonly kind: 'wrong';
      readonly language: Language;
      readonly key: SentenceKey;
      readonly params: Readonly<Record<string, string>>;
    };

const OPTIONS = {
  out: { type: 'string' },
  sheet: { type: 'string' },
  table: { type: 'string', default: 'goals' },
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const SUFFIX = '.summary.docx';

/** Without `--out` the document goes beside the workbook, as `<name>.summary.docx`. */
export function parseSummaryArguments(args: readonly string[]): SummaryRequest {
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
  const wrong = (key: SentenceKey, params: Readonly<Record<string, string>> = {}): SummaryRequest => ({
    kind: 'wrong',
    language: language ?? spoken,
    key,
    params,
  });
  if (!language) return wrong('cli.badLanguage', { language: values.lang });
  if (values.help) return { kind: 'help', language };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return wrong('summary.noFile');
  const table = TABLE_STYLES.find((style) => style === values.table);
  if (!table) return wrong('summary.badTable', { table: values.table, tables: TABLE_STYLES.join(', ') });
  const { dir, name } = path.parse(file);
  const out = values.out ?? path.join(dir, `${name}${SUFFIX}`);
  if (!/\.docx$/i.test(out)) return wrong('summary.badOut', { out });
  return { kind: 'make', language, file, out, sheet: values.sheet ?? null, table };
}

function languageOf(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
