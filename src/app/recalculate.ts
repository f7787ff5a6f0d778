/**
 * The main job: read a workbook, recognise its forms, score and check them, plan what to write, and apply the plan. Two round
 * trips whatever the size: one to read, one to write.
 */
import type { Workbook } from '../workbook/workbook';
import { calculateWorkbook, type CalculateOptions } from './calculateWorkbook';
import type { Recalculation } from './formResult';

export interface RecalculateOptions extends CalculateOptions {
  /** Only this sheet; null for all. */
  readonly sheet: string | null;
}

/** Recalculates the forms of a workbook and writes what follows. Sheets without a form are listed with their diagnosis. */
export async function recalculate(workbook: Workbook, options: RecalculateOptions): Promise<Recalculation> {
  const recalculation = await planRecalculation(workbook, options);
  await workbook.apply(recalculation.plans);
  return recalculation;
}

/** Reads a workbook and works out what a recalculation finds and would write; writes nothing. */
export async function planRecalculation(
  workbook: Pick<Workbook, 'read'>,
  options: RecalculateOptions,
): Promise<Recalculation> {
  return calculateWorkbook(await workbook.read(options.sheet === null ? null : [options.sheet]), options);
}
