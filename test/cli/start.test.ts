/** How a command starts: from a bundle of the sources as they are, or from the sources. Tried in copies of the project. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const PACKAGES = ['decimal.js', 'docx', 'esbuild', 'fflate', 'numfmt', 'saxes', 'tsx'];
const LAYERS = ['app', 'cli', 'engine', 'form', 'locales', 'workbook'];

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const projects: string[] = [];

/** A project with the sources of the command line and the packages that they need, but no bundle. */
function copyProject(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-'));
  projects.push(root);
  for (const layer of LAYERS)
    cpSync(path.join(ROOT, 'src', layer), path.join(root, 'src', layer), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path.join(ROOT, file), path.join(root, file));
  symlinkSync(path.join(ROOT, 'assets'), path.join(root, 'assets'));
  mkdirSync(path.join(root, 'node_modules'));
  for (const name of PACKAGES)
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(root, 'node_modules', name));
  return root;
}

function bundlesOf(root: string): string {
  return path.join(root, 'node_modules', '.cache', 'ziping');
}

function onlyBundle(root: string): string {
  const names = readdirSync(bundlesOf(root));
  expect(names).toHaveLength(1);
  return path.join(bundlesOf(root), names[0] ?? '');
}

function run(root: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const command = [path.join('src', 'cli', 'start.cjs'), ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** A project in which no bundle can be kept: what should be a folder is a file. */
function copyProjectWithoutCache(): string {
  const root = copyProject();
  writeFileSync(path.join(root, 'node_modules', '.cache'), '');
  return root;
}

let bundled = '';
let unbundled = '';

beforeAll(async () => {
  bundled = copyProject();
  unbundled = copyProjectWithoutCache();
  await run(bundled, 'template', '--list');
});

afterAll(() => {
  for (const root of projects) rmSync(root, { recursive: true, force: true });
});

jest.setTimeout(60_000);

const SAMPLE = path.join('assets', 'samples', '部门整体绩效自评表.xlsx');
const OTHER = path.join('assets', 'samples', '项目支出绩效自评表.xlsx');

test.each([
  ['recalc', 1, ['--check']],
  ['recalc', 1, ['--check', '--json', '--jobs', '2', SAMPLE, OTHER]],
  ['recalc', 2, ['--check', '--lang', 'en-US', 'missing.xlsx']],
  ['recalc', 2, ['--nonsense']],
  ['recalc', 0, ['--help']],
  ['template', 0, ['--list']],
  ['summary', 2, ['missing.xlsx']],
  ['corpus', 2, ['missing']],
])('%s ends with %d for %j, from the bundle as from the sources', async (name, code, args) => {
  const fromBundle = await run(bundled, name, ...args);
  expect(fromBundle.code).toBe(code);
  expect(fromBundle.stdout + fromBundle.stderr).not.toBe('');
  expect(await run(unbundled, name, ...args)).toEqual(fromBundle);
  expect(existsSync(path.join(onlyBundle(bundled), `${name}.cjs`))).toBe(true);
});

test('commands and their threads run from the bundle', async () => {
  const root = copyProject();
  await run(root, 'template', '--list');
  const put = (name: string, text: string): void => {
    const script = `(function (exports, require, module) { ${text} })`;
    writeFileSync(path.join(onlyBundle(root), `${name}.cjs`), script);
  };
  put('template', 'process.stdout.write("bundled");');
  put(
    'fileThread',
    `const { parentPort } = require("node:worker_threads");
     const report = { problem: null, text: "bundled thread ", lines: [], hasErrors: false };
     parentPort.on("message", () => parentPort.postMessage(report));`,
  );
  expect(await run(root, 'template', '--list')).toEqual({ code: 0, stdout: 'bundled', stderr: '' });
  expect(await run(root, 'recalc', '--check', '--jobs', '2', SAMPLE, OTHER)).toEqual({
    code: 0,
    stdout: 'bundled thread bundled thread ',
    stderr: '',
  });
});

test('a change of the sources makes a new bundle; the five that were used last are kept', async () => {
  const root = copyProject();
  await run(root, 'template', '--list');
  const first = onlyBundle(root);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(first, longAgo, longAgo);
  for (const name of ['a', 'b', 'c', 'd']) mkdirSync(path.join(bundlesOf(root), name));
  const file = path.join(root, 'src', 'locales', 'zh-CN.rest.json');
  // As long as before, so that only the times of the file tell.
  writeFileSync(file, readFileSync(file, 'utf8').replace('重新计算并检查', '再次计算并检查'));
  expect((await run(root, 'recalc', '--help')).stdout).toContain('再次计算并检查');
  expect(existsSync(first)).toBe(false);
  expect(readdirSync(bundlesOf(root))).toHaveLength(5);
});

test('programs that start at the same time make one bundle', async () => {
  const root = copyProject();
  const [one, other] = await Promise.all([
    run(root, 'recalc', '--check', SAMPLE),
    run(root, 'recalc', '--check', SAMPLE),
  ]);
  expect(one.code).toBe(1);
  expect(other).toEqual(one);
  expect(existsSync(path.join(onlyBundle(root), 'recalc.cjs'))).toBe(true);
});

test.each([
  ['what V8 kept of it is damaged', 'fileReport.cjs.code', 'nonsense'],
  ['it cannot be read', 'recalc.cjs', '(function ('],
])('a bundle is no obstacle when %s', async (_, file, content) => {
  const root = copyProject();
  const sound = await run(root, 'recalc', '--check', SAMPLE);
  writeFileSync(path.join(onlyBundle(root), file), content);
  expect(await run(root, 'recalc', '--check', SAMPLE)).toEqual(sound);
});
