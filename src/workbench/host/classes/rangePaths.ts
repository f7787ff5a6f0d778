/** The members of Excel.Range that lead from a range to another one. */
import type { Area } from '../../book/book';
import { parseReference } from '../addresses';
import { flagAt, integerAt, invalid, placeAt, textAt } from '../arguments';
import type { Argument, Instance, Member, Scope } from '../definition';
import { HostError } from '../hostError';
import { areaOf, boundingArea, intersection, isOnSheet, LAST_COLUMN, LAST_ROW } from '../place';
import type { RangeTarget } from './cellGrid';
import { bindRange } from './range';
import { bindRangeAreas } from './rangeAreas';
import { usedIn } from './usedCells';

export const rangePaths: Readonly<Record<string, Member<RangeTarget>>> = {
  getCell: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const top = range.area.top + integerAt(args, 0, 'Range.getCell');
      const left = range.area.left + integerAt(args, 1, 'Range.getCell');
      return moved(range, areaOf(top, left, top, left), scope, 'Range.getCell');
    },
  },
  getRow: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const row = range.area.top + integerAt(args, 0, 'Range.getRow');
      if (row < range.area.top || row > range.area.bottom) throw invalid('Range.getRow');
      return moved(range, { ...range.area, top: row, bottom: row }, scope, 'Range.getRow');
    },
  },
  getColumn: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const column = range.area.left + integerAt(args, 0, 'Range.getColumn');
      if (column < range.area.left || column > range.area.right) throw invalid('Range.getColumn');
      return moved(range, { ...range.area, left: column, right: column }, scope, 'Range.getColumn');
    },
  },
  getOffsetRange: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const { top, left, bottom, right } = range.area;
      const rows = integerAt(args, 0, 'Range.getOffsetRange');
      const columns = integerAt(args, 1, 'Range.getOffsetRange');
      const area = areaOf(top + rows, left + columns, bottom + rows, right + columns);
      return moved(range, area, scope, 'Range.getOffsetRange');
    },
  },
  getResizedRange: {
    kind: 'path',
    since: '1.2',
    get: (range, args, scope) => {
      const { top, left, bottom, right } = range.area;
      const rows = integerAt(args, 0, 'Range.getResizedRange');
      const columns = integerAt(args, 1, 'Range.getResizedRange');
      return moved(range, areaOf(top, left, bottom + rows, right + columns), scope, 'Range.getResizedRange');
    },
  },
  getAbsoluteResizedRange: {
    kind: 'path',
    since: '1.7',
    get: (range, args, scope) => {
      const { top, left } = range.area;
      const rows = integerAt(args, 0, 'Range.getAbsoluteResizedRange');
      const columns = integerAt(args, 1, 'Range.getAbsoluteResizedRange');
      const area = areaOf(top, left, top + rows - 1, left + columns - 1);
      return moved(range, area, scope, 'Range.getAbsoluteResizedRange');
    },
  },
  getEntireRow: {
    kind: 'path',
    since: '1.1',
    get: ({ sheet, area }, _args, scope) =>
      bindRange({ sheet, area: { ...area, left: 0, right: LAST_COLUMN } }, scope),
  },
  getEntireColumn: {
    kind: 'path',
    since: '1.1',
    get: ({ sheet, area }, _args, scope) =>
      bindRange({ sheet, area: { ...area, top: 0, bottom: LAST_ROW } }, scope),
  },
  getLastCell: {
    kind: 'path',
    since: '1.1',
    get: ({ sheet, area: { bottom, right } }, _args, scope) =>
      bindRange({ sheet, area: areaOf(bottom, right, bottom, right) }, scope),
  },
  getLastRow: {
    kind: 'path',
    since: '1.1',
    get: ({ sheet, area }, _args, scope) => bindRange({ sheet, area: { ...area, top: area.bottom } }, scope),
  },
  getLastColumn: {
    kind: 'path',
    since: '1.1',
    get: ({ sheet, area }, _args, scope) => bindRange({ sheet, area: { ...area, left: area.right } }, scope),
  },
  getUsedRange: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const area = usedIn(range, flagAt(args, 0, 'Range.getUsedRange'));
      if (!area) throw new HostError('ItemNotFound', 'Range.getUsedRange');
      return bindRange({ sheet: range.sheet, area }, scope);
    },
  },
  getUsedRangeOrNullObject: {
    kind: 'path',
    since: '1.4',
    get: (range, args, scope) => {
      const area = usedIn(range, flagAt(args, 0, 'Range.getUsedRangeOrNullObject'));
      return area && bindRange({ sheet: range.sheet, area }, scope);
    },
  },
  getBoundingRect: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const other = otherArea(range, args, scope, 'Range.getBoundingRect');
      return bindRange({ sheet: range.sheet, area: boundingArea(range.area, other) }, scope);
    },
  },
  getIntersection: {
    kind: 'path',
    since: '1.1',
    get: (range, args, scope) => {
      const area = intersection(range.area, otherArea(range, args, scope, 'Range.getIntersection'));
      if (!area) throw new HostError('ItemNotFound', 'Range.getIntersection');
      return bindRange({ sheet: range.sheet, area }, scope);
    },
  },
  getIntersectionOrNullObject: {
    kind: 'path',
    since: '1.4',
    get: (range, args, scope) => {
      const other = otherArea(range, args, scope, 'Range.getIntersectionOrNullObject');
      const area = intersection(range.area, other);
      return area && bindRange({ sheet: range.sheet, area }, scope);
    },
  },
  getMergedAreasOrNullObject: {
    kind: 'path',
    since: '1.13',
    get: ({ sheet, area }, _args, scope) => {
      const areas = sheet.merges.filter((merge) => intersection(merge, area));
      return areas.length === 0 ? null : bindRangeAreas({ sheet, areas }, scope);
    },
  },
};

function moved(range: RangeTarget, area: Area, scope: Scope, location: string): Instance {
  if (!isOnSheet(area)) throw invalid(location);
  return bindRange({ sheet: range.sheet, area }, scope);
}

/** A range or an address as argument. */
function otherArea(range: RangeTarget, args: readonly Argument[], scope: Scope, location: string): Area {
  const place = placeAt(args, 0) ?? parseReference(textAt(args, 0, location), range.sheet, scope.book);
  const [area, ...more] = place?.areas ?? [];
  if (!place || !area || more.length > 0 || place.sheet.id !== range.sheet.id) throw invalid(location);
  return area;
}
