/** Whether an actual keeps a target date: an earlier or the same date, or the plain word 完成. */
import words from './dateWords.json';
import { compareDates } from './readDate';
import type { DateCell } from './readEntry';
import { normaliseText } from './normaliseText';

export type DateVerdict = 'in-time' | 'late' | 'unknown';

const DONE = new RegExp(
  `^(?:${words.done.join('|')})*(?:${words.finished.join('|')})(?:了|任务|工作|目标)?$`,
);
const NEGATED = new RegExp(words.negated.join('|'));
const DEADLINE = new RegExp(words.deadline.join('|'));

/** True for 完成, 已完成, 按时完成 and their like, and nothing else. */
export function isDone(text: string): boolean {
  return DONE.test(normaliseText(text).replace(/[\s。;,，!]/g, ''));
}

function findDeeds(rest: string): string[] {
  return words.deeds.filter((deed) => rest.includes(deed));
}

/** True when a target is a date that something is due by, and not a sentence in which a year happens to stand. */
export function isDueDate(date: DateCell): boolean {
  const rest = date.rest.replace(/[\s,，。;、()]/g, '');
  if (rest === '') return true;
  if (rest.length > words.longestRest || NEGATED.test(rest)) return false;
  const isWholeYear =
    date.span.from.month === 1 && date.span.to.month === 12 && !/[底末前内]/.test(date.taken);
  if (isWholeYear) return isDone(rest) || DEADLINE.test(rest);
  return findDeeds(rest).length > 0 || DEADLINE.test(rest);
}

/** Compares an actual date with the target's, in the year under evaluation where a date names none; a deed that differs (开工 for 完工) leaves it to a person. */
export function judgeDate(target: DateCell, actual: DateCell, year: number | null = null): DateVerdict {
  const rest = actual.rest.replace(/[\s,，。;、()]/g, '');
  if (NEGATED.test(rest) || rest.length > words.longestRest) return 'unknown';
  const done = findDeeds(rest);
  const due = findDeeds(target.rest);
  const isWord = rest === '' || DEADLINE.test(rest) || done.length > 0;
  const isSameDeed =
    done.length === 0 ||
    done.some((deed) => due.includes(deed) || words.finished.includes(deed)) ||
    (due.length === 0 && !done.some((deed) => words.begun.includes(deed)));
  return isWord && isSameDeed ? compareDates(target.span, actual.span, year) : 'unknown';
}
