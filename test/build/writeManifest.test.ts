/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeManifest } from '../../src/build/writeManifest';

const development = readFileSync(path.join(__dirname, '../../manifest.xml'), 'utf8');
const BASE = 'https://10.0.0.8/ziping/';
const written = writeManifest(development, BASE, '1.2.3-beta.1');

function read(text: string): Document {
  return new DOMParser().parseFromString(text, 'application/xml');
}

/** All addresses that stand in attributes, but for namespaces. */
function addressesIn(text: string): readonly string[] {
  return [...read(text).getElementsByTagName('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => !name.startsWith('xmlns') && /^https?:/.test(value))
      .map(({ value }) => value),
  );
}

test('every address is that of the server, with the same path behind it', () => {
  const wanted = addressesIn(development).map((address) => address.replace('https://localhost:3000/', BASE));
  expect(wanted.length).toBeGreaterThan(50);
  expect(addressesIn(written)).toEqual(wanted);
  expect(written).not.toContain('localhost');
});

test('id and name differ from those of development, so that both can be installed at once', () => {
  const [own, other] = [read(written), read(development)];
  const idOf = (manifest: Document) => manifest.querySelector('Id')?.textContent;
  const namesOf = (manifest: Document) => [
    manifest.querySelector('DisplayName')?.getAttribute('DefaultValue'),
    manifest.querySelector('DisplayName > Override')?.getAttribute('Value'),
  ];
  expect(idOf(own)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(idOf(own)).not.toBe(idOf(other));
  expect(namesOf(own)).toEqual(['绩效自评助手', 'Performance Self-Evaluation']);
  expect(namesOf(other)).toEqual(['绩效自评助手（开发）', 'Performance Self-Evaluation (development)']);
});

test('the version is that of the package, with the fourth number that a manifest counts', () => {
  expect(read(written).querySelector('Version')?.textContent).toBe('1.2.3.0');
});

test('an address with & is an address in XML, too', () => {
  expect(addressesIn(writeManifest(development, 'https://host/a&b/', '1.0.0'))[0]).toMatch(
    /^https:\/\/host\/a&b\//,
  );
});

test('nothing else of the manifest changes', () => {
  const blank = (text: string) =>
    text
      .replaceAll(BASE, 'https://localhost:3000/')
      .replace(/<Id>.*<\/Id>|<Version>.*<\/Version>/g, '')
      .replace(/（开发）| \(development\)/g, '')
      .replace(/which are those of [^.]*\./, '');
  expect(blank(written)).toBe(blank(development));
});
