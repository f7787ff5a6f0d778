/** Tells which rules of ours have to be taken off a sheet and which put there, so that what is to stay is not sent again. */
import { isHighlight } from '../../form/marks';
import type { Mark } from '../../form/writePlan';
import { markRules, type MarkRule } from '../makeMarkRules';
import { marksOfRule } from '../markRule';
import { sameMarks } from '../planCheck';
import { areaAround, type CellArea } from './cellAreas';
import type { StandingMark } from './readSheets';

/** How the rules of a sheet are changed. */
export interface RuleChange {
  /** Ids of those that are taken off. */
  readonly removed: readonly string[];
  /** Those that say something else from now on, in the cells where they are. */
  readonly updated: readonly { readonly id: string; readonly rule: MarkRule }[];
  /** Those that are put there, the most important first. */
  readonly added: readonly MarkRule[];
}

/**
 * The way from the marks that stand to those that are wanted; null when they stand already. One that stands twice does no harm, so that it is only
 * taken off when something else changes, or when it is asked for.
 */
export function changeMarks(
  standing: readonly StandingMark[],
  wanted: readonly Mark[],
  removesDoubles = false,
): RuleChange | null {
  if (!(removesDoubles && hasDoubles(standing)) && sameMarks(standing, wanted)) return null;
  const rules = markRules(wanted);
  const highlights = changeHighlights(
    standing.filter(isHighlight),
    rules.filter(({ level }) => level !== null),
  );
  const memory = changeMemory(
    standing.filter((mark) => !isHighlight(mark)),
    rules.filter(({ level }) => level === null),
  );
  return {
    removed: [...highlights.removed, ...memory.removed],
    updated: memory.updated,
    added: [...highlights.added, ...memory.added],
  };
}

/** Excel puts a new rule ahead of the others: unless that is where those that are new belong, all have to be new. */
function changeHighlights(
  standing: readonly StandingMark[],
  rules: readonly MarkRule[],
): Pick<RuleChange, 'removed' | 'added'> {
  const { kept, removed, added } = compare(standing, rules);
  const areAhead = rules.slice(0, added.length).every((rule) => added.includes(rule));
  return areAhead ? { removed, added } : { removed: [...kept, ...removed], added: rules };
}

/** Where a rule that remembers scores lies does not matter, as long as it does not go with rows whose scores stay. */
function changeMemory(standing: readonly StandingMark[], rules: readonly MarkRule[]): RuleChange {
  const { removed, added } = compare(standing, rules);
  const open = new Set(removed);
  const updated = added.flatMap((rule): RuleChange['updated'] => {
    const id = [...open].find((one) => {
      const old = standing.filter((mark) => mark.id === one).flatMap(({ ranges }) => ranges);
      return isInside(areaAround(rule.ranges), areaAround(old));
    });
    if (id === undefined) return [];
    open.delete(id);
    return [{ id, rule }];
  });
  const done = updated.map(({ rule }) => rule);
  return { removed: [...open], updated, added: added.filter((rule) => !done.includes(rule)) };
}

function isInside(one: CellArea | null, other: CellArea | null): boolean {
  if (!one || !other) return false;
  const isInRows = one.top >= other.top && one.bottom <= other.bottom;
  return isInRows && one.left >= other.left && one.right <= other.right;
}

/** True when a mark stands twice at a place: two windows have set it, or its cells were copied. */
export function hasDoubles(marks: readonly Mark[]): boolean {
  const places = marks.flatMap(({ label, ranges }) => ranges.map((range) => `${label} ${range}`));
  return new Set(places).size < places.length;
}

interface Comparison {
  /** Ids of the rules that say what one of those wanted says, and of the others. */
  readonly kept: readonly string[];
  readonly removed: readonly string[];
  /** Those wanted that no rule says. */
  readonly added: readonly MarkRule[];
}

/** Finds for each rule wanted one that stands and says the same. */
function compare(standing: readonly StandingMark[], rules: readonly MarkRule[]): Comparison {
  const open = new Set(standing.map(({ id }) => id));
  const kept: string[] = [];
  const added = rules.filter(({ formula }) => {
    const marks = marksOfRule(formula) ?? [];
    const id = [...open].find((one) =>
      sameMarks(
        standing.filter((mark) => mark.id === one),
        marks,
      ),
    );
    if (id === undefined) return true;
    open.delete(id);
    kept.push(id);
    return false;
  });
  return { kept, removed: [...open], added };
}
