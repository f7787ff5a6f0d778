/** A workbook as read, from rows of plain values, and what becomes of it when plans are applied: for laws over many sheets. */
import { applyWrites } from '../../src/form/applyWrites';
import type { Grid } from '../../src/form/grid';
import type { WritePlan } from '../../src/form/writePlan';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/workbook';
import { buildGrid, projectRows, type CellSpec } from '../form/buildGrid';

export function sheetOf(grid: Grid): SheetSnapshot {
  return { grid, visibility: 'visible', isProtected: false, marks: [] };
}

export function snapshotOf(
  rows: readonly (readonly CellSpec[])[],
  settings: Readonly<Record<string, string>> = {},
): WorkbookSnapshot {
  return { sheets: [sheetOf(buildGrid(rows))], activeSheet: '自评表', settings };
}

export function withPlans(snapshot: WorkbookSnapshot, plans: readonly WritePlan[]): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const plan = plans.find((candidate) => candidate.sheet === sheet.grid.sheet);
      return plan ? { ...sheet, grid: applyWrites(sheet.grid, plan.writes), marks: plan.marks } : sheet;
    }),
  };
}

/** The small project form; row 9 (质量指标) is judged: 20 points for a result in words. */
export function judgedRows(): CellSpec[][] {
  const rows = projectRows();
  rows[8] = [null, null, '质量指标', '养护质量', '显著改善', '有所改善', 20, 15, null];
  const total = rows[11];
  if (total) total[7] = 94.5;
  return rows;
}

/** The rows with one cell replaced; row and column count from 0. */
export function withCell(
  rows: readonly (readonly CellSpec[])[],
  row: number,
  column: number,
  spec: CellSpec,
): CellSpec[][] {
  return rows.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? spec : cell)));
}
