/** @jest-environment jsdom */
import '../../workbench/host/jsdomGaps';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import { TEMPLATES } from '../../../src/form/templates/templates';
import type { Sheet } from '../../../src/workbench/book/book';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { openedBook } from '../../workbench/book/opened';
import { buildXlsx } from '../xlsxPackage';
import { openInExcel } from './doors';

/** What a person may try to type. */
const TRIED = [-1, 0, 3, 60, 1000, '≥', '定性', '别的'];

/** A file keeps columns in whole pixels of 0.75 points. */
const pixels = (points: number): number => Math.round(points / 0.75);

/** All that a person sees of a sheet and can do with it, cell by cell. */
function describeSheet(sheet: Sheet, rows: number, columns: number): unknown {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => {
      const { value, formula, look } = sheet.cell(row, column);
      const rule = sheet.validationAt(row, column);
      const validation = rule && {
        type: rule.type,
        prompt: rule.prompt,
        alert: rule.alert,
        hasDropDown: rule.hasDropDown,
        allows: TRIED.map((tried) => sheet.isValid(row, column, tried)),
      };
      return { value, formula, look, validation };
    }),
  );
  const places = sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(' '));
  return {
    cells,
    merges: places.sort(),
    widths: Array.from({ length: columns }, (_, column) => pixels(sheet.columnWidth(column))),
    heights: Array.from({ length: rows }, (_, row) => sheet.rowHeight(row)),
    frozen: sheet.frozen,
    page: sheet.page,
    area: sheet.printArea,
    titles: sheet.printTitles,
  };
}

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s looks and works in Excel just as in a file',
  async (_, template) => {
    const { goals, rows } = template.defaults;
    const drawing = drawTemplate(template, { year: 2025, unit: '', project: '道路养护', goals, rows });
    const door = openInExcel(buildXlsx({ sheets: { 空: '<sheetData/>' } }));
    await door.workbook.addSheet(drawing);
    const size = [drawing.rowHeights.length, drawing.columnWidths.length] as const;
    const file = openedBook(newXlsx(drawing).bytes());
    expect(describeSheet(door.book.activeSheet, ...size)).toEqual(describeSheet(file.activeSheet, ...size));
    const again = openedBook(door.bytes()).sheets.at(-1);
    expect(again && describeSheet(again, ...size)).toEqual(describeSheet(file.activeSheet, ...size));
  },
);
