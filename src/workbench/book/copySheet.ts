/** A copy of a sheet within its workbook, as Excel makes one. */
import { rewrittenSheet, withSheets } from './sheetFormulas';
import { copyName } from './sheetName';
import { quoteSheet } from './formulaText';
import type { BookState, NameState, SheetState } from './state';

export interface NewCopy {
  readonly id: string;
  /** Among the tabs. */
  readonly position: number;
  readonly newFormatId: () => string;
}

/**
 * The state with a copy of a sheet. References to the sheet that stand on it lead to the copy there, and so do its own names; a name of the workbook
 * that leads to the sheet becomes a name of the copy besides.
 */
export function withCopy(
  state: BookState,
  source: string,
  { id, position, newFormatId }: NewCopy,
): BookState {
  const sheet = state.sheets.find((one) => one.id === source);
  if (!sheet) return state;
  const name = copyName(
    sheet.name,
    state.sheets.map((one) => one.name),
  );
  const toCopy = (formula: string): string => withSheets(formula, sheet.name, `${quoteSheet(name)}!`);
  const copied: SheetState = {
    ...sheet,
    id,
    part: null,
    origin: sheet.part ?? sheet.origin,
    name,
    formats: sheet.formats.map((format) => ({ ...format, id: newFormatId() })),
  };
  return {
    ...state,
    sheets: state.sheets.toSpliced(position, 0, rewrittenSheet(copied, toCopy)),
    names: [...state.names, ...copiedNames(state.names, source, id, toCopy)],
  };
}

function copiedNames(
  names: readonly NameState[],
  source: string,
  id: string,
  toCopy: (formula: string) => string,
): NameState[] {
  const own = names.filter(({ sheet }) => sheet === source);
  const isOwn = (label: string): boolean =>
    own.some(({ name }) => name.toLowerCase() === label.toLowerCase());
  const leading = names.filter(
    ({ name, formula, sheet }) => sheet === null && toCopy(formula) !== formula && !isOwn(name),
  );
  return [...own, ...leading].map(({ name, formula }) => ({
    name,
    formula: toCopy(formula),
    sheet: id,
    place: null,
  }));
}
