/** What `npm run build` makes. Slow, so it is run by `npm run test:bundle` alone. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shippedPackages } from '../../licences/shippedPackages';

const root = path.join(__dirname, '../../..');
let folder: string;
let files: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shipped-'));
  const webpack = ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--output-path', folder];
  execFileSync(process.execPath, webpack, { cwd: root, stdio: 'pipe' });
  files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function text(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

test('the pane, the manifest, the icons and Office.js are there, the scripts with a hash in their names', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'pane.html',
      'manifest.xml',
      'assets/icons/icon-32.png',
      'officejs/office.js',
      'officejs/excel-web-16.00.js',
      'officejs/zh-cn/office_strings.js',
    ]),
  );
  const scripts = files.filter((file) => file.endsWith('.js') && !file.startsWith('officejs/'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toMatch(/\.[0-9a-f]{10}\.js$/);
});

test('nothing of the workbench and of its spreadsheet engine is shipped', () => {
  const sources = files
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => [...text(file).matchAll(/"(webpack:[^"]*)"/g)].map((match) => match[1] ?? ''));
  // The sources are named at all, those of the pane among them.
  expect(sources.some((source) => source.includes('src/pane/pane.tsx'))).toBe(true);
  expect(sources.filter((source) => /src\/workbench|@ironcalc|src\/cli/.test(source))).toEqual([]);
  expect(files.filter((file) => /workbench|\.wasm$|\.xlsx$/.test(file))).toEqual([]);
});

test('every package in the scripts is among those whose licence is listed', () => {
  const names = files
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) =>
      [...text(file).matchAll(/"webpack:[^"]*\/node_modules\/((?:@[^/"]+\/)?[^/"]+)\/[^"]*"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  const listed = new Set(shippedPackages().map(({ name }) => name));
  expect(names).toContain('react-dom');
  expect([...new Set(names)].filter((name) => !listed.has(name))).toEqual([]);
});

test('the texts of all licences are shipped with the scripts', () => {
  const names = text('licences.txt')
    .split(/\n-{80}\n/)
    .map((part) => part.trim().split('\n')[0]);
  expect(names).toEqual(expect.arrayContaining(['ziping', ...shippedPackages().map(({ name }) => name)]));
  expect(text('licences.txt')).toContain('MICROSOFT SOFTWARE LICENSE TERMS');
});

test('the templates are loaded when they are asked for, not with the pane', () => {
  const holds = (file: string): boolean => text(file).includes('公开14表');
  const scripts = files.filter((file) => file.endsWith('.js') && !file.startsWith('officejs/'));
  expect(scripts.filter((file) => /^pane\./.test(file)).map(holds)).toEqual([false]);
  expect(scripts.filter(holds)).toHaveLength(1);
});

test('the pane loads its scripts from its own folder only and runs none from text', () => {
  const page = text('pane.html');
  const addresses = [...page.matchAll(/(?:src|href)="?([^"\s>]+)/g)].map((match) => match[1] ?? '');
  expect(addresses).toContain('officejs/office.js');
  expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
});

test('the policy of the pane allows its own folder, no text that is run, and no connection', () => {
  const policy =
    /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(text('pane.html'))?.[1] ?? '';
  const directives = Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
  expect(directives).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'connect-src': ["'none'"],
    'img-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
  expect(policy).not.toMatch(/unsafe-|\*|https?:|wss?:|data:|blob:/);
  // The style of the page itself is allowed by what it says.
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text('pane.html')) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(directives['style-src']).toContain(`'sha256-${hash}'`);
});

/** Ways of running a text or of making HTML of it. */
const OPENINGS =
  /\beval\(|\bFunction\(|\.(?:inner|outer)HTML ?=(?!=)|\binsertAdjacentHTML\b|\bcreateContextualFragment\b|document\.write|\.srcdoc ?=(?!=)|dangerouslySetInnerHTML:|set(?:Timeout|Interval)\(["'`]/g;

/** Those of other people's that are there, and why each does no harm. */
const HARMLESS: readonly (readonly [why: string, code: RegExp])[] = [
  ['webpack: only where there is no globalThis', /new Function\("return this"\)/g],
  ['React: a constant', /\.innerHTML="<script><\\\/script>"/g],
  [
    'React: only for dangerouslySetInnerHTML, which nobody gives',
    /\.__html:void 0\)!==\w+&&\(\w+\.innerHTML=\w+\)/g,
  ],
  [
    'Fluent: only for an icon that is given as text, which none is',
    /dangerouslySetInnerHTML:\{__html:\w+\}/g,
  ],
  ['Fluent: only on a server', /dangerouslySetInnerHTML:\{__html:\w+\.serverStyleProps\.cssRule\}/g],
];

test('no script runs a text or makes HTML of it, but where that does no harm', () => {
  const scripts = files.filter((file) => file.endsWith('.js') && !file.startsWith('officejs/'));
  const found = scripts.flatMap((file) => {
    const rest = HARMLESS.reduce((code, [, harmless]) => code.replace(harmless, ''), text(file));
    return [...rest.matchAll(OPENINGS)].map(({ index }) => `${file}: ${rest.slice(index - 60, index + 60)}`);
  });
  expect(found).toEqual([]);
  // What is said to be there is there: an entry that no longer fits is struck out.
  const everything = scripts.map(text).join('\n');
  expect(HARMLESS.filter(([, code]) => !everything.match(code)).map(([why]) => why)).toEqual([]);
});

test('Office.js is shipped as it was published', () => {
  const published = path.join(root, 'node_modules/@microsoft/office-js/dist');
  for (const file of files.filter((one) => one.startsWith('officejs/'))) {
    const ours = readFileSync(path.join(folder, file));
    expect(ours.equals(readFileSync(path.join(published, file.replace('officejs/', ''))))).toBe(true);
  }
});
