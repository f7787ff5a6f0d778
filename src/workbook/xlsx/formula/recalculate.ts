/**
 * Works out which formulas of a workbook depend on written cells, and their new results. Excel recalculates
 * anyway when it opens the file; this serves programs that read the stored results.
 */
import { Decimal } from '../../../engine/decimal';
import { evaluate } from './evaluate';
import { keptDigits, NotEvaluable, type Operand } from './operand';
import { areasOf, callsOf, parseFormula, type Area, type Expression } from './parseFormula';

export interface CalculationSheet {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The stored value of a cell: typed, or the result of a formula when it was stored. */
  value(row: number, column: number): Operand;
  /** The formula of a cell without "=", null when it has none; "array" when it is part of a larger one. */
  formula(row: number, column: number): string | null;
  /** The cells that have a formula, row by row. */
  readonly formulaCells: readonly (readonly [number, number])[];
}

export interface Written {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: Operand;
}

export interface Refreshed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Rounded to the 15 digits that Excel keeps; never blank. */
  readonly value: Exclude<Operand, { kind: 'blank' }>;
}

/** What became of a cell: as stored, a new value, or a value that cannot be told. */
type CellState = 'same' | 'unknown' | Operand;

/** These read cells that their arguments do not name. */
const REACHING: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET', 'GETPIVOTDATA', 'CELL', 'INDEX']);
/** Formulas that build on each other further than this keep their stored results. */
const MAX_CHAIN = 300;
/** Cell look-ups in one recalculation; a workbook that needs more is left to Excel. */
const MAX_LOOKUPS = 5_000_000;
const COLUMNS = 16_384;

/** The formulas whose results change when cells are written, with their new results. */
export function recalculate(sheets: readonly CalculationSheet[], written: readonly Written[]): Refreshed[] {
  return refresh(sheets, written, false);
}

/** The results of formulas that were stored without one, as some programs store them. */
export function missingResults(sheets: readonly CalculationSheet[]): Refreshed[] {
  return refresh(sheets, [], true);
}

function refresh(
  sheets: readonly CalculationSheet[],
  written: readonly Written[],
  fillsMissing: boolean,
): Refreshed[] {
  const byName = new Map(sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  const states = sheets.map(() => new Map<number, CellState>());
  const lastRows = sheets.map((sheet) => sheet.rowCount - 1);
  const lastColumns = sheets.map((sheet) => sheet.columnCount - 1);
  let lookups = 0;
  for (const { sheet, row, column, value } of written) {
    const index = byName.get(sheet.toLowerCase());
    if (index === undefined) continue;
    states[index]?.set(row * COLUMNS + column, value);
    lastRows[index] = Math.max(lastRows[index] ?? 0, row);
    lastColumns[index] = Math.max(lastColumns[index] ?? 0, column);
  }

  const stateOf = (index: number, row: number, column: number, chain: number): CellState => {
    lookups += 1;
    if (lookups > MAX_LOOKUPS) return 'unknown';
    const key = row * COLUMNS + column;
    const known = states[index]?.get(key);
    if (known !== undefined) return known;
    const formula = sheets[index]?.formula(row, column) ?? null;
    if (formula === null) return 'same';
    // Stands while the formula is worked out, so that a circle of formulas ends.
    states[index]?.set(key, 'unknown');
    const state = chain > MAX_CHAIN ? 'unknown' : formulaState(index, [row, column], formula, chain);
    states[index]?.set(key, state);
    return state;
  };

  const formulaState = (
    index: number,
    [row, column]: readonly [number, number],
    formula: string,
    chain: number,
  ): CellState => {
    const tree = parseFormula(formula);
    if (!tree || callsOf(tree).some((name) => REACHING.has(name))) return 'unknown';
    let state: CellState = 'same';
    for (const area of areasOf(tree)) {
      const found = areaState(index, area, chain);
      if (found === 'unknown') return 'unknown';
      if (found === 'changed') state = 'unknown';
    }
    const isMissing = fillsMissing && sheets[index]?.value(row, column).kind === 'blank';
    if (state === 'same' && !isMissing) return 'same';
    const value = result(tree, index);
    return value && sameValue(value, sheets[index]?.value(row, column)) ? 'same' : (value ?? 'unknown');
  };

  const clipped = (index: number, area: Area): { sheet: number; area: Area } | null => {
    const sheet = area.sheet === null ? index : byName.get(area.sheet.toLowerCase());
    if (sheet === undefined) return null;
    const isCell = area.top === area.bottom && area.left === area.right;
    if (isCell) return { sheet, area };
    const bottom = Math.min(area.bottom, lastRows[sheet] ?? -1);
    return { sheet, area: { ...area, bottom, right: Math.min(area.right, lastColumns[sheet] ?? -1) } };
  };

  const areaState = (index: number, named: Area, chain: number): 'same' | 'changed' | 'unknown' => {
    const place = clipped(index, named);
    if (!place) return 'unknown';
    const { area, sheet } = place;
    let isChanged = false;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const state = stateOf(sheet, row, column, chain + 1);
        if (state === 'unknown') return 'unknown';
        isChanged ||= state !== 'same';
      }
    }
    return isChanged ? 'changed' : 'same';
  };

  const readArea = (index: number, named: Area): Operand[][] => {
    const place = clipped(index, named);
    if (!place) throw new NotEvaluable('sheet');
    const { area, sheet } = place;
    const rows: Operand[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const values: Operand[] = [];
      for (let column = area.left; column <= area.right; column += 1) {
        const state = states[sheet]?.get(row * COLUMNS + column);
        const isNew = typeof state === 'object';
        values.push(isNew ? state : (sheets[sheet]?.value(row, column) ?? { kind: 'blank' }));
      }
      rows.push(values);
    }
    return rows;
  };

  const result = (tree: Expression, index: number): Refreshed['value'] | null => {
    try {
      return stored(evaluate(tree, (area) => readArea(index, area)));
    } catch (error) {
      if (error instanceof NotEvaluable) return null;
      throw error;
    }
  };

  return sheets.flatMap((sheet, index) =>
    sheet.formulaCells.flatMap(([row, column]) => {
      const state = stateOf(index, row, column, 0);
      if (typeof state !== 'object' || state.kind === 'blank') return [];
      return [{ sheet: sheet.name, row, column, value: state }];
    }),
  );
}

/** A result as Excel stores it: a blank reads as 0. */
function stored(operand: Operand): Refreshed['value'] {
  if (operand.kind === 'blank') return { kind: 'number', value: new Decimal(0) };
  return operand.kind === 'number' ? { kind: 'number', value: keptDigits(operand.value) } : operand;
}

function sameValue(value: Refreshed['value'], before: Operand | undefined): boolean {
  if (value.kind === 'number' && before?.kind === 'number') return value.value.eq(keptDigits(before.value));
  return (
    before !== undefined &&
    before.kind !== 'blank' &&
    value.kind === before.kind &&
    value.value === before.value
  );
}
