/**
 * Reads the cells of one sheet in blocks, where Excel does not give them at once: there are too many, or they reach over whole rows or columns, of
 * which Excel gives nothing. The one place where round trips grow with the size of a sheet.
 */
import { columnNumber } from '../../form/address';
import { HostFailure } from '../hostFailure';
import { LAST_COLUMN, LAST_ROW, MAX_CELLS } from '../xlsx/limits';
import type { CellBlock, UsedRange } from './gridOfRange';

/** About 1.5 MB an answer; Excel on the web gives 5 MB at most. */
const CELLS_PER_BLOCK = 20_000;
/** Beyond it the used part of a sheet is looked through for the parts that hold something. */
const CELLS_TO_READ = 500_000;
/** So many parts of a sheet are looked through at a time. */
const MOST_PARTS = 200;

export const CELL_CONTENT = 'values,text,formulas,numberFormat';

/** A rectangle of cells. */
export interface Outline {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The rectangle of an address as Excel gives it: "'表 1'!A1:H68", "A:C" or "3:5". */
export function outlineOf(address: string): Outline {
  const [first = '', last = first] = address.replace(/^.*!/, '').split(':');
  const rowIndex = (rowOf(first) ?? 1) - 1;
  const columnIndex = columnOf(first) ?? 0;
  return {
    rowIndex,
    columnIndex,
    rowCount: (rowOf(last) ?? LAST_ROW + 1) - rowIndex,
    columnCount: (columnOf(last) ?? LAST_COLUMN) + 1 - columnIndex,
  };
}

/** The number of the row of "H68", counted from 1; null for "H". */
function rowOf(corner: string): number | null {
  const digits = /\d+$/.exec(corner)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** The column of "H68", counted from 0; null for "68". */
function columnOf(corner: string): number | null {
  const letters = /^[A-Z]+/.exec(corner)?.[0];
  return letters === undefined ? null : columnNumber(letters);
}

/** True for cells that Excel gives nothing of: whole rows or columns. */
export function isUnbounded({ rowCount, columnCount }: Outline): boolean {
  return rowCount > LAST_ROW || columnCount > LAST_COLUMN;
}

export function askLocks(cells: Excel.Range): OfficeExtension.ClientResult<Excel.CellProperties[][]> {
  return cells.getCellProperties({ format: { protection: true } });
}

export function locksOf(rows: readonly (readonly Excel.CellProperties[])[]): readonly (readonly boolean[])[] {
  return rows.map((row) => row.map((cell) => cell.format?.protection?.locked ?? true));
}

/** Reads the used part of a sheet. Rejects with `HostFailure` when it holds more than can be read. */
export async function readInBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Outline,
  isProtected: boolean,
): Promise<readonly CellBlock[]> {
  const blocks: CellBlock[] = [];
  for (const part of await findParts(context, sheet, used)) {
    for (const { rowIndex, columnIndex, rowCount, columnCount } of slice(part)) {
      const cells = sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount);
      // A constant says what is loaded: the rule reads literals only.
      // eslint-disable-next-line office-addins/no-empty-load
      cells.load(CELL_CONTENT);
      const locks = isProtected ? askLocks(cells) : null;
      // A block must not be asked for before the one ahead of it was answered: together they are too large.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      const { values, text, formulas, numberFormat } = cells;
      const read: UsedRange = { rowIndex, columnIndex, values, text, formulas, numberFormat };
      blocks.push({ used: read, locks: locks && locksOf(locks.value) });
    }
  }
  return blocks;
}

/** Cuts a part into blocks of rows. */
function slice({ rowIndex, columnIndex, rowCount, columnCount }: Outline): readonly Outline[] {
  const rows = Math.max(1, Math.floor(CELLS_PER_BLOCK / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => ({
    rowIndex: rowIndex + index * rows,
    columnIndex,
    rowCount: Math.min(rows, rowCount - index * rows),
    columnCount,
  }));
}

/**
 * The parts of a rectangle that hold something: itself where it can be read as a whole, else its halves are asked for their used parts, and
 * theirs again. A cell that stands far off costs a few round trips and not millions.
 */
async function findParts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  whole: Outline,
): Promise<readonly Outline[]> {
  const found: Outline[] = [];
  let open: readonly Outline[] = [whole];
  while (open.length > 0) {
    found.push(...open.filter(isReadable));
    const cells = found.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
    const halves = open.filter((part) => !isReadable(part)).flatMap(halve);
    if (cells > MAX_CELLS || halves.length > MOST_PARTS)
      throw new HostFailure('too-large', 'untouched', 'more cells than can be read');
    const asked = halves.map(({ rowIndex, columnIndex, rowCount, columnCount }) => {
      const half = sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount);
      const used = half.getUsedRangeOrNullObject(true);
      used.load('address');
      return used;
    });
    // What is asked next depends on what is found.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (asked.length > 0) await context.sync();
    open = asked.flatMap(({ isNullObject, address }) => (isNullObject ? [] : [outlineOf(address)]));
  }
  return found;
}

function isReadable(part: Outline): boolean {
  return part.rowCount * part.columnCount <= CELLS_TO_READ && !isUnbounded(part);
}

function halve({ rowIndex, columnIndex, rowCount, columnCount }: Outline): readonly Outline[] {
  if (rowCount > columnCount) {
    const rows = Math.floor(rowCount / 2);
    return [
      { rowIndex, columnIndex, columnCount, rowCount: rows },
      { rowIndex: rowIndex + rows, columnIndex, columnCount, rowCount: rowCount - rows },
    ];
  }
  const columns = Math.floor(columnCount / 2);
  return [
    { rowIndex, columnIndex, rowCount, columnCount: columns },
    { rowIndex, columnIndex: columnIndex + columns, rowCount, columnCount: columnCount - columns },
  ];
}
