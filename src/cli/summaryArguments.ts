/** Reads the command line of `summary` into a request, or into the sentence that says what is wrong with it. */
import path from 'node:path';
import { TABLE_STYLES, type TableStyle } from '../app/summary/scoreTable';
import type { Language, SentenceKey } from '../locales/sentences';
import { COMMON_OPTIONS, readOptions, type WrongArguments } from './readOptions';

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
  | ({ readonly kind: 'wrong' } & WrongArguments);

const OPTIONS = {
  out: { type: 'string' },
  sheet: { type: 'string' },
  table: { type: 'string', default: 'goals' },
  ...COMMON_OPTIONS,
} as const;

const SUFFIX = '.summary.docx';

/** Without `--out` the document goes beside the workbook, as `<name>.summary.docx`. */
export function parseSummaryArguments(args: readonly string[]): SummaryRequest {
  const read = readOptions(args, OPTIONS);
  if (!read.ok) return { kind: 'wrong', language: read.language, key: read.key, params: read.params };
  const { values, positionals, language } = read;
  const wrong = (key: SentenceKey, params: Readonly<Record<string, string>> = {}): SummaryRequest => ({
    kind: 'wrong',
    language,
    key,
    params,
  });
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
