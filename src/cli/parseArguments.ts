/** Reads the command line of `recalc` into a request, or into the sentence that says what is wrong with it. */
import type { Language, SentenceKey } from '../locales/sentences';
import type { Slice } from './listInputs';
import { COMMON_OPTIONS, readOptions, type WrongArguments } from './readOptions';

export interface Request {
  /** Files and folders. */
  readonly files: readonly string[];
  readonly check: boolean;
  readonly out: string | null;
  readonly overwriteScores: boolean;
  readonly rules: string | null;
  readonly sheet: string | null;
  readonly json: boolean;
  /** The table of all forms to be written; null for none. */
  readonly summary: string | null;
  /** True: the files are such tables, to be put together. */
  readonly merge: boolean;
  /** The part of the list that is taken; null for all of it. */
  readonly slice: Slice | null;
  /** How many files are worked on at a time; null leaves it to the machine. */
  readonly jobs: number | null;
  readonly language: Language;
  readonly help: boolean;
}

export type ParsedArguments =
  { readonly ok: true; readonly request: Request } | ({ readonly ok: false } & WrongArguments);

const OPTIONS = {
  check: { type: 'boolean', default: false },
  out: { type: 'string' },
  'overwrite-scores': { type: 'boolean', default: false },
  rules: { type: 'string' },
  sheet: { type: 'string' },
  json: { type: 'boolean', default: false },
  summary: { type: 'string' },
  merge: { type: 'boolean', default: false },
  slice: { type: 'string' },
  jobs: { type: 'string' },
  ...COMMON_OPTIONS,
} as const;

export function parseArguments(args: readonly string[]): ParsedArguments {
  const read = readOptions(args, OPTIONS);
  if (!read.ok) return read;
  const { values, positionals, language } = read;
  const wrong = (key: SentenceKey, found = ''): ParsedArguments => ({
    ok: false,
    language,
    key,
    params: { found },
  });
  const summary = values.summary ?? null;
  const slice = values.slice === undefined ? null : readSlice(values.slice);
  const jobs = values.jobs === undefined ? null : readCount(values.jobs);
  if (summary !== null && !/\.xlsx$/i.test(summary)) return wrong('cli.badSummary', summary);
  if (values.merge && (summary === null || positionals.length === 0)) return wrong('cli.badMerge');
  if (slice === undefined) return wrong('cli.badSlice', values.slice);
  if (jobs === undefined) return wrong('cli.badJobs', values.jobs);
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
      summary,
      merge: values.merge,
      slice,
      jobs,
      language,
      help: values.help,
    },
  };
}

/** "2/5"; undefined for anything else. */
function readSlice(text: string): Slice | undefined {
  const [part, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(readCount);
  return part !== undefined && of !== undefined && part <= of ? { part, of } : undefined;
}

/** A whole number from 1 on; undefined for anything else. */
function readCount(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
