/** The number of a goal, in digits or in Chinese numerals: 年度目标 4, 目标四. */

const NUMERALS = '零一二三四五六七八九十';

/** What stands for a goal's number, as a piece of a regular expression. */
export const GOAL_NUMBER = '\\d{1,2}|[一二三四五六七八九十]';

/** The number that a match of `GOAL_NUMBER` stands for. */
export function readGoalNumber(digits: string): number {
  return /\d/.test(digits) ? Number(digits) : NUMERALS.indexOf(digits);
}
