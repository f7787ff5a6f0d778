/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Surroundings } from './findFaults';
import { findFaults } from './findFaults';
import { functionsOfRibbon, readBuild, ROOT, runScript, sizeOfPicture } from './surroundings';

const xml = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
let surroundings: Surroundings;

beforeAll(() => {
  const { origin, files } = readBuild();
  surroundings = {
    origin,
    files: new Set(files),
    functions: functionsOfRibbon(),
    sizeOf: sizeOfPicture,
  };
});

function faultsIn(text: string): readonly string[] {
  return findFaults(new DOMParser().parseFromString(text, 'application/xml'), surroundings);
}

test("Office's own reader understands the manifest", () => {
  const script = `require('office-addin-manifest').OfficeAddinManifest.readManifestFile('manifest.xml')
    .then((read) => process.stdout.write(JSON.stringify(read)))`;
  expect(runScript(script)).toMatchObject({
    officeAppType: 'TaskPaneApp',
    hosts: ['Workbook'],
    defaultLocale: 'zh-CN',
    displayName: '绩效自评助手（开发）',
    permissions: 'ReadWriteDocument',
    appDomains: [],
    defaultSettings: { sourceLocation: 'https://localhost:3000/pane.html' },
  });
});

test('it asks for no more of Excel than the add-in needs', () => {
  const sets = [...xml.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name, least]) => [
    name,
    least,
  ]);
  expect(sets).toEqual([
    ['ExcelApi', '1.9'],
    ['SharedRuntime', '1.1'],
  ]);
});

test('neither the schema nor our rules find a fault', () => {
  expect(faultsIn(xml)).toEqual([]);
});

/** The resource with this id, whole. */
function resource(id: string): string {
  return new RegExp(`<bt:(\\w+) id="${id.replace('.', '\\.')}"[^]*?</bt:\\1>`).exec(xml)?.[0] ?? '–';
}

const long = (length: number): string => '长'.repeat(length);

