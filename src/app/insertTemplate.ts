/** Inserts a blank form into a workbook, as a sheet of its own; nothing that is there is touched. */
import { drawTemplate } from '../form/templates/drawTemplate';
import type { Template, TemplateAnswers } from '../form/templates/template';
import type { DrawingWorkbook } from '../workbook/workbook';

/** Resolves to the name of the new sheet, which is the active one. Rejects with `WriteRefused`. */
export function insertTemplate(
  workbook: DrawingWorkbook,
  template: Template,
  answers: TemplateAnswers,
): Promise<string> {
  return workbook.addSheet(drawTemplate(template, answers));
}

/** Months after a year's end in which forms are still filled in for it. */
const MONTHS_AFTER = 6;

/** The year that is evaluated at a date: in the first half of a year still the one before. */
export function yearInQuestion(now: Date): number {
  return now.getMonth() < MONTHS_AFTER ? now.getFullYear() - 1 : now.getFullYear();
}
