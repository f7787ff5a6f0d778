/** Moves what stands on a sheet when rows or columns come or go: cells, settings, areas, and the references of formulas. */
import { columnName, parseCellName } from '../../form/address';
import { tokenise, type Token } from '../../workbook/xlsx/formula/tokens';
import { LAST_COLUMN, LAST_ROW } from '../../workbook/xlsx/limits';
import type { Area } from './book';
import { columnAt, joinedColumns, withColumns } from './columns';
import { isSheet } from './formulaText';
import type { Cell, ColumnSpan, Row, RowSetting, SheetState, Shift } from './state';

/** The sheet with its own things moved; formulas are moved by `shiftReferences`. */
export function shiftSheet(sheet: SheetState, shift: Shift): SheetState {
  return withInheritedLooks(movedSheet(sheet, shift), shift);
}

function movedSheet(sheet: SheetState, shift: Shift): SheetState {
  const areas = (list: readonly Area[]): readonly Area[] =>
    list.flatMap((area) => shiftArea(area, shift) ?? []);
  return {
    ...sheet,
    rows:
      shift.axis === 'row'
        ? shiftKeys(sheet.rows, shift)
        : mapRows(sheet.rows, (row) => shiftKeys(row, shift)),
    rowSettings: shift.axis === 'row' ? shiftKeys<RowSetting>(sheet.rowSettings, shift) : sheet.rowSettings,
    columns: shift.axis === 'column' ? shiftSpans(sheet.columns, shift) : sheet.columns,
    merges: areas(sheet.merges).filter(({ top, left, bottom, right }) => top !== bottom || left !== right),
    filter: sheet.filter && shiftArea(sheet.filter, shift),
    formats: sheet.formats.flatMap((format) => {
      const moved = areas(format.areas);
      return moved.length === 0 ? [] : [{ ...format, areas: moved }];
    }),
    validations: sheet.validations.flatMap((validation) => {
      const moved = areas(validation.areas);
      return moved.length === 0 ? [] : [{ ...validation, areas: moved }];
    }),
    shifts: [...sheet.shifts, shift],
  };
}

/** Inserted rows and columns look like those before them, as in Excel. */
function withInheritedLooks(sheet: SheetState, { axis, at, count }: Shift): SheetState {
  if (count < 0 || at === 0) return sheet;
  const added = Array.from({ length: count }, (_, index) => at + index);
  const likeFirst = (cells: Row): Map<number, Cell> =>
    new Map([...cells].map(([column, { style }]): [number, Cell] => [column, { content: null, style }]));
  if (axis === 'row') {
    const cells = sheet.rows.get(at - 1);
    const setting = sheet.rowSettings.get(at - 1);
    return {
      ...sheet,
      rows: cells
        ? new Map([...sheet.rows, ...added.map((row): [number, Row] => [row, likeFirst(cells)])])
        : sheet.rows,
      rowSettings: setting
        ? new Map([
            ...sheet.rowSettings,
            ...added.map((row): [number, RowSetting] => [row, { ...setting, isHidden: false }]),
          ])
        : sheet.rowSettings,
    };
  }
  const before = columnAt(sheet.columns, at - 1);
  return {
    ...sheet,
    rows: mapRows(sheet.rows, (cells) => {
      const first = cells.get(at - 1);
      if (!first) return cells;
      return new Map([
        ...cells,
        ...added.map((column): [number, Cell] => [column, { content: null, style: first.style }]),
      ]);
    }),
    columns: withColumns(sheet.columns, at, at + count - 1, (span) => ({
      ...span,
      width: before.width,
      style: before.style,
      isHidden: false,
    })),
  };
}

function mapRows(
  rows: ReadonlyMap<number, Row>,
  change: (row: Row) => ReadonlyMap<number, Cell>,
): ReadonlyMap<number, Row> {
  return new Map(
    [...rows].map(([key, row]): [number, Row] => [key, change(row)]).filter(([, row]) => row.size > 0),
  );
}

function shiftKeys<V>(map: ReadonlyMap<number, V>, shift: Shift): ReadonlyMap<number, V> {
  const last = lastOf(shift);
  return new Map(
    [...map].flatMap(([key, value]): [number, V][] => {
      const moved = shiftPlace(key, shift);
      return moved === null || moved > last ? [] : [[moved, value]];
    }),
  );
}

function shiftSpans(columns: readonly ColumnSpan[], shift: Shift): readonly ColumnSpan[] {
  const spans = columns.flatMap((span): ColumnSpan[] => {
    const ends = shiftEnds(span.first, span.last, shift);
    return ends ? [{ ...span, first: ends[0], last: ends[1] }] : [];
  });
  return joinedColumns(spans);
}

