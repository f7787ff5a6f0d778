/** Opens a workbook for the workbench: what it holds, its engine and its way back into a file. */
import { cellValue } from '../../workbook/xlsx/cellValue';
import { DATE_1904_OFFSET } from '../../workbook/dateSystem';
import { Unreadable, type FileError } from '../../workbook/xlsx/fileError';
import { showsDate } from '../../workbook/xlsx/numberText';
import { openPackage } from '../../workbook/xlsx/openPackage';
import type { OpenSheet, OpenWorkbook } from '../../workbook/xlsx/openWorkbook';
import { parseSheet, type StoredCell, type StoredSheet } from '../../workbook/xlsx/sheetParser';
import { partXml, readRelationships } from '../../workbook/xlsx/workbookParts';
import type { Area, Book } from './book';
import { readTheme } from './colors';
import { PLAIN_LOOK, readLooks, type Looks } from './looks';
import { makeBook } from './makeBook';
import { formatId, sheetId } from './ids';
import { readSheetExtras } from './sheetExtras';
import type { BookState, Cell, Content, Result, Row, SheetState } from './state';
import { createStyleBook, type StyleBook } from './styles';
import { digitPixels } from '../../workbook/xlsx/columnWidths';
import { readWorkbookExtras } from './workbookExtras';
import { readTree } from '../../workbook/xlsx/xmlTree';

export type OpenedBook =
  { readonly ok: true; readonly book: Book } | { readonly ok: false; readonly error: FileError };

/** A workbook as it was read, for those who change and save it. */
export interface OpenedFile {
  readonly workbook: OpenWorkbook;
  readonly state: BookState;
  readonly styles: StyleBook;
  readonly digitWidth: number;
  readonly isStructureProtected: boolean;
  readonly activeSheet: string | null;
  /** By id of the sheet. */
  readonly selections: ReadonlyMap<string, Area>;
}

/** Opens a workbook from its bytes; `name` is the file's name. The engine must have been loaded. Never throws. */
export function openBook(bytes: Uint8Array, name: string): OpenedBook {
  try {
    return { ok: true, book: makeBook(readFile(bytes, name), name) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.error };
    return { ok: false, error: { code: 'damaged', detail: { kind: 'unexpected' } } };
  }
}

function readFile(bytes: Uint8Array, name: string): OpenedFile {
  const workbook = openPackage(bytes, name);
  const { archive, parts } = workbook;
  const looks = looksOf(workbook);
  const styles = createStyleBook(looks.cells);
  const extras = readWorkbookExtras(partXml(archive, parts.workbook), parts.workbook);
  const digitWidth = digitPixels((looks.cells[0] ?? PLAIN_LOOK).font);
  const selections = new Map<string, Area>();
  const counter = { cells: 0 };
  const sheets = workbook.sheets.map((sheet, index): SheetState => {
    const { part } = sheet;
    const id = sheetId(index);
    const xml = partXml(archive, part.key);
    const { selection, ...found } = readSheetExtras(xml, part.key, {
      looks,
      styles: styles.file,
      digitWidth,
      idOf: (place) => formatId(index, place),
    });
    selections.set(id, selection);
    const stored = parseSheet(xml, { name: part.name, part: part.key, counter });
    return {
      ...found,
      id,
      part: part.key,
      origin: null,
      name: part.name,
      visibility: part.visibility,
      rows: readRows(stored, sheet, workbook, styles),
      shifts: [],
    };
  });
  const idOf = (sheet: string | null): string | null => sheets.find((one) => one.name === sheet)?.id ?? null;
  const state: BookState = {
    sheets,
    settings: new Map(Object.entries(workbook.settings)),
    names: extras.names.map(({ name: label, formula, sheet }, place) => ({
      name: label,
      formula,
      sheet: idOf(sheet),
      place,
    })),
  };
  const { isStructureProtected, activeSheet } = extras;
  return {
    workbook,
    state,
    styles,
    digitWidth,
    isStructureProtected,
    activeSheet: idOf(activeSheet),
    selections,
  };
}

function looksOf({ archive, parts }: OpenWorkbook): Looks {
  const themeKey = readRelationships(archive, parts.workbook).find(({ type }) => type === 'theme')?.target;
  const hasTheme = themeKey !== undefined && archive.entries.has(themeKey);
  const theme = readTheme(hasTheme ? readTree(partXml(archive, themeKey), themeKey) : null);
  const { styles } = parts;
  return styles === null
    ? { cells: [], differential: [] }
    : readLooks(partXml(archive, styles), styles, theme);
}

function readRows(
  stored: StoredSheet,
  sheet: OpenSheet,
  workbook: OpenWorkbook,
  styles: StyleBook,
): ReadonlyMap<number, Row> {
  const rows = new Map<number, Row>();
  const blanks = new Map<number, Cell>();
  // `forEach` skips holes, so a far-off cell costs nothing.
  stored.rows.forEach((storedRow, row) => {
    const cells = new Map<number, Cell>();
    storedRow?.forEach((storedCell, column) => {
      if (!storedCell) return;
      const style = styles.file[storedCell.style] ?? styles.plain;
      const content = readContent(storedCell, { stored, sheet, workbook }, row, column);
      const known = content ? undefined : blanks.get(storedCell.style);
      const cell = known ?? { content, style };
      if (!content) blanks.set(storedCell.style, cell);
      cells.set(column, cell);
    });
    if (cells.size > 0) rows.set(row, cells);
  });
  return rows;
}

function readContent(
  cell: StoredCell,
  { stored, sheet, workbook }: { stored: StoredSheet; sheet: OpenSheet; workbook: OpenWorkbook },
  row: number,
  column: number,
): Content | null {
  const { sharedStrings, date1904 } = workbook.meaning;
  const value = cellValue(cell, sharedStrings) ?? null;
  const isError = cell.type === 'e';
  const area = stored.formulaAreas.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  const formula = cell.formula ?? area?.formula ?? null;
  if (formula === null) return value === null ? null : { kind: 'value', value, isError };
  return {
    kind: 'formula',
    formula,
    stored: value === null ? computed(cell, sheet, row, column, date1904) : { value, isError },
    isArray: area !== undefined,
  };
}

/** The result that the door worked out for a formula stored without one; null when it has none either. */
function computed(
  { type }: StoredCell,
  { snapshot }: OpenSheet,
  row: number,
  column: number,
  date1904: boolean,
): Result | null {
  const cell = snapshot.grid.rows[row]?.[column];
  if (!cell || cell.value === null) return type === 'str' ? { value: null, isError: false } : null;
  const isShifted = date1904 && typeof cell.value === 'number' && showsDate(cell.format);
  const value = isShifted && typeof cell.value === 'number' ? cell.value - DATE_1904_OFFSET : cell.value;
  const isError = typeof value === 'string' && /^#[A-Z][A-Z/0]*[!?A]$/.test(value);
  return { value, isError };
}
