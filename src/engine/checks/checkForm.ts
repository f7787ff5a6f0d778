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
import { checkReasons } from './reason';
import { checkRepeatedRows } from './repeatedRows';
import { checkScores } from './score';
import { checkStructure } from './structure';
import { checkSummaryAgainstForm } from './summaryAgainstForm';
import { checkSummaryRows } from './summaryTable';
import { checkTargets } from './target';
import { checkTotal } from './total';
import { checkWording } from './wording';

/** Everything found on a scored form. A clean form gives an empty list. */
export function checkForm(scored: ScoredForm): readonly Finding[] {
  return inOrder([
    ...checkNumberCells(scored.facts),
    ...checkTotal(scored),
    ...checkBudget(scored),
    ...checkTargets(scored),
    ...checkScores(scored),
    ...checkReasons(scored),
    ...checkCosts(scored),
    ...checkStructure(scored),
    ...checkWording(scored.facts),
  ]);
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
  return [...findings].sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      (one.row ?? 0) - (other.row ?? 0),
  );
}
