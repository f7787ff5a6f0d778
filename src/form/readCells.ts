/** Reads single cells of a grid as the facts need them: numbers with their address, texts, labels without white space. */
import type { NumberCell, TextCell } from '../engine/facts';
import { Decimal } from '../engine/decimal';
import { BLANK } from '../engine/entry';
import { readNumberCell } from '../engine/readNumberCell';
import { cellName } from './address';
import { entryAt, type Grid } from './grid';

/** The number that stands at a place. */
export function numberAt(grid: Grid, row: number, column: number): NumberCell {
  const formula = grid.rows[row]?.[column]?.formula ?? null;
  return readNumberCell(entryAt(grid, row, column), cellName(row, column), formula !== null);
}

/** A weight at a place, in points: a weight written as a percentage ("10%") stands for as many points. */
export function weightAt(grid: Grid, row: number, column: number): NumberCell {
  const weight = numberAt(grid, row, column);
  const isShare = weight.value !== null && /[%％]\s*$/.test(weight.entry.text);
  return isShare ? { ...weight, value: weight.value.times(100) } : weight;
}

/** A number that no cell holds alone, such as points in a heading; `blank` for null. */
export function numberWithoutCell(value: string | null): NumberCell {
  if (value === null) return { state: 'blank', value: null, cell: null, entry: BLANK, formula: false };
  return { state: 'number', value: new Decimal(value), cell: null, entry: BLANK, formula: false };
}

export function textAt(grid: Grid, row: number, column: number): TextCell {
  return { cell: cellName(row, column), text: entryAt(grid, row, column).text.trim() };
}

/** A level label with all white space removed, null when blank. */
export function labelAt(grid: Grid, row: number, column: number): string | null {
  const { text } = entryAt(grid, row, column);
  return text === '' ? null : text.replace(/\s+/g, '') || null;
}

/** True when a cell holds an amount or a score rather than words. */
export function holdsNumber(cell: NumberCell): boolean {
  return cell.value !== null || cell.state === 'error';
}
