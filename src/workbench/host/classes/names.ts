/** Excel.NamedItemCollection and Excel.NamedItem. */
import type { Book, DefinedName, Sheet } from '../../book/book';
import { labelOf, parseReference } from '../addresses';
import { textAt } from '../arguments';
import { bind, type ClassDefinition, type Instance, type Scope } from '../definition';
import { HostError } from '../hostError';
import { bindRange } from './range';

/** The name of what a filter covers, which Excel keeps to itself. */
const FILTER = '_FilterDatabase';

/** Names of the workbook, or of one sheet. */
interface Names {
  readonly sheet: Sheet | null;
}

export const namedItemCollection: ClassDefinition<Names> = {
  name: 'NamedItemCollection',
  items: (names, scope) => namesOf(names, scope.book).map((name) => bind(namedItem, name, scope)),
  item: (names, key, scope) => find(names, key, scope),
  members: {
    getCount: {
      kind: 'method',
      since: '1.4',
      call: (names, _args, { book }) => namesOf(names, book).length,
    },
    getItemOrNullObject: {
      kind: 'path',
      since: '1.4',
      get: (names, args, scope) =>
        find(names, textAt(args, 0, 'NamedItemCollection.getItemOrNullObject'), scope),
    },
  },
};

export const namedItem: ClassDefinition<DefinedName> = {
  name: 'NamedItem',
  identity: (name) => ({ _Id: labelOf(name) }),
  members: {
    name: { kind: 'value', since: '1.1', read: labelOf },
    formula: { kind: 'value', since: '1.7', read: ({ formula }) => `=${formula}` },
    scope: {
      kind: 'value',
      since: '1.4',
      read: ({ sheet }) => (sheet === null ? 'Workbook' : 'Worksheet'),
    },
    type: {
      kind: 'value',
      since: '1.1',
      read: (name, { book }) => (placeOf(name, book) ? 'Range' : 'String'),
    },
    value: { kind: 'value', since: '1.1', read: ({ formula }) => formula },
    visible: { kind: 'value', since: '1.1', read: (name) => labelOf(name) !== FILTER },
    getRange: {
      kind: 'path',
      since: '1.1',
      get: (name, _args, scope) => {
        const range = rangeOf(name, scope);
        if (!range) throw new HostError('InvalidReference', 'NamedItem.getRange');
        return range;
      },
    },
    getRangeOrNullObject: {
      kind: 'path',
      since: '1.4',
      get: (name, _args, scope) => rangeOf(name, scope),
    },
  },
};

function namesOf({ sheet }: Names, book: Book): DefinedName[] {
  return book.names.filter((name) => name.sheet === (sheet?.name ?? null));
}

function find(names: Names, key: unknown, scope: Scope): Instance | null {
  const wanted = typeof key === 'string' ? key.toLowerCase() : null;
  const found = namesOf(names, scope.book).find((name) => labelOf(name).toLowerCase() === wanted);
  return found ? bind(namedItem, found, scope) : null;
}

function placeOf({ formula, sheet }: DefinedName, book: Book) {
  const home = book.sheets.find(({ name }) => name === sheet) ?? book.activeSheet;
  return parseReference(formula, home, book);
}

function rangeOf(name: DefinedName, scope: Scope): Instance | null {
  const place = placeOf(name, scope.book);
  const area = place?.areas[0];
  return place && area ? bindRange({ sheet: place.sheet, area }, scope) : null;
}
