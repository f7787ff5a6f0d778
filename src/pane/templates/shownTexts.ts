/** What the cells of a drawn sheet show: its texts, its points, and the results of its formulas. */
import { Decimal } from '../../engine/decimal';
import type { DrawnCell, SheetDrawing } from '../../form/templates/sheetDrawing';
import type { Operand } from '../../workbook/xlsx/formula/operand';
import { missingResults } from '../../workbook/xlsx/formula/recalculate';

/** The text of a cell, both counted from 0; "" for a blank one. Numbers are shown plain, as a blank form shows only points. */
export type ShownText = (row: number, column: number) => string;

export function readShownTexts({ name, cells, rowHeights, columnWidths }: SheetDrawing): ShownText {
  const key = (row: number, column: number): string => `${row} ${column}`;
  const byPlace = new Map(cells.map((cell) => [key(cell.row, cell.column), cell]));
  const results = missingResults([
    {
      name,
      rowCount: rowHeights.length,
      columnCount: columnWidths.length,
      value: (row, column) => operandOf(byPlace.get(key(row, column))),
      formula: (row, column) => byPlace.get(key(row, column))?.formula ?? null,
      formulaCells: cells.filter(({ formula }) => formula !== null).map(({ row, column }) => [row, column]),
    },
  ]);
  const texts = new Map([
    ...cells.map(({ row, column, value }): [string, string] => [key(row, column), String(value ?? '')]),
    ...results.map(({ row, column, value }): [string, string] => [key(row, column), String(value.value)]),
  ]);
  return (row, column) => texts.get(key(row, column)) ?? '';
}

function operandOf(cell: DrawnCell | undefined): Operand {
  const value = cell?.value ?? null;
  if (value === null) return { kind: 'blank' };
  return typeof value === 'number' ? { kind: 'number', value: new Decimal(value) } : { kind: 'text', value };
}
