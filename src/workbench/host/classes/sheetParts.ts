/** Excel.WorksheetFreezePanes, and Excel.AutoFilter as far as it can be read. */
import type { Area, Sheet } from '../../book/book';
import { parseAddresses } from '../addresses';
import { invalid, placeAt, textAt, valueAt } from '../arguments';
import type { Argument, ClassDefinition, Scope } from '../definition';
import { HostError } from '../hostError';
import { areaOf, isEntireColumn, isEntireRow, LAST_COLUMN, LAST_ROW } from '../place';
import { bindRange } from './range';

export const worksheetFreezePanes: ClassDefinition<Sheet> = {
  name: 'WorksheetFreezePanes',
  members: {
    freezeRows: {
      kind: 'method',
      since: '1.7',
      writes: true,
      call: (sheet, args, scope) => {
        freeze(sheet, { rows: countAt(args, 'WorksheetFreezePanes.freezeRows'), columns: 0 }, scope);
        return undefined;
      },
    },
    freezeColumns: {
      kind: 'method',
      since: '1.7',
      writes: true,
      call: (sheet, args, scope) => {
        freeze(sheet, { rows: 0, columns: countAt(args, 'WorksheetFreezePanes.freezeColumns') }, scope);
        return undefined;
      },
    },
    freezeAt: {
      kind: 'method',
      since: '1.7',
      writes: true,
      call: (sheet, args, scope) => {
        freeze(sheet, frozenAt(sheet, args, scope), scope);
        return undefined;
      },
    },
    unfreeze: {
      kind: 'method',
      since: '1.7',
      writes: true,
      call: (sheet, _args, scope) => {
        freeze(sheet, { rows: 0, columns: 0 }, scope);
        return undefined;
      },
    },
    getLocation: {
      kind: 'path',
      since: '1.7',
      get: (sheet, _args, scope) => {
        const area = frozenArea(sheet);
        if (!area) throw new HostError('ItemNotFound', 'WorksheetFreezePanes.getLocation');
        return bindRange({ sheet, area }, scope);
      },
    },
    getLocationOrNullObject: {
      kind: 'path',
      since: '1.7',
      get: (sheet, _args, scope) => {
        const area = frozenArea(sheet);
        return area && bindRange({ sheet, area }, scope);
      },
    },
  },
};

export const autoFilter: ClassDefinition<Sheet> = {
  name: 'AutoFilter',
  members: {
    enabled: { kind: 'value', since: '1.9', read: ({ filter }) => filter !== null },
    isDataFiltered: { kind: 'value', since: '1.9', read: hasFilteredRows },
    getRange: {
      kind: 'path',
      since: '1.9',
      get: (sheet, _args, scope) => {
        if (!sheet.filter) throw new HostError('ItemNotFound', 'AutoFilter.getRange');
        return bindRange({ sheet, area: sheet.filter }, scope);
      },
    },
    getRangeOrNullObject: {
      kind: 'path',
      since: '1.9',
      get: (sheet, _args, scope) => sheet.filter && bindRange({ sheet, area: sheet.filter }, scope),
    },
  },
};

function freeze(sheet: Sheet, frozen: Sheet['frozen'], scope: Scope): void {
  sheet.freeze(frozen);
  scope.noteChanges(1);
}

/** One when left out; zero lets go. */
function countAt(args: readonly Argument[], location: string): number {
  const count = valueAt(args, 0, location) ?? 1;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) throw invalid(location);
  return count;
}

/** Down to the last row and column of a range; whole columns freeze no rows, and null lets go of all. */
function frozenAt(sheet: Sheet, args: readonly Argument[], scope: Scope): Sheet['frozen'] {
  const location = 'WorksheetFreezePanes.freezeAt';
  const place = placeAt(args, 0);
  if (!place && valueAt(args, 0, location) === null) return { rows: 0, columns: 0 };
  const { sheet: own, areas } =
    place ?? parseAddresses(textAt(args, 0, location), sheet, scope.book, location);
  const [area, ...more] = areas;
  if (!area || more.length > 0 || own.id !== sheet.id) throw invalid(location);
  return {
    rows: isEntireColumn(area) ? 0 : area.bottom + 1,
    columns: isEntireRow(area) ? 0 : area.right + 1,
  };
}

/** A filter is set when it hides rows. */
function hasFilteredRows(sheet: Sheet): boolean {
  const { filter } = sheet;
  if (!filter) return false;
  for (let row = filter.top + 1; row <= filter.bottom; row += 1) if (sheet.isRowHidden(row)) return true;
  return false;
}

function frozenArea({ frozen: { rows, columns } }: Sheet): Area | null {
  if (rows === 0 && columns === 0) return null;
  return areaOf(0, 0, rows === 0 ? LAST_ROW : rows - 1, columns === 0 ? LAST_COLUMN : columns - 1);
}
