/** Excel.RangeAreas and Excel.RangeCollection: several rectangles of one sheet. */
import { placeAddress } from '../addresses';
import { flagAt, integerAt, invalid, placeAt, textAt } from '../arguments';
import { parseAddresses } from '../addresses';
import { bind, type Argument, type ClassDefinition, type Instance, type Scope } from '../definition';
import { HostError } from '../hostError';
import {
  areaOf,
  intersection,
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  LAST_COLUMN,
  LAST_ROW,
  type Place,
} from '../place';
import { conditionalFormatCollection } from './conditionalFormats';
import { dataValidation } from './dataValidation';
import { bindRange, clearAreas, countedCells } from './range';
import { rangeFormat } from './rangeFormat';
import { usedIn } from './usedCells';
import { bindWorksheet } from './worksheet';

export function bindRangeAreas(place: Place, scope: Scope): Instance {
  return bind(rangeAreasClass, place, scope);
}

export const rangeAreasClass: ClassDefinition<Place> = {
  name: 'RangeAreas',
  move: ({ sheet }, areas) => ({ sheet, areas }),
  place: (place) => place,
  members: {
    address: { kind: 'value', since: '1.9', read: placeAddress },
    addressLocal: { kind: 'value', since: '1.9', read: placeAddress },
    areaCount: { kind: 'value', since: '1.9', read: ({ areas }) => areas.length },
    cellCount: { kind: 'value', since: '1.9', read: ({ areas }) => countedCells(areas) },
    isEntireColumn: { kind: 'value', since: '1.9', read: ({ areas }) => areas.every(isEntireColumn) },
    isEntireRow: { kind: 'value', since: '1.9', read: ({ areas }) => areas.every(isEntireRow) },
    areas: { kind: 'object', since: '1.9', get: (place, scope) => bind(rangeCollection, place, scope) },
    format: { kind: 'object', since: '1.9', get: (place, scope) => bind(rangeFormat, place, scope) },
    worksheet: { kind: 'object', since: '1.9', get: ({ sheet }, scope) => bindWorksheet(sheet, scope) },
    conditionalFormats: {
      kind: 'object',
      since: '1.9',
      get: (place, scope) => bind(conditionalFormatCollection, place, scope),
    },
    dataValidation: {
      kind: 'object',
      since: '1.9',
      get: (place, scope) => bind(dataValidation, place, scope),
    },
    clear: {
      kind: 'method',
      since: '1.9',
      writes: true,
      call: (place, args, scope) => {
        clearAreas(place, args, scope, 'RangeAreas.clear');
        return undefined;
      },
    },
    getEntireRow: {
      kind: 'path',
      since: '1.9',
      get: ({ sheet, areas }, _args, scope) =>
        bindRangeAreas(
          { sheet, areas: areas.map((area) => ({ ...area, left: 0, right: LAST_COLUMN })) },
          scope,
        ),
    },
    getEntireColumn: {
      kind: 'path',
      since: '1.9',
      get: ({ sheet, areas }, _args, scope) =>
        bindRangeAreas({ sheet, areas: areas.map((area) => ({ ...area, top: 0, bottom: LAST_ROW })) }, scope),
    },
    getIntersection: {
      kind: 'path',
      since: '1.9',
      get: (place, args, scope) => {
        const found = meet(place, args, scope, 'RangeAreas.getIntersection');
        if (!found) throw new HostError('ItemNotFound', 'RangeAreas.getIntersection');
        return found;
      },
    },
    getIntersectionOrNullObject: {
      kind: 'path',
      since: '1.9',
      get: (place, args, scope) => meet(place, args, scope, 'RangeAreas.getIntersectionOrNullObject'),
    },
    getUsedRangeAreasOrNullObject: {
      kind: 'path',
      since: '1.9',
      get: ({ sheet, areas }, args, scope) => {
        const valuesOnly = flagAt(args, 0, 'RangeAreas.getUsedRangeAreasOrNullObject');
        const used = areas.flatMap((area) => usedIn({ sheet, area }, valuesOnly) ?? []);
        return used.length === 0 ? null : bindRangeAreas({ sheet, areas: used }, scope);
      },
    },
    getOffsetRangeAreas: {
      kind: 'path',
      since: '1.9',
      get: ({ sheet, areas }, args, scope) => {
        const rows = integerAt(args, 0, 'RangeAreas.getOffsetRangeAreas');
        const columns = integerAt(args, 1, 'RangeAreas.getOffsetRangeAreas');
        const moved = areas.map(({ top, left, bottom, right }) =>
          areaOf(top + rows, left + columns, bottom + rows, right + columns),
        );
        if (!moved.every(isOnSheet)) throw invalid('RangeAreas.getOffsetRangeAreas');
        return bindRangeAreas({ sheet, areas: moved }, scope);
      },
    },
    select: {
      kind: 'method',
      since: '1.18',
      call: ({ sheet, areas }, _args, { book }) => {
        const [area, ...more] = areas;
        if (!area || more.length > 0) {
          throw new HostError('UnsupportedOperation', 'RangeAreas.select', 'The workbench selects one area.');
        }
        if (book.activeSheet.id !== sheet.id) book.activate(sheet);
        book.select(sheet, area);
        return undefined;
      },
    },
  },
};

export const rangeCollection: ClassDefinition<Place> = {
  name: 'RangeCollection',
  items: ({ sheet, areas }, scope) => areas.map((area) => bindRange({ sheet, area }, scope)),
  members: {
    getCount: { kind: 'method', since: '1.9', call: ({ areas }) => areas.length },
    getItemAt: {
      kind: 'path',
      since: '1.9',
      get: ({ sheet, areas }, args, scope) => {
        const area = areas[integerAt(args, 0, 'RangeCollection.getItemAt')];
        if (!area) throw invalid('RangeCollection.getItemAt');
        return bindRange({ sheet, area }, scope);
      },
    },
  },
};

function meet(
  { sheet, areas }: Place,
  args: readonly Argument[],
  scope: Scope,
  location: string,
): Instance | null {
  const other = placeAt(args, 0) ?? parseAddresses(textAt(args, 0, location), sheet, scope.book, location);
  if (other.sheet.id !== sheet.id) throw invalid(location);
  const met = areas.flatMap((area) =>
    other.areas.flatMap((candidate) => intersection(area, candidate) ?? []),
  );
  return met.length === 0 ? null : bindRangeAreas({ sheet, areas: met }, scope);
}
