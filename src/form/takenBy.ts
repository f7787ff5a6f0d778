/** What the formulas of a sheet take: a sum of scores that feed on the sum itself never comes to rest, and one that takes all scores follows them. */
import { cellName, parseCellName, parseRange, rangeName, type Area } from './address';
import { onceForGrid } from './grid';

const TEXT = /"[^"]*"/g;
/** A cell, a range, whole columns or whole rows, of this sheet or (with "!") of another; a function such as LOG10( is none. */
const REFERENCE =
  /!?(?<![\p{L}\d_.$])(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\d_.(!])/gu;
const WHOLE_COLUMNS = /^\$?(?<from>[A-Z]+):\$?(?<to>[A-Z]+)$/;
const WHOLE_ROWS = /^\$?(?<from>\d+):\$?(?<to>\d+)$/;
const LAST = { row: 1_048_576, column: 'XFD' };

/** Up to so many cells of an area are looked up one by one. */
const FEW = 64;

/**
 * Tells of a cell whether the formulas in these cells take what stands there, at once or by way of other formulas of the sheet. Roads over
 * other sheets and over names are not followed.
 * @param cells "G9"; such that hold a formula
 */
export function takenBy(formulas: Formulas, cells: readonly string[]): (source: string) => boolean {
  const areas = new Map<string, Area>();
  const seen = new Set(cells);
  for (const cell of seen) {
    for (const area of areasIn(formulas.get(cell)?.text ?? '')) {
      const name = rangeName(area.top, area.left, area.bottom, area.right);
      if (areas.has(name)) continue;
      areas.set(name, area);
      for (const other of formulasIn(area, formulas)) seen.add(other);
    }
  }
  return (source) => {
    const place = parseCellName(source);
    if (place === null) return false;
    for (const area of areas.values()) if (covers(area, place)) return true;
    return false;
  };
}

interface Formula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The formulas of a sheet by the address of their cell. */
export type Formulas = ReadonlyMap<string, Formula>;

/** Every form of a sheet asks for those of the whole sheet. */
export const listFormulas = onceForGrid((grid): Formulas => {
  const formulas = new Map<string, Formula>();
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined && cell.formula !== null)
        formulas.set(cellName(row, column), { text: cell.formula, row, column });
    });
  });
  return formulas;
});

function formulasIn(area: Area, formulas: Formulas): readonly string[] {
  const { top, left, bottom, right } = area;
  const found: string[] = [];
  if ((bottom - top + 1) * (right - left + 1) > FEW) {
    for (const [name, place] of formulas) if (covers(area, place)) found.push(name);
    return found;
  }
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const name = cellName(row, column);
      if (formulas.has(name)) found.push(name);
    }
  return found;
}

function areasIn(formula: string): readonly Area[] {
  return [...formula.replace(TEXT, '').matchAll(REFERENCE)].flatMap(([reference]) =>
    reference.startsWith('!') ? [] : (parseRange(rangeOf(reference)) ?? []),
  );
}

/** Whole columns and rows from their first cell to their last. */
function rangeOf(reference: string): string {
  return reference
    .replace(WHOLE_COLUMNS, `$<from>1:$<to>${LAST.row}`)
    .replace(WHOLE_ROWS, `A$<from>:${LAST.column}$<to>`);
}

function covers(
  { top, left, bottom, right }: Area,
  { row, column }: Pick<Formula, 'row' | 'column'>,
): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
