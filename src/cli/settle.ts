/**
 * Applies a recalculation until nothing more follows from it: formulas on the form take what was written, and what a formula says may be a
 * score, so that the sums and the marks have to follow once more.
 */
import type { FormResult, Recalculation, SheetResult } from '../app/formResult';
import type { FormPlan } from '../form/planWrites';
import type { CellWrite } from '../form/writePlan';
import type { XlsxFile } from '../workbook/xlsxFile';

/** Formulas that chase each other come to no end; the sheet is then left as the last round made it. */
const MOST_ROUNDS = 4;

/**
 * Applies the recalculation, and again what is planned of its result. Resolves to the sheets with all that was written.
 * @param plan works out what a recalculation of the workbook as it now stands would write
 */
export async function settle(
  workbook: XlsxFile,
  first: Recalculation,
  plan: () => Promise<Recalculation>,
): Promise<readonly SheetResult[]> {
  // Rows that stay as they are keep what was found on them, and so are not checked again for the plans.
  let { sheets } = first;
  await workbook.apply(first.plans);
  if (!writesAny(first) || !(await hasFormulas(workbook))) return sheets;
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    const next = await plan();
    await workbook.apply(next.plans);
    if (!writesAny(next)) break;
    sheets = sheets.map((sheet, index) => withWrites(sheet, next.sheets[index]));
  }
  return sheets;
}

function writesAny({ plans }: Recalculation): boolean {
  return plans.some(({ writes }) => writes.length > 0);
}

async function hasFormulas(workbook: XlsxFile): Promise<boolean> {
  const { sheets } = await workbook.read(null);
  return sheets.some(({ grid }) =>
    grid.rows.some((cells) => cells?.some((cell) => (cell?.formula ?? null) !== null)),
  );
}

/** The forms as they were found, with the figures that stand in the end. */
function withWrites(sheet: SheetResult, next: SheetResult | undefined): SheetResult {
  const forms = sheet.forms.map((form, index): FormResult => {
    const later = next?.forms[index]?.plan;
    return form.plan && later ? { ...form, plan: joinPlans(form.plan, later) } : form;
  });
  return { ...sheet, forms };
}

function joinPlans(first: FormPlan, later: FormPlan): FormPlan {
  const writes = new Map<string, CellWrite>(first.writes.map((write) => [write.cell, write]));
  for (const write of later.writes) {
    const { from, before } = writes.get(write.cell) ?? write;
    writes.set(write.cell, { ...write, from, before });
  }
  return { ...later, writes: [...writes.values()] };
}
