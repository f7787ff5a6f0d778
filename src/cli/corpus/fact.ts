/** A fact of a corpus: something that people read off a form, and what we made of it. */

/** The kinds in the order in which the table lists them. */
export const FACT_KINDS = [
  'form found',
  'kind',
  'rows',
  'names and levels',
  'targets and actuals',
  'weights',
  'scores',
  'budget',
  'goals',
  'totals',
  'sums',
  'basis',
  'met',
  'computed',
  'findings missing',
  'findings extra',
  'row readings, sure',
  'row readings, debatable',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface Fact {
  readonly kind: FactKind;
  readonly file: string;
  /** The sheet, with the number of the form where it holds several; null for a row of a .jsonl file. */
  readonly sheet: string | null;
  readonly row: number | string | null;
  /** What was looked at: "target", "score of the execution". */
  readonly what: string;
  readonly got: string;
  readonly want: string;
}

export type FactValue = string | number | boolean | null | undefined;

/** A value as the list of wrong facts shows it. */
export function show(value: FactValue): string {
  if (value === null || value === undefined) return '–';
  return String(value).replace(/\s+/g, ' ').trim();
}

export function isRight({ got, want }: Fact): boolean {
  return got === want;
}

/** Only sure facts decide the exit code. */
export function isDebatable({ kind }: Fact): boolean {
  return kind === 'row readings, debatable';
}
