/** A sheet that a file does not have yet. */
import { NEW_PAGE } from './readPage';
import type { SheetState } from './state';

/** The part of a sheet before anything was put on it. */
export function emptyWorksheet({ defaultHeight }: SheetState): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="${defaultHeight}"/><sheetData/></worksheet>`
  );
}

/** The sheet before anything was put on it. */
export function emptyState(sheet: SheetState): SheetState {
  return {
    ...sheet,
    visibility: 'visible',
    rows: new Map(),
    rowSettings: new Map(),
    columns: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    showsGridlines: true,
    page: NEW_PAGE,
    validations: [],
    filter: null,
    formats: [],
    protection: null,
    shifts: [],
  };
}
