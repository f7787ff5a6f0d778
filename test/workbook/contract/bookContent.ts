/** What a workbook holds, to be compared: names, cells with their formats, conditional formats and settings. */
import type { Book } from '../../../src/workbench/book/book';

const ROWS = 14;
const COLUMNS = 9;

export function bookContent({ sheets, settings }: Book): unknown {
  return {
    settings: [...settings].sort(([one], [other]) => (one < other ? -1 : 1)),
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rules: sheet.formats.map(({ rule, areas }) => [rule, areas]),
      cells: Array.from({ length: ROWS }, (_, row) =>
        Array.from({ length: COLUMNS }, (_column, column) => {
          const { value, formula, look } = sheet.cell(row, column);
          return [value, formula, look.numberFormat];
        }),
      ),
    })),
  };
}
