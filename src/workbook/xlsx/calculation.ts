/** Shows the sheets of a workbook to the evaluator, and its results to the cell writer. */
import { Decimal } from '../../engine/decimal';
import type { GridCell } from '../../form/grid';
import { isErrorCode } from '../errorCode';
import type { CellContent } from './cellPatch';
import { DATE_1904_OFFSET } from '../dateSystem';
import type { Operand } from './formula/operand';
import type { CalculationSheet, Refreshed } from './formula/recalculate';
import { showsDate } from './numberText';
import type { OpenSheet } from './openWorkbook';

/** A sheet as the evaluator reads it; numbers are as stored in the file. */
export function calculationSheet(
  { part, snapshot, formulaAreas }: OpenSheet,
  date1904: boolean,
): CalculationSheet {
  const { grid } = snapshot;
  const formulaCells: (readonly [number, number])[] = [];
  const formulas = new Map<string, string>();
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (!cell || cell.formula === null) return;
      // The results of an array formula are left to Excel, as braces are no formula here.
      const isArray = formulaAreas.some(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
      formulas.set(`${row} ${column}`, isArray ? `{${cell.formula}}` : cell.formula);
      formulaCells.push([row, column]);
    });
  });
  return {
    name: part.name,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    formulaCells,
    value: (row, column) => storedOperand(grid.rows[row]?.[column], date1904),
    formula: (row, column) => formulas.get(`${row} ${column}`) ?? null,
  };
}

/** What a typed cell counts as in formulas. */
export function writtenOperand(content: CellContent): Operand {
  return content.kind === 'number' ? { kind: 'number', value: new Decimal(content.value) } : content;
}

/** How a result is written. */
export function contentOf(value: Refreshed['value']): Exclude<CellContent, { kind: 'blank' }> {
  return value.kind === 'number' ? { kind: 'number', value: value.value.toNumber() } : value;
}

function storedOperand(cell: GridCell | undefined, date1904: boolean): Operand {
  const value = cell?.value ?? null;
  if (!cell || value === null) return { kind: 'blank' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return { kind: isErrorCode(value) ? 'error' : 'text', value };
  const stored = date1904 && showsDate(cell.format) ? value - DATE_1904_OFFSET : value;
  return { kind: 'number', value: new Decimal(stored) };
}
