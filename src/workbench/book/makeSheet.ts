/** A sheet over the store of its workbook: what is asked of it, and what it refuses as Excel does. */
import { DATE_1904_OFFSET } from '../../workbook/dateSystem';
import { LAST_COLUMN, LAST_ROW } from '../../workbook/xlsx/limits';
import { displayText, showsDate } from '../../workbook/xlsx/numberText';
import { holds, overlaps, requireArea, sameArea, withoutAreas } from './areas';
import { BookRefusal, type Area, type BookCell, type BookChange, type CellValue, type Sheet } from './book';
import { areaOfCells, cellsIn, styleAt, withCleared, withContent, withLook, type Drafting } from './cells';
import { columnAt, withColumns } from './columns';
import { bookFormat, changedFormat, formatState, knownFormat, requireFormat } from './formats';
import type { Workings } from './makeBook';
import { printAreaOf, printTitlesOf } from './printNames';
import { shiftedBook } from './sheetFormulas';
import { makeSheetLayout } from './sheetLayout';
import { cellIn, type Content, type Result, type RowSetting, type SheetState } from './state';
import { contentOf, typedOf } from './typing';

/** Excel's highest row and widest column, in points. */
const HIGHEST_ROW = 409.5;
const WIDEST_COLUMN = 1791;

