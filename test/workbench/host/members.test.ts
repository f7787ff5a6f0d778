/** Holds the table of members to what Microsoft says: `[Api set: ExcelApi x.y]` in the types, and the list of calls without undo. */
import { readFileSync } from 'node:fs';
import { allClasses } from '../../../src/workbench/host/classes';
import clearsUndo from '../../../src/workbench/host/clearsUndo.json';
import eventTypes from '../../../src/workbench/host/eventTypes.json';

/** Versions by "Class.member", from the comments of the types. */
function readApiSets(): ReadonlyMap<string, string> {
  const types = readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8');
  const excel = types.slice(types.indexOf('declare namespace Excel'));
  const found = new Map<string, string>();
  let className = '';
  let version: string | null = null;
  for (const line of excel.split('\n')) {
    const owner = /^ {4}(?:class|interface) (\w+)/.exec(line);
    if (owner) {
      className = owner[1] ?? '';
      version = null;
    }
    // The first note of a comment is the member's own, later ones are of its parameters.
    version ??= /^ *\* \[Api set: ExcelApi (1\.\d+)/.exec(line)?.[1] ?? null;
    const member = /^ {8}(?:readonly )?(\w+)\??[(:]/.exec(line);
    if (member) {
      const key = `${className}.${member[1] ?? ''}`;
      if (version !== null && !found.has(key)) found.set(key, version);
      version = null;
    }
  }
  return found;
}

const apiSets = readApiSets();

const members = allClasses.flatMap(({ name: className, members: own }) =>
  Object.entries(own).map(([name, { since }]) => ({ key: `${className}.${name}`, name, since })),
);

const events = Object.entries(eventTypes).flatMap(([register, { name, worksheet, collection }]) => [
  { register, key: `Worksheet.${name}`, since: worksheet },
  { register, key: `WorksheetCollection.${name}`, since: collection },
]);

test('the types are read', () => {
  expect(apiSets.get('Range.values')).toBe('1.1');
  expect(apiSets.get('Worksheet.getUsedRangeOrNullObject')).toBe('1.4');
  expect(apiSets.size).toBeGreaterThan(2000);
});

test.each(members.filter(({ since, name }) => since !== null && !name.startsWith('_')))(
  '$key is of the requirement set that the types say',
  ({ key, since }) => {
    expect(since).toBe(apiSets.get(key));
  },
);

test.each(events.filter(({ since }) => since !== null))(
  'the event $key is of the requirement set that the types say',
  ({ key, since }) => {
    expect(since).toBe(apiSets.get(key));
  },
);

test('only members that Office.js keeps to itself have no requirement set', () => {
  expect(members.filter(({ since, name }) => since === null && !name.startsWith('_'))).toEqual([
    { key: 'AddinInternalService.notifyActionHandlerReady', name: 'notifyActionHandlerReady', since: null },
  ]);
});

test.each(clearsUndo.members)('%s is a member that the types know', (member) => {
  expect(apiSets.has(member)).toBe(true);
});
