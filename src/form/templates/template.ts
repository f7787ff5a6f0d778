/** The shape of a template (one JSON file beside this one each) and of what is asked before it is drawn. */

interface TemplateFrame {
  /** a-z, 0-9 and "-". */
  readonly id: string;
  /** By language: "zh-CN", "en-US". */
  readonly name: Readonly<Record<string, string>>;
  /** 文件号 or the form's own number; null where none is known. */
  readonly source: string | null;
  /** What it is for, by language. */
  readonly use: Readonly<Record<string, string>>;
  /** Id of the rule set that its points follow. */
  readonly rules: string;
  /** How many goals, and rows for each second-level indicator, it has unless something else is asked for. */
  readonly defaults: { readonly goals: number; readonly rows: number };
  /** False where the form has no goals of its own: then the number of goals is not asked. */
  readonly hasGoals: boolean;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly isLandscape: boolean;
  /** Rows at the top that stay in sight. */
  readonly frozenRows: number;
  /** Widths in points, from column A on. */
  readonly columns: readonly number[];
  readonly head: readonly Line[];
  readonly fund: FundBlock | null;
  /** What stands between fund block and indicators. */
  readonly middle: readonly Line[];
  readonly total: TotalLine;
  readonly foot: readonly Line[];
}

/** A form has a table of indicators or, as a 得分情况表, the rows of its goals. */
export type Template = TemplateFrame &
  (
    | { readonly indicators: IndicatorBlock; readonly summary: null }
    | { readonly indicators: null; readonly summary: SummaryBlock }
  );

/**
 * A row. Each cell is its columns ("A" or "A:C"), its style, its text and over how many rows it reaches ("2"); text and rows may be
 * left out. A text may hold {year}, {unit}, {project}, {execution} (its points) and {band1}, {band2} (edges of the bands in percent).
 */
export interface Line {
  readonly height: number;
  readonly cells: readonly (readonly string[])[];
}

export interface Column {
  /** "E" or "E:F". */
  readonly at: string;
  readonly header: string;
}

/** The columns of a block by what stands in them; those that are always there, and others. */
type Columns<Role extends string, Always extends Role> = Readonly<
  Record<Always, Column> & Partial<Record<Role, Column>>
>;

export type FundRole = 'label' | 'initial' | 'budget' | 'spent' | 'weight' | 'rate' | 'score' | 'reason';

export interface FundBlock {
  /** The label at the left, over all rows of the block. */
  readonly side: Column;
  readonly heights: { readonly header: number; readonly row: number };
  /** A form without a weight column has the points in a text ({execution}). */
  readonly columns: Columns<FundRole, 'budget' | 'spent' | 'score'>;
  /** Labels of the rows: the total first, then its parts, which it adds up. */
  readonly rows: readonly string[];
  /** What stands in place of points in the rows of the parts. */
  readonly noPoints: string;
}

export type IndicatorRole =
  'level1' | 'level2' | 'name' | 'operator' | 'target' | 'unit' | 'actual' | 'weight' | 'score' | 'reason';

export interface IndicatorBlock {
  /** The label at the left, over the header and all rows of a goal. May hold {goal} and {points}. */
  readonly side: Column;
  /** A row of its own over the table of each goal; null for none. May hold {goal} and {points}. */
  readonly heading: { readonly height: number; readonly label: Column; readonly title: Column } | null;
  readonly heights: { readonly header: number; readonly row: number };
  /** A form without a weight column has the points of each row in its name: "指标1：（5分）". */
  readonly columns: Columns<IndicatorRole, 'level1' | 'level2' | 'score'>;
  /** A header above those of several columns, which makes the header two rows. */
  readonly group: Column | null;
  /** What the operator column offers. */
  readonly operators: readonly string[];
  readonly levels: readonly Level[];
}

/** A first level and its second levels. Its label may hold {points}. */
export interface Level {
  readonly label: string;
  readonly level2: readonly string[];
}

export interface SummaryBlock {
  readonly heights: { readonly header: number; readonly row: number };
  readonly columns: {
    readonly order: Column;
    readonly label: Column;
    readonly weight: Column;
    readonly score: Column;
    readonly rate: Column;
  };
  /** The label of the execution row, and that of a goal, which holds {goal}. */
  readonly execution: string;
  readonly goal: string;
}

export interface TotalLine {
  readonly height: number;
  readonly label: Column;
  /** Columns of the added-up weights and scores; no weights for null. */
  readonly weight: string | null;
  readonly score: string;
  /** In the summary: the rate of all. */
  readonly rate: string | null;
  /** Columns that stay blank. */
  readonly rest: string | null;
}

export interface TemplateAnswers {
  readonly year: number;
  /** "" to leave the place blank. */
  readonly unit: string;
  readonly project: string;
  readonly goals: number;
  /** Rows for each second-level indicator. */
  readonly rows: number;
}

/** What may be answered, both ends included. */
export const ANSWER_LIMITS = {
  year: { from: 2000, to: 2099 },
  goals: { from: 1, to: 20 },
  rows: { from: 1, to: 10 },
} as const;
