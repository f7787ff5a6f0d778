/** Excel.WorksheetCollection. */
import type { Book, Sheet } from '../../book/book';
import { findSheet } from '../addresses';
import { flagAt, optionalTextAt, textAt } from '../arguments';
import type { ClassDefinition, Instance, Scope } from '../definition';
import { WORKBOOK_TARGET } from '../events';
import { HostError } from '../hostError';
import type { Json } from '../protocol';
import { eventMembers } from './eventMembers';
import { bindWorksheet } from './worksheet';

export const worksheetCollection: ClassDefinition<Book> = {
  name: 'WorksheetCollection',
  items: ({ sheets }, scope) => sheets.map((sheet) => bindWorksheet(sheet, scope)),
  item: (book, key, scope) => find(book, key, scope),
  members: {
    ...eventMembers<Book>('collection', () => WORKBOOK_TARGET),
    add: {
      kind: 'path',
      since: '1.1',
      writes: true,
      get: (book, args, scope) => {
        const sheet = book.addSheet(optionalTextAt(args, 0, 'WorksheetCollection.add'));
        scope.noteChanges(1);
        return bindWorksheet(sheet, scope);
      },
    },
    getActiveWorksheet: {
      kind: 'path',
      since: '1.1',
      get: ({ activeSheet }, _args, scope) => bindWorksheet(activeSheet, scope),
    },
    getCount: {
      kind: 'method',
      since: '1.4',
      call: (book, args) => listed(book, flagAt(args, 0, 'WorksheetCollection.getCount')).length,
    },
    getFirst: {
      kind: 'path',
      since: '1.5',
      get: (book, args, scope) => {
        const [first] = listed(book, flagAt(args, 0, 'WorksheetCollection.getFirst'));
        return existing(first, 'WorksheetCollection.getFirst', scope);
      },
    },
    getLast: {
      kind: 'path',
      since: '1.5',
      get: (book, args, scope) => {
        const last = listed(book, flagAt(args, 0, 'WorksheetCollection.getLast')).at(-1);
        return existing(last, 'WorksheetCollection.getLast', scope);
      },
    },
    getItemOrNullObject: {
      kind: 'path',
      since: '1.4',
      get: (book, args, scope) =>
        find(book, textAt(args, 0, 'WorksheetCollection.getItemOrNullObject'), scope),
    },
  },
};

function listed({ sheets }: Book, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? sheets.filter(({ visibility }) => visibility === 'visible') : sheets;
}

/** By name or id. */
function find(book: Book, key: Json, scope: Scope): Instance | null {
  if (typeof key !== 'string') return null;
  const sheet = book.sheets.find(({ id }) => id === key) ?? findSheet(book, key);
  return sheet && bindWorksheet(sheet, scope);
}

function existing(sheet: Sheet | undefined, location: string, scope: Scope): Instance {
  if (!sheet) throw new HostError('ItemNotFound', location);
  return bindWorksheet(sheet, scope);
}
