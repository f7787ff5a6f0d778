/**
 * How classes of Office.js are written down: a table of members, each with the ExcelApi version that brought it, beside the functions
 * that do its work. `bind` makes an object of such a class from what it stands for.
 */
import type { Area, Book } from '../book/book';
import { asHostError, HostError } from './hostError';
import type { Place } from './place';
import type { Json, JsonObject } from './protocol';
import type { References } from './references';
import type { Registrations, ShiftType } from './events';

/** What members need besides the thing they belong to. */
export interface Scope {
  readonly book: Book;
  readonly references: References;
  readonly registrations: Registrations;
  /** Whether a version of ExcelApi is there: "1.9". */
  readonly isSupported: (version: string) => boolean;
  /** Notes that cells were set, or conditional formats and settings added or removed. */
  readonly noteChanges: (count: number) => void;
  /** Says what the next change of the sheet's structure is, for the event that it becomes. */
  readonly noteShift: (changeType: ShiftType, area: Area) => void;
  /** Notes that a member was called or set, such as "Worksheet.delete": some make Excel forget what could be undone. */
  readonly noteDone: (member: string) => void;
}

export type Argument =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'object'; readonly object: Instance };

/** "1.9" of ExcelApi; null for a member of the protocol that no requirement set lists. */
type Since = string | null;

export type Member<T> =
  | {
      readonly kind: 'value';
      readonly since: Since;
      /** Not among what `load()` without names brings. */
      readonly isQuiet?: boolean;
      readonly read: (target: T, scope: Scope) => Json;
      readonly write?: (target: T, value: Json, scope: Scope) => void;
    }
  | {
      readonly kind: 'object';
      readonly since: Since;
      readonly get: (target: T, scope: Scope) => Instance | null;
    }
  | {
      readonly kind: 'method';
      readonly since: Since;
      /** The call changes the workbook. */
      readonly writes?: boolean;
      readonly call: (target: T, args: readonly Argument[], scope: Scope) => Json | undefined;
    }
  | {
      readonly kind: 'path';
      readonly since: Since;
      readonly writes?: boolean;
      /** A method that leads to another object; null for a null object. */
      readonly get: (target: T, args: readonly Argument[], scope: Scope) => Instance | null;
    };

export interface ClassDefinition<T> {
  readonly name: string;
  readonly members: Readonly<Record<string, Member<T>>>;
  /** What is known of an object as soon as it is reached, such as its id. */
  readonly identity?: (target: T, scope: Scope) => JsonObject;
  /** Of a collection. */
  readonly items?: (target: T, scope: Scope) => readonly Instance[];
  /** `getItem`; null when there is none. */
  readonly item?: (target: T, key: Json, scope: Scope) => Instance | null;
  /** The cells that an object stands for, so that it can be an argument. */
  readonly place?: (target: T) => Place;
  /** Of objects that `_KeepReference` keeps across batches: the same at other cells, when rows or columns have come or gone. */
  readonly move?: (target: T, areas: readonly Area[]) => T;
}

export type BoundMember =
  | {
      readonly kind: 'value';
      readonly since: Since;
      readonly isQuiet: boolean;
      readonly read: () => Json;
      readonly write: ((value: Json) => void) | null;
    }
  | { readonly kind: 'object'; readonly since: Since; readonly get: () => Instance | null }
  | {
      readonly kind: 'method';
      readonly since: Since;
      readonly call: (args: readonly Argument[]) => Json | undefined;
    }
  | {
      readonly kind: 'path';
      readonly since: Since;
      readonly get: (args: readonly Argument[]) => Instance | null;
    };

export interface Instance {
  readonly className: string;
  readonly place: Place | null;
  /** Null for an object that is not kept across batches. */
  readonly move: ((areas: readonly Area[]) => Instance) | null;
  readonly memberNames: readonly string[];
  identity(): JsonObject;
  /** Null for an object that is no collection. */
  items(): readonly Instance[] | null;
  /** @throws HostError ItemNotFound */
  item(key: Json): Instance;
  member(name: string): BoundMember | null;
}

export function bind<T>(definition: ClassDefinition<T>, target: T, scope: Scope): Instance {
  const { name: className, members, move } = definition;
  return {
    className,
    get place() {
      return definition.place?.(target) ?? null;
    },
    move: move ? (areas) => bind(definition, move(target, areas), scope) : null,
    memberNames: Object.keys(members),
    identity: () => definition.identity?.(target, scope) ?? {},
    items: () => definition.items?.(target, scope) ?? null,
    item: (key) => {
      if (!definition.item)
        throw new HostError('ApiNotFound', className, `${className} has no items by key here.`);
      const item = definition.item(target, key, scope);
      if (!item) throw new HostError('ItemNotFound', `${className}.getItem`);
      return item;
    },
    member: (name) => {
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      return member ? bindMember(member, target, scope) : null;
    },
  };
}

function bindMember<T>(member: Member<T>, target: T, scope: Scope): BoundMember {
  const { since } = member;
  switch (member.kind) {
    case 'value': {
      const { read, write } = member;
      return {
        kind: 'value',
        since,
        isQuiet: member.isQuiet === true,
        read: () => read(target, scope),
        write: write
          ? (value) => {
              write(target, value, scope);
            }
          : null,
      };
    }
    case 'object':
      return { kind: 'object', since, get: () => member.get(target, scope) };
    case 'method':
      return { kind: 'method', since, call: (args) => member.call(target, args, scope) };
    case 'path':
      return { kind: 'path', since, get: (args) => member.get(target, args, scope) };
  }
}

/** Runs what a member does; a refusal tells at which member it happened: "Range.values". */
export function performAt<T>(location: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw asHostError(thrown, location);
  }
}

/**
 * The member of an object, if the requirement set has it.
 * @throws HostError ApiNotFound
 */
export function findMember(object: Instance, name: string, scope: Scope): BoundMember {
  const location = `${object.className}.${name}`;
  const member = object.member(name);
  if (!member) {
    throw new HostError('ApiNotFound', location, `The workbench does not know ${location}.`);
  }
  if (member.since !== null && !scope.isSupported(member.since)) {
    throw new HostError('ApiNotFound', location, `${location} needs ExcelApi ${member.since}.`);
  }
  return member;
}
