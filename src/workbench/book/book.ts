/**
 * A workbook in memory, as the host of Office.js and the page see it: cells with their looks, evaluated by a spreadsheet engine, and
 * saved as .xlsx again. Rows and columns count from 0. What Excel would refuse is refused by throwing `BookRefusal`.
 */

/** An error value is its code as text, such as "#DIV/0!", with `isError`. */
export type CellValue = number | string | boolean | null;

/** A rectangle, all four sides inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface BookCell {
  readonly value: CellValue;
  readonly isError: boolean;
  /** As Excel shows it, "" for a blank cell. Never "####". */
  readonly text: string;
  /** With its leading "="; null for a typed value. */
  readonly formula: string | null;
  readonly look: CellLook;
}

export interface Line {
  /** The style's name in a file: thin, medium, dotted … */
  readonly style: string;
  /** "#RRGGBB" */
  readonly color: string;
}

export interface CellLook {
  readonly numberFormat: string;
  /** "#RRGGBB"; null for no fill. */
  readonly fill: string | null;
  readonly font: {
    readonly name: string;
    /** In points. */
    readonly size: number;
    readonly isBold: boolean;
    readonly isItalic: boolean;
    readonly isUnderlined: boolean;
    readonly isStruck: boolean;
    readonly color: string;
  };
  readonly border: {
    readonly top: Line | null;
    readonly right: Line | null;
    readonly bottom: Line | null;
    readonly left: Line | null;
  };
  readonly horizontal:
    'general' | 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  readonly vertical: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
  readonly wraps: boolean;
  readonly indent: number;
  readonly isLocked: boolean;
  /** The text was typed behind an apostrophe. */
  readonly hasQuotePrefix: boolean;
}

/** What changes in a look; what is absent stays. */
export interface LookChange {
  readonly numberFormat?: string;
  readonly fill?: string | null;
  readonly font?: Partial<CellLook['font']>;
  readonly border?: Partial<CellLook['border']>;
  readonly horizontal?: CellLook['horizontal'];
  readonly vertical?: CellLook['vertical'];
  readonly wraps?: boolean;
  readonly indent?: number;
  readonly isLocked?: boolean;
}

/** A conditional format. Formulas are without "=" and as seen from the first cell of the first area. */
export interface BookFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly priority: number;
  readonly stopsIfTrue: boolean;
  readonly rule:
    | { readonly kind: 'formula'; readonly formula: string }
    /** Kept and, where the engine can, shown; the type's name is that of a file (cellIs, colorScale …). */
    | { readonly kind: 'other'; readonly type: string };
  readonly fill: string | null;
  readonly fontColor: string | null;
}

export interface NewFormat {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly stopsIfTrue: boolean;
}

/** What may be typed into cells, and what is said about it. Names of types and operators are those of a file. */
export interface Validation {
  /** none: anything goes, there is only something to say. */
  readonly type: 'none' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';
  /** Of the types that compare. */
  readonly operator: ValidationOperator;
  /** Without "=" and as seen from the first cell of the first area; a list of words is one text in quotes. */
  readonly formulas: readonly string[];
  readonly ignoresBlanks: boolean;
  /** Of a list: a button in the cell opens it. */
  readonly hasDropDown: boolean;
  readonly prompt: { readonly isShown: boolean; readonly title: string; readonly message: string };
  readonly alert: {
    readonly isShown: boolean;
    /** Only stop keeps out what is wrong. */
    readonly style: 'stop' | 'warning' | 'information';
    readonly title: string;
    readonly message: string;
  };
}

export type ValidationOperator =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'lessThan'
  | 'greaterThanOrEqual'
  | 'lessThanOrEqual';

export interface BookValidation extends Validation {
  readonly areas: readonly Area[];
}

/** How a sheet is printed; what is printed of it and repeated are names of the sheet. */
export interface PageSetUp {
  readonly isLandscape: boolean;
  /** The number that a file has for it: 9 is A4; null when nobody chose. */
  readonly paperSize: number | null;
  /** In per cent, or so many pages wide and high, null for as many as it takes. */
  readonly zoom:
    | { readonly kind: 'scale'; readonly percent: number }
    | { readonly kind: 'fit'; readonly wide: number | null; readonly high: number | null };
  readonly centresAcross: boolean;
  readonly centresDown: boolean;
  /** In points. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** With Excel's codes: "&C&P" is the number of the page in the middle. */
  readonly header: string;
  readonly footer: string;
}

export type Visibility = 'visible' | 'hidden' | 'very-hidden';

