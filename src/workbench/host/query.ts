/** Answers `load`: the named properties of an object, those of the objects behind it, and of the items of a collection. */
import { findMember, type Instance, type Scope } from './definition';
import type { Json, JsonObject, QueryInfo } from './protocol';

/** Which properties of an object are wanted; `all` stands for every plain one. */
export interface Wanted {
  all: boolean;
  readonly names: Set<string>;
  readonly children: Map<string, Wanted>;
}

/** How names are written: "RowIndex" in answers to `load`, "rowIndex" in values given back as they are. */
export type Naming = 'wire' | 'plain';

interface Page {
  readonly top: number | null;
  readonly skip: number;
}

const EVERYTHING: Page = { top: null, skip: 0 };

function wantedOf(query: QueryInfo): Wanted {
  const wanted = emptyWanted();
  if (query.select.length === 0) wanted.all = true;
  for (const path of query.select) {
    const names = path.split(/[/.]/);
    const last = names.pop() ?? '*';
    const owner = descend(wanted, names);
    if (last === '*') owner.all = true;
    else owner.names.add(last);
  }
  for (const path of query.expand) descend(wanted, path.split(/[/.]/)).all = true;
  return wanted;
}

/** From options such as `{address: true, format: {fill: {color: true}}}`. */
export function wantedOfOptions(options: JsonObject): Wanted {
  const wanted = emptyWanted();
  for (const [name, value] of Object.entries(options)) {
    if (value === true) wanted.names.add(name);
    else if (typeof value === 'object' && value !== null) {
      wanted.children.set(name, wantedOfOptions(value as JsonObject));
    }
  }
  return wanted;
}

export function runQuery(object: Instance | null, query: QueryInfo, naming: Naming, scope: Scope): Json {
  return readWanted(object, wantedOf(query), naming, scope, query);
}

export function readWanted(
  object: Instance | null,
  wanted: Wanted,
  naming: Naming,
  scope: Scope,
  page: Page = EVERYTHING,
): Json {
  if (!object) return null;
  const items = object.items();
  if (!items) return { ...identityOf(object, naming), ...readProperties(object, wanted, naming, scope) };
  const end = page.top === null ? items.length : page.skip + page.top;
  const { own, ofItems } = splitWanted(object, wanted);
  return {
    ...readProperties(object, own, naming, scope),
    [naming === 'wire' ? '_Items' : 'items']: items
      .slice(page.skip, end)
      .map((item) => readWanted(item, ofItems, naming, scope)),
  };
}

function readProperties(object: Instance, wanted: Wanted, naming: Naming, scope: Scope): JsonObject {
  const answer: Record<string, Json> = {};
  const put = (name: string, value: Json) => {
    answer[naming === 'wire' ? wireName(name) : name] = value;
  };
  for (const name of namesOf(object, wanted, scope)) {
    const member = findMember(object, name, scope);
    if (member.kind === 'value') put(name, member.read());
    else if (member.kind === 'object') {
      put(name, readWanted(member.get(), { ...emptyWanted(), all: true }, naming, scope));
    }
  }
  for (const [name, child] of wanted.children) {
    const member = findMember(object, name, scope);
    if (member.kind === 'object') put(name, readWanted(member.get(), child, naming, scope));
  }
  return answer;
}

function namesOf(object: Instance, wanted: Wanted, scope: Scope): ReadonlySet<string> {
  if (!wanted.all) return wanted.names;
  const plain = object.memberNames.filter((name) => {
    const member = object.member(name);
    if (member?.kind !== 'value' || member.isQuiet) return false;
    return member.since === null || scope.isSupported(member.since);
  });
  return new Set([...plain, ...wanted.names]);
}

/** Names that a collection has itself are its own, the others mean its items. */
function splitWanted(collection: Instance, wanted: Wanted): { own: Wanted; ofItems: Wanted } {
  const own = emptyWanted();
  const ofItems: Wanted = { all: wanted.all, names: new Set(), children: wanted.children };
  for (const name of wanted.names) (collection.member(name) ? own : ofItems).names.add(name);
  return { own, ofItems };
}

function identityOf(object: Instance, naming: Naming): JsonObject {
  return naming === 'wire' ? object.identity() : {};
}

function emptyWanted(): Wanted {
  return { all: false, names: new Set(), children: new Map() };
}

function descend(from: Wanted, names: readonly string[]): Wanted {
  let at = from;
  for (const name of names) {
    let child = at.children.get(name);
    if (!child) {
      child = emptyWanted();
      at.children.set(name, child);
    }
    at = child;
  }
  return at;
}

/** "rowIndex" → "RowIndex"; names with an underscore stay. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "GetRange" → "getRange"; names with an underscore stay. */
export function plainName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Office.js sets these under other names than it loads them. */
const SET_AS: Readonly<Record<string, string>> = { Gridlines: 'showGridlines' };

/** The property that is set under a name of the protocol. */
export function propertyName(name: string): string {
  return SET_AS[name] ?? plainName(name);
}
