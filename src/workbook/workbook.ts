/**
 * The port between the rules and a real workbook. Two doors implement it: `excel.ts` over Office.js and
 * `xlsxFile.ts` over a file. Reading is one round trip, applying is one round trip.
 */
import type { Grid } from '../form/grid';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { CellWrite, Mark, WritePlan } from '../form/writePlan';

export interface SheetSnapshot {
  readonly grid: Grid;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isProtected: boolean;
  /** Marks of ours that stand on the sheet. */
  readonly marks: readonly Mark[];
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** The sheet that the person looks at; null where nobody does, and when only some sheets were asked for. */
  readonly activeSheet: string | null;
  /** Settings of ours that are kept with the workbook (rule set, ignored findings …), as JSON text by key. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Workbook {
  /** Reads the sheets asked for (all when null), in one round trip. */
  read(sheets: readonly string[] | null): Promise<WorkbookSnapshot>;
  /** Writes all plans, in one round trip: either everything or nothing. */
  apply(plans: readonly WritePlan[]): Promise<void>;
  /** Keeps settings of ours with the workbook: those named are replaced, null removes one, the others stay. */
  saveSettings(settings: Readonly<Record<string, string | null>>): Promise<void>;
}

/** A workbook to which whole sheets can be added. */
export interface DrawingWorkbook {
  /**
   * Adds a sheet behind the others and makes it the active one; no other sheet is touched. Resolves to the name that it took: the
   * wanted one made legal and free. It has no print set-up where Excel cannot give it one (no printer). Rejects with `WriteRefused`.
   */
  addSheet(drawing: SheetDrawing): Promise<string>;
}

/** A sheet to be made from another one. */
export interface SheetCopy {
  readonly from: string;
  /** The name wanted for the copy; it is made legal and free. */
  readonly name: string;
  /** What is changed in the copy; formats are not. */
  readonly writes: readonly CellWrite[];
}

/** A workbook in which a sheet can be copied. */
export interface CopyingWorkbook {
  /**
   * Copies a sheet with all its formats behind the others and makes the copy the active one; no other sheet is touched. Marks of ours are not
   * in the copy, other conditional formats are. Resolves to the name that it took. Rejects with `WriteRefused`.
   */
  copySheet(copy: SheetCopy): Promise<string>;
}
