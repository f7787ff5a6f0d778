/** Summarises forms of a workbook: the figures and lists of each, and the document that is handed in. Nothing is read or written here. */
import { buildSummary, type Summary } from '../engine/summary/summary';
import type { TextDocument } from '../form/summary/textDocument';
import type { FormResult, SheetResult } from './formResult';
import type { TableStyle } from './summary/scoreTable';
import { writeSummary } from './summary/writeDocument';

/** One form among those of a workbook. */
export interface FormPlace {
  readonly sheet: string;
  /** Which form of the sheet, counted from 0. */
  readonly index: number;
}

export interface FormToSummarise extends FormPlace {
  readonly form: FormResult;
}

export type Summarised =
  { readonly ok: true; readonly summary: Summary } | { readonly ok: false; readonly refusal: SummaryRefusal };

/**
 * - `no-form`: no such form (any more)
 * - `table`: a table of scores has no indicators to tell of
 * - `not-scored`: no indicator has a score, and none can be worked out
 */
export type SummaryRefusal = 'no-form' | 'table' | 'not-scored';

/** The forms that can be chosen: all but tables of scores. */
export function formsToSummarise(sheets: readonly SheetResult[]): readonly FormToSummarise[] {
  return sheets
    .flatMap(({ sheet, forms }) => forms.map((form, index) => ({ sheet, index, form })))
    .filter(({ form }) => form.facts.kind !== 'summary-table');
}

export function summariseForm(form: FormResult | undefined): Summarised {
  if (!form) return { ok: false, refusal: 'no-form' };
  if (!form.scored || !form.plan) return { ok: false, refusal: 'table' };
  const summary = buildSummary(form.scored, form.plan);
  return summary.score.value === null ? { ok: false, refusal: 'not-scored' } : { ok: true, summary };
}

/** Findings that should be put right before a summary is handed in. */
export function countErrors(forms: readonly FormResult[]): number {
  return forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')).length;
}

/** One document, a part for each summary. */
export function writeDocument(summaries: readonly Summary[], style: TableStyle): TextDocument {
  return { parts: summaries.map((summary) => writeSummary(summary, style)) };
}
