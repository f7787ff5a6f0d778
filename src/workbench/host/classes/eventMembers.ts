/** The methods by which Office.js registers handlers of events; they are not of any requirement set themselves, the events are. */
import type { Member } from '../definition';
import { HostError } from '../hostError';
import eventTypes from '../eventTypes.json';

/** @param target of the events: a sheet's id, or the whole workbook */
export function eventMembers<T>(
  owner: 'worksheet' | 'collection',
  target: (of: T) => string,
): Readonly<Record<string, Member<T>>> {
  const members: Record<string, Member<T>> = {};
  for (const [name, event] of Object.entries(eventTypes)) {
    const since = event[owner];
    if (since === null) continue;
    const className = owner === 'worksheet' ? 'Worksheet' : 'WorksheetCollection';
    members[name] = {
      kind: 'method',
      since,
      call: (of, _args, { registrations }) => {
        registrations.add(event.type, target(of));
        return undefined;
      },
    };
    members[name.replace('_Register', '_Unregister')] = {
      kind: 'method',
      since,
      call: (of, _args, { registrations }) => {
        if (!registrations.has(event.type, target(of))) {
          throw new HostError('InvalidOperation', `${className}.${event.name}`);
        }
        registrations.remove(event.type, target(of));
        return undefined;
      },
    };
  }
  return members;
}
