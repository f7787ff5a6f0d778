/** Turns the form of one year into that of the next: a copy of its sheet, emptied of results; the sheet itself is not touched. */
import { planNextYear, type NextYearOptions, type NextYearPlan } from '../form/nextYear';
import { recogniseForms } from '../form/recognise';
import { HEADER_NAMES_SETTING, nameHeaders, readHeaderNames } from '../form/headerNames';
import type { CopyingWorkbook, Workbook } from '../workbook/workbook';

export type NextYear =
  | {
      readonly kind: 'made';
      readonly from: string;
      /** The name that the new sheet took. */
      readonly sheet: string;
      readonly plan: NextYearPlan;
    }
  | { readonly kind: 'no-sheet' | 'no-form'; readonly sheet: string | null };

/**
 * Copies the named sheet, or without a name the active one, or where nobody looks at a sheet the first that holds a form. Rejects with
 * `WriteRefused` or `HostFailure`.
 */
export async function makeNextYear(
  workbook: Workbook & CopyingWorkbook,
  sheet: string | null,
  options: NextYearOptions,
): Promise<NextYear> {
  const { sheets, activeSheet, settings } = await workbook.read(sheet === null ? null : [sheet]);
  const names = readHeaderNames(settings[HEADER_NAMES_SETTING]);
  const wanted = sheet ?? activeSheet;
  const candidates = wanted === null ? sheets : sheets.filter(({ grid }) => grid.sheet === wanted);
  if (candidates.length === 0) return { kind: 'no-sheet', sheet: wanted };
  for (const { grid } of candidates) {
    const { forms } = recogniseForms(nameHeaders(grid, names));
    if (forms.length === 0) continue;
    const plan = planNextYear(grid, forms, options);
    const name = await workbook.copySheet({ from: grid.sheet, name: plan.name, writes: plan.writes });
    return { kind: 'made', from: grid.sheet, sheet: name, plan };
  }
  return { kind: 'no-form', sheet: wanted };
}
