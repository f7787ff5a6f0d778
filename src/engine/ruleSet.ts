/** 口径: every number that the rules leave open. The rule sets themselves are JSON in `ruleSets/`. */
import type { Decimal } from './decimal';

export interface RuleSet {
  readonly id: string;
  /** By language: "zh-CN", "en-US". */
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
  /** From the best down; empty where totals have no grade. */
  readonly grades: readonly { readonly word: string; readonly from: Decimal }[];
  /** An execution score this close to the computed one is a remark, not an error. */
  readonly rateScoreTolerance: Decimal;
  readonly fewestIndicators: number;
  readonly satisfactionExpected: boolean;
}
