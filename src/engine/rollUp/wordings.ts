/** The words of a figure that is not worked out: what may stand in the cells of target and actual, from the texts of the forms. */
import { seenText } from '../describeReading';
import type { RowTexts } from './combineNumbers';
import type { TakenRow } from './matchRows';
import words from './words.json';

/** What the cells of a row say. */
export function textsOf({ row: { facts } }: TakenRow): RowTexts {
  return { target: seenText(facts.target).trim(), actual: seenText(facts.actual).trim() };
}

/** Longest text that is put together from those of the forms. */
const LONGEST_JOINED = 160;

/**
 * What may stand in the cells, the best first; which of them the rules read as they are meant is tried out.
 * @param met how many of the rows are known to be met
 */
export function wordings(rows: readonly TakenRow[], met: number): readonly RowTexts[] {
  const targets = distinct(rows.map((taken) => textsOf(taken).target));
  const actuals = distinct(rows.map((taken) => textsOf(taken).actual));
  const target = joined(targets) ?? words.noTarget;
  const counted = words.metOfAll.replace('{all}', String(rows.length)).replace('{met}', String(met));
  const isOneDate =
    met === rows.length && targets.length === 1 && rows.every(({ sense }) => sense.kind === 'date');
  const [only = ''] = actuals;
  // 412次 in each of seven forms is not 412次 in all.
  const isCommon = actuals.length < 2 && !rows.some(isUnaddedFigure);
  const inWords = isCommon || actuals.length > 1 ? joined(actuals) : null;
  const told = rows.every(isDecided) ? counted : (inWords ?? words.seeSources);
  return [
    ...(isCommon ? [{ target, actual: only }] : []),
    ...(isOneDate ? [{ target, actual: words.done }] : []),
    { target, actual: told },
    { target, actual: words.seeSources },
    { target: words.noTarget, actual: told },
    { target: words.noTarget, actual: words.seeSources },
  ];
}

/** True where it is known whether the target was met. */
function isDecided({ row: { outcome } }: TakenRow): boolean {
  return outcome.met !== null || outcome.judged === 'late' || outcome.judged === 'outside-range';
}

function isUnaddedFigure({ row, sense }: TakenRow): boolean {
  return (sense.kind === 'text' || sense.kind === 'unreadable') && row.outcome.actual.kind === 'quantity';
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

function joined(texts: readonly string[]): string | null {
  const text = texts.join(words.and);
  return text === '' || text.length > LONGEST_JOINED ? null : text;
}
