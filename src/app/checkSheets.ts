/** From sheets that are read and scored to what is found on them: each form by itself, then all of them together, without what a person ignores. */
import { checkForm, checkSummaryTable, checkWorkbook } from '../engine/checks/checkForm';
import type { CheckedRows } from '../engine/checks/checkRows';
import type { SheetTexts } from '../engine/checks/checkStatements';
import type { Finding } from '../engine/finding';
import type { IgnoredFinding } from './choices/ignoredFindings';
import { figuresOf } from './figuresOf';
import { partIgnored } from './findingKeys';
import type { PlannedForm, SheetResult } from './formResult';
import { once } from './once';

/** What is found on a form by itself. */
export interface CheckedAlone {
  readonly findings: readonly Finding[];
  /** Row by row, so that rows that stay as they are need not be checked again; null for a summary table. */
  readonly rows: CheckedRows | null;
}

/**
 * Checks the forms of a sheet, each by itself.
 * @param before what was found on the same sheet before something was written to it
 */
export function checkAlone(
  { forms }: SheetResult<PlannedForm>,
  before: readonly CheckedAlone[] | null = null,
): readonly CheckedAlone[] {
  return forms.map(({ facts, scored }, index): CheckedAlone => {
    if (scored) return checkForm(scored, before?.[index]?.rows);
    return { findings: facts.kind === 'summary-table' ? checkSummaryTable(facts) : [], rows: null };
  });
}

/**
 * Adds what only shows when the sheets of a workbook lie side by side, and takes out what is ignored.
 * @param alone what was found on each form by itself, by sheet
 */
export function checkTogether(
  sheets: readonly SheetResult<PlannedForm>[],
  alone: readonly (readonly CheckedAlone[])[],
  texts: readonly SheetTexts[],
  ignored: readonly IgnoredFinding[],
): readonly SheetResult[] {
  const across = checkWorkbook(
    sheets.flatMap(({ sheet, forms }) =>
      forms.map((form) => {
        const figures = once(() => figuresOf(form));
        return {
          sheet,
          facts: form.facts,
          get totals() {
            return figures().totals;
          },
          get completed() {
            return figures().completed;
          },
        };
      }),
    ),
    texts,
  );
  let next = 0;
  return sheets.map((sheet, place) => {
    const forms = sheet.forms.map((form, index) => {
      const own = alone[place]?.[index]?.findings ?? [];
      const others = across[next] ?? [];
      next += 1;
      const findings = others.length === 0 ? own : [...own, ...others];
      return { ...form, findings, ignored: [], keys: new Map() };
    });
    return partIgnored({ ...sheet, forms }, ignored);
  });
}
