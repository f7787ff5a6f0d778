/** Puts marks on a sheet as conditional formats of ours, and takes them off again without a trace. */
import type { MarkLabel, MarkLevel } from '../../form/writePlan';
import { levelOf, markFormula, orderLabels } from './markRule';
import type { SheetLayout } from './sheetLayout';
import type { TextEdit } from './textEdit';

/** The ranges to mark, by label; a label without ranges is absent. */
export type WantedMarks = ReadonlyMap<MarkLabel, readonly string[]>;

/** True when the sheet shows exactly the wanted marks. */
export function hasMarks({ conditionalFormats }: SheetLayout, wanted: WantedMarks): boolean {
  const present = conditionalFormats.flatMap(({ rules }) => rules.flatMap(({ label }) => label ?? []));
  return [...present, ...wanted.keys()].every((label) => {
    const ranges = conditionalFormats
      .filter(({ rules }) => rules.some((rule) => rule.label === label))
      .flatMap((format) => format.ranges);
    return sameRanges(ranges, wanted.get(label) ?? []);
  });
}

/** The edits that replace all marks of ours by the wanted ones; other rules keep every byte. */
export function markEdits(
  layout: SheetLayout,
  wanted: WantedMarks,
  formatIds: ReadonlyMap<MarkLevel, number>,
): TextEdit[] {
  const edits: TextEdit[] = layout.conditionalFormats.flatMap((format) => {
    const ours = format.rules.filter(({ label }) => label !== null);
    const removed = ours.length > 0 && ours.length === format.rules.length ? [format] : ours;
    return removed.map(({ start, end }) => ({ start, end, text: '' }));
  });
  const added = orderLabels([...wanted.keys()]).map((label, index) =>
    markElement(layout.prefix, {
      label,
      ranges: wanted.get(label) ?? [],
      formatId: formatIds.get(levelOf(label) ?? 'error') ?? 0,
      priority: layout.lastPriority + 1 + index,
    }),
  );
  return [...edits, { start: layout.formatsEnd, end: layout.formatsEnd, text: added.join('') }];
}

function markElement(
  p: string,
  mark: { label: MarkLabel; ranges: readonly string[]; formatId: number; priority: number },
): string {
  const format = levelOf(mark.label) === null ? '' : ` dxfId="${mark.formatId}"`;
  return (
    `<${p}conditionalFormatting sqref="${mark.ranges.join(' ')}">` +
    `<${p}cfRule type="expression"${format} priority="${mark.priority}">` +
    `<${p}formula>${markFormula(mark.label)}</${p}formula></${p}cfRule></${p}conditionalFormatting>`
  );
}

function sameRanges(present: readonly string[], wanted: readonly string[]): boolean {
  const sorted = (ranges: readonly string[]): string => [...new Set(ranges)].sort().join(' ');
  return sorted(present) === sorted(wanted);
}
