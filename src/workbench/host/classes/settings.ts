/** Excel.SettingCollection and Excel.Setting: what an add-in keeps in the workbook, any JSON value by key. */
import type { Book } from '../../book/book';
import { textAt, valueAt } from '../arguments';
import { bind, type ClassDefinition, type Instance, type Scope } from '../definition';
import { HostError } from '../hostError';
import type { Json } from '../protocol';

export const settingCollection: ClassDefinition<Book> = {
  name: 'SettingCollection',
  items: ({ settings }, scope) => [...settings.keys()].map((key) => bind(settingClass, key, scope)),
  item: (book, key, scope) => find(book, key, scope),
  members: {
    getCount: { kind: 'method', since: '1.4', call: ({ settings }) => settings.size },
    getItemOrNullObject: {
      kind: 'path',
      since: '1.4',
      get: (book, args, scope) => find(book, textAt(args, 0, 'SettingCollection.getItemOrNullObject'), scope),
    },
    add: {
      kind: 'path',
      since: '1.4',
      writes: true,
      get: (book, args, scope) => {
        const key = textAt(args, 0, 'SettingCollection.add');
        setSetting(book, key, valueAt(args, 1, 'SettingCollection.add'), scope);
        return bind(settingClass, key, scope);
      },
    },
  },
};

export const settingClass: ClassDefinition<string> = {
  name: 'Setting',
  identity: (key) => ({ _Id: key }),
  members: {
    key: { kind: 'value', since: '1.4', read: (key) => key },
    value: {
      kind: 'value',
      since: '1.4',
      read: (key, { book }) => {
        const json = book.settings.get(key);
        if (json === undefined) throw new HostError('ItemNotFound', 'Setting.value');
        return JSON.parse(json) as Json;
      },
      write: (key, value, scope) => {
        setSetting(scope.book, key, value, scope);
      },
    },
    delete: {
      kind: 'method',
      since: '1.4',
      writes: true,
      call: (key, _args, { book, noteChanges }) => {
        if (!book.settings.has(key)) throw new HostError('ItemNotFound', 'Setting.delete');
        book.setSetting(key, null);
        noteChanges(1);
        return undefined;
      },
    },
  },
};

function find({ settings }: Book, key: Json, scope: Scope): Instance | null {
  return typeof key === 'string' && settings.has(key) ? bind(settingClass, key, scope) : null;
}

function setSetting(book: Book, key: string, value: Json, scope: Scope): void {
  book.setSetting(key, JSON.stringify(value));
  scope.noteChanges(1);
}
