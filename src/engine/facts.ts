/**
 * The facts of a form as they stand on the sheet, before anything is judged: what the form reader hands to
 * scoring and checking. Plain data; cell addresses ("G9") are names to the engine, never arithmetic.
 */
import type { Decimal } from './decimal';
import type { Entry } from './entry';

/**
 * A cell that should hold a number (weight, score, amount, rate).
 * - `number`: one number was read into `value` ("97.5分", "4753.66万元", 10 …)
 * - `blank`: nothing stands there
 * - `none`: a mark that says "not applicable" (—, /, 无)
 * - `error`: an error value such as #REF!
 * - `unreadable`: there is text, but not one clean number ("94.67 999994.67", "100%\n\n%"); `value` is the number
 *   if just one could still be made out, else null
 */
export interface NumberCell {
  readonly state: 'number' | 'blank' | 'none' | 'error' | 'unreadable';
  /** The number as a plain quantity: a percentage as a fraction (95% is 0.95). Null unless one was read. */
  readonly value: Decimal | null;
  /** The cell's address, null when the form has no cell for it (a weight in a name or a heading). */
  readonly cell: string | null;
  readonly entry: Entry;
  /** True when the cell holds a formula; such a cell is never written. */
  readonly formula: boolean;
}

export interface TextCell {
  readonly cell: string;
  readonly text: string;
}

/** One row of the fund block: the total (年度资金总额) or a part of it (其中：…). */
export interface FundRow {
  readonly row: number;
  readonly label: string;
  readonly budget: NumberCell;
  readonly spent: NumberCell;
  readonly rate: NumberCell;
}

/** The fund block of a form: its total row and what it earned. */
export interface BudgetBlock {
  /** 年度资金总额 / 部门整体支出总额: the row that counts. `rate.value` is a fraction when the cell shows a percent sign
   * or the header says %, so 97.25 under 执行率 without a sign is read as 0.9725. */
  readonly total: FundRow;
  readonly parts: readonly FundRow[];
  /** What the execution can earn; `blank` when the form gives it no weight (then it is not scored here). */
  readonly weight: NumberCell;
  readonly score: NumberCell;
  /** How many of the amounts' unit make a 元: 10000 for 万元, 1 for 元; null when the form does not say. */
  readonly unit: Decimal | null;
  /** The reason cell of the total row, where the fund block has a reason column. */
  readonly reason: TextCell | null;
}

/** 年度(绩效)目标 N of a department form, with the points its heading gives. */
export interface Goal {
  readonly number: number;
  readonly title: string;
  /** The heading's cell, e.g. "A7" for "年度目标 1: (11 分)". */
  readonly cell: string;
  readonly points: Decimal | null;
}

/** One scored row (三级指标 / 绩效指标). */
export interface IndicatorRow {
  readonly row: number;
  /** Number of the goal it stands under, null where the form has no goals. */
  readonly goal: number | null;
  /** Labels with all white space removed, inherited from merged cells above; null where the form has no such column. */
  readonly level1: string | null;
  readonly level2: string | null;
  /** The name without "指标1：" and without a weight such as "(4分)". */
  readonly name: string;
  readonly nameCell: string | null;
  /** The name as it stands. */
  readonly label: string;
  /** Operator, value and unit joined where the form splits them. */
  readonly target: Entry;
  readonly targetCells: readonly string[];
  /** What stands in the unit column of this row, "" where the form has none. */
  readonly unit: string;
  readonly actual: Entry;
  readonly actualCell: string | null;
  readonly weight: NumberCell;
  readonly score: NumberCell;
  /** True when this row has no score cell of its own: it is merged with that of the row above, which counts for both. */
  readonly sharesScore: boolean;
  /** Null where the form has no reason column. */
  readonly reason: TextCell | null;
}

/** A block that is scored but is neither fund nor indicator (资金管理, 年度目标完成情况): it counts in the total. */
export interface JudgedBlock {
  readonly row: number;
  readonly name: string;
  readonly weight: NumberCell;
  readonly score: NumberCell;
}

/** Points printed in a level-1 or level-2 label, e.g. "产出指标(50分)", and the rows that it covers. */
export interface PointsGroup {
  readonly level: 1 | 2;
  readonly label: string;
  readonly cell: string;
  readonly points: Decimal;
  /** Row numbers of the indicators below the label. */
  readonly rows: readonly number[];
}

/** A subtotal row (小计) of the indicators, with the rows that it adds up. */
export interface Subtotal {
  readonly row: number;
  readonly weight: NumberCell;
  readonly score: NumberCell;
  readonly rows: readonly number[];
}

export interface TotalRow {
  readonly row: number;
  readonly weight: NumberCell;
  readonly score: NumberCell;
  /** The cell and word of a printed grade (优/良/中/差), when one stands in the total row. */
  readonly grade: TextCell | null;
}

/** A form that is filled in: department or project. */
export interface ScoredFormFacts {
  readonly kind: 'department' | 'project';
  readonly range: string;
  readonly title: string;
  readonly titleCell: string | null;
  /** The year being evaluated, when the form says. */
  readonly year: number | null;
  readonly projectName: string | null;
  readonly unitName: string | null;
  readonly budget: BudgetBlock | null;
  readonly goals: readonly Goal[];
  readonly indicators: readonly IndicatorRow[];
  readonly judgedBlocks: readonly JudgedBlock[];
  readonly groups: readonly PointsGroup[];
  readonly subtotals: readonly Subtotal[];
  readonly total: TotalRow | null;
  /** 偏差大或目标未完成原因分析 of the whole form, where it has one. */
  readonly formReason: TextCell | null;
  /** Cells of template leftovers: "……", "指标2：", "(100字以内)". */
  readonly placeholders: readonly TextCell[];
  /** Header cells over filled columns whose word is not known: what stands below them was not read. */
  readonly unknownHeaders: readonly TextCell[];
}

export interface SummaryRow {
  readonly row: number;
  readonly label: string;
  readonly labelCell: string;
  readonly weight: NumberCell;
  readonly score: NumberCell;
  /** 得分率, where the table has it. */
  readonly rate: NumberCell | null;
}

/** 得分情况表: a table of what was scored elsewhere, with a total. */
export interface SummaryTableFacts {
  readonly kind: 'summary-table';
  readonly range: string;
  readonly title: string;
  readonly titleCell: string | null;
  readonly year: number | null;
  readonly rows: readonly SummaryRow[];
  readonly total: SummaryRow | null;
}

export type FormFacts = ScoredFormFacts | SummaryTableFacts;
