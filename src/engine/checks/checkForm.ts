/** The checks as others call them: of a form, of a summary table, of the forms of a workbook together. */
import type { SummaryTableFacts } from '../facts';
import type { Finding } from '../finding';
import type { ScoredForm } from '../scoreForm';
import { checkBudget } from './budget';
import { checkStatements, type SheetTexts, type StatedForm } from './checkStatements';
import { checkCosts } from './cost';
import { checkMissingRows } from './missingRows';
import { checkNumberCells } from './numberCells';
import { SEVERITIES } from './raise';
import { checkFormReason } from './reason';
import { checkRepeatedRows } from './repeatedRows';
import { checkRows, type CheckedRows } from './checkRows';
import { checkOtherLimits } from './score';
import { checkStructure } from './structure';
import { checkSummaryAgainstForm } from './summaryAgainstForm';
import { checkSummaryRows } from './summaryTable';
import { checkTotal } from './total';
import { checkPlaceholders } from './wording';

export interface CheckedForm {
  /** Everything found; empty for a clean form. */
  readonly findings: readonly Finding[];
  readonly rows: CheckedRows;
}

/**
 * Checks a scored form.
 * @param before what was found on the rows of the same form earlier: rows that are the very same keep it
 */
export function checkForm(scored: ScoredForm, before: CheckedRows | null = null): CheckedForm {
  const rows = checkRows(scored, before);
  const findings = [...checkNumberCells(scored.facts), ...checkTotal(scored), ...checkBudget(scored)];
  for (const checked of rows.spans) if (checked) findings.push(...checked.findings);
  findings.push(
    ...checkOtherLimits(scored.facts),
    ...checkFormReason(
      scored,
      rows.spans.flatMap((checked) => checked?.span ?? []),
    ),
    ...checkCosts(scored),
    ...checkStructure(scored),
    ...checkPlaceholders(scored.facts),
  );
  return { findings: inOrder(findings), rows };
}

/** Everything found on a 得分情况表. */
export function checkSummaryTable(facts: SummaryTableFacts): readonly Finding[] {
  return inOrder(checkSummaryRows(facts));
}

/** What shows only when sheets lie side by side: a list for each form, in the order of the forms. */
export function checkWorkbook(
  forms: readonly StatedForm[],
  texts: readonly SheetTexts[],
): readonly (readonly Finding[])[] {
  const parts = [
    checkMissingRows(forms),
    checkSummaryAgainstForm(forms),
    checkRepeatedRows(forms),
    checkStatements(forms, texts),
  ];
  return forms.map((_, index) => parts.flatMap((findings) => findings[index] ?? []));
}

/** The worst first; within a severity those of the whole form, then by row. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  );
}
