/** Roughly how wide and high cells must be for their text; a real measure would need the screen. */
import type { Area, BookCell, Sheet } from '../../book/book';

/** Widths of characters and heights of lines as parts of the font's size. */
const NARROW = 0.55;
const WIDE = 1.05;
const LINE = 1.35;
const PADDING = 5;

/** In points; null when the column holds nothing. */
export function fittingColumnWidth(sheet: Sheet, column: number, used: Area): number | null {
  let width: number | null = null;
  for (let row = used.top; row <= used.bottom; row += 1) {
    const cell = sheet.cell(row, column);
    if (cell.text !== '') width = Math.max(width ?? 0, textWidth(cell) + PADDING);
  }
  return width;
}

/** In points; null when the row holds nothing. */
export function fittingRowHeight(sheet: Sheet, row: number, used: Area): number | null {
  let height: number | null = null;
  for (let column = used.left; column <= used.right; column += 1) {
    const cell = sheet.cell(row, column);
    if (cell.text === '') continue;
    const room = Math.max(sheet.columnWidth(column) - PADDING, 1);
    const lines = cell.look.wraps ? Math.ceil(textWidth(cell) / room) : 1;
    height = Math.max(height ?? 0, lines * cell.look.font.size * LINE);
  }
  return height;
}

function textWidth({ text, look }: BookCell): number {
  let width = 0;
  for (const letter of text) width += (letter.charCodeAt(0) < 0x1100 ? NARROW : WIDE) * look.font.size;
  return width;
}
