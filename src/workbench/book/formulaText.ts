/** Changes formulas as texts: their names for what they stand for, their references when sheets, rows or columns change. */
import { tokenise, type Token } from '../../workbook/xlsx/formula/tokens';
import { sameSheetName } from './sheetName';

/** A name as a formula may call it, to what it stands for. */
export type Meanings = ReadonlyMap<string, string>;

/** The formula as the engine reads it: names replaced by what they stand for, as it does not know those in Chinese, and lost references plain. */
export function forEngine(formula: string, meanings: Meanings): string {
  if (meanings.size === 0 && !formula.includes('!#REF!')) return formula;
  const tokens = tokenise(formula);
  if (!tokens) return formula;
  return tokens
    .map((token, index) => {
      if (token.kind === 'sheet' && tokens[index + 1]?.kind === 'error') return '';
      if (token.kind !== 'name' || tokens[index - 1]?.kind === 'sheet') return token.text;
      const meaning = meanings.get(token.text.toLowerCase());
      return meaning === undefined ? token.text : `(${meaning})`;
    })
    .join('');
}

/** The formula as read on another sheet: references without a sheet name the given one. */
export function onSheet(tokens: readonly Token[], sheet: string): string {
  return tokens
    .map(({ kind, text }, index) => {
      const isReference = kind === 'cell' || kind === 'columns' || kind === 'rows';
      const before = tokens[index - 1];
      const hasSheet =
        before?.kind === 'sheet' || (before?.text === ':' && tokens[index - 2]?.kind === 'cell');
      return isReference && !hasSheet ? `${quoteSheet(sheet)}!${text}` : text;
    })
    .join('');
}

/** A sheet's name as formulas write it, always in quotes. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Does a token such as 'a b'! name this sheet? */
export function isSheet(token: string, sheet: string): boolean {
  const name = token.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
  return sameSheetName(name, sheet);
}
