/**
 * A whole new sheet as plain data: what a template draws and what either door of the workbook puts on a sheet, into Excel in one
 * batch or into a file. It holds nothing that one of them could not do (ExcelApi 1.9).
 */

export interface SheetDrawing {
  /** The name wanted for the sheet; a door makes it legal and free. */
  readonly name: string;
  /** The font of every cell. */
  readonly font: string;
  /** In points, from column A on; further columns keep their width. */
  readonly columnWidths: readonly number[];
  /** In points, from the first row on. */
  readonly rowHeights: readonly number[];
  readonly styles: Readonly<Record<string, DrawnStyle>>;
  /** From top to bottom and from left to right; every cell of a merged area is there, so that its borders are whole. */
  readonly cells: readonly DrawnCell[];
  /** Rectangles such as "A1:I1". */
  readonly merges: readonly string[];
  readonly validations: readonly DrawnValidation[];
  readonly print: PrintSetUp;
  /** Rows at the top that stay in sight; 0 for none. */
  readonly frozenRows: number;
}

export interface DrawnCell {
  /** Both counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
  /** Without its leading "="; null for a plain value, and then `value` counts. */
  readonly formula: string | null;
  /** A name among the drawing's styles. */
  readonly style: string;
}

export interface DrawnStyle {
  /** In points. */
  readonly size: number;
  readonly isBold: boolean;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center';
  readonly wraps: boolean;
  /** A thin black line around every cell. */
  readonly hasBorder: boolean;
  /** "#RRGGBB"; null for none. */
  readonly fill: string | null;
  readonly numberFormat: string;
}

/** What may be typed into the cells of a range, and what is said when one of them is chosen and when something else is typed. */
export interface DrawnValidation {
  /** Cells of one column, such as "H12:H29". */
  readonly range: string;
  readonly rule:
    /**
     * A number between two limits, each a number or a formula without "=" as seen from the first cell of the range ("G12"); no
     * upper limit for null.
     */
    | { readonly kind: 'number'; readonly from: string; readonly to: string | null }
    | { readonly kind: 'list'; readonly items: readonly string[] };
  readonly hint: DrawnMessage;
  readonly refusal: DrawnMessage;
  /** False when the person may keep what was typed all the same. */
  readonly isStrict: boolean;
}

/** A title of at most 32 characters and a text of at most 255. */
export interface DrawnMessage {
  readonly title: string;
  readonly text: string;
}

/** A4, fit to one page wide and as many pages long as it takes. */
export interface PrintSetUp {
  readonly area: string;
  readonly isLandscape: boolean;
  /** In points. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly isCentred: boolean;
  /** Rows printed on top of every page, both counted from 0 and included; null for none. */
  readonly repeatedRows: { readonly first: number; readonly last: number } | null;
  /** Middle of the footer, with &P for the page and &N for the number of pages. */
  readonly footer: string;
}
