/** What a recalculation will write, for a person to see before it is done. */
import { isHighlight } from '../form/marks';
import type { Recalculation } from './formResult';
import type { LockedOnSheet, Pending } from './sessionState';

/** Only sheets of which something will change. */
export function previewOf({ planned, plans, undo }: Recalculation): Pending {
  const changed = plans.filter((plan) => undo.some(({ sheet }) => sheet === plan.sheet));
  return {
    sheets: changed.map(({ sheet, writes, marks }) => ({
      sheet,
      writes,
      locked: planned
        .filter((result) => result.sheet === sheet)
        .flatMap(({ forms }) => forms.flatMap(({ plan }) => plan?.locked ?? [])),
      marks: marks.filter(isHighlight).reduce((count, { ranges }) => count + ranges.length, 0),
    })),
  };
}

/** Cells that should be written but are locked. */
export function lockedIn({ planned }: Recalculation): readonly LockedOnSheet[] {
  return planned.flatMap(({ sheet, forms }) =>
    forms.flatMap(({ plan }) => (plan?.locked ?? []).map((cell) => ({ sheet, ...cell }))),
  );
}

/** True when two recalculations would write the same. */
export function isSameWork(one: Recalculation, other: Recalculation): boolean {
  return JSON.stringify([one.plans, one.undo]) === JSON.stringify([other.plans, other.undo]);
}
