/** Formulas of the templates, without their leading "=", that every spreadsheet program works out alike and that show nothing too early. */

/** A rate is kept finer than it is shown: what is left of binary fractions goes, what is shown is rounded once. */
const RATE_DECIMALS = 10;

/** `part` ÷ `whole`. */
export function shareFormula(part: string, whole: string): string {
  return whenAbove(whole, part, `ROUND(${part}/${whole},${RATE_DECIMALS})`);
}

/** The formula once both cells hold a number and the first one is above 0; until then nothing. */
function whenAbove(divisor: string, other: string, formula: string): string {
  return `IF(COUNT(${divisor},${other})<2,"",IF(${divisor}>0,${formula},""))`;
}

/** Less than any figure of a form, more than what binary fractions leave out: 8.495 is 8.50 in every program, not in some. */
const TIE = '0.000000001';

/** Rounded half up, for what is not negative. */
function halfUpFormula(formula: string, decimals: number): string {
  return `ROUND(${formula}+${TIE},${decimals})`;
}

/** The sum of a range of amounts, rounded to what can be told apart; nothing while it holds no number. */
export function sumFormula(range: string, decimals: number): string {
  return `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),${decimals}))`;
}

/** Weight × spent ÷ budget, never more than the weight (财预〔2020〕10号). */
export function executionFormula(weight: string, budget: string, spent: string, decimals: number): string {
  return whenAbove(budget, spent, halfUpFormula(`MIN(${weight},${weight}*${spent}/${budget})`, decimals));
}
