/** Tells which rules of ours have to be taken off a sheet and which put there, so that what is to stay is not sent again. */
import { isHighlight } from '../../form/marks';
import type { Mark } from '../../form/writePlan';
import { markRules, type MarkRule } from '../makeMarkRules';
import { marksOfRule } from '../markRule';
import { sameMarks } from '../planCheck';
import type { StandingMark } from './readSheets';

/** How the rules of a sheet are changed. */
export interface RuleChange {
  /** Ids of those that are taken off. */
  readonly removed: readonly string[];
  /** Those that are put there, the most important first. */
  readonly added: readonly MarkRule[];
}

/** The way from the marks that stand to those that are wanted; null when they stand already, each once. */
export function changeMarks(standing: readonly StandingMark[], wanted: readonly Mark[]): RuleChange | null {
  if (!hasDoubles(standing) && sameMarks(standing, wanted)) return null;
  const rules = markRules(wanted);
  const shown = compare(
    standing.filter(isHighlight),
    rules.filter(({ level }) => level !== null),
  );
  const remembered = compare(
    standing.filter((mark) => !isHighlight(mark)),
    rules.filter(({ level }) => level === null),
  );
  // Excel puts a new rule ahead of the others: highlights keep their order only when all of them are new.
  const isSame = shown.removed.length === 0 && shown.added.length === 0;
  const highlights = isSame ? shown : { removed: [...shown.kept, ...shown.removed], added: shown.rules };
  return {
    removed: [...highlights.removed, ...remembered.removed],
    added: [...highlights.added, ...remembered.added],
  };
}

/** True when a mark stands twice at a place: two windows have set it, or its cells were copied. */
export function hasDoubles(marks: readonly Mark[]): boolean {
  const places = marks.flatMap(({ label, ranges }) => ranges.map((range) => `${label} ${range}`));
  return new Set(places).size < places.length;
}

interface Comparison extends RuleChange {
  /** Ids of the rules that say what one of those wanted says. */
  readonly kept: readonly string[];
  /** All that are wanted. */
  readonly rules: readonly MarkRule[];
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
  return { removed: [...open], added, kept, rules };
}
