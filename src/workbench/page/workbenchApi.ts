/**
 * What a script, a test or a person at the console can do with the workbench: `window.workbench`. Addresses are "G9" on the active sheet, or "Sheet!G9"
 * and "'My sheet'!G9".
 */
import type { CellValue } from '../book/book';
import type { BatchRecord, FaultRule } from '../host/host';

export interface ShownCell {
  /** Null for a blank cell. */
  readonly value: CellValue;
  readonly text: string;
  /** With its leading "="; null for a typed value. */
  readonly formula: string | null;
  /** "#RRGGBB" with conditional formats applied; null for none. */
  readonly fill: string | null;
}

export interface WorkbenchApi {
  /** Done when the sample that the page starts with is open. */
  readonly ready: Promise<void>;
  /** Opens a workbook with a fresh pane; done when the pane is connected and ribbon buttons work. Rejects with a sentence for a file that cannot be used. */
  open(bytes: ArrayBuffer | Uint8Array | readonly number[], name: string): Promise<void>;
  cell(address: string): ShownCell;
  /** Sets a cell as a person does, but for its validation, which is not asked: a text is read as if it were typed, null empties the cell. Throws an error with a sentence when that is refused. */
  setCell(address: string, value: CellValue): void;
  /** Presses the ribbon button with this label; done when its command is. */
  press(label: string): Promise<void>;
  /** What was sent since the last ribbon press, or the last click or Enter in the pane. */
  readonly batches: readonly BatchRecord[];
  fail(rule: FaultRule | number | string | null): void;
  /** The workbook as .xlsx. */
  bytes(): Uint8Array;
  readonly selection: { readonly sheet: string; readonly address: string };
  activate(sheetName: string): void;
}

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}
