/** The examples for nginx and IIS say the same, and the same as docs/security.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readIis, readNginx } from './serverSettings';

const PAGE = '/ziping/pane.html';
const SCRIPT = '/ziping/pane.0123456789.js';
const nginx = readNginx();
const iis = readIis();

const at = (place: string) =>
  iis.filter((element) => element.place === `configuration/system.webServer/${place}`);
/** Those that are the same for every file. */
const fixed = Object.fromEntries(
  Object.entries(nginx.headersOf(PAGE)).filter(([name]) => name !== 'Cache-Control'),
);

test('IIS sends the headers that nginx sends', () => {
  const added = at('httpProtocol/customHeaders/add').map(({ attributes }) => [
    attributes['name'],
    attributes['value'],
  ]);
  expect(Object.fromEntries(added)).toEqual(fixed);
  expect(Object.keys(fixed)).toHaveLength(4);
});

test('docs/security.md tells the same headers', () => {
  const told = readFileSync(path.join(__dirname, '..', '..', 'docs', 'security.md'), 'utf8');
  for (const [name, value] of Object.entries(fixed)) expect(told).toContain(`${name}: ${value}\n`);
});

test('both let no page be kept without asking, and nginx keeps what has a hash in its name', () => {
  expect(nginx.headersOf(PAGE)['Cache-Control']).toBe('no-cache');
  expect(nginx.headersOf('/ziping/manifest.xml')['Cache-Control']).toBe('no-cache');
  expect(nginx.headersOf('/ziping/officejs/office.js')['Cache-Control']).toBe('no-cache');
  expect(nginx.headersOf(SCRIPT)['Cache-Control']).toMatch(/max-age=31536000, immutable/);
  // IIS writes it so for "Cache-Control: no-cache".
  expect(at('staticContent/clientCache').map(({ attributes }) => attributes)).toEqual([
    { cacheControlMode: 'DisableCache' },
  ]);
});

test('IIS knows the type of every kind of file, and replaces what it knew', () => {
  const kinds = at('staticContent/mimeMap').map(({ attributes }) => attributes['fileExtension']);
  expect(kinds).toEqual(at('staticContent/remove').map(({ attributes }) => attributes['fileExtension']));
  expect(at('staticContent/mimeMap').map(({ attributes }) => attributes['mimeType'])).toContain(
    'text/javascript; charset=utf-8',
  );
});

test('both answer to reading alone', () => {
  const verbs = at('security/requestFiltering/verbs/add').map(({ attributes }) => attributes);
  expect(verbs).toEqual([
    { verb: 'GET', allowed: 'true' },
    { verb: 'HEAD', allowed: 'true' },
  ]);
  const text = readFileSync(path.join(__dirname, '..', '..', 'docs', 'nginx.conf'), 'utf8');
  expect(text).toContain('limit_except GET { deny all; }');
});
