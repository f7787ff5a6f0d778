/** A line of the 自评汇总表: one form of a workbook, or one file that could not be read. Plain data, so that threads and tables can pass it on. */
import type { FormFacts } from '../../engine/facts';

export interface OverviewLine {
  /** The path of the workbook; null in the workbook's own overview. */
  readonly file: string | null;
  /** Null, like all that follows but the remarks, for a file that could not be read. */
  readonly sheet: string | null;
  readonly kind: FormFacts['kind'] | null;
  /** The project's name, else the title. */
  readonly name: string | null;
  /** 单位名称 or 主管部门. */
  readonly office: string | null;
  /** What the amounts are counted in: 万元, 元; null where the form does not say. */
  readonly moneyUnit: string | null;
  /** Amounts as they stand on the form, in its own unit. */
  readonly budget: string | null;
  readonly spent: string | null;
  /** A fraction, rounded to four decimals. */
  readonly rate: string | null;
  /** What the total's cell says: a decimal, or the text where it is no number. */
  readonly printed: string | null;
  /** The total once the form is recalculated. */
  readonly recalculated: string | null;
  /** Of the recalculated total. */
  readonly grade: string | null;
  /** Null for a summary table. */
  readonly indicators: number | null;
  /** Null where no indicator carries a weight. */
  readonly completed: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** The first findings in words, or why the file could not be read. */
  readonly remarks: string;
}