/** The area as it lies after the shift; null when nothing of it is left. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  if (shift.axis === 'row') {
    const ends = shiftEnds(area.top, area.bottom, shift);
    return ends && { ...area, top: ends[0], bottom: ends[1] };
  }
  const ends = shiftEnds(area.left, area.right, shift);
  return ends && { ...area, left: ends[0], right: ends[1] };
}

function lastOf({ axis }: Shift): number {
  return axis === 'row' ? LAST_ROW : LAST_COLUMN;
}

/** Null for a place that is deleted. */
function shiftPlace(place: number, { at, count }: Shift): number | null {
  if (place < at) return place;
  if (count > 0) return place + count;
  return place < at - count ? null : place + count;
}

/** A span grows by what is inserted inside it, and shrinks by what is deleted. One that reaches the edge stays there. */
function shiftEnds(first: number, last: number, shift: Shift): readonly [number, number] | null {
  const { at, count } = shift;
  const edge = lastOf(shift);
  if (count > 0) {
    const moved = first >= at ? first + count : first;
    const end = last >= at ? Math.min(last + count, edge) : last;
    return moved > edge ? null : [moved, end];
  }
  const behind = at - count;
  const start = first < at ? first : Math.max(first, behind) + count;
  const end = last === edge && first === 0 ? edge : last < at ? last : last < behind ? at - 1 : last + count;
  return start > end ? null : [start, end];
}

/** The formula (without "=") with the references to a sheet moved; `isHome` when the formula stands on that sheet. */
export function shiftReferences(formula: string, shift: Shift, sheet: string, isHome: boolean): string {
  const tokens = tokenise(formula);
  if (!tokens) return formula;
  let result = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const before = tokens[index - 1];
    const isOnSheet = before?.kind === 'sheet' ? isSheet(before.text, sheet) : isHome;
    const end = tokens[index + 1]?.text === ':' && token.kind === 'cell' ? tokens[index + 2] : undefined;
    if (!isOnSheet || !isReference(token)) {
      result += token.text;
    } else if (end?.kind === 'cell') {
      result += shiftRange(token.text, end.text, shift);
      index += 2;
    } else if (token.kind === 'cell') {
      result += shiftCell(token.text, shift) ?? '#REF!';
    } else {
      result += shiftWhole(token, shift);
    }
    // The end of a range on another sheet belongs to it.
    if (!isOnSheet && end?.kind === 'cell') {
      result += `:${end.text}`;
      index += 2;
    }
  }
  return result;
}

function isReference({ kind }: Token): boolean {
  return kind === 'cell' || kind === 'columns' || kind === 'rows';
}

interface Corner {
  readonly columnHold: string;
  readonly column: number;
  readonly rowHold: string;
  readonly row: number;
}

function cornerOf(text: string): Corner | null {
  const [, columnHold = '', letters = '', rowHold = '', digits = ''] =
    /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(text) ?? [];
  const place = parseCellName(`${letters.toUpperCase()}${digits}`);
  return place && { columnHold, rowHold, ...place };
}

function cornerText({ columnHold, column, rowHold, row }: Corner): string {
  return `${columnHold}${columnName(column)}${rowHold}${row + 1}`;
}

/** The reference itself when the shift does not touch it, so that its spelling stays. */
function shiftCell(text: string, shift: Shift): string | null {
  const corner = cornerOf(text);
  if (!corner) return text;
  const place = shiftPlace(corner[shift.axis], shift);
  if (place === null || place > lastOf(shift)) return null;
  return place === corner[shift.axis] ? text : cornerText({ ...corner, [shift.axis]: place });
}

function shiftRange(first: string, last: string, shift: Shift): string {
  const from = cornerOf(first);
  const to = cornerOf(last);
  if (!from || !to) return `${first}:${last}`;
  const { axis } = shift;
  const isTurned = from[axis] > to[axis];
  const ends = shiftEnds(Math.min(from[axis], to[axis]), Math.max(from[axis], to[axis]), shift);
  if (!ends) return '#REF!';
  const [start, end] = isTurned ? [ends[1], ends[0]] : ends;
  if (start === from[axis] && end === to[axis]) return `${first}:${last}`;
  return `${cornerText({ ...from, [axis]: start })}:${cornerText({ ...to, [axis]: end })}`;
}

/** "A:C" or "2:5". */
function shiftWhole({ kind, text }: Token, shift: Shift): string {
  const isColumns = kind === 'columns';
  if (isColumns !== (shift.axis === 'column')) return text;
  const [first = '', last = ''] = text.split(':');
  const placeOf = (end: string): number => {
    const plain = end.replace('$', '');
    return isColumns ? (parseCellName(`${plain.toUpperCase()}1`)?.column ?? 0) : Number(plain) - 1;
  };
  const spell = (end: string, place: number): string =>
    `${end.startsWith('$') ? '$' : ''}${isColumns ? columnName(place) : place + 1}`;
  const ends = shiftEnds(placeOf(first), placeOf(last), shift);
  if (!ends) return '#REF!';
  if (ends[0] === placeOf(first) && ends[1] === placeOf(last)) return text;
  return `${spell(first, ends[0])}:${spell(last, ends[1])}`;
}
