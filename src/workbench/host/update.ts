/** Sets properties of objects, one or several at once, also those of objects behind an object: `{format: {fill: {color: "#FFFF00"}}}`. */
import { invalid } from './arguments';
import { findMember, performAt, type Instance, type Scope } from './definition';
import { isObject, type Json, type JsonObject } from './protocol';

/** @throws HostError InvalidArgument for a property that only can be read */
export function setProperty(object: Instance, name: string, value: Json, scope: Scope): void {
  const location = `${object.className}.${name}`;
  const member = findMember(object, name, scope);
  const write = member.kind === 'value' ? member.write : null;
  if (!write) throw invalid(location, `${location} cannot be set.`);
  performAt(location, () => {
    write(value);
  });
  scope.noteDone(location);
}

export function writeState(object: Instance, state: JsonObject, scope: Scope): void {
  for (const [name, value] of Object.entries(state)) {
    const member = findMember(object, name, scope);
    if (member.kind !== 'object') setProperty(object, name, value, scope);
    else {
      const inner = member.get();
      if (!inner || !isObject(value)) throw invalid(`${object.className}.${name}`);
      writeState(inner, value, scope);
    }
  }
}
