/** Which rows and cells of a sheet to highlight for the findings on its forms. */
import type { FormFacts } from '../engine/facts';
import type { Finding } from '../engine/finding';
import { parseCellName, rangeName } from './address';
import type { Mark } from './writePlan';

const LEVELS = ['error', 'warning'] as const;
/** One mark per severity: the whole row of an indicator, the single cell of a finding of the form. A row gets its worst severity only. */
export function markFindings(
  forms: readonly { readonly facts: FormFacts; readonly findings: readonly Finding[] }[],
): readonly Mark[] {
  const taken = new Set<string>();
  return LEVELS.flatMap((level) => {
    const ranges: string[] = [];
    for (const { facts, findings } of forms) {
      for (const finding of findings.filter(({ severity }) => severity === level)) {
        const range = rangeOf(facts, finding);
        if (range === null || taken.has(range)) continue;
        taken.add(range);
        ranges.push(range);
      }
    }
    return ranges.length === 0 ? [] : [{ level, ranges: sortRanges(ranges) }];
  });
}

function rangeOf(facts: FormFacts, { row, cell }: Finding): string | null {
  if (row === null) return cell;
  const [from = '', to = ''] = facts.range.split(':');
  const left = parseCellName(from)?.column;
  const right = parseCellName(to)?.column;
  return left === undefined || right === undefined ? cell : rangeName(row - 1, left, row - 1, right);
}

function sortRanges(ranges: readonly string[]): readonly string[] {
  const place = (range: string): number => {
    const at = parseCellName(range.split(':')[0] ?? '');
    return at ? at.row * 20000 + at.column : 0;
  };
  return [...ranges].sort((a, b) => place(a) - place(b));
}
