/** Excel.Workbook, where every batch begins, and Excel.Application, Excel.Runtime beside it. */
import type { Book } from '../../book/book';
import { choiceAt, textAt } from '../arguments';
import { bind, type ClassDefinition } from '../definition';
import { HostError } from '../hostError';
import { areaOf } from '../place';
import { invalid } from '../arguments';
import { namedItemCollection } from './names';
import { workbookProtection } from './protection';
import { bindRange } from './range';
import { bindRangeAreas } from './rangeAreas';
import { settingCollection } from './settings';
import { worksheetCollection } from './worksheets';

export const workbookClass: ClassDefinition<Book> = {
  name: 'Workbook',
  members: {
    name: { kind: 'value', since: '1.7', read: ({ name }) => name },
    readOnly: { kind: 'value', since: '1.8', read: () => false },
    application: { kind: 'object', since: '1.1', get: (book, scope) => bind(application, book, scope) },
    worksheets: {
      kind: 'object',
      since: '1.1',
      get: (book, scope) => bind(worksheetCollection, book, scope),
    },
    names: {
      kind: 'object',
      since: '1.1',
      get: (_book, scope) => bind(namedItemCollection, { sheet: null }, scope),
    },
    settings: { kind: 'object', since: '1.4', get: (book, scope) => bind(settingCollection, book, scope) },
    protection: { kind: 'object', since: '1.7', get: (book, scope) => bind(workbookProtection, book, scope) },
    _Runtime: { kind: 'object', since: null, get: (book, scope) => bind(runtime, book, scope) },
    getSelectedRange: {
      kind: 'path',
      since: '1.1',
      get: ({ activeSheet, selection }, _args, scope) =>
        bindRange({ sheet: activeSheet, area: selection }, scope),
    },
    getSelectedRanges: {
      kind: 'path',
      since: '1.9',
      get: ({ activeSheet, selection }, _args, scope) =>
        bindRangeAreas({ sheet: activeSheet, areas: [selection] }, scope),
    },
    getActiveCell: {
      kind: 'path',
      since: '1.7',
      get: ({ activeSheet, selection: { top, left } }, _args, scope) =>
        bindRange({ sheet: activeSheet, area: areaOf(top, left, top, left) }, scope),
    },
    /** The cells of an event, by the reference that came with it. */
    _GetRangeForEventByReferenceId: {
      kind: 'path',
      since: null,
      get: (_book, args, { references }) => {
        const found = references.find(textAt(args, 0, 'Workbook'));
        if (!found) throw new HostError('ItemNotFound', 'WorksheetChangedEventArgs.getRange');
        return found;
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      kind: 'path',
      since: null,
      get: (_book, args, { references }) => references.find(textAt(args, 0, 'Workbook')),
    },
    _RemoveReference: {
      kind: 'method',
      since: null,
      call: (_book, args, { references }) => {
        references.drop(textAt(args, 0, 'Workbook'));
        return undefined;
      },
    },
    _RemoveAllReferences: {
      kind: 'method',
      since: null,
      call: (_book, _args, { references }) => {
        references.dropAll();
        return undefined;
      },
    },
    _GetReferenceCount: {
      kind: 'method',
      since: null,
      call: (_book, _args, { references }) => references.size,
    },
  },
};

export const application: ClassDefinition<Book> = {
  name: 'Application',
  members: {
    calculationMode: { kind: 'value', since: '1.1', read: () => 'Automatic' },
    calculationState: { kind: 'value', since: '1.9', read: () => 'Done' },
    calculate: {
      kind: 'method',
      since: '1.1',
      call: (_book, args) => {
        choiceAt(args, 0, ['Recalculate', 'Full', 'FullRebuild'], 'Application.calculate');
        return undefined;
      },
    },
    suspendApiCalculationUntilNextSync: { kind: 'method', since: '1.6', call: () => undefined },
    suspendScreenUpdatingUntilNextSync: { kind: 'method', since: '1.9', call: () => undefined },
  },
};

export const runtime: ClassDefinition<Book> = {
  name: 'Runtime',
  members: {
    enableEvents: {
      kind: 'value',
      since: '1.8',
      read: (_book, { registrations }) => registrations.areEnabled,
      write: (_book, value, { registrations }) => {
        if (typeof value !== 'boolean') throw invalid('Runtime.enableEvents');
        registrations.areEnabled = value;
      },
    },
  },
};
