/** The year that a blank form is for when nobody has said so yet. */

/** Months after a year's end in which forms are still filled in for it. */
const MONTHS_AFTER = 6;

/** The year that is evaluated at a date: in the first half of a year still the one before. */
export function yearInQuestion(now: Date): number {
  return now.getMonth() < MONTHS_AFTER ? now.getFullYear() - 1 : now.getFullYear();
}
