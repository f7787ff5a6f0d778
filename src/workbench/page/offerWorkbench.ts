/** Makes `window.workbench` of what the page can do. */
import { parseCellName } from '../../form/address';
import type { Book, Sheet } from '../book/book';
import { nameArea } from './grid/areas';
import { enterValue } from './grid/enterCells';
import { sentence } from './sentence';
import type { Session } from './session';
import type { WorkbenchApi } from './workbenchApi';

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

function findSheet(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(sentence('noSheet', { name }));
  return sheet;
}

/** The place that "G9", "Sheet!G9" or "'My sheet'!G9" names. */
function resolveAddress(book: Book, address: string): Place {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address.trim());
  const name = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const place = parseCellName((match?.[3] ?? '').toUpperCase());
  if (!place) throw new Error(sentence('badAddress', { address }));
  return { sheet: name === undefined ? book.activeSheet : findSheet(book, name), ...place };
}

function isCellValue(value: unknown): boolean {
  return value === null || ['number', 'string', 'boolean'].includes(typeof value);
}

export function offerWorkbench(page: {
  /** Throws when no workbook is open. */
  current(): Session;
  readonly ready: Promise<void>;
  open(bytes: Uint8Array, name: string): Promise<void>;
  press(label: string): Promise<void>;
}): WorkbenchApi {
  return {
    ready: page.ready,
    open: (bytes, name) => page.open(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), name),
    cell(address) {
      const { sheet, row, column } = resolveAddress(page.current().book, address);
      const { value, text, formula } = sheet.cell(row, column);
      return { value, text, formula, fill: sheet.shown(row, column).fill };
    },
    setCell(address, value) {
      const { sheet, row, column } = resolveAddress(page.current().book, address);
      // Whoever calls from the console is not held to the type.
      if (!isCellValue(value)) throw new Error(sentence('badValue', { address }));
      const refusal = enterValue(sheet, row, column, value);
      if (refusal !== null) throw new Error(refusal);
    },
    press: (label) => page.press(label),
    get batches() {
      return page.current().host.batches;
    },
    fail(rule) {
      page.current().host.fail(rule);
    },
    bytes: () => page.current().book.bytes(),
    get selection() {
      const { activeSheet, selection } = page.current().book;
      return { sheet: activeSheet.name, address: nameArea(activeSheet, selection) };
    },
    activate(sheetName) {
      const { book } = page.current();
      book.activate(findSheet(book, sheetName));
    },
  };
}
