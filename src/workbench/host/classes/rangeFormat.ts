/** Excel.RangeFormat and what is behind it: fill, font, borders, protection. A property that differs between cells reads as null. */
import type { CellLook, LookChange } from '../../book/book';
import { invalid } from '../arguments';
import { bind, type ClassDefinition, type Member, type Scope } from '../definition';
import { columnCount, common, LAST_COLUMN, telling, type Place } from '../place';
import type { Json } from '../protocol';
import { fittingColumnWidth, fittingRowHeight } from './autofit';
import { colorOf } from './colors';
import { rangeBorderCollection } from './rangeBorders';

/** What Excel says for a cell without a fill: it cannot be told from white (OfficeDev/office-js#6218). */
const NO_FILL = '#FFFFFF';

const HORIZONTAL: Readonly<Record<CellLook['horizontal'], string>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};

const VERTICAL: Readonly<Record<CellLook['vertical'], string>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

export const rangeFormat: ClassDefinition<Place> = {
  name: 'RangeFormat',
  members: {
    fill: { kind: 'object', since: '1.1', get: (place, scope) => bind(rangeFill, place, scope) },
    font: { kind: 'object', since: '1.1', get: (place, scope) => bind(rangeFont, place, scope) },
    borders: {
      kind: 'object',
      since: '1.1',
      get: (place, scope) => bind(rangeBorderCollection, place, scope),
    },
    protection: { kind: 'object', since: '1.2', get: (place, scope) => bind(formatProtection, place, scope) },
    horizontalAlignment: look(
      '1.1',
      ({ horizontal }) => HORIZONTAL[horizontal],
      (value) => ({ horizontal: keyOf(HORIZONTAL, value, 'RangeFormat.horizontalAlignment') }),
    ),
    verticalAlignment: look(
      '1.1',
      ({ vertical }) => VERTICAL[vertical],
      (value) => ({ vertical: keyOf(VERTICAL, value, 'RangeFormat.verticalAlignment') }),
    ),
    wrapText: look(
      '1.1',
      ({ wraps }) => wraps,
      (value) => ({ wraps: flagOf(value, 'RangeFormat.wrapText') }),
    ),
    indentLevel: look(
      '1.9',
      ({ indent }) => indent,
      (value) => ({ indent: numberOf(value, 0, 250, 'RangeFormat.indentLevel') }),
    ),
    columnWidth: {
      kind: 'value',
      since: '1.2',
      read: ({ sheet, areas }) => common(columnsOf(areas).map((column) => sheet.columnWidth(column))),
      write: ({ sheet, areas }, value, scope) => {
        const points = numberOf(value, 0, 1350, 'RangeFormat.columnWidth');
        for (const { left, right } of areas) sheet.setColumnWidth(left, right, points);
        scope.noteChanges(1);
      },
    },
    rowHeight: {
      kind: 'value',
      since: '1.2',
      read: (place) => common(rowsOf(place).map((row) => place.sheet.rowHeight(row))),
      write: ({ sheet, areas }, value, scope) => {
        const points = numberOf(value, 0, 409.5, 'RangeFormat.rowHeight');
        for (const { top, bottom } of areas) sheet.setRowHeight(top, bottom, points);
        scope.noteChanges(1);
      },
    },
    autofitColumns: {
      kind: 'method',
      since: '1.2',
      writes: true,
      call: ({ sheet, areas }, _args, scope) => {
        const used = sheet.usedArea(true);
        for (const column of used ? columnsOf(areas) : []) {
          const width = used && fittingColumnWidth(sheet, column, used);
          if (width !== null) sheet.setColumnWidth(column, column, width);
        }
        scope.noteChanges(1);
        return undefined;
      },
    },
    autofitRows: {
      kind: 'method',
      since: '1.2',
      writes: true,
      call: (place, _args, scope) => {
        const { sheet } = place;
        const used = sheet.usedArea(true);
        for (const row of used ? rowsOf(place) : []) {
          const height = used && fittingRowHeight(sheet, row, used);
          if (height !== null) sheet.setRowHeight(row, row, height);
        }
        scope.noteChanges(1);
        return undefined;
      },
    },
  },
};