/** The handle of a sheet, good as long as the sheet is there. */
export function makeSheet(workings: Workings, id: string): Sheet {
  const { file, store, calculation, shown } = workings;
  const { date1904 } = file.workbook.meaning;

  const current = (): SheetState => {
    const found = store.state.sheets.find((sheet) => sheet.id === id);
    if (!found) throw new BookRefusal('ItemNotFound', 'The sheet is not there any more.');
    return found;
  };
  const put = (sheet: SheetState, kind: BookChange['kind'], area: Area | null): void => {
    const { state } = store;
    const sheets = state.sheets.map((one) => (one.id === id ? sheet : one));
    store.change({ ...state, sheets }, { sheet: id, kind, area });
  };
  const drafting = (): Drafting => ({ owned: store.owned, styles: file.styles });
  const requireUnprotected = (sheet: SheetState): void => {
    if (sheet.protection) throw new BookRefusal('AccessDenied', 'The sheet is protected.');
  };
  const requireFormats = (sheet: SheetState): void => {
    if (sheet.protection && !sheet.protection.allowsFormats) {
      throw new BookRefusal('AccessDenied', 'The sheet is protected.');
    }
  };

  const resultOf = (sheet: SheetState, row: number, column: number, content: Content | null): Result => {
    if (content?.kind !== 'formula') return content ?? { value: null, isError: false };
    if (store.state === file.state && content.stored) return content.stored;
    const state = store.settled();
    return calculation.result(state, sheet, { row, column }, content);
  };

  /** Dates that are counted from 1904 are shown as what they mean; their values are given as they are stored, as Excel gives them. */
  const shownValue = (value: CellValue, numberFormat: string): CellValue =>
    date1904 && typeof value === 'number' && showsDate(numberFormat) ? value + DATE_1904_OFFSET : value;

  const cell = (row: number, column: number): BookCell => {
    const sheet = current();
    const content = cellIn(sheet, row, column)?.content ?? null;
    const { look } = styleAt(sheet, row, column, file.styles);
    const { value, isError } = resultOf(sheet, row, column, content);
    return {
      value,
      isError,
      text: isError ? String(value) : displayText(shownValue(value, look.numberFormat), look.numberFormat),
      formula: content?.kind === 'formula' ? `=${content.formula}` : null,
      look,
    };
  };

  const requireWritable = (sheet: SheetState, area: Area): void => {
    if (sheet.protection) {
      const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (size > LAST_ROW) throw new BookRefusal('AccessDenied', 'The sheet is protected.');
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          if (styleAt(sheet, row, column, file.styles).look.isLocked) {
            throw new BookRefusal('AccessDenied', 'The cell is locked.');
          }
        }
      }
    }
    requireNoArrayPart(sheet, area);
  };

  const write = (row: number, column: number, value: number | string | boolean): void => {
    const place = { top: row, left: column, bottom: row, right: column };
    requireArea(place);
    const sheet = current();
    requireWritable(sheet, place);
    const isCovered = sheet.merges.some(
      (area) => holds(area, row, column) && (row !== area.top || column !== area.left),
    );
    if (isCovered) return;
    const { look } = styleAt(sheet, row, column, file.styles);
    const typed = typedOf(value, look.numberFormat, date1904);
    if (typed.kind === 'formula' && !calculation.canRead(typed.formula)) {
      throw new BookRefusal('InvalidArgument', 'The formula cannot be read.');
    }
    const format = typed.kind === 'number' ? typed.numberFormat : null;
    const hasQuotePrefix = typed.kind === 'text' && typed.hasQuotePrefix;
    const content = contentOf(typed);
    if (content === null && !cellIn(sheet, row, column)?.content && !look.hasQuotePrefix) return;
    put(
      withContent(sheet, row, column, content, drafting(), {
        ...(format === null ? {} : { numberFormat: format }),
        hasQuotePrefix,
      }),
      'cells',
      place,
    );
  };

  const setRows = (first: number, last: number, change: (setting: RowSetting) => RowSetting): void => {
    const sheet = current();
    requireArea({ top: first, left: 0, bottom: last, right: LAST_COLUMN });
    requireFormats(sheet);
    const rowSettings = new Map(sheet.rowSettings);
    for (let row = first; row <= last; row += 1) {
      rowSettings.set(row, change(rowSettings.get(row) ?? { height: null, isHidden: false, style: null }));
    }
    put({ ...sheet, rowSettings }, 'looks', { top: first, left: 0, bottom: last, right: LAST_COLUMN });
  };

  const setColumns = (
    first: number,
    last: number,
    change: { readonly width: number | null } | { readonly isHidden: boolean },
  ): void => {
    const sheet = current();
    const area = { top: 0, left: first, bottom: LAST_ROW, right: last };
    requireArea(area);
    requireFormats(sheet);
    const columns = withColumns(sheet.columns, first, last, (span) => ({ ...span, ...change }));
    put({ ...sheet, columns }, 'looks', area);
  };

  const shift = (axis: 'row' | 'column', at: number, count: number): void => {
    const sheet = current();
    const last = axis === 'row' ? LAST_ROW : LAST_COLUMN;
    const size = Math.abs(count);
    if (!Number.isInteger(at) || !Number.isInteger(count) || size < 1 || at < 0 || at + size - 1 > last) {
      throw new BookRefusal('InvalidArgument', 'There are no such rows or columns.');
    }
    requireUnprotected(sheet);
    if (count > 0) {
      const lost =
        axis === 'row'
          ? { top: last - count + 1, left: 0, bottom: last, right: LAST_COLUMN }
          : { top: 0, left: last - count + 1, bottom: LAST_ROW, right: last };
      if (cellsIn(sheet.rows, lost).some((one) => one.cell.content !== null)) {
        throw new BookRefusal('NonBlankCellOffSheet', 'Cells that hold something would leave the sheet.');
      }
    }
    store.change(shiftedBook(store.settled(), id, { axis, at, count }), {
      sheet: id,
      kind: 'structure',
      area: null,
    });
  };

  return {
    ...makeSheetLayout(workings, {
      id,
      current,
      styleAt: (row, column) => styleAt(current(), row, column, file.styles),
      resultOf,
    }),
    id,
    get name() {
      return current().name;
    },
    get visibility() {
      return current().visibility;
    },
    get isProtected() {
      return current().protection !== null;
    },
    usedArea(valuesOnly, within) {
      const { plain } = file.styles;
      return areaOfCells(
        current().rows,
        ({ content, style }) => content !== null || (!valuesOnly && style !== plain),
        within,
      );
    },
    cell,
    write,
    setLook(area, change) {
      requireArea(area);
      const sheet = current();
      requireFormats(sheet);
      put(withLook(sheet, area, change, drafting()), 'looks', area);
    },
    clear(area, what) {
      requireArea(area);
      const sheet = current();
      if (what !== 'contents') requireUnprotected(sheet);
      requireWritable(sheet, area);
      const cleared = withCleared(sheet, area, what, drafting());
      if (cleared !== sheet) put(cleared, what === 'formats' ? 'looks' : 'cells', area);
    },
    get merges() {
      return current().merges;
    },
    merge(area) {
      requireArea(area);
      const sheet = current();
      requireUnprotected(sheet);
      if (sheet.merges.some((other) => sameArea(other, area)) || sameArea(area, firstOf(area))) return;
      if (sheet.merges.some((other) => overlaps(other, area) && withoutAreas([other], [area]).length > 0))
        throw new BookRefusal('MergedRangeConflict', 'The area cuts through merged cells.');
      let merged = sheet;
      const [kept, ...lost] = cellsIn(sheet.rows, area)
        .filter((one) => one.cell.content !== null)
        .sort((a, b) => a.row - b.row || a.column - b.column);
      for (const { row, column } of lost) merged = withContent(merged, row, column, null, drafting());
      // The first content of the area goes to its corner, as in Excel.
      if (kept && (kept.row !== area.top || kept.column !== area.left)) {
        merged = withContent(merged, kept.row, kept.column, null, drafting());
        merged = withContent(merged, area.top, area.left, kept.cell.content, drafting());
      }
      const others = sheet.merges.filter((other) => !overlaps(other, area));
      put({ ...merged, merges: [...others, area] }, 'looks', area);
    },
    unmerge(area) {
      requireArea(area);
      const sheet = current();
      requireUnprotected(sheet);
      const left = sheet.merges.filter((other) => !overlaps(other, area));
      if (left.length < sheet.merges.length) put({ ...sheet, merges: left }, 'looks', area);
    },
    columnWidth(column) {
      const sheet = current();
      return columnAt(sheet.columns, column).width ?? sheet.defaultWidth;
    },
    setColumnWidth(first, last, points) {
      requireSize(points, WIDEST_COLUMN);
      setColumns(first, last, { width: points });
    },
    rowHeight(row) {
      const sheet = current();
      return sheet.rowSettings.get(row)?.height ?? sheet.defaultHeight;
    },
    setRowHeight(first, last, points) {
      requireSize(points, HIGHEST_ROW);
      setRows(first, last, (setting) => ({ ...setting, height: points }));
    },
    isRowHidden: (row) => current().rowSettings.get(row)?.isHidden ?? false,
    setRowsHidden(first, last, isHidden) {
      setRows(first, last, (setting) => ({ ...setting, isHidden }));
    },
    isColumnHidden: (column) => columnAt(current().columns, column).isHidden,
    setColumnsHidden(first, last, isHidden) {
      setColumns(first, last, { isHidden });
    },
    get frozen() {
      return current().frozen;
    },
    get showsGridlines() {
      return current().showsGridlines;
    },
    get page() {
      return current().page;
    },
    get printArea() {
      return printAreaOf(store.state, id);
    },
    get printTitles() {
      return printTitlesOf(store.state, id);
    },
    get validations() {
      return current().validations;
    },
    get filter() {
      return current().filter;
    },
    insertRows(row, count) {
      shift('row', row, count);
    },
    deleteRows(row, count) {
      shift('row', row, -count);
    },
    insertColumns(column, count) {
      shift('column', column, count);
    },
    deleteColumns(column, count) {
      shift('column', column, -count);
    },
    get formats() {
      return current().formats.map(bookFormat);
    },
    addFormat(format) {
      const sheet = current();
      requireFormats(sheet);
      requireFormat(calculation, format);
      const added = formatState(workings.newFormatId(), format);
      // A new format is the first, as in Excel.
      put({ ...sheet, formats: [added, ...sheet.formats] }, 'formats', null);
      return bookFormat(added, 0);
    },
    changeFormat(format, change) {
      const sheet = current();
      requireFormats(sheet);
      const known = knownFormat(sheet, format);
      requireFormat(calculation, change);
      const changed = changedFormat(known, change);
      put(
        { ...sheet, formats: sheet.formats.map((one) => (one === known ? changed : one)) },
        'formats',
        null,
      );
    },
    removeFormat(format) {
      const sheet = current();
      requireFormats(sheet);
      const known = knownFormat(sheet, format);
      put({ ...sheet, formats: sheet.formats.filter((one) => one !== known) }, 'formats', null);
    },
    shown(row, column) {
      const sheet = current();
      const { look } = styleAt(sheet, row, column, file.styles);
      if (sheet.formats.length === 0) return { fill: look.fill, fontColor: look.font.color };
      const change = shown.of(store.settled(), sheet, row, column);
      return { fill: change.fill ?? look.fill, fontColor: change.fontColor ?? look.font.color };
    },
    protect() {
      const sheet = current();
      if (sheet.protection) throw new BookRefusal('AccessDenied', 'The sheet is protected.');
      put({ ...sheet, protection: { allowsFormats: false, hasPassword: false } }, 'looks', null);
    },
    unprotect() {
      const sheet = current();
      if (!sheet.protection) return;
      if (sheet.protection.hasPassword)
        throw new BookRefusal('AccessDenied', 'The sheet is protected by a password.');
      put({ ...sheet, protection: null }, 'looks', null);
    },
    setVisibility(visibility) {
      const sheet = current();
      if (file.isStructureProtected) {
        throw new BookRefusal('AccessDenied', 'The structure of the workbook is protected.');
      }
      const others = store.state.sheets.filter((one) => one.visibility === 'visible' && one.id !== id);
      if (visibility !== 'visible' && others.length === 0) {
        throw new BookRefusal('InvalidOperation', 'A workbook needs a visible sheet.');
      }
      if (visibility !== sheet.visibility) put({ ...sheet, visibility }, 'structure', null);
    },
  };
}

/** A part of an area that one formula fills cannot be changed alone. */
function requireNoArrayPart(sheet: SheetState, area: Area): void {
  const isPart = cellsIn(sheet.rows, area).some(
    ({ cell }) => cell.content?.kind === 'formula' && cell.content.isArray,
  );
  if (isPart) throw new BookRefusal('InvalidOperation', 'Part of an array cannot be changed.');
}

function requireSize(points: number, most: number): void {
  if (!(points >= 0 && points <= most)) throw new BookRefusal('InvalidArgument', 'There is no such size.');
}

function firstOf({ top, left }: Area): Area {
  return { top, left, bottom: top, right: left };
}
