/** Summaries of the real forms kept in test/fixtures/forms, and of forms made of plain values. */
import { calculateWorkbook } from '../../../src/app/calculateWorkbook';
import type { FormResult } from '../../../src/app/formResult';
import { planRecalculation } from '../../../src/app/recalculate';
import { formsToSummarise, summariseForm } from '../../../src/app/summarise';
import type { Summary } from '../../../src/engine/summary/summary';
import type { CellSpec } from '../../form/buildGrid';
import { snapshotOf } from '../buildSnapshot';
import { openFixture, PLAIN } from '../openFixture';

export async function formsOf(name: string): Promise<readonly FormResult[]> {
  const { sheets } = await planRecalculation(openFixture(name), PLAIN);
  return formsToSummarise(sheets).map(({ form }) => form);
}

export function summaryOf(form: FormResult | undefined): Summary {
  const made = summariseForm(form);
  if (!made.ok) throw new Error(made.problem.code);
  return made.result;
}

export async function summariseFixture(name: string): Promise<readonly Summary[]> {
  return (await formsOf(name)).map(summaryOf);
}

export function summariseRows(rows: readonly (readonly CellSpec[])[]): Summary {
  const { sheets } = calculateWorkbook(snapshotOf(rows), PLAIN);
  return summaryOf(formsToSummarise(sheets)[0]?.form);
}
