/**
 * Runs the actions of a batch one after another, as Excel does: a path is followed when it is instantiated, what is asked of a null
 * object is null, and after an action that fails the later ones do not run while the earlier ones stay done.
 */
import type { Book } from '../book/book';
import { fixedAddress } from './addresses';
import { addinInternalService, INTERNAL_SERVICE } from './classes/internalService';
import { workbookClass } from './classes/workbook';
import { bind, findMember, performAt, type Argument, type Instance, type Scope } from './definition';
import { asHostError, HostError } from './hostError';
import {
  isObject,
  type Action,
  type ActionResult,
  type Batch,
  type Json,
  type WireArgument,
} from './protocol';
import { plainName, propertyName, runQuery } from './query';
import { setProperty, writeState } from './update';

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface Outcome {
  readonly results: readonly ActionResult[];
  /** Actions of type trace that were reached: Office.js waits for them. */
  readonly traceIds: readonly number[];
  readonly error: BatchError | null;
}

/** The action with an index fails with a code instead of being run. */
export interface PlannedFailure {
  readonly index: number;
  readonly code: string;
}

export function runBatch(
  batch: Batch,
  book: Book,
  scope: Scope,
  planned: PlannedFailure | null,
  afterAction: () => void,
): Outcome {
  const results: ActionResult[] = [];
  const traceIds: number[] = [];
  const paths = createPaths(batch, book, scope);
  for (const [index, action] of batch.actions.entries()) {
    try {
      if (planned?.index === index) throw new HostError(planned.code, describe(action));
      results.push({ ActionId: action.id, Value: runAction(action, paths, scope) });
      if (action.kind === 'trace') traceIds.push(action.id);
    } catch (thrown) {
      return { results, traceIds, error: batchError(asHostError(thrown, describe(action)), index) };
    } finally {
      afterAction();
    }
  }
  return { results, traceIds, error: null };
}

export function batchError(error: HostError, index: number): BatchError {
  return {
    Code: error.code,
    Message: error.message,
    Location: error.location,
    ActionIndex: index,
    HttpStatusCode: error.httpStatus,
  };
}

/** How Office.js writes an object that is inside of a value: `{formula1: {_ObjectPathId: 4}}`. */
const NESTED_PATH = '_ObjectPathId';

interface Paths {
  /** @throws HostError when the path leads nowhere */
  follow(id: number): Instance | null;
  arguments(wire: readonly WireArgument[]): Argument[];
  /** A value with the ranges that are inside of it written as formulas. */
  spell(value: Json): Json;
  /** Makes the object of a path to be found again in later batches. */
  keep(id: number): void;
  referenceId(id: number): string | null;
}

