/**
 * What a drawing says of its cells, as blocks of one size that Excel takes at once. Excel reads a text as if it were typed ("97.5%" becomes a
 * number, "=A1" a formula) unless the format is text, and under the text format a formula becomes a text: so the cells have other formats
 * while they are filled.
 */
import type { DrawnCell, SheetDrawing } from '../../form/templates/sheetDrawing';
import { areaName, type CellArea } from './cellAreas';

export interface DrawnContent {
  readonly range: string;
  readonly formatsMeanwhile: string[][];
  /** Formulas with "=", other cells as they are typed; "" for blank. */
  readonly formulas: (string | number)[][];
  readonly formats: string[][];
}

const PLAIN_FORMAT = 'General';
const TEXT_FORMAT = '@';

/** From A1 to the last drawn cell. */
function drawnArea(cells: readonly DrawnCell[]): CellArea {
  const bottom = cells.reduce((last, { row }) => Math.max(last, row), 0);
  const right = cells.reduce((last, { column }) => Math.max(last, column), 0);
  return { top: 0, left: 0, bottom, right };
}

/** The address of `contentBlocks`. */
export function drawnRange({ cells }: SheetDrawing): string {
  return areaName(drawnArea(cells));
}

/** The blocks of a drawing. */
export function contentBlocks({ cells, styles }: SheetDrawing): DrawnContent {
  const area = drawnArea(cells);
  const { bottom, right } = area;
  const block = <T>(value: T): T[][] =>
    Array.from({ length: bottom + 1 }, () => Array.from({ length: right + 1 }, () => value));
  const formatsMeanwhile = block(PLAIN_FORMAT);
  const formulas = block<string | number>('');
  const formats = block(PLAIN_FORMAT);
  for (const cell of cells) {
    const format = styles[cell.style]?.numberFormat ?? PLAIN_FORMAT;
    put(formats, cell, format);
    put(formatsMeanwhile, cell, formatMeanwhile(cell, format));
    put(formulas, cell, typed(cell));
  }
  return { range: areaName(area), formatsMeanwhile, formulas, formats };
}

function put<T>(block: T[][], { row, column }: DrawnCell, value: T): void {
  const cells = block[row];
  if (cells) cells[column] = value;
}

function formatMeanwhile({ value, formula }: DrawnCell, format: string): string {
  if (formula === null && typeof value === 'string') return TEXT_FORMAT;
  const isFilled = formula !== null || value !== null;
  return isFilled && format === TEXT_FORMAT ? PLAIN_FORMAT : format;
}

/** Excel takes an apostrophe in front of a text for a sign that it is text, and leaves it out. */
function typed({ value, formula }: DrawnCell): string | number {
  if (formula !== null) return `=${formula}`;
  return typeof value === 'string' && value.startsWith("'") ? `'${value}` : (value ?? '');
}
