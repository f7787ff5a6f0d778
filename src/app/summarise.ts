/** Summarises forms of a workbook: the figures and lists of each, the document that is handed in, and the same as a sheet. Nothing is read or written here. */
import { buildSummary, type Summary } from '../engine/summary/summary';
import { drawDocument } from '../form/summary/drawDocument';
import type { TextDocument } from '../form/summary/textDocument';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { FormResult, SheetResult } from './formResult';
import { done, failed, type Attempt } from './problem';
import type { TableStyle } from './summary/scoreTable';
import wording from './summary/wording.json';
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

export interface SummaryPaper {
  readonly summary: Summary;
  readonly document: TextDocument;
  readonly drawing: SheetDrawing;
}

/** The forms that can be chosen: all but tables of scores. */
export function formsToSummarise(sheets: readonly SheetResult[]): readonly FormToSummarise[] {
  return sheets
    .flatMap(({ sheet, forms }) => forms.map((form, index) => ({ sheet, index, form })))
    .filter(({ form }) => form.facts.kind !== 'summary-table');
}

export function summariseForm(form: FormResult | undefined): Attempt<Summary> {
  if (!form) return failed('summary-no-form');
  if (!form.scored || !form.plan) return failed('summary-table');
  const summary = buildSummary(form.scored, form.plan);
  return summary.score.value === null ? failed('summary-not-scored') : done(summary);
}

/** All that is handed in of one form. */
export function summarise(
  sheets: readonly SheetResult[],
  { sheet, index }: FormPlace,
  style: TableStyle,
): Attempt<SummaryPaper> {
  const form = sheets.find((one) => one.sheet === sheet)?.forms[index];
  const made = summariseForm(form);
  if (!made.ok) return made;
  const document = writeDocument([made.result], style);
  return done({ summary: made.result, document, drawing: drawDocument(document, wording.sheet) });
}

/** Findings that should be put right before a summary is handed in. */
export function countErrors(forms: readonly FormResult[]): number {
  return forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')).length;
}

/** One document, a part for each summary. */
export function writeDocument(summaries: readonly Summary[], style: TableStyle): TextDocument {
  return { parts: summaries.map((summary) => writeSummary(summary, style)) };
}
