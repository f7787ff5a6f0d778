/** Changes to sheets that formulas everywhere must follow: rows and columns that come and go, sheets renamed or deleted. */
import { tokenise } from '../../workbook/xlsx/formula/tokens';
import { isSheet, quoteSheet } from './formulaText';
import { shiftSheet, shiftReferences } from './shift';
import type { BookState, Cell, NameState, Row, SheetState, Shift } from './state';

/** A formula (without "=") rewritten; `sheet` is the id of the sheet it stands on, null for a name of the workbook. */
type Rewrite = (formula: string, sheet: string | null) => string;

/** The state with a sheet renamed, everywhere. */
export function renamedInFormulas(state: BookState, id: string, name: string): BookState {
  const before = nameOf(state, id);
  const renamed = rewritten(state, (formula) => withSheets(formula, before, `${quoteSheet(name)}!`));
  return {
    ...renamed,
    sheets: renamed.sheets.map((sheet) => (sheet.id === id ? { ...sheet, name } : sheet)),
  };
}

/** The state without a sheet; what referred to it refers to nothing. */
export function withoutSheet(state: BookState, id: string): BookState {
  const before = nameOf(state, id);
  const left: BookState = {
    ...state,
    sheets: state.sheets.filter((sheet) => sheet.id !== id),
    names: state.names.filter(({ sheet }) => sheet !== id),
  };
  return rewritten(left, (formula) => withoutReferences(formula, before));
}

/** The state with rows or columns inserted or deleted on a sheet. */
export function shiftedBook(state: BookState, id: string, shift: Shift): BookState {
  const name = nameOf(state, id);
  const moved = {
    ...state,
    sheets: state.sheets.map((sheet) => (sheet.id === id ? shiftSheet(sheet, shift) : sheet)),
  };
  return rewritten(moved, (formula, sheet) => shiftReferences(formula, shift, name, sheet === id));
}

function nameOf({ sheets }: BookState, id: string): string {
  return sheets.find((sheet) => sheet.id === id)?.name ?? '';
}

function rewritten(state: BookState, rewrite: Rewrite): BookState {
  return {
    ...state,
    sheets: state.sheets.map((sheet) => rewrittenSheet(sheet, rewrite)),
    names: mapSame(state.names, (name): NameState => {
      const formula = rewrite(name.formula, name.sheet);
      return formula === name.formula ? name : { ...name, formula };
    }),
  };
}

/** The sheet with the formulas of its cells, conditional formats and validations rewritten. */
export function rewrittenSheet(sheet: SheetState, rewrite: Rewrite): SheetState {
  const rows = new Map<number, Row>();
  for (const [row, cells] of sheet.rows) {
    let changed: Map<number, Cell> | null = null;
    for (const [column, cell] of cells) {
      const { content } = cell;
      if (content?.kind !== 'formula') continue;
      const formula = rewrite(content.formula, sheet.id);
      if (formula === content.formula) continue;
      changed ??= new Map(cells);
      changed.set(column, { ...cell, content: { ...content, formula } });
    }
    rows.set(row, changed ?? cells);
  }
  const isSame = [...rows].every(([row, cells]) => sheet.rows.get(row) === cells);
  const formats = mapSame(sheet.formats, (format) => {
    const formulas = mapSame(format.formulas, (formula) => rewrite(formula, sheet.id));
    return formulas === format.formulas ? format : { ...format, formulas };
  });
  const validations = mapSame(sheet.validations, (validation) => {
    const formulas = mapSame(validation.formulas, (formula) => rewrite(formula, sheet.id));
    return formulas === validation.formulas ? validation : { ...validation, formulas };
  });
  if (isSame && formats === sheet.formats && validations === sheet.validations) return sheet;
  return { ...sheet, rows: isSame ? sheet.rows : rows, formats, validations };
}

/** The same list when nothing in it changes. */
function mapSame<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((one, index) => one !== list[index]) ? changed : list;
}

/** The formula with the names before "!" replaced. */
export function withSheets(formula: string, sheet: string, replacement: string): string {
  const tokens = formula.includes('!') ? tokenise(formula) : null;
  if (!tokens) return formula;
  return tokens
    .map((token) => (token.kind === 'sheet' && isSheet(token.text, sheet) ? replacement : token.text))
    .join('');
}

function withoutReferences(formula: string, sheet: string): string {
  const tokens = formula.includes('!') ? tokenise(formula) : null;
  if (!tokens) return formula;
  let result = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'sheet' || !isSheet(token.text, sheet)) {
      result += token?.text ?? '';
      continue;
    }
    result += '#REF!';
    const isRange = tokens[index + 2]?.text === ':' && tokens[index + 3]?.kind === 'cell';
    index += isRange ? 3 : 1;
  }
  return result;
}
