/**
 * Fills in the results of formulas that were stored without one. Excel stores them always; programs that write
 * workbooks often do not, and a total without its result would read as left blank.
 */
import type { GridCell } from '../../form/grid';
import { calculationSheet, contentOf } from './calculation';
import { DATE_1904_OFFSET } from '../dateSystem';
import { missingResults } from './formula/recalculate';
import { displayText, showsDate } from './numberText';
import type { OpenSheet } from './openWorkbook';

/** The sheets with those results in their grids; the same sheets when none is missing. */
export function withMissingResults(sheets: readonly OpenSheet[], date1904: boolean): readonly OpenSheet[] {
  if (!sheets.some(hasMissing)) return sheets;
  const results = missingResults(sheets.map((sheet) => calculationSheet(sheet, date1904)));
  return sheets.map((sheet) => {
    const filled = new Map<number, Map<number, GridCell>>();
    for (const { row, column, value } of results.filter((result) => result.sheet === sheet.part.name)) {
      const cell = sheet.snapshot.grid.rows[row]?.[column];
      if (cell?.value !== null) continue;
      const { value: stored } = contentOf(value);
      const isShifted = date1904 && showsDate(cell.format) && typeof stored === 'number';
      const shown = isShifted ? stored + DATE_1904_OFFSET : stored;
      const text = value.kind === 'error' ? value.value : displayText(shown, cell.format);
      const inRow = filled.get(row) ?? new Map<number, GridCell>();
      filled.set(row, inRow.set(column, { ...cell, value: shown === '' ? null : shown, text }));
    }
    return filled.size === 0 ? sheet : withCells(sheet, filled);
  });
}

function hasMissing({ snapshot }: OpenSheet): boolean {
  return snapshot.grid.rows.some((row) => row?.some((cell) => cell?.value === null && cell.formula !== null));
}

function withCells(sheet: OpenSheet, filled: ReadonlyMap<number, ReadonlyMap<number, GridCell>>): OpenSheet {
  const { grid } = sheet.snapshot;
  const rows = grid.rows.map((cells, row) => {
    const inRow = filled.get(row);
    return inRow ? cells?.map((cell, column) => inRow.get(column) ?? cell) : cells;
  });
  return { ...sheet, snapshot: { ...sheet.snapshot, grid: { ...grid, rows } } };
}