export const rangeFill: ClassDefinition<Place> = {
  name: 'RangeFill',
  members: {
    color: look(
      '1.1',
      ({ fill }) => fill ?? NO_FILL,
      (value) => ({ fill: value === '' ? null : colorOf(value, 'RangeFill.color') }),
    ),
    clear: {
      kind: 'method',
      since: '1.1',
      writes: true,
      call: (place, _args, scope) => {
        changeLook(place, { fill: null }, scope);
        return undefined;
      },
    },
  },
};

export const rangeFont: ClassDefinition<Place> = {
  name: 'RangeFont',
  members: {
    name: look(
      '1.1',
      ({ font }) => font.name,
      (value) => ({ font: { name: textOf(value, 'RangeFont.name') } }),
    ),
    size: look(
      '1.1',
      ({ font }) => font.size,
      (value) => ({ font: { size: numberOf(value, 1, 409, 'RangeFont.size') } }),
    ),
    bold: look(
      '1.1',
      ({ font }) => font.isBold,
      (value) => ({ font: { isBold: flagOf(value, 'RangeFont.bold') } }),
    ),
    italic: look(
      '1.1',
      ({ font }) => font.isItalic,
      (value) => ({ font: { isItalic: flagOf(value, 'RangeFont.italic') } }),
    ),
    underline: look(
      '1.1',
      ({ font }) => (font.isUnderlined ? 'Single' : 'None'),
      (value) => ({ font: { isUnderlined: textOf(value, 'RangeFont.underline') !== 'None' } }),
    ),
    strikethrough: look(
      '1.9',
      ({ font }) => font.isStruck,
      (value) => ({ font: { isStruck: flagOf(value, 'RangeFont.strikethrough') } }),
    ),
    color: look(
      '1.1',
      ({ font }) => font.color,
      (value) => ({ font: { color: colorOf(value, 'RangeFont.color') } }),
    ),
  },
};

export const formatProtection: ClassDefinition<Place> = {
  name: 'FormatProtection',
  members: {
    locked: look(
      '1.2',
      ({ isLocked }) => isLocked,
      (value) => ({ isLocked: flagOf(value, 'FormatProtection.locked') }),
    ),
  },
};

/** A property of every cell's look. */
function look(
  since: string,
  read: (look: CellLook) => Json,
  change: (value: Json) => LookChange,
): Member<Place> {
  return {
    kind: 'value',
    since,
    read: ({ sheet, areas }) =>
      common(
        areas.flatMap((area) =>
          [...telling(sheet, area)].map(({ row, column }) => read(sheet.cell(row, column).look)),
        ),
      ),
    write: (place, value, scope) => {
      changeLook(place, change(value), scope);
    },
  };
}

function changeLook({ sheet, areas }: Place, change: LookChange, scope: Scope): void {
  for (const area of areas) sheet.setLook(area, change);
  scope.noteChanges(1);
}

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, value: Json, location: string): Key {
  for (const key in words) if (words[key] === value) return key;
  throw invalid(location);
}

function flagOf(value: Json, location: string): boolean {
  if (typeof value !== 'boolean') throw invalid(location);
  return value;
}

function textOf(value: Json, location: string): string {
  if (typeof value !== 'string' || value === '') throw invalid(location);
  return value;
}

function numberOf(value: Json, least: number, most: number, location: string): number {
  if (typeof value !== 'number' || value < least || value > most) throw invalid(location);
  return value;
}

function columnsOf(areas: Place['areas']): number[] {
  return areas.flatMap((area) =>
    Array.from({ length: Math.min(columnCount(area), LAST_COLUMN + 1) }, (_, index) => area.left + index),
  );
}

/** The rows down to the last used one, and the last: the rows between look alike. */
function rowsOf({ sheet, areas }: Place): number[] {
  const lastUsed = sheet.usedArea(false)?.bottom ?? 0;
  return areas.flatMap(({ top, bottom }) => {
    const last = Math.min(bottom, lastUsed);
    const rows = Array.from({ length: Math.max(last - top + 1, 0) }, (_, index) => top + index);
    return last < bottom ? [...rows, bottom] : rows;
  });
}