function createPaths(batch: Batch, book: Book, scope: Scope): Paths {
  const followed = new Map<number, Instance | null>();
  const referenceIds = new Map<number, string>();

  const step = (id: number): Instance | null => {
    const path = batch.paths.get(id);
    if (!path) throw new HostError('InvalidObjectPath', 'Batch');
    switch (path.kind) {
      case 'root':
        return bind(workbookClass, book, scope);
      case 'new':
        if (path.name === INTERNAL_SERVICE) return bind(addinInternalService, null, scope);
        throw new HostError('ApiNotFound', path.name, `The workbench does not know ${path.name}.`);
      case 'null':
        return null;
      case 'reference': {
        const object = scope.references.find(path.id);
        if (!object) throw new HostError('InvalidReference', 'Batch');
        return object;
      }
      case 'property': {
        const parent = follow(path.parent);
        return parent && property(parent, plainName(path.name));
      }
      case 'item': {
        const parent = follow(path.parent);
        const [key] = path.arguments;
        if (!parent) return null;
        if (key?.kind !== 'value') throw new HostError('InvalidArgument', `${parent.className}.getItem`);
        return parent.item(key.value);
      }
      case 'method': {
        const parent = follow(path.parent);
        return parent && callPath(parent, plainName(path.name), argumentsOf(path.arguments));
      }
    }
  };

  const property = (parent: Instance, name: string): Instance | null => {
    const member = findMember(parent, name, scope);
    if (member.kind !== 'object') throw notFound(parent, name);
    return member.get();
  };

  const callPath = (parent: Instance, name: string, args: readonly Argument[]): Instance | null => {
    const member = findMember(parent, name, scope);
    if (member.kind !== 'path') throw notFound(parent, name);
    const object = performAt(`${parent.className}.${name}`, () => member.get(args));
    scope.noteDone(`${parent.className}.${name}`);
    return object;
  };

  const follow = (id: number): Instance | null => {
    const known = followed.get(id);
    if (known !== undefined) return known;
    const object = step(id);
    followed.set(id, object);
    return object;
  };

  const argumentsOf = (wire: readonly WireArgument[]): Argument[] =>
    wire.map((argument) => {
      if (argument.kind === 'value') return argument;
      const object = follow(argument.path);
      return object ? { kind: 'object', object } : { kind: 'value', value: null };
    });

  const spell = (value: Json): Json => {
    if (!isObject(value)) return value;
    const id = value[NESTED_PATH];
    if (typeof id !== 'number')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spell(inner)]));
    const place = follow(id)?.place;
    if (!place) throw new HostError('InvalidArgument', 'Batch');
    return `=${fixedAddress(place)}`;
  };

  return {
    follow,
    arguments: argumentsOf,
    spell,
    keep: (id) => {
      const object = follow(id);
      if (object?.move && !referenceIds.has(id)) {
        referenceIds.set(id, scope.references.keep(object));
      }
    },
    referenceId: (id) => referenceIds.get(id) ?? null,
  };
}

function runAction(action: Action, paths: Paths, scope: Scope): Json {
  if (action.kind === 'trace') return null;
  const object = paths.follow(action.path);
  switch (action.kind) {
    case 'instantiate': {
      const referenceId = paths.referenceId(action.path);
      return object && { ...object.identity(), ...(referenceId !== null && { _ReferenceId: referenceId }) };
    }
    case 'query':
      return runQuery(object, action.query, 'wire', scope);
    case 'query-as-json':
      return runQuery(object, action.query, 'plain', scope);
    case 'call': {
      if (action.name === '_KeepReference') {
        paths.keep(action.path);
        return null;
      }
      return object && call(object, plainName(action.name), paths.arguments(action.arguments), scope);
    }
    case 'set': {
      const [value] = paths.arguments([action.value]);
      if (value?.kind !== 'value') throw new HostError('InvalidArgument', describe(action));
      if (object) setProperty(object, propertyName(action.name), paths.spell(value.value), scope);
      return null;
    }
    case 'update':
      if (object) writeState(object, action.state, scope);
      return null;
    case 'ensure-unchanged': {
      const query = { select: Object.keys(action.state), expand: [], top: null, skip: 0 };
      const now = runQuery(object, query, 'plain', scope);
      const isSame = Object.entries(action.state).every(
        ([name, value]) => isObject(now) && JSON.stringify(now[name]) === JSON.stringify(value),
      );
      if (!isSame) throw new HostError('InvalidOperation', describe(action));
      return null;
    }
    case 'unknown':
      throw new HostError(
        'UnsupportedOperation',
        'Batch',
        `The workbench does not know actions of type ${action.type}.`,
      );
  }
}

function call(object: Instance, name: string, args: readonly Argument[], scope: Scope): Json {
  const member = findMember(object, name, scope);
  if (member.kind !== 'method') throw notFound(object, name);
  const value = performAt(`${object.className}.${name}`, () => member.call(args));
  scope.noteDone(`${object.className}.${name}`);
  return value ?? null;
}

function notFound({ className }: Instance, name: string): HostError {
  return new HostError('ApiNotFound', `${className}.${name}`, `${className}.${name} is of another kind.`);
}

function describe(action: Action): string {
  return 'name' in action ? plainName(action.name) : action.kind;
}
