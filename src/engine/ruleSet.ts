/** 口径: every number that the rules leave open, as data. A rule set is JSON; this file gives its shape and reads it. */
import { Decimal } from './decimal';
import mof2020 from './ruleSets/mof-2020.json';

export interface RuleSet {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  /** 文件号 */
  readonly source: string;
  /** Places a score is rounded to, half up. */
  readonly decimals: number;
  /** Usual weights of the execution row, the first one preferred. */
  readonly executionWeights: readonly Decimal[];
  /** Points that the rule gives to each first level, by a word its label contains; null where weights are free. */
  readonly level1Weights: ReadonlyMap<string, Decimal> | null;
  /** Lower edges of the first and second band of a judged row, as shares of its weight. */
  readonly bands: readonly [Decimal, Decimal];
  /** actual ÷ target from which a row is overachieved, and the points taken off for it (0: none). */
  readonly overachieved: { readonly from: Decimal; readonly deduct: Decimal };
  /** The total may not exceed `cap` when the execution rate is below `below`; the lowest that applies counts. */
  readonly executionCaps: readonly { readonly below: Decimal; readonly cap: Decimal }[];
  /** An execution rate below this needs a reason. */
  readonly reasonBelowRate: Decimal;
  /** A reason with fewer characters says nothing. */
  readonly shortReason: number;
  readonly emptyReasons: readonly string[];
  readonly grades: readonly { readonly word: string; readonly from: Decimal }[];
  /** An execution score this close to the computed one is a remark, not an error. */
  readonly rateScoreTolerance: Decimal;
  readonly fewestIndicators: number;
  readonly satisfactionExpected: boolean;
}

/** The JSON a rule set is written in: as `RuleSet`, numbers that enter a computation as strings. */
export type RuleSetJson = typeof mof2020;

/** Turns the JSON of a shipped rule set into numbers. */
export function readRuleSet(json: RuleSetJson): RuleSet {
  const [first, second] = json.bands;
  return {
    ...json,
    executionWeights: json.executionWeights.map((weight) => new Decimal(weight)),
    level1Weights: new Map(
      Object.entries(json.level1Weights).map(([word, points]) => [word, new Decimal(points)]),
    ),
    bands: [new Decimal(first ?? 0), new Decimal(second ?? 0)],
    overachieved: {
      from: new Decimal(json.overachieved.from),
      deduct: new Decimal(json.overachieved.deduct),
    },
    executionCaps: [],
    reasonBelowRate: new Decimal(json.reasonBelowRate),
    grades: json.grades.map(({ word, from }) => ({ word, from: new Decimal(from) })),
    rateScoreTolerance: new Decimal(json.rateScoreTolerance),
  };
}

export const MOF_2020 = readRuleSet(mof2020);
