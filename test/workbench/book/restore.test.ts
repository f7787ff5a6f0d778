/** What is put back, or undone, leaves the very bytes that were opened. */
import type { Sheet } from '../../../src/workbench/book/book';
import { FIXTURE_FILES, area, fixture, openedBook, sheetOf, write } from './opened';

/** Texts are put back under the format "@", as the add-in does. */
function putBack(sheet: Sheet, row: number, column: number, value: number | string | boolean | null): void {
  const at = { top: row, left: column, bottom: row, right: column };
  const { numberFormat } = sheet.cell(row, column).look;
  if (typeof value !== 'string') {
    sheet.write(row, column, value ?? '');
    return;
  }
  sheet.setLook(at, { numberFormat: '@' });
  sheet.write(row, column, value);
  sheet.setLook(at, { numberFormat });
}

describe.each(FIXTURE_FILES)('%s', (name) => {
  const bytes = fixture(name);

  test('has its opened bytes again when everything that was changed is put back', () => {
    const book = openedBook(bytes);
    for (const sheet of book.sheets.slice(0, 3)) {
      const used = sheet.usedArea(true);
      if (!used || sheet.isProtected) continue;
      const places = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => ({
        row: Math.round(used.top + ((used.bottom - used.top) * step) / 7),
        column: Math.round(used.left + ((used.right - used.left) * ((step * 3) % 8)) / 7),
      }));
      const typed = places.filter(({ row, column }) => sheet.cell(row, column).formula === null);
      const before = typed.map(({ row, column }) => sheet.cell(row, column).value);
      typed.forEach(({ row, column }, step) => {
        sheet.write(row, column, step * 1.5 + 777);
        const at = { top: row, left: column, bottom: row, right: column };
        sheet.setLook(at, { fill: '#FF0000' });
      });
      const format = sheet.addFormat({
        areas: [used],
        formula: 'N("ziping:error")=0',
        fill: '#FFC7CE',
        fontColor: null,
        stopsIfTrue: false,
      });
      book.setSetting('ignored', '["x"]');
      expect(book.bytes()).not.toEqual(bytes);
      const untouched = openedBook(bytes).sheets.find((one) => one.name === sheet.name);
      typed.forEach(({ row, column }, step) => {
        putBack(sheet, row, column, before[step] ?? null);
        const at = { top: row, left: column, bottom: row, right: column };
        sheet.setLook(at, { fill: untouched?.cell(row, column).look.fill ?? null });
      });
      sheet.removeFormat(format.id);
      book.setSetting('ignored', null);
      expect(book.bytes()).toEqual(bytes);
    }
  });

  test('has its opened bytes again after every step is undone, and the changed ones after all are done again', () => {
    const book = openedBook(bytes);
    const sheet = sheetOf(book);
    const steps: (() => void)[] = [
      () => {
        write(sheet, 'A1', 'abc');
      },
      () => {
        sheet.setLook(area('A1:C3'), { numberFormat: '0.00', font: { isBold: true } });
      },
      () => {
        sheet.insertRows(1, 2);
      },
      () => {
        sheet.deleteColumns(0, 1);
      },
      () => {
        sheet.setRowHeight(0, 1, 30);
      },
      () => {
        sheet.setColumnsHidden(1, 1, true);
      },
      () => {
        sheet.addFormat({
          areas: [area('A1:B9')],
          formula: '$A1>1',
          fill: '#FFEB9C',
          fontColor: null,
          stopsIfTrue: false,
        });
      },
      () => {
        book.addSheet('另一张');
      },
      () => {
        book.renameSheet(sheet, '改名');
      },
      () => {
        book.setSetting('k', '1');
      },
    ];
    if (sheet.isProtected) return;
    for (const step of steps) step();
    const changed = book.bytes();
    expect(steps.map(() => book.undo())).toEqual(steps.map(() => true));
    expect(book.undo()).toBe(false);
    expect(book.bytes()).toEqual(bytes);
    expect(steps.map(() => book.redo())).toEqual(steps.map(() => true));
    expect(book.redo()).toBe(false);
    expect(book.bytes()).toEqual(changed);
  });
});
