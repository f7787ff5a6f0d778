/** Puts marks on a sheet as conditional formats of ours, and takes them off again without a trace. */
import type { MarkLevel } from '../../form/writePlan';
import { MARK_LEVELS, markFormula } from './markRule';
import type { SheetLayout } from './sheetLayout';
import type { TextEdit } from './textEdit';

/** The ranges to mark, by level; a level without ranges is absent. */
export type WantedMarks = ReadonlyMap<MarkLevel, readonly string[]>;

/** True when the sheet shows exactly the wanted marks. */
export function hasMarks({ conditionalFormats }: SheetLayout, wanted: WantedMarks): boolean {
  return MARK_LEVELS.every((level) => {
    const present = conditionalFormats
      .filter(({ rules }) => rules.some((rule) => rule.level === level))
      .flatMap(({ ranges }) => ranges);
    return sameRanges(present, wanted.get(level) ?? []);
  });
}

/** The edits that replace all marks of ours by the wanted ones; other rules keep every byte. */
export function markEdits(
  layout: SheetLayout,
  wanted: WantedMarks,
  formatIds: ReadonlyMap<MarkLevel, number>,
): TextEdit[] {
  const edits: TextEdit[] = layout.conditionalFormats.flatMap((format) => {
    const ours = format.rules.filter(({ level }) => level !== null);
    const removed = ours.length > 0 && ours.length === format.rules.length ? [format] : ours;
    return removed.map(({ start, end }) => ({ start, end, text: '' }));
  });
  const added = MARK_LEVELS.filter((level) => wanted.has(level)).map((level, index) =>
    markElement(layout.prefix, {
      level,
      ranges: wanted.get(level) ?? [],
      formatId: formatIds.get(level) ?? 0,
      priority: layout.lastPriority + 1 + index,
    }),
  );
  return [...edits, { start: layout.formatsEnd, end: layout.formatsEnd, text: added.join('') }];
}

function markElement(
  p: string,
  mark: { level: MarkLevel; ranges: readonly string[]; formatId: number; priority: number },
): string {
  return (
    `<${p}conditionalFormatting sqref="${mark.ranges.join(' ')}">` +
    `<${p}cfRule type="expression" dxfId="${mark.formatId}" priority="${mark.priority}">` +
    `<${p}formula>${markFormula(mark.level)}</${p}formula></${p}cfRule></${p}conditionalFormatting>`
  );
}

function sameRanges(present: readonly string[], wanted: readonly string[]): boolean {
  const sorted = (ranges: readonly string[]): string => [...new Set(ranges)].sort().join(' ');
  return sorted(present) === sorted(wanted);
}
