/** Copies a sheet in Excel with all its formats, then changes cells in the copy and takes marks of ours off it. */
import { marksOfRule } from '../markRule';
import { showSheet } from './newSheets';
import type { ValueRun } from './valueRuns';
import { writeRun } from './writeSheets';

export interface CopyTask {
  readonly from: string;
  readonly isHidden: boolean;
  /** True when marks of ours stand on the sheet: then it takes another round trip to find and remove them on the copy. */
  readonly hasMarks: boolean;
  readonly runs: readonly ValueRun[];
}

/** The copy stands behind the other sheets, under a name that must be legal and free. Resolves to its id. */
export async function copySheet(
  context: Excel.RequestContext,
  { from, isHidden, hasMarks, runs }: CopyTask,
  name: string,
): Promise<string> {
  const { worksheets } = context.workbook;
  const copy = worksheets.getItem(from).copy('End');
  copy.name = name;
  if (isHidden) copy.visibility = 'Visible';
  copy.load('id');
  for (const run of runs) writeRun(copy.getRange(run.range), run);
  if (!hasMarks) {
    showSheet(copy);
    await context.sync();
    return copy.id;
  }
  const formats = copy.getRange().conditionalFormats;
  formats.load('items/id,items/customOrNullObject/rule/formula');
  await context.sync();
  for (const format of formats.items) {
    const { isNullObject, rule } = format.customOrNullObject;
    if (!isNullObject && marksOfRule(rule.formula) !== null) format.delete();
  }
  showSheet(worksheets.getItem(copy.id));
  await context.sync();
  return copy.id;
}

/** Excel calls a copy as the sheet, with a number: it may still be called so when its own name could not be set. */
export function mayBeCopy(found: string, from: string): boolean {
  return /\(\d+\)$/.test(found) && found.startsWith(from.slice(0, SHORTENED));
}

/** Excel shortens a long name to make room for the number. */
const SHORTENED = 25;
