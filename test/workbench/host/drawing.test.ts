/** @jest-environment jsdom */
/** A drawn sheet that Office.js puts into a workbook is, once saved, the sheet that the .xlsx door writes. */
import { openInOffice } from './openInOffice';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import type { SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import { TEMPLATES } from '../../../src/form/templates/templates';
import type { Book, BookCell, Sheet } from '../../../src/workbench/book/book';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { buildXlsx, textParts } from '../../workbook/xlsxPackage';
import { openedBook, sheetOf } from '../book/opened';
import { putDrawing } from './putDrawing';

const drawings = TEMPLATES.map((template) =>
  drawTemplate(template, { year: 2025, unit: '甲单位', project: '乙项目', goals: 2, rows: 2 }),
);

/** What both must agree on. */
function contentOf(sheet: Sheet, { cells, columnWidths, rowHeights }: SheetDrawing) {
  const cellOf = ({ value, isError, text, formula, look }: BookCell) => ({
    ...{ value, isError, text, formula },
    // A quote prefix shows nothing; the door writes texts without it.
    look: { ...look, hasQuotePrefix: false },
  });
  return {
    cells: cells.map(({ row, column }) => cellOf(sheet.cell(row, column))),
    merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
    widths: columnWidths.map((_, column) => sheet.columnWidth(column)),
    heights: rowHeights.map((_, row) => sheet.rowHeight(row)),
    validations: sheet.validations,
    page: sheet.page,
    printArea: sheet.printArea,
    printTitles: sheet.printTitles,
    frozen: sheet.frozen,
  };
}

/** A workbook with another sheet, of which the drawn one must not change a byte. */
const EMPTY = buildXlsx({ sheets: { 表: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' } });

async function drawnBySavedOffice(drawing: SheetDrawing): Promise<{ book: Book; saved: Uint8Array }> {
  const { book } = openInOffice(EMPTY);
  await putDrawing(drawing);
  const saved = book.bytes();
  return { book: openedBook(saved), saved };
}

test.each(drawings.map((drawing): [string, SheetDrawing] => [drawing.name, drawing]))(
  '%s is the same from Office.js and from the door to files',
  async (name, drawing) => {
    const { book, saved } = await drawnBySavedOffice(drawing);
    expect([book.activeSheet.name, book.sheets.map((sheet) => sheet.name)]).toEqual([name, ['表', name]]);
    const other = openedBook(newXlsx(drawing).bytes());
    expect(contentOf(sheetOf(book, name), drawing)).toEqual(contentOf(sheetOf(other, name), drawing));
    expect(textParts(saved)['xl/worksheets/sheet1.xml']).toBe(textParts(EMPTY)['xl/worksheets/sheet1.xml']);
  },
);

test('what was inserted is taken back in one step', async () => {
  const [drawing] = drawings;
  if (!drawing) throw new Error('no drawing');
  const { book, host } = openInOffice(EMPTY);
  await putDrawing(drawing);
  expect(host.batches.flatMap(({ clearsUndo }) => clearsUndo)).toEqual([]);
  expect(book.undo()).toBe(true);
  expect(book.bytes()).toEqual(EMPTY);
  expect(book.redo()).toBe(true);
  expect(book.sheets.at(-1)?.printArea).not.toBeNull();
});
