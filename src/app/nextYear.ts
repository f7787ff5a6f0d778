/** Turns the form of one year into that of the next: a copy of its sheet, emptied of results; the sheet itself is not touched. */
import type { NextYearOptions, NextYearPlan } from '../form/nextYear';
import { recogniseForms } from '../form/recognise';
import { HEADER_NAMES_SETTING, nameHeaders, readHeaderNames } from '../form/headerNames';
import type { CopyingWorkbook, Workbook } from '../workbook/workbook';

export type NextYearDraft =
  | { readonly kind: 'planned'; readonly from: string; readonly plan: NextYearPlan }
  | { readonly kind: 'no-sheet' | 'no-form'; readonly sheet: string | null };

export type NextYear =
  | {
      readonly kind: 'made';
      readonly from: string;
      /** The name that the new sheet took. */
      readonly sheet: string;
      readonly plan: NextYearPlan;
    }
  | Exclude<NextYearDraft, { readonly kind: 'planned' }>;

/**
 * What would become of the named sheet, or without a name of the active one, or where nobody looks at a sheet of the first that holds a form.
 * Nothing is written. Rejects with `HostFailure`.
 */
export async function draftNextYear(
  workbook: Workbook,
  sheet: string | null,
  options: NextYearOptions,
): Promise<NextYearDraft> {
  const { sheets, activeSheet, settings } = await workbook.read(sheet === null ? null : [sheet]);
  const names = readHeaderNames(settings[HEADER_NAMES_SETTING]);
  const wanted = sheet ?? activeSheet;
  // Asked for once a year: the pane fetches it when it is.
  const { planNextYear } = await import('../form/nextYear');
  const candidates = wanted === null ? sheets : sheets.filter(({ grid }) => grid.sheet === wanted);
  if (candidates.length === 0) return { kind: 'no-sheet', sheet: wanted };
  for (const candidate of candidates) {
    const grid = nameHeaders(candidate.grid, names);
    const { forms } = recogniseForms(grid);
    if (forms.length === 0) continue;
    return { kind: 'planned', from: grid.sheet, plan: planNextYear(grid, forms, options) };
  }
  return { kind: 'no-form', sheet: wanted };
}

/** Makes what `draftNextYear` tells. Rejects with `WriteRefused` or `HostFailure`. */
export async function makeNextYear(
  workbook: Workbook & CopyingWorkbook,
  sheet: string | null,
  options: NextYearOptions,
): Promise<NextYear> {
  const draft = await draftNextYear(workbook, sheet, options);
  if (draft.kind !== 'planned') return draft;
  const { from, plan } = draft;
  const name = await workbook.copySheet({ from, name: plan.name, writes: plan.writes });
  return { kind: 'made', from, sheet: name, plan };
}