export interface Sheet {
  /** As Excel gives them: a GUID in braces, stable while the workbook is open. */
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  /** Null when the sheet, or the area within, holds nothing (no value, or with `valuesOnly` false neither value nor format). */
  usedArea(valuesOnly: boolean, within?: Area): Area | null;
  cell(row: number, column: number): BookCell;
  /**
   * Sets a cell as Excel's API does: a number or boolean as it is; a text as if it were typed (it may become a number, a date, a formula, or stay text behind an
   * apostrophe), unless the cell's number format is "@"; "" empties it. Throws AccessDenied for a locked cell of a protected sheet.
   */
  write(row: number, column: number, value: number | string | boolean): void;
  /** Changes looks; on a protected sheet it is refused with AccessDenied. */
  setLook(area: Area, change: LookChange): void;
  clear(area: Area, what: 'all' | 'contents' | 'formats'): void;
  readonly merges: readonly Area[];
  /** Makes one cell of an area and of those merged within it; throws MergedRangeConflict when it cuts through a merged area. */
  merge(area: Area): void;
  unmerge(area: Area): void;
  /** In points. */
  columnWidth(column: number): number;
  setColumnWidth(first: number, last: number, points: number): void;
  rowHeight(row: number): number;
  setRowHeight(first: number, last: number, points: number): void;
  isRowHidden(row: number): boolean;
  setRowsHidden(first: number, last: number, isHidden: boolean): void;
  isColumnHidden(column: number): boolean;
  setColumnsHidden(first: number, last: number, isHidden: boolean): void;
  /** Frozen rows and columns. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  freeze(frozen: { readonly rows: number; readonly columns: number }): void;
  readonly showsGridlines: boolean;
  setGridlines(areShown: boolean): void;
  readonly page: PageSetUp;
  setPage(change: Partial<PageSetUp>): void;
  /** What is printed; null for everything. */
  readonly printArea: readonly Area[] | null;
  setPrintArea(areas: readonly Area[] | null): void;
  /** Rows printed on top of every page and columns printed at its left, whole ones. */
  readonly printTitles: { readonly rows: Area | null; readonly columns: Area | null };
  setPrintTitles(titles: { readonly rows?: Area | null; readonly columns?: Area | null }): void;
  readonly validations: readonly BookValidation[];
  /** The validation of a cell; null for none. */
  validationAt(row: number, column: number): BookValidation | null;
  /** Gives areas a validation in place of those they have, null for none; refused with AccessDenied on a protected sheet. */
  validate(areas: readonly Area[], validation: Validation | null): void;
  /** Would the validation of the cell take this value, given as to `write`? */
  isValid(row: number, column: number, value: number | string | boolean): boolean;
  /** Does what stands in the cell obey its validation? */
  holdsValid(row: number, column: number): boolean;
  readonly filter: Area | null;
  insertRows(row: number, count: number): void;
  deleteRows(row: number, count: number): void;
  insertColumns(column: number, count: number): void;
  deleteColumns(column: number, count: number): void;
  /** By priority, the first wins. */
  readonly formats: readonly BookFormat[];
  addFormat(format: NewFormat): BookFormat;
  /** Changes a format that is there; what is absent stays. */
  changeFormat(id: string, change: Partial<NewFormat>): void;
  removeFormat(id: string): void;
  /** What the cell looks like with its conditional formats. */
  shown(row: number, column: number): { readonly fill: string | null; readonly fontColor: string };
  protect(): void;
  unprotect(): void;
  setVisibility(visibility: Visibility): void;
}

export interface BookChange {
  readonly sheet: Sheet;
  /** What happened; structure: sheets, rows or columns came or went; layout: panes, page set-up or validations. */
  readonly kind:
    'cells' | 'looks' | 'formats' | 'layout' | 'structure' | 'selection' | 'activation' | 'settings';
  readonly area: Area | null;
  /** Who did it. */
  readonly by: 'person' | 'add-in';
}

export interface DefinedName {
  readonly name: string;
  /** Without "=". */
  readonly formula: string;
  /** The sheet's name for a local name. */
  readonly sheet: string | null;
}

export interface Book {
  /** The file's name, "自评表.xlsx". */
  readonly name: string;
  /** In the order of the tabs. */
  readonly sheets: readonly Sheet[];
  readonly activeSheet: Sheet;
  /** On the active sheet. */
  readonly selection: Area;
  activate(sheet: Sheet): void;
  /** Selects an area; the sheet must be the active one. */
  select(sheet: Sheet, area: Area): void;
  /** Adds a sheet behind the others; throws InvalidArgument for a name that Excel refuses and ItemAlreadyExists for one that is taken, AccessDenied when the structure is protected. */
  addSheet(name: string | null): Sheet;
  /**
   * Adds a copy of a sheet at a place of the tabs, under a name such as "表 (2)". What names the sheet itself names the copy there; names
   * that lead to the sheet are names of the copy as well.
   */
  copySheet(sheet: Sheet, position: number): Sheet;
  /** Moves a sheet to another place of the tabs. */
  moveSheet(sheet: Sheet, position: number): void;
  deleteSheet(sheet: Sheet): void;
  renameSheet(sheet: Sheet, name: string): void;
  readonly isStructureProtected: boolean;
  readonly names: readonly DefinedName[];
  /** The add-in's settings, JSON texts by key. */
  readonly settings: ReadonlyMap<string, string>;
  setSetting(key: string, json: string | null): void;
  /** Runs `work` with changes made by the add-in instead of the person. */
  asAddIn<T>(work: () => T): T;
  /** Undoes the last step of the person; false when there is none. Steps of the add-in are undone as one step for each batch. */
  undo(): boolean;
  redo(): boolean;
  /** Forgets what could be undone, as Excel does after calls that it cannot undo. */
  clearUndo(): void;
  /** Told after every change; returns how to stop. */
  onChange(listener: (change: BookChange) => void): () => void;
  /** The workbook as .xlsx: the opened bytes with what differs from them patched in; the very same bytes when nothing does. */
  bytes(): Uint8Array;
}

/** Excel's error codes that a workbook gives. */
export type RefusalCode =
  | 'InvalidArgument'
  | 'AccessDenied'
  | 'ItemNotFound'
  | 'ItemAlreadyExists'
  | 'InvalidOperation'
  | 'MergedRangeConflict'
  | 'UnsupportedOperation'
  | 'NonBlankCellOffSheet';

export class BookRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
