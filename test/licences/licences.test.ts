/** What is shipped of other people's may be shipped, and is listed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ALLOWED, LICENCES, licenceTable, OFFICE_JS, shippedPackages } from './shippedPackages';

const PACKAGES = shippedPackages();
const ROOT = path.join(__dirname, '..', '..');

test('every package that is named as a dependency is among what is shipped', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const names = PACKAGES.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});

test('every package has a licence that is allowed, but for Office.js with its own terms', () => {
  const others = PACKAGES.filter(({ licence }) => !ALLOWED.has(licence));
  expect(others.map(({ name, licence }) => [name, licence])).toEqual([[OFFICE_JS, 'LICENSE']]);
  const terms = readFileSync(path.join(others[0]?.folder ?? '', 'LICENSE.md'), 'utf8');
  expect(terms).toContain('MICROSOFT OFFICE JAVASCRIPT (OFFICE.JS) API LIBRARY');
  expect(terms).toContain('You may copy and distribute all the code');
});

test('docs/licences.md lists them as they are; npx tsx test/licences/writeLicences.ts writes it anew', () => {
  expect(readFileSync(LICENCES, 'utf8')).toBe(licenceTable(PACKAGES));
});
