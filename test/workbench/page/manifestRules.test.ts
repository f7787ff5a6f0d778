import { execFileSync } from 'node:child_process';
import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../..');
const file = path.join(root, 'manifest.xml');
const xml = readFileSync(file, 'utf8');

test("Office's own reader understands the manifest", () => {
  // In a process of its own: the package needs modules that Jest cannot load.
  const script = `require('office-addin-manifest').OfficeAddinManifest.readManifestFile(process.argv[1])
    .then((read) => process.stdout.write(JSON.stringify(read)))`;
  const read: unknown = JSON.parse(
    execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' }),
  );
  expect(read).toMatchObject({
    officeAppType: 'TaskPaneApp',
    hosts: ['Workbook'],
    defaultLocale: 'zh-CN',
    displayName: '绩效自评助手',
    permissions: 'ReadWriteDocument',
    defaultSettings: { sourceLocation: 'https://localhost:3000/pane.html' },
  });
});

test('every resource that is named is there, and every one that is there is named', () => {
  const named = new Set([...xml.matchAll(/resid="([^"]+)"/g)].map((match) => match[1]));
  const there = new Set([...xml.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)"/g)].map((match) => match[1]));
  expect(named).toEqual(there);
});

// Limits of the schema: docs/reference of OfficeDev/office-js-docs-reference, manifest/resources.
test.each([
  ['a resource id', /<bt:(?:Image|Url|String) id="([^"]+)"/g, 32],
  ['a text of ShortStrings', /<bt:ShortStrings>[^]*?<\/bt:ShortStrings>/g, 125],
  ['a text of LongStrings', /<bt:LongStrings>[^]*?<\/bt:LongStrings>/g, 250],
  ['the description', /<Description DefaultValue[^]*?<\/Description>/g, 250],
])('%s is not too long for Excel', (_name, pattern, most) => {
  const texts = [...xml.matchAll(pattern)].flatMap(([whole, id]) =>
    id === undefined
      ? [...whole.matchAll(/(?:DefaultValue|Value)="([^"]*)"/g)].map((match) => match[1] ?? '')
      : [id],
  );
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text.length).toBeLessThanOrEqual(most);
});

test('every icon is a file of the size that it claims', () => {
  const icons = [...xml.matchAll(/https:\/\/localhost:3000\/(assets\/icons\/[^"]+-(\d+)\.png)/g)];
  expect(icons.length).toBeGreaterThanOrEqual(17);
  for (const [, name = '', size] of icons) {
    const icon = path.join(root, name);
    expect(existsSync(icon)).toBe(true);
    // Width and height stand at bytes 16 and 20 of a PNG.
    const bytes = readFileSync(icon);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  }
});
