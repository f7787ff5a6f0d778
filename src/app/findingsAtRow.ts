/** The findings that belong to an explained row, to be repeated beside the explanation. */
import type { Finding } from '../engine/finding';
import { parseCellName } from '../form/address';
import type { RowExplanation } from './explainRow';
import type { FormResult } from './formResult';

/** Those of the indicator; for the execution of the budget and judged blocks, those of a cell in the row. */
export function findingsAtRow(form: FormResult, { row, kind }: RowExplanation): readonly Finding[] {
  return form.findings.filter((finding) => {
    if (finding.row !== null) return finding.row === row;
    return kind !== 'indicator' && finding.cell !== null && parseCellName(finding.cell)?.row === row - 1;
  });
}
