/** A workbook that has been opened: its archive, its parts, and every sheet as it was read. */
import type { SheetSnapshot } from '../workbook';
import type { FormulaArea } from './formulaReader';
import type { CellMeaning } from './sheetGrid';
import type { DefaultStyles } from './sheetParser';
import type { SheetPart, WorkbookParts } from './workbookParts';
import type { Archive } from './zip';

export interface OpenSheet {
  readonly part: SheetPart;
  readonly snapshot: SheetSnapshot;
  readonly defaults: DefaultStyles;
  readonly formulaAreas: readonly FormulaArea[];
}

export interface OpenWorkbook {
  readonly archive: Archive;
  readonly parts: WorkbookParts;
  readonly meaning: CellMeaning;
  readonly sheets: readonly OpenSheet[];
  readonly settings: Readonly<Record<string, string>>;
}
