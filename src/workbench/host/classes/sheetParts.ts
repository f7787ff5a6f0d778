/** Excel.WorksheetFreezePanes and Excel.AutoFilter, as far as they can be read. */
import type { Area, Sheet } from '../../book/book';
import type { ClassDefinition } from '../definition';
import { HostError } from '../hostError';
import { areaOf, LAST_COLUMN, LAST_ROW } from '../place';
import { bindRange } from './range';

export const worksheetFreezePanes: ClassDefinition<Sheet> = {
  name: 'WorksheetFreezePanes',
  members: {
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
