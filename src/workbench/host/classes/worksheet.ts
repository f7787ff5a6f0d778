/** Excel.Worksheet. */
import type { Area, Sheet, Visibility } from '../../book/book';
import { parseAddresses } from '../addresses';
import { choiceAt, flagAt, integerAt, invalid, optionalTextAt } from '../arguments';
import {
  bind,
  type Argument,
  type ClassDefinition,
  type Instance,
  type Member,
  type Scope,
} from '../definition';
import { HostError } from '../hostError';
import { areaOf, isOnSheet, WHOLE_SHEET } from '../place';
import { autoFilter, worksheetFreezePanes } from './sheetParts';
import { eventMembers } from './eventMembers';
import { namedItemCollection } from './names';
import { pageLayout } from './pageLayout';
import { worksheetProtection } from './protection';
import { bindRange, rangeAt } from './range';
import { bindRangeAreas } from './rangeAreas';

const VISIBILITY: Readonly<Record<Visibility, string>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  'very-hidden': 'VeryHidden',
};

/** Excel gives A1 as the used range of an empty sheet. */
const FIRST_CELL: Area = areaOf(0, 0, 0, 0);

export function bindWorksheet(sheet: Sheet, scope: Scope): Instance {
  return bind(worksheetClass, sheet, scope);
}

export const worksheetClass: ClassDefinition<Sheet> = {
  name: 'Worksheet',
  identity: ({ id }) => ({ Id: id }),
  members: {
    ...eventMembers<Sheet>('worksheet', ({ id }) => id),
    id: { kind: 'value', since: '1.1', read: ({ id }) => id },
    name: {
      kind: 'value',
      since: '1.1',
      read: ({ name }) => name,
      write: (sheet, value, { book, noteChanges }) => {
        if (typeof value !== 'string') throw invalid('Worksheet.name');
        book.renameSheet(sheet, value);
        noteChanges(1);
      },
    },
    position: {
      kind: 'value',
      since: '1.1',
      read: (sheet, { book }) => positionOf(sheet, book.sheets),
      write: (sheet, value, { book, noteChanges }) => {
        if (typeof value !== 'number') throw invalid('Worksheet.position');
        book.moveSheet(sheet, value);
        noteChanges(1);
      },
    },
    showGridlines: {
      kind: 'value',
      since: '1.8',
      read: ({ showsGridlines }) => showsGridlines,
      write: (sheet, value, { noteChanges }) => {
        if (typeof value !== 'boolean') throw invalid('Worksheet.showGridlines');
        sheet.setGridlines(value);
        noteChanges(1);
      },
    },
    visibility: {
      kind: 'value',
      since: '1.1',
      read: ({ visibility }) => VISIBILITY[visibility],
      write: (sheet, value, { noteChanges }) => {
        const visibility = (['visible', 'hidden', 'very-hidden'] as const).find(
          (candidate) => VISIBILITY[candidate] === value,
        );
        if (!visibility) throw invalid('Worksheet.visibility');
        sheet.setVisibility(visibility);
        noteChanges(1);
      },
    },
    protection: {
      kind: 'object',
      since: '1.2',
      get: (sheet, scope) => bind(worksheetProtection, sheet, scope),
    },
    names: {
      kind: 'object',
      since: '1.4',
      get: (sheet, scope) => bind(namedItemCollection, { sheet }, scope),
    },
    freezePanes: {
      kind: 'object',
      since: '1.7',
      get: (sheet, scope) => bind(worksheetFreezePanes, sheet, scope),
    },
    pageLayout: { kind: 'object', since: '1.9', get: (sheet, scope) => bind(pageLayout, sheet, scope) },
    autoFilter: { kind: 'object', since: '1.9', get: (sheet, scope) => bind(autoFilter, sheet, scope) },
    activate: {
      kind: 'method',
      since: '1.1',
      call: (sheet, _args, { book }) => {
        if (sheet.visibility !== 'visible') throw new HostError('InvalidOperation', 'Worksheet.activate');
        book.activate(sheet);
        return undefined;
      },
    },
    copy: {
      kind: 'path',
      since: '1.7',
      writes: true,
      get: (sheet, args, scope) => {
        const copy = scope.book.copySheet(sheet, copyPosition(args, scope));
        scope.noteChanges(1);
        return bindWorksheet(copy, scope);
      },
    },
    calculate: { kind: 'method', since: '1.6', call: () => undefined },
    delete: {
      kind: 'method',
      since: '1.1',
      writes: true,
      call: (sheet, _args, { book, noteChanges }) => {
        book.deleteSheet(sheet);
        noteChanges(1);
        return undefined;
      },
    },
    getRange: {
      kind: 'path',
      since: '1.1',
      get: (sheet, args, scope) => {
        const address = optionalTextAt(args, 0, 'Worksheet.getRange');
        if (address === null) return bindRange({ sheet, area: WHOLE_SHEET }, scope);
        return rangeAt(address, sheet, scope, 'Worksheet.getRange');
      },
    },
    getRangeByIndexes: {
      kind: 'path',
      since: '1.7',
      get: (sheet, args, scope) => {
        const [top, left, rows, columns] = [0, 1, 2, 3].map((index) =>
          integerAt(args, index, 'Worksheet.getRangeByIndexes'),
        );
        if (top === undefined || left === undefined || rows === undefined || columns === undefined) {
          throw invalid('Worksheet.getRangeByIndexes');
        }
        const area = areaOf(top, left, top + rows - 1, left + columns - 1);
        if (!isOnSheet(area)) throw invalid('Worksheet.getRangeByIndexes');
        return bindRange({ sheet, area }, scope);
      },
    },
    getRanges: {
      kind: 'path',
      since: '1.9',
      get: (sheet, args, scope) => {
        const address = optionalTextAt(args, 0, 'Worksheet.getRanges');
        if (address === null) return bindRangeAreas({ sheet, areas: [WHOLE_SHEET] }, scope);
        const place = parseAddresses(address, sheet, scope.book, 'Worksheet.getRanges');
        if (place.areas.length === 0) throw invalid('Worksheet.getRanges');
        return bindRangeAreas(place, scope);
      },
    },
    getCell: {
      kind: 'path',
      since: '1.1',
      get: (sheet, args, scope) => {
        const row = integerAt(args, 0, 'Worksheet.getCell');
        const column = integerAt(args, 1, 'Worksheet.getCell');
        const area = areaOf(row, column, row, column);
        if (!isOnSheet(area)) throw invalid('Worksheet.getCell');
        return bindRange({ sheet, area }, scope);
      },
    },
    getUsedRange: {
      kind: 'path',
      since: '1.1',
      get: (sheet, args, scope) => {
        const area = sheet.usedArea(flagAt(args, 0, 'Worksheet.getUsedRange')) ?? FIRST_CELL;
        return bindRange({ sheet, area }, scope);
      },
    },
    getUsedRangeOrNullObject: {
      kind: 'path',
      since: '1.4',
      get: (sheet, args, scope) => {
        const area = sheet.usedArea(flagAt(args, 0, 'Worksheet.getUsedRangeOrNullObject'));
        return area && bindRange({ sheet, area }, scope);
      },
    },
    getNext: {
      kind: 'path',
      since: '1.5',
      get: (sheet, args, scope) =>
        required(neighbour(sheet, 1, flagAt(args, 0, 'Worksheet.getNext'), scope), 'Worksheet.getNext'),
    },
    getNextOrNullObject: {
      kind: 'path',
      since: '1.5',
      get: (sheet, args, scope) =>
        neighbour(sheet, 1, flagAt(args, 0, 'Worksheet.getNextOrNullObject'), scope),
    },
    getPrevious: {
      kind: 'path',
      since: '1.5',
      get: (sheet, args, scope) =>
        required(
          neighbour(sheet, -1, flagAt(args, 0, 'Worksheet.getPrevious'), scope),
          'Worksheet.getPrevious',
        ),
    },
    getPreviousOrNullObject: {
      kind: 'path',
      since: '1.5',
      get: (sheet, args, scope) =>
        neighbour(sheet, -1, flagAt(args, 0, 'Worksheet.getPreviousOrNullObject'), scope),
    },
    /** How Office.js finds a neighbouring sheet, or a copy, again in later batches. */
    _GetSheetById: sheetById('Worksheet.getNext'),
    _GetAnotherWorksheetById: sheetById('Worksheet.copy'),
  },
};

