/**
 * Writes to Excel in one round trip: values by runs, marks as conditional formats of ours. What could be refused because the sheet has changed
 * comes first, so that Excel stops before anything is written.
 */
import type { Mark } from '../../form/writePlan';
import { levelOf, MARK_FILLS, markRules, orderLabels } from '../markRule';
import type { ValueRun } from './valueRuns';

/** What one sheet is to become. */
export interface SheetChange {
  readonly sheet: string;
  readonly runs: readonly ValueRun[];
  /** Null leaves the marks as they are. */
  readonly marks: { readonly removed: readonly string[]; readonly added: readonly Mark[] } | null;
}

export async function writeSheets(
  context: Excel.RequestContext,
  changes: readonly SheetChange[],
): Promise<void> {
  for (const { sheet, marks } of changes) {
    const formats = sheetNamed(context, sheet).getRange().conditionalFormats;
    for (const id of marks?.removed ?? []) formats.getItem(id).delete();
  }
  for (const { sheet, runs } of changes) {
    for (const run of runs) writeRun(sheetNamed(context, sheet).getRange(run.range), run);
  }
  for (const { sheet, marks } of changes) addMarks(sheetNamed(context, sheet), marks?.added ?? []);
  await context.sync();
}

function sheetNamed(context: Excel.RequestContext, name: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(name);
}

/** Sets the cells of a run. */
export function writeRun(range: Excel.Range, { values, formatMeanwhile, formats }: ValueRun): void {
  if (formatMeanwhile !== null) range.numberFormat = values.map(() => [formatMeanwhile]);
  range.values = values.map((row) => [...row]);
  if (formatMeanwhile !== null) range.numberFormat = formats.map((row) => [...row]);
}

/** Excel puts a new rule ahead of the others, so the worst is added last. */
function addMarks(sheet: Excel.Worksheet, marks: readonly Mark[]): void {
  const labels = [...orderLabels(marks.map(({ label }) => label))].reverse();
  for (const label of labels) {
    const ranges = marks.filter((mark) => mark.label === label).flatMap((mark) => mark.ranges);
    for (const rule of markRules({ label, ranges })) {
      const places = sheet.getRanges(rule.ranges.join(','));
      const { custom } = places.conditionalFormats.add('Custom');
      custom.rule.formula = `=${rule.formula}`;
      const level = levelOf(label);
      if (level !== null) custom.format.fill.color = `#${MARK_FILLS[level]}`;
    }
  }
}
