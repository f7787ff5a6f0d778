/** Puts marks on a sheet as conditional formats of ours, and takes them off again without a trace. */
import type { MarkLabel, MarkLevel } from '../../form/writePlan';
import { markRules, type MarkRule } from '../makeMarkRules';
import type { SheetLayout } from './sheetLayout';
import type { TextEdit } from './textEdit';
import { escapeXml } from './xml';

/** The ranges to mark, by label; a label without ranges is absent. */
export type WantedMarks = ReadonlyMap<MarkLabel, readonly string[]>;

/** True when the sheet shows exactly the wanted marks. */
export function hasMarks({ conditionalFormats }: SheetLayout, wanted: WantedMarks): boolean {
  const present = conditionalFormats.flatMap(({ rules }) => rules.flatMap(({ marks }) => marks ?? []));
  return [...present.map(({ label }) => label), ...wanted.keys()].every((label) => {
    const ranges = present.filter((mark) => mark.label === label).flatMap((mark) => mark.ranges);
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
    const ours = format.rules.filter(({ marks }) => marks !== null);
    const removed = ours.length > 0 && ours.length === format.rules.length ? [format] : ours;
    return removed.map(({ start, end }) => ({ start, end, text: '' }));
  });
  const marks = [...wanted].map(([label, ranges]) => ({ label, ranges }));
  const added = markRules(marks).map((rule, index) => {
    const formatId = rule.level === null ? null : (formatIds.get(rule.level) ?? 0);
    return markElement(layout.prefix, rule, formatId, layout.lastPriority + 1 + index);
  });
  return [...edits, { start: layout.formatsEnd, end: layout.formatsEnd, text: added.join('') }];
}

function markElement(p: string, rule: MarkRule, formatId: number | null, priority: number): string {
  const format = formatId === null ? '' : ` dxfId="${formatId}"`;
  return (
    `<${p}conditionalFormatting sqref="${rule.ranges.join(' ')}">` +
    `<${p}cfRule type="expression"${format} priority="${priority}">` +
    `<${p}formula>${escapeXml(rule.formula)}</${p}formula></${p}cfRule></${p}conditionalFormatting>`
  );
}

function sameRanges(present: readonly string[], wanted: readonly string[]): boolean {
  const sorted = (ranges: readonly string[]): string => [...new Set(ranges)].sort().join(' ');
  return sorted(present) === sorted(wanted);
}