function sheetById(location: string): Member<Sheet> {
  return {
    kind: 'path',
    since: null,
    get: (_sheet, args, scope) => {
      const id = optionalTextAt(args, 0, location);
      const found = scope.book.sheets.find((candidate) => candidate.id === id);
      return required(found ? bindWorksheet(found, scope) : null, location);
    },
  };
}

/** Where a copy goes among the tabs. */
function copyPosition(args: readonly Argument[], { book }: Scope): number {
  const location = 'Worksheet.copy';
  const type = choiceAt(args, 0, ['None', 'Beginning', 'End', 'Before', 'After'], location);
  if (type === 'None' || type === 'Beginning') return 0;
  if (type === 'End') return book.sheets.length;
  const relative = args[1]?.kind === 'object' ? args[1].object : null;
  const id = relative?.className === 'Worksheet' ? relative.identity()['Id'] : null;
  const at = book.sheets.findIndex((candidate) => candidate.id === id);
  if (at < 0) throw invalid(location);
  return type === 'Before' ? at : at + 1;
}

function positionOf(sheet: Sheet, sheets: readonly Sheet[]): number {
  return sheets.findIndex(({ id }) => id === sheet.id);
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean, scope: Scope): Instance | null {
  const { sheets } = scope.book;
  for (let index = positionOf(sheet, sheets) + step; ; index += step) {
    const candidate = sheets[index];
    if (!candidate) return null;
    if (!visibleOnly || candidate.visibility === 'visible') return bindWorksheet(candidate, scope);
  }
}

function required(object: Instance | null, location: string): Instance {
  if (!object) throw new HostError('ItemNotFound', location);
  return object;
}