// What is wrong, the text that is replaced (its first place), by what, and a fault that is told.
test.each<[string, string, string, string]>([
  [
    'elements in the wrong order',
    '<Version>0.1.0.0</Version>\n  <ProviderName>Ziping</ProviderName>',
    '<ProviderName>Ziping</ProviderName>\n  <Version>0.1.0.0</Version>',
    'OfficeApp: children',
  ],
  [
    'a function file before the callout',
    '<GetStarted>',
    '<FunctionFile resid="Pane.Url" /><GetStarted>',
    'DesktopFormFactor: children',
  ],
  ['an element that is missing', '<Permissions>ReadWriteDocument</Permissions>', '', 'OfficeApp: children'],
  ['an element that no schema has', '<Permissions>', '<Colour /><Permissions>', 'Colour: not known'],
  [
    'an element of another namespace',
    '<bt:Image size="16" resid="App.16" />',
    '<Image size="16" resid="App.16" />',
    'Image: not known',
  ],
  ['an empty list of domains', '<Hosts>', '<AppDomains></AppDomains><Hosts>', 'AppDomains: children'],
  ['overrides of version 1.1', 'VersionOverridesV1_0', 'VersionOverridesV1_1', 'xsi:type'],
  ['two buttons of one id', 'id="Ziping.Check"', 'id="Ziping.Revert"', 'id Ziping.Revert: twice'],
  [
    'two resources of one id',
    '<bt:String id="Check.Label"',
    '<bt:String id="Tab.Label"',
    'resource Tab.Label: twice',
  ],
  [
    'a resource id of 33 characters',
    'String id="Check.Label"',
    `String id="${'C'.repeat(33)}"`,
    'longer than 32',
  ],
  [
    'a resource that is not there',
    'resid="Check.Tip"',
    'resid="Check.Tips"',
    'Description: resid Check.Tips',
  ],
  [
    'a resource that nobody uses',
    'resid="Start.Title"',
    'resid="Tab.Label"',
    'resource Start.Title: never used',
  ],
  [
    'a tip among the short strings',
    '<Description resid="Check.Tip"',
    '<Description resid="Check.Label"',
    'Description: resid Check.Label',
  ],
  [
    'a label of 126 characters',
    'DefaultValue="检查"',
    `DefaultValue="${long(126)}"`,
    'Check.Label: 126 characters',
  ],
  [
    'a description of 251 characters',
    'DefaultValue="核算并检查',
    `DefaultValue="${long(251)}`,
    'Description: ',
  ],
  ['an empty label', 'Value="Check"', 'Value=" "', 'Check.Label: 1 characters'],
  [
    'a label without English',
    '<bt:Override Locale="en-US" Value="Check" />',
    '',
    'Check.Label: languages ""',
  ],
  ['a label in English twice', 'DefaultValue="检查"', 'DefaultValue="Check"', 'Check.Label: not translated'],
  ['a language by half its name', 'Locale="en-US"', 'Locale="en"', 'DisplayName: languages "en"'],
  [
    'an address without its own override',
    '/pane.html">\n    <Override Locale="en-US" Value="https://localhost:3000/pane.html" />',
    '/pane.html">',
    'SupportUrl: languages ""',
  ],
  ['a tip of one line', '。&#10;不改动', '。不改动', 'Check.Tip: not of 2 lines'],
  ['an icon size left out', '<bt:Image size="20" resid="App.20" />', '', 'Icon: sizes 16,24'],
  [
    'an icon of another size than it claims',
    'recalculate-20.png',
    'recalculate-24.png',
    'Recalculate.20: 24,24 instead of 20',
  ],
  [
    'an icon that is not in the build',
    'recalculate-20.png',
    'recalculate-21.png',
    'recalculate-21.png: not in the build',
  ],
  [
    'an add-in icon of the wrong size',
    'icons/icon-64.png',
    'icons/icon-128.png',
    'HighResolutionIconUrl: 128,128 instead of 64',
  ],
  [
    'an address that is not secure',
    'https://localhost:3000/pane.html',
    'http://localhost:3000/pane.html',
    'http://localhost:3000/pane.html: not in the build',
  ],
  [
    'an address of another server',
    'https://localhost:3000/pane.html',
    'https://example.org/pane.html',
    'https://example.org/pane.html: not in the build',
  ],
  [
    'a page that is not in the build',
    'https://localhost:3000/pane.html',
    'https://localhost:3000/help.html',
    'help.html: not in the build',
  ],
  ['a menu that does something itself', '<Items>', '<Action /><Items>', 'Control: children'],
  [
    'an item of a menu without its command',
    /<Action xsi:type="ExecuteFunction">\s*<FunctionName>openNextYear<[^]*?<\/Action>/.exec(xml)?.[0] ?? '–',
    '',
    'Item: children',
  ],
  [
    'an item with the id of a button',
    'Item id="Ziping.NextYear"',
    'Item id="Ziping.Check"',
    'id Ziping.Check: twice',
  ],
  ['a function whose name is no identifier', '>check<', '>check.all<', 'FunctionName: "check.all"'],
  ['a function that nobody answers', '>check<', '>examine<', 'function examine: not answered'],
  [
    'functions on another page than the pane',
    '<FunctionFile resid="Pane.Url"',
    '<FunctionFile resid="Other.Url"',
    'shared runtime: pages Pane.Url,Other.Url',
  ],
  ['a runtime that ends with the pane', ' lifetime="long"', '', 'shared runtime: not long'],
  ['a version that Office cannot read', '0.1.0.0', '0.1', 'Version: "0.1"'],
])('%s is found', (_what, from, to, fault) => {
  expect(xml).toContain(from);
  expect(faultsIn(xml.replace(from, to)).join('\n')).toContain(fault);
});

test('a resource that is taken out is missed by whoever names it', () => {
  for (const id of ['Tab.Label', 'Pane.Url', 'Start.Text'])
    expect(faultsIn(xml.replace(resource(id), '')).join('\n')).toContain(`resid ${id} is not in`);
});
