/** What a workbook holds, to be compared: names, cells with their formats, conditional formats and settings. */
import type { Book, Sheet } from '../../../src/workbench/book/book';

const ROWS = 14;
const COLUMNS = 9;

export function bookContent({ sheets, settings }: Book): unknown {
  return {
    settings: [...settings].sort(([one], [other]) => (one < other ? -1 : 1)),
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rules: rulesOf(sheet),
      cells: Array.from({ length: ROWS }, (_, row) =>
        Array.from({ length: COLUMNS }, (_column, column) => {
          const { value, formula, look } = sheet.cell(row, column);
          return [value, formula, look.numberFormat];
        }),
      ),
    })),
  };
}

/**
 * The conditional formats of a sheet: those that a person sees with their places and in their order; of those that only remember scores what they
 * say, since where they lie and which of them goes first makes no difference.
 */
function rulesOf({ formats }: Sheet): unknown {
  const remembers = ({ rule }: Sheet['formats'][number]): boolean =>
    rule.kind === 'formula' && rule.formula.includes('"ziping:scores"');
  return {
    shown: formats.filter((format) => !remembers(format)).map(({ rule, areas, fill }) => [rule, areas, fill]),
    remembered: formats
      .filter(remembers)
      .map(({ rule }) => (rule.kind === 'formula' ? rule.formula : ''))
      .sort(),
  };
}
