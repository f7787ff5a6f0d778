/** The command `template --next-year`: last year's workbook with one more sheet, the form of this year. */
import { makeNextYear, type NextYear } from '../app/nextYear';
import { choose } from '../app/wording';
import type { NextYearPlan } from '../form/nextYear';
import type { Say } from '../locales/sentences';
import { openXlsx } from '../workbook/xlsxFile';
import { WriteRefused, type WriteRefusal } from '../workbook/writeRefused';
import { readInput } from './files';
import type { FileProblem } from './recalculateFile';
import type { TemplateRequest } from './templateArguments';
import { sayProblem } from './wording';

export type NextYearFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly lines: readonly string[] }
  /** The sentence that says why there is none. */
  | { readonly ok: false; readonly line: string };

/** Makes the workbook; nothing is saved. */
export async function makeNextYearFile(
  { file, sheet, clearsTargets, out }: Extract<TemplateRequest, { kind: 'next-year' }>,
  say: Say,
): Promise<NextYearFile> {
  const fail = (problem: FileProblem): NextYearFile => ({
    ok: false,
    line: `${file}: ${sayProblem({ file, problem, output: null, sheets: [], unusable: [] }, say)}`,
  });
  const input = readInput(file);
  if (!input.ok) return fail(input.error);
  const opened = openXlsx(input.bytes, file);
  if (!opened.ok) return fail(opened.error);
  let made: NextYear;
  try {
    made = await makeNextYear(opened.file, sheet, { clearsTargets });
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error;
    return { ok: false, line: `${file}: ${sayRefusal(error.refusal, say)}` };
  }
  if (made.kind !== 'made') {
    const detail = made.kind === 'no-sheet' ? { kind: made.kind, sheet: sheet ?? '' } : { kind: made.kind };
    return fail({ code: 'no-form', detail });
  }
  return { ok: true, bytes: opened.file.bytes(), lines: tell(made, clearsTargets, out, say) };
}

function sayRefusal(refusal: WriteRefusal, say: Say): string {
  const place = { sheet: '', cell: '', ...refusal };
  return say(choose(say, `refused.${refusal.kind}`, 'refused.result'), place);
}

/** What was done, and what a person should look at. */
function tell(
  { from, sheet, plan }: Extract<NextYear, { kind: 'made' }>,
  clearsTargets: boolean,
  output: string,
  say: Say,
): readonly string[] {
  const { year, cleared, moved, left } = plan;
  const targets = say(clearsTargets ? 'template.nextYear.targetsCleared' : 'template.nextYear.targetsKept');
  return [
    say('template.nextYear.made', { output, sheet, from }),
    `${say('template.nextYear.cleared', { cleared: String(cleared.length) })}${targets}`,
    year === null
      ? say('template.nextYear.noYear')
      : say('template.nextYear.moved', {
          from: String(year.from),
          to: String(year.to),
          cells: listCells(moved, say),
        }),
    ...(left.length === 0 ? [] : [say('template.nextYear.left', { cells: listCells(left, say) })]),
  ];
}

const MOST_LISTED = 20;

function listCells(cells: NextYearPlan['moved'] | NextYearPlan['left'], say: Say): string {
  const names = cells.slice(0, MOST_LISTED).map(({ cell }) => cell);
  return [...names, ...(cells.length > MOST_LISTED ? ['…'] : [])].join(say('list.comma'));
}
