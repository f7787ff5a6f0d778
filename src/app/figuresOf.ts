/** The figures that a text may honestly give for a form: those that stand on it, and those that a recalculation makes of them. */
import type { Decimal } from '../engine/decimal';
import { countCompleted } from '../engine/summary/countCompleted';
import { sumPrinted } from '../engine/totals';
import type { PlannedForm } from './formResult';

export interface StatedFigures {
  /** The printed total first. */
  readonly totals: readonly Decimal[];
  /** Indicators with their whole weight; by the scores that stand first. */
  readonly completed: readonly number[];
}

export function figuresOf({ facts, scored, plan }: PlannedForm): StatedFigures {
  if (facts.kind === 'summary-table') return { totals: [], completed: [] };
  const printed = facts.total?.score.value ?? null;
  const totals = [printed, plan?.total ?? null, sumPrinted(facts)];
  const counts = [
    countCompleted(facts.indicators, ({ score }) => score.value),
    countCompleted(facts.indicators, ({ row }) => plan?.scores.get(row) ?? null),
  ];
  // Some count what met its target, though points were taken off.
  const met = scored?.rows.filter(({ outcome }) => outcome.met === true).length ?? null;
  const known = counts.flatMap((count) => count ?? []);
  return {
    totals: totals.flatMap((total) => total ?? []),
    completed: known.length === 0 || met === null ? known : [...known, met],
  };
}
