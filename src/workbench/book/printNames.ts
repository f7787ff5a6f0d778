/** What is printed of a sheet and what is repeated on every page: names that Excel gives a meaning. */
import { columnName } from '../../form/address';
import { tokenise } from '../../workbook/xlsx/formula/tokens';
import { LAST_COLUMN, LAST_ROW } from '../../workbook/xlsx/limits';
import { parseArea } from './areas';
import type { Area, Sheet } from './book';
import { areaText } from './formatPatch';
import { quoteSheet } from './formulaText';
import type { BookState, NameState, SheetState } from './state';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

export function printAreaOf(state: BookState, sheet: string): readonly Area[] | null {
  const areas = areasOf(nameOf(state, sheet, PRINT_AREA));
  return areas.length === 0 ? null : areas;
}

export function printTitlesOf(state: BookState, sheet: string): Sheet['printTitles'] {
  const areas = areasOf(nameOf(state, sheet, PRINT_TITLES));
  return {
    rows: areas.find(({ left, right }) => left === 0 && right === LAST_COLUMN) ?? null,
    columns: areas.find(({ top, bottom }) => top === 0 && bottom === LAST_ROW) ?? null,
  };
}

export function withPrintArea(state: BookState, sheet: SheetState, areas: readonly Area[] | null): BookState {
  return withName(state, sheet, PRINT_AREA, areas ?? []);
}

export function withPrintTitles(
  state: BookState,
  sheet: SheetState,
  titles: Sheet['printTitles'],
): BookState {
  const { rows, columns } = titles;
  return withName(
    state,
    sheet,
    PRINT_TITLES,
    [columns, rows].flatMap((area) => area ?? []),
  );
}

/** The state with a local name for areas of the sheet; without any it has the name no more. */
function withName(state: BookState, sheet: SheetState, name: string, areas: readonly Area[]): BookState {
  const known = nameOf(state, sheet.id, name);
  if (areas.length === 0)
    return known ? { ...state, names: state.names.filter((one) => one !== known) } : state;
  const formula = areas.map((area) => `${quoteSheet(sheet.name)}!${fixedArea(area)}`).join(',');
  if (known) {
    return { ...state, names: state.names.map((one) => (one === known ? { ...one, formula } : one)) };
  }
  return { ...state, names: [...state.names, { name, formula, sheet: sheet.id, place: null }] };
}

function nameOf({ names }: BookState, sheet: string, name: string): NameState | undefined {
  return names.find((one) => one.sheet === sheet && one.name.toLowerCase() === name.toLowerCase());
}

function areasOf(name: NameState | undefined): readonly Area[] {
  const tokens = tokenise(name?.formula ?? '') ?? [];
  const text = tokens.flatMap((token) => (token.kind === 'sheet' ? [] : [token.text])).join('');
  return text.split(',').flatMap((part) => parseArea(part) ?? []);
}

/** "$A$1:$B$2", "$1:$3" or "$A:$C". */
function fixedArea({ top, left, bottom, right }: Area): string {
  if (left === 0 && right === LAST_COLUMN) return `$${top + 1}:$${bottom + 1}`;
  if (top === 0 && bottom === LAST_ROW) return `$${columnName(left)}:$${columnName(right)}`;
  return areaText({ top, left, bottom, right }).replace(/[A-Z]+|\d+/g, '$$$&');
}
