/** Parses a worksheet part into its cells as they are stored; what they mean is worked out in `sheetGrid`. */
import { parseCellName } from '../../form/address';
import type { Mark } from '../../form/writePlan';
import { Unreadable } from './fileError';
import { createFormulaReader, parseArea, type FormulaArea } from './formulaReader';
import { LAST_COLUMN, LAST_ROW, MAX_CELLS, MAX_SHEET_ROWS } from './limits';
import { createMarkReader } from './markReader';
import { createStringItem } from './sharedStrings';
import { isTrue, parseXml, wholeNumber, type XmlTag } from './xml';

export interface StoredCell {
  readonly style: number;
  /** The `t` attribute; "n" when there is none. */
  readonly type: string;
  /** The text of `<v>`. */
  readonly value: string;
  /** The text of an inline string. */
  readonly inline: string;
  readonly formula: string | null;
}

export interface StoredSheet {
  /** `rows[r]?.[c]`, holes where there is no cell element. */
  readonly rows: readonly (readonly (StoredCell | undefined)[] | undefined)[];
  readonly formulaAreas: readonly FormulaArea[];
  readonly merges: readonly CellArea[];
  /** Marks of ours. */
  readonly marks: readonly Mark[];
  readonly isProtected: boolean;
  /** Style index of cells that do not exist yet. */
  readonly defaults: DefaultStyles;
}

/** A rectangle of cells, both ends included. */
export type CellArea = Omit<FormulaArea, 'formula'>;

export interface DefaultStyles {
  readonly rows: ReadonlyMap<number, number>;
  /** First column, last column, style index. */
  readonly columns: readonly (readonly [number, number, number])[];
}

export interface SheetSource {
  readonly name: string;
  readonly part: string;
  /** Counts the cells of the whole workbook. */
  readonly counter: { cells: number };
}

/** The style of a cell that has no element: that of its row, else of its column. */
export function defaultStyle({ rows, columns }: DefaultStyles, row: number, column: number): number {
  return rows.get(row) ?? columns.find(([first, last]) => column >= first && column <= last)?.[2] ?? 0;
}

/** Parses a sheet; throws `Unreadable` when it is damaged or too large. */
export function parseSheet(xml: string, { name, part, counter }: SheetSource): StoredSheet {
  const rows: (StoredCell | undefined)[][] = [];
  const rowStyles = new Map<number, number>();
  const columnStyles: (readonly [number, number, number])[] = [];
  const blanks: StoredCell[] = [];
  const seenRows = new Set<number>();
  const path: string[] = [];
  const item = createStringItem();
  const formulas = createFormulaReader();
  const marks = createMarkReader();
  const merges: CellArea[] = [];
  let isProtected = false;
  let rowElements = 0;
  let row = -1;
  let column = -1;
  let cell: { style: number; type: string; value: string; formula: string | null } | null = null;

  const damaged = (): Unreadable => new Unreadable('damaged', 'content', { part });

  const openColumn = (tag: XmlTag): void => {
    const first = wholeNumber(tag.attribute('min'));
    const last = wholeNumber(tag.attribute('max'));
    const style = wholeNumber(tag.attribute('style'));
    if (first !== null && last !== null && style !== null) columnStyles.push([first - 1, last - 1, style]);
  };

  const openRow = (tag: XmlTag): void => {
    rowElements += 1;
    if (rowElements > MAX_SHEET_ROWS) {
      throw new Unreadable('too-large', 'sheet-rows', { sheet: name, limit: String(MAX_SHEET_ROWS) });
    }
    const given = wholeNumber(tag.attribute('r'));
    // A number that is none would be read as the next row and written as itself.
    if (given === null && tag.attribute('r') !== undefined) throw damaged();
    row = given === null ? row + 1 : given - 1;
    column = -1;
    if (row < 0 || row > LAST_ROW || seenRows.has(row)) throw damaged();
    seenRows.add(row);
    const style = wholeNumber(tag.attribute('s'));
    if (style !== null && isTrue(tag.attribute('customFormat'))) rowStyles.set(row, style);
  };

  const openCell = (tag: XmlTag): void => {
    counter.cells += 1;
    if (counter.cells > MAX_CELLS) {
      throw new Unreadable('too-large', 'cells', { sheet: name, limit: String(MAX_CELLS) });
    }
    const place = parseCellName((tag.attribute('r') ?? 'A1').toUpperCase());
    if (!place) throw damaged();
    column = tag.attribute('r') === undefined ? column + 1 : place.column;
    if (column > LAST_COLUMN) throw damaged();
    const style = wholeNumber(tag.attribute('s')) ?? 0;
    cell = { style, type: tag.attribute('t') ?? 'n', value: '', formula: null };
  };

  const closeCell = (): void => {
    if (!cell) return;
    const inline = item.take();
    const isBlank = cell.value === '' && inline === '' && cell.formula === null;
    // One object for all blank cells of a style: a sheet may hold a great many of them.
    const stored = isBlank
      ? (blanks[cell.style] ??= { style: cell.style, type: 'n', value: '', inline, formula: null })
      : { ...cell, inline };
    const inRow = (rows[row] ??= []);
    // A cell that stands twice has no one value: Excel takes such a sheet for damaged, too.
    if (inRow[column]) throw damaged();
    inRow[column] = stored;
    cell = null;
  };

  parseXml(xml, part, {
    open(tag) {
      path.length = tag.depth;
      path.push(tag.isSpreadsheet ? tag.local : '');
      const [root, list, line, entry, piece] = path;
      if (tag.depth === 0 && root !== 'worksheet') throw damaged();
      if (tag.depth === 1 && list === 'sheetProtection') isProtected = isTrue(tag.attribute('sheet'));
      if (tag.depth === 2 && list === 'cols' && line === 'col') openColumn(tag);
      if (list === 'conditionalFormatting') marks.open(tag);
      const merged = tag.depth === 2 && line === 'mergeCell' ? parseArea(tag.attribute('ref') ?? '') : null;
      if (merged) merges.push(merged);
      if (list !== 'sheetData' || line !== 'row') return;
      if (tag.depth === 2) openRow(tag);
      else if (tag.depth === 3 && entry === 'c') openCell(tag);
      else if (tag.depth === 4 && piece === 'f') formulas.open(tag, row, column);
      else if (tag.depth > 4 && piece === 'is') item.open(tag);
    },
    text(text) {
      if (path[1] === 'conditionalFormatting') marks.text(text);
      if (!cell) return;
      if (path[4] === 'is') item.text(text);
      else if (path.length === 5 && path[4] === 'v') cell.value += text;
      else if (path.length === 5 && path[4] === 'f') formulas.text(text);
    },
    close(local, depth) {
      if (cell && depth > 4) item.close(local);
      else if (cell && depth === 4 && path[4] === 'f') cell.formula = formulas.close();
      else if (depth === 3 && path[3] === 'c') closeCell();
      else if (path[1] === 'conditionalFormatting') marks.close(depth);
      path.length = depth;
    },
  });
  return {
    rows,
    formulaAreas: formulas.areas,
    merges,
    marks: marks.marks,
    isProtected,
    defaults: { rows: rowStyles, columns: columnStyles },
  };
}

/** A place counted from 0: the given one (counted from 1), else the one behind the last. */
