/** The two doors to a workbook, opened the same way: over a file, and over Excel (genuine Office.js on the embedded host). */
import { openInOffice, type OpenedInOffice } from '../../workbench/host/openInOffice';
import type { HostOptions } from '../../../src/workbench/host/createHost';
import { detectCapabilities, openExcel, type ExcelWorkbook } from '../../../src/workbook/excel';
import type { CopyingWorkbook, DrawingWorkbook, Workbook } from '../../../src/workbook/workbook';
import { opened } from '../opened';

export interface OpenDoor {
  readonly workbook: Workbook & DrawingWorkbook & CopyingWorkbook;
  /** The workbook as a file, as it now stands. */
  readonly bytes: () => Uint8Array;
}

export interface ExcelDoor extends OpenDoor, OpenedInOffice {
  readonly workbook: ExcelWorkbook;
}

export interface ExcelDoorOptions extends HostOptions {
  /** In milliseconds; tests of silence do not wait for a minute. */
  readonly giveUpAfter?: number;
  readonly onSlow?: () => void;
}

/** The workbook open in the embedded Excel. */
export function openInExcel(bytes: Uint8Array, options: ExcelDoorOptions = {}): ExcelDoor {
  const { giveUpAfter = 20_000, onSlow = () => undefined, ...hostOptions } = options;
  const { book, host } = openInOffice(bytes, hostOptions);
  const workbook = openExcel({
    capabilities: detectCapabilities(),
    patience: { slowAfter: 20, onSlow, giveUpAfter },
  });
  return { workbook, book, host, bytes: () => book.bytes() };
}

export const DOORS: readonly (readonly [name: string, open: (bytes: Uint8Array) => OpenDoor])[] = [
  [
    'a file',
    (bytes) => {
      const file = opened(bytes);
      return { workbook: file, bytes: () => file.bytes() };
    },
  ],
  ['Excel', openInExcel],
];
