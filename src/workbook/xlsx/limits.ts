/**
 * How large a workbook may be. The limits keep one bad file from taking the machine's memory; every refusal
 * names the limit it hit.
 */
const MEGABYTE = 1024 * 1024;

/** The file as it lies on disk. */
export const MAX_FILE_BYTES = 50 * MEGABYTE;
/** One part (sheet, picture …) unpacked. */
export const MAX_PART_BYTES = 64 * MEGABYTE;
/** All parts together, unpacked. */
export const MAX_UNPACKED_BYTES = 256 * MEGABYTE;
/** Row elements on one sheet. */
export const MAX_SHEET_ROWS = 100_000;
/** Cell elements in the workbook. */
export const MAX_CELLS = 2_000_000;

/** The last row and column that Excel knows, counted from 0. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** The longest text a cell may hold, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;
