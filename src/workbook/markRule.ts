/**
 * The conditional format rules of a mark, the same in both doors. A rule is found again by the label in its formula, which survives saving by
 * Excel; the formula also names the ranges, so that one load of the formulas tells where the marks stand, even after rows were
 * inserted. A highlight is always true; a remembered score never is, so that it shows nothing.
 */
import type { Mark, MarkLevel } from '../form/writePlan';

export const MARK_LEVELS: readonly MarkLevel[] = ['error', 'warning'];

/** In place of a label: the rule is for several scores. */
export const SCORES = 'scores';

/**
 * The marks of a rule by the text of its formulas; null when it is none of ours. Those whose rows were deleted have no ranges.
 * @param applied the ranges that the rule applies to, where they are known; a rule for several scores tells its ranges by itself
 */
export function marksOfRule(
  formulas: string,
  applied: readonly string[] | null = null,
): readonly Mark[] | null {
  const told = /N\(\s*"ziping:([a-z]+(?::\d+(?:\.\d+)?)?)"\s*\)/i.exec(formulas)?.[1] ?? '';
  if (told === SCORES) return scoresOfRule(formulas);
  const score = /^score:([\d.]+)$/.exec(told)?.[1];
  const label =
    score === undefined ? (MARK_LEVELS.find((level) => level === told) ?? null) : (`score:${score}` as const);
  return label === null ? null : [{ label, ranges: applied ?? placesOf(formulas).filter(isRange) }];
}

function scoresOfRule(formulas: string): readonly Mark[] {
  const ranges = new Map<string, string[]>();
  let score = '';
  for (const told of placesOf(formulas)) {
    score = /^"(\d+(?:\.\d+)?)"$/.exec(told)?.[1] ?? score;
    const found = ranges.get(score) ?? [];
    ranges.set(score, found);
    if (isRange(told)) found.push(told);
  }
  return [...ranges].map(([value, places]) => ({ label: `score:${value}` as const, ranges: places }));
}

/** What the formula of a rule counts: ranges, and the scores ahead of them. */
function placesOf(formula: string): readonly string[] {
  const places = /COUNTA\(([^()]*)\)/i.exec(formula)?.[1]?.replaceAll('$', '') ?? '';
  return places.split(',').map((place) => place.trim());
}

function isRange(place: string): boolean {
  return /^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(place);
}

/** True for a rule that says nothing yet: what is left of a mark when Excel fails between adding a rule and setting its formula. */
export function isEmptyRule(formula: string): boolean {
  return /^=?\s*(FALSE(\(\))?)?\s*$/i.test(formula);
}
