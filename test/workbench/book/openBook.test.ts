/** Opening a workbook: what the workbench shows is what the door to files reads, and saving it unchanged gives its bytes. */
import { opened } from '../../workbook/opened';
import { FIXTURE_FILES, cellAt, fixture, openedBook, sheetOf, smallBook } from './opened';

describe.each(FIXTURE_FILES)('%s', (name) => {
  const bytes = fixture(name);

  test('shows the values, texts, formulas and formats that the door reads', async () => {
    const book = openedBook(bytes);
    const { sheets } = await opened(bytes).read(null);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(sheets.map(({ grid }) => grid.sheet));
    for (const { grid, isProtected, visibility } of sheets) {
      const sheet = sheetOf(book, grid.sheet);
      expect([sheet.isProtected, sheet.visibility]).toEqual([isProtected, visibility]);
      grid.rows.forEach((cells, row) => {
        cells?.forEach((cell, column) => {
          if (!cell) return;
          const { value, text, formula, look } = sheet.cell(row, column);
          // The engine works out what the door could not.
          const isMissing = cell.value === null && cell.formula !== null;
          expect({
            row,
            column,
            formula,
            format: look.numberFormat,
            ...(isMissing ? {} : { value, text }),
          }).toEqual({
            row,
            column,
            formula: cell.formula === null ? null : `=${cell.formula}`,
            format: cell.format,
            ...(isMissing ? {} : { value: cell.value, text: cell.text }),
          });
        });
      });
    }
  });

  test('is saved with the same bytes when nothing changes', () => {
    expect(openedBook(bytes).bytes()).toEqual(bytes);
  });
});

test('dates of the 1904 system are given as Excel gives them, and shown as the days they mean', () => {
  const sheet = sheetOf(
    smallBook({
      sheets: { 表: '<sheetData><row r="1"><c r="A1" s="1"><v>42369</v></c></row></sheetData>' },
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      beforeSheets: '<workbookPr date1904="1"/>',
    }),
  );
  expect(cellAt(sheet, 'A1')).toMatchObject({ value: 42369, text: '2020/1/1' });
});
