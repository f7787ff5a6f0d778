/** What is fetched until the first form is shown, by weight: an old office PC on a slow line waits for each kilobyte of it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.join(__dirname, '../../..');
/** KB (1,000 bytes) of scripts after gzip, Office.js not counted. It may be lowered, but not raised. */
const BUDGET_KB = 180;

let folder: string;
let scripts: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'first-look-'));
  const webpack = ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--output-path', folder];
  execFileSync(process.execPath, webpack, { cwd: root, stdio: 'pipe' });
  scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const readSource = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The scripts that the page names, Office.js not counted. */
function atOnce(): readonly string[] {
  return scripts.filter((file) => text('pane.html').includes(file));
}

/** The scripts of one language each; the pane fetches one of them before it draws anything. */
function sentences(): readonly string[] {
  return scripts.filter((file) => text(file).includes('"pane.title"') && !atOnce().includes(file));
}

test('what is fetched until the first form is shown keeps to its budget', () => {
  const weigh = (file: string): number => gzipSync(text(file)).length / 1000;
  const languages = sentences().map(weigh);
  expect(languages).toHaveLength(2);
  const total = atOnce().reduce((sum, file) => sum + weigh(file), Math.max(...languages));
  // More than the skeleton of a page: what is weighed is the pane.
  expect(total).toBeGreaterThan(100);
  expect(total).toBeLessThan(BUDGET_KB);
});

test('what the first look at a form does not need is not fetched with it', () => {
  const sources = atOnce().flatMap((file) =>
    [...text(`${file}.map`).matchAll(/"(webpack:[^"]*)"/g)].map((match) => match[1] ?? ''),
  );
  const has = (part: string): boolean => sources.some((source) => source.includes(part));
  expect(has('src/pane/findings/FindingsTab.tsx')).toBe(true);
  const later = [
    'src/locales/zh-CN',
    'src/locales/en-US',
    'src/app/session/deeds.ts',
    'src/app/session/choosing.ts',
    'src/app/sayFailure.ts',
    'src/pane/FailureNote.tsx',
    'src/form/nextYear.ts',
    'src/workbook/excel/drawSheet.ts',
    'src/workbook/excel/writePlans.ts',
    'src/pane/row/',
    'src/pane/overview/',
    'src/pane/settings/',
    'src/pane/preview/',
    'src/pane/templates/',
    'src/pane/rollUp/',
    'src/pane/summary/',
    'src/pane/diagnosis/DiagnosisCard.tsx',
    'node_modules/docx/',
    'node_modules/tabster/',
    'node_modules/@fluentui/',
    'node_modules/@griffel/',
  ];
  expect(later.filter(has)).toEqual([]);
});

test('the sentences that the first look at a form names are among those that are fetched with it', () => {
  const first = Object.keys(JSON.parse(readSource('src/locales/zh-CN.json')) as object);
  const later = Object.keys(JSON.parse(readSource('src/locales/zh-CN.rest.json')) as object);
  const code = atOnce().flatMap((file) => {
    const map = JSON.parse(text(`${file}.map`)) as { sources: string[]; sourcesContent: string[] };
    return map.sources.flatMap((source, index) =>
      source.includes('/src/') ? (map.sourcesContent[index] ?? '') : [],
    );
  });
  const isNamed = (key: string): boolean => code.some((source) => source.includes(`'${key}'`));
  expect(first.filter(isNamed).length).toBeGreaterThan(50);
  expect(later.filter(isNamed)).toEqual([]);
});
