/**
 * The batches of Office.js as they travel: the JSON text of a request taken apart, and the text of an answer put together. The names and
 * numbers are those of `ClientRequestBase` and `ActionFactory` in `excel-web-16.00.debug.js`.
 */
import { HostError } from './hostError';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** An argument of a call: a value, or an object that another path of the batch leads to. */
export type WireArgument =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'path'; readonly path: number };

/** How an object of the batch is reached. */
export type ObjectPath =
  | { readonly kind: 'root' }
  | { readonly kind: 'new'; readonly name: string }
  | {
      readonly kind: 'method';
      readonly parent: number;
      readonly name: string;
      readonly arguments: readonly WireArgument[];
    }
  | { readonly kind: 'property'; readonly parent: number; readonly name: string }
  | { readonly kind: 'item'; readonly parent: number; readonly arguments: readonly WireArgument[] }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'null' };

export interface QueryInfo {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export type Action = { readonly id: number; readonly path: number } & (
  | { readonly kind: 'instantiate' | 'trace' }
  | { readonly kind: 'query' | 'query-as-json'; readonly query: QueryInfo }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly WireArgument[] }
  | { readonly kind: 'set'; readonly name: string; readonly value: WireArgument }
  | { readonly kind: 'update'; readonly state: JsonObject }
  | { readonly kind: 'ensure-unchanged'; readonly state: JsonObject }
  | { readonly kind: 'unknown'; readonly type: number }
);

export interface Batch {
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

/** @throws HostError InvalidRequest for a text that is no batch. */
export function readBatch(text: string): Batch {
  const body = objectOf(parse(text));
  const paths = new Map<number, ObjectPath>();
  for (const [id, path] of Object.entries(objectOf(body['ObjectPaths'] ?? {}))) {
    paths.set(Number(id), readPath(objectOf(path)));
  }
  return { actions: listOf(body['Actions'] ?? []).map((action) => readAction(objectOf(action))), paths };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new HostError('InvalidRequest', 'Batch', 'The request is not JSON.');
  }
}

function readPath(path: JsonObject): ObjectPath {
  const type = path['ObjectPathType'];
  const name = textOf(path['Name']);
  const parent = Number(path['ParentObjectPathId'] ?? 0);
  switch (type) {
    case 1:
      return { kind: 'root' };
    case 2:
      return { kind: 'new', name };
    case 3:
      return { kind: 'method', parent, name, arguments: readArguments(path['ArgumentInfo']) };
    case 4:
      return { kind: 'property', parent, name };
    case 5:
      return { kind: 'item', parent, arguments: readArguments(path['ArgumentInfo']) };
    case 6:
      return { kind: 'reference', id: name };
    case 7:
      return { kind: 'null' };
    default:
      throw new HostError('InvalidRequest', 'Batch', `Object path type ${JSON.stringify(type)} is unknown.`);
  }
}

function readAction(action: JsonObject): Action {
  const base = { id: Number(action['Id'] ?? 0), path: Number(action['ObjectPathId'] ?? 0) };
  const type = Number(action['ActionType'] ?? 0);
  const name = textOf(action['Name']);
  switch (type) {
    case 1:
      return { ...base, kind: 'instantiate' };
    case 2:
      return { ...base, kind: 'query', query: readQuery(action['QueryInfo']) };
    case 3:
      return { ...base, kind: 'call', name, arguments: readArguments(action['ArgumentInfo']) };
    case 4: {
      const [value] = readArguments(action['ArgumentInfo']);
      return { ...base, kind: 'set', name, value: value ?? { kind: 'value', value: null } };
    }
    case 5:
      return { ...base, kind: 'trace' };
    case 7:
      return { ...base, kind: 'query-as-json', query: readQuery(action['QueryInfo']) };
    case 8:
      return { ...base, kind: 'ensure-unchanged', state: objectOf(action['ObjectState'] ?? {}) };
    case 9:
      return { ...base, kind: 'update', state: objectOf(action['ObjectState'] ?? {}) };
    default:
      return { ...base, kind: 'unknown', type };
  }
}

function readArguments(info: Json | undefined): WireArgument[] {
  const { Arguments, ReferencedObjectPathIds } = objectOf(info ?? {});
  const ids = listOf(ReferencedObjectPathIds ?? []);
  return listOf(Arguments ?? []).map((value, index) => {
    const path = ids[index];
    return typeof path === 'number' && path !== 0 ? { kind: 'path', path } : { kind: 'value', value };
  });
}

function readQuery(info: Json | undefined): QueryInfo {
  const { Select, Expand, Top, Skip } = objectOf(info ?? {});
  return {
    select: listOf(Select ?? []).map(textOf),
    expand: listOf(Expand ?? []).map(textOf),
    top: typeof Top === 'number' ? Top : null,
    skip: typeof Skip === 'number' ? Skip : 0,
  };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function objectOf(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new HostError('InvalidRequest', 'Batch', 'The request is not a batch.');
  return value;
}

function listOf(value: Json): readonly Json[] {
  if (!isList(value)) throw new HostError('InvalidRequest', 'Batch', 'The request is not a batch.');
  return value;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
