/**
 * The port between the rules and a real workbook. Two doors implement it: `excel.ts` over Office.js and
 * `xlsxFile.ts` over a file. Reading is one round trip, applying is one round trip.
 */
import type { Grid } from '../form/grid';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { Mark, WritePlan } from '../form/writePlan';

export interface SheetSnapshot {
  readonly grid: Grid;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isProtected: boolean;
  /** Marks of ours that stand on the sheet. */
  readonly marks: readonly Mark[];
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** The sheet that the person looks at; null where nobody does. */
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
   * wanted one made legal and free. Rejects with `WriteRefused`.
   */
  addSheet(drawing: SheetDrawing): Promise<string>;
}
