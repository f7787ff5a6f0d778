/** Makes the `Grid` of a sheet from its stored cells: values, displayed texts, formats, locks. */
import { BLANK } from '../../engine/entry';
import type { Grid, GridCell } from '../../form/grid';
import { cellValue } from './cellValue';
import { DATE_1904_OFFSET } from '../dateSystem';
import { coverMerged } from './coverMerged';
import { Unreadable } from './fileError';
import { MAX_CELLS } from './limits';
import { displayText } from './numberText';
import { defaultStyle, type StoredCell, type StoredSheet } from './sheetParser';
import { DEFAULT_STYLE, type CellStyle } from './styles';

export interface CellMeaning {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
}

/** The grid of the used content; throws `Unreadable` when a cell holds what its type does not allow. */
export function makeGrid(sheet: string, part: string, stored: StoredSheet, meaning: CellMeaning): Grid {
  const blanks: GridCell[] = [];
  const blankCell = (style: number): GridCell =>
    (blanks[style] ??= blankOfStyle(meaning.styles[style] ?? DEFAULT_STYLE, stored.isProtected));
  const rows: (GridCell | undefined)[][] = [];
  let rowCount = 0;
  let columnCount = 0;
  // `forEach` skips holes, so a far-off cell costs nothing.
  stored.rows.forEach((storedRow, row) => {
    const cells: (GridCell | undefined)[] = [];
    rows[row] = cells;
    storedRow?.forEach((storedCell, column) => {
      if (!storedCell) return;
      const formula = storedCell.formula ?? areaFormula(stored, row, column);
      const cell = meaningOf({ ...storedCell, formula }, stored.isProtected, meaning);
      if (!cell) throw new Unreadable('damaged', 'content', { part });
      cells[column] = cell === 'blank' ? blankCell(storedCell.style) : cell;
      if (cell === 'blank') return;
      rowCount = Math.max(rowCount, row + 1);
      columnCount = Math.max(columnCount, column + 1);
    });
  });
  rows.length = rowCount;
  rows.forEach((cells) => {
    if (cells.length > columnCount) cells.length = columnCount;
  });
  const tells = (style: number): boolean =>
    stored.isProtected || (meaning.styles[style] ?? DEFAULT_STYLE).format !== DEFAULT_STYLE.format;
  if (stylesOfHoles(stored).some(tells)) {
    const isSmall = rowCount * columnCount <= MAX_CELLS;
    // Where a cell stands far off, only rows that hold something: no form reaches into the others.
    const filled = isSmall ? rows.keys() : Object.keys(rows).map(Number);
    fillHoles(rows, { filled, columnCount }, (row, column) => {
      const style = defaultStyle(stored.defaults, row, column);
      return tells(style) ? blankCell(style) : undefined;
    });
  }
  coverMerged(rows, columnCount, stored.merges, (row, column) =>
    blankCell(defaultStyle(stored.defaults, row, column)),
  );
  return { sheet, rowCount, columnCount, rows };
}

/** The styles that cells have which do not exist. */
function stylesOfHoles({ defaults: { rows, columns } }: StoredSheet): readonly number[] {
  return [0, ...rows.values(), ...columns.map(([, , style]) => style)];
}

/** A cell that does not exist may be locked too on a protected sheet, and may have the number format of its row or column. */
function fillHoles(
  rows: (GridCell | undefined)[][],
  { filled, columnCount }: { filled: Iterable<number>; columnCount: number },
  blankAt: (row: number, column: number) => GridCell | undefined,
): void {
  let left = MAX_CELLS;
  for (const row of filled) {
    left -= columnCount;
    if (left < 0) return;
    const cells = (rows[row] ??= []);
    for (let column = 0; column < columnCount; column += 1) cells[column] ??= blankAt(row, column);
  }
}

/** The formula of an array formula's area: its cells hold results only, and none of them may be overwritten. */
function areaFormula({ formulaAreas }: StoredSheet, row: number, column: number): string | null {
  const area = formulaAreas.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return area?.formula ?? null;
}

/** The cell, "blank" when nothing stands in it, null when its content is none of its type. */
function meaningOf(
  stored: StoredCell,
  isProtected: boolean,
  { sharedStrings, styles, date1904 }: CellMeaning,
): GridCell | 'blank' | null {
  const plain = cellValue(stored, sharedStrings);
  if (plain === undefined) return null;
  if (plain === null && stored.formula === null) return 'blank';
  const { format, isDate, locked } = styles[stored.style] ?? DEFAULT_STYLE;
  const value = date1904 && isDate && typeof plain === 'number' ? plain + DATE_1904_OFFSET : plain;
  const text = stored.type === 'e' ? String(value) : displayText(value, format);
  return { value, text, format, formula: stored.formula, writable: !(isProtected && locked) };
}

function blankOfStyle({ format, locked }: CellStyle, isProtected: boolean): GridCell {
  return { ...BLANK, format, formula: null, writable: !(isProtected && locked) };
}
