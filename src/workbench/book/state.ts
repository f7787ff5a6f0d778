/**
 * What a workbook holds, as values that are never changed in place once they are seen: a step of the person is undone by going back
 * to the state before it. Rows and cells are shared between states, so what differs is found by identity.
 */
import type { Area, BookValidation, CellLook, CellValue, PageSetUp, Visibility } from './book';

/** A look with the format of the file that it is, or that it was made from. */
export interface Style {
  /** Index among the file's cell formats: what a look does not tell (rotation, gradients …) comes from there. */
  readonly base: number;
  readonly look: CellLook;
}

export interface Result {
  readonly value: CellValue;
  readonly isError: boolean;
}

/** Numbers are as stored in a file: serials of the file's own date system. */
export type Content =
  | { readonly kind: 'value'; readonly value: number | string | boolean; readonly isError: boolean }
  | {
      readonly kind: 'formula';
      /** Without "=". */
      readonly formula: string;
      /** As the file has it; null when it has none, or the formula is newer than the file. */
      readonly stored: Result | null;
      /** Part of an area that one formula fills (array formula, data table): its results are left as they are. */
      readonly isArray: boolean;
    };

export interface Cell {
  readonly content: Content | null;
  readonly style: Style;
}

export type Row = ReadonlyMap<number, Cell>;
export type Rows = ReadonlyMap<number, Row>;

export interface RowSetting {
  /** In points; null for the default. */
  readonly height: number | null;
  readonly isHidden: boolean;
  /** Of cells that are not there. */
  readonly style: Style | null;
}

/** Columns with one width; spans do not overlap and are in order. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  /** In points; null for the default. */
  readonly width: number | null;
  readonly isHidden: boolean;
  readonly style: Style | null;
}

export interface FormatState {
  readonly id: string;
  /** Place among the rules of the sheet's part; null for a new one. */
  readonly place: number | null;
  readonly areas: readonly Area[];
  readonly stopsIfTrue: boolean;
  /** The type's name in a file; "expression" for a formula rule. */
  readonly type: string;
  readonly formulas: readonly string[];
  /** The other attributes of the rule that its evaluation needs (operator, rank …). */
  readonly options: Readonly<Record<string, string>>;
  readonly fill: string | null;
  readonly fontColor: string | null;
}

export interface ValidationState extends BookValidation {
  /** Place among the validations of the sheet's part; null for a new one. */
  readonly place: number | null;
}

export interface Protection {
  /** May the looks of cells be changed nonetheless? */
  readonly allowsFormats: boolean;
  readonly hasPassword: boolean;
}

export interface SheetState {
  readonly id: string;
  /** The part it was read from; null for a sheet that the file does not have. */
  readonly part: string | null;
  /** The part of the sheet that it is a copy of; null for any other sheet. */
  readonly origin: string | null;
  readonly name: string;
  readonly visibility: Visibility;
  readonly rows: Rows;
  readonly rowSettings: ReadonlyMap<number, RowSetting>;
  readonly columns: readonly ColumnSpan[];
  /** In points. */
  readonly defaultHeight: number;
  readonly defaultWidth: number;
  readonly merges: readonly Area[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showsGridlines: boolean;
  readonly page: PageSetUp;
  readonly validations: readonly ValidationState[];
  readonly filter: Area | null;
  /** The first wins. */
  readonly formats: readonly FormatState[];
  readonly protection: Protection | null;
  /** Rows and columns that came or went since the file was opened, in order. */
  readonly shifts: readonly Shift[];
}

/** Rows or columns that were inserted (count above 0) or deleted (below 0). */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

export interface NameState {
  readonly name: string;
  readonly formula: string;
  /** The id of the sheet of a local name. */
  readonly sheet: string | null;
  /** Place among the names of the file, null for a new one. */
  readonly place: number | null;
}

export interface BookState {
  readonly sheets: readonly SheetState[];
  readonly settings: ReadonlyMap<string, string>;
  readonly names: readonly NameState[];
}

/** The cell at a place. */
export function cellIn({ rows }: SheetState, row: number, column: number): Cell | undefined {
  return rows.get(row)?.get(column);
}

/** The look of a cell that is not there: that of its row, else of its column. */
export function blankStyle(sheet: SheetState, row: number, column: number, plain: Style): Style {
  return (
    sheet.rowSettings.get(row)?.style ??
    sheet.columns.find(({ first, last }) => column >= first && column <= last)?.style ??
    plain
  );
}

/** Same content, whatever object holds it. */
export function sameContent(a: Content | null, b: Content | null): boolean {
  if (a === b) return true;
  if (a?.kind === 'value' && b?.kind === 'value') return a.value === b.value && a.isError === b.isError;
  if (a?.kind === 'formula' && b?.kind === 'formula') {
    return a.formula === b.formula && a.isArray === b.isArray;
  }
  return false;
}
