/**
 * The door to .xlsx files: reads every sheet, writes plans by patching the planned cells and our own conditional formats inside the
 * parts that hold them, and adds drawn sheets as parts of their own. Every other byte of the workbook stays as it was.
 */
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import { withDrawnSheet } from './xlsx/addSheet';
import { withCopiedSheet } from './xlsx/copySheet';
import type { AddedSheet } from './xlsx/newSheetPart';
import { applyPlans } from './xlsx/applyPlans';
import { Unreadable, type FileError } from './xlsx/fileError';
import { openPackage } from './xlsx/openPackage';
import type { OpenWorkbook } from './xlsx/openWorkbook';
import { emptyPackage } from './xlsx/emptyPackage';
import { withSettings } from './xlsx/saveSettings';
import type { CopyingWorkbook, DrawingWorkbook, Workbook, WorkbookSnapshot } from './workbook';

export interface XlsxFile extends Workbook, DrawingWorkbook, CopyingWorkbook {
  /** The workbook as it now stands; the very bytes that were opened when nothing was changed. */
  bytes(): Uint8Array;
}

export type Opened =
  { readonly ok: true; readonly file: XlsxFile } | { readonly ok: false; readonly error: FileError };

/**
 * Opens a workbook from its bytes; `name` helps only to tell what a file is that is no .xlsx. Never throws. The
 * file's `apply` rejects with `WriteRefused` when a plan cannot be applied, and then has changed nothing.
 */
export function openXlsx(bytes: Uint8Array, name: string): Opened {
  try {
    return { ok: true, file: fileOver(openPackage(bytes, name)) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.error };
    return { ok: false, error: { code: 'damaged', detail: { kind: 'unexpected' } } };
  }
}

/** A new workbook with this one sheet. Throws `WriteRefused` for a drawing that is too large for a file. */
export function newXlsx(drawing: SheetDrawing): XlsxFile {
  return fileOver(withDrawnSheet(openPackage(emptyPackage(), ''), drawing).workbook);
}

function fileOver(opened: OpenWorkbook): XlsxFile {
  let current = opened;
  const add = (make: () => AddedSheet): Promise<string> =>
    new Promise((resolve) => {
      const { workbook, name } = make();
      current = workbook;
      resolve(name);
    });
  return {
    read: (sheets) => Promise.resolve(snapshot(current, sheets)),
    apply: (plans) =>
      new Promise((resolve) => {
        current = applyPlans(current, plans);
        resolve();
      }),
    addSheet: (drawing) => add(() => withDrawnSheet(current, drawing)),
    copySheet: (copy) => add(() => withCopiedSheet(current, copy)),
    saveSettings: (settings) =>
      new Promise((resolve) => {
        current = withSettings(current, settings);
        resolve();
      }),
    bytes: () => current.archive.bytes,
  };
}

function snapshot({ sheets, settings }: OpenWorkbook, names: readonly string[] | null): WorkbookSnapshot {
  const wanted = names === null ? sheets : sheets.filter(({ part }) => names.includes(part.name));
  return { sheets: wanted.map((sheet) => sheet.snapshot), activeSheet: null, settings };
}
