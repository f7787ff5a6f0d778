/** The command as a person runs it: a process of its own, its exit code, what it prints and what it leaves on disk. */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..', '..');
const FORMS = path.join(ROOT, 'test', 'fixtures', 'forms');

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

async function recalc(...args: string[]): Promise<Ran> {
  const command = ['--import', 'tsx', path.join(ROOT, 'src', 'cli', 'recalc.ts'), ...args];
  try {
    const { stdout, stderr } = await run(process.execPath, command, { cwd: ROOT });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
}

interface Json {
  version: number;
  files: {
    file: string;
    error: { code: string; message: string } | null;
    output: string | null;
    sheets: {
      sheet: string;
      forms: {
        total: { score: string };
        writes: { cell: string; from: string; to: string }[];
        findings: { message: string }[];
      }[];
    }[];
  }[];
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, from = 'hemenkou-2020-projects-a.xlsx'): string {
  const file = path.join(folder, name);
  copyFileSync(path.join(FORMS, from), file);
  return file;
}

jest.setTimeout(60_000);

test('a form is recalculated into a copy beside it, and the input stays', async () => {
  const file = put('自评表.xlsx');
  const before = readFileSync(file);
  const { code, stdout } = await recalc(file);
  expect(code).toBe(1);
  expect(stdout).toContain('总分写着 98');
  expect(stdout).toContain('94.67 999994.67');
  expect(readdirSync(folder).sort()).toEqual(['自评表.recalculated.xlsx', '自评表.xlsx']);
  expect(readFileSync(file)).toEqual(before);
});

test('a form without errors ends with 0 and --check writes nothing', async () => {
  const file = put('得分.xlsx', 'baiyushan-2020-summary.xlsx');
  const { code, stderr } = await recalc('--check', file);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(readdirSync(folder)).toEqual(['得分.xlsx']);
});

test('--json prints one object with decimals as strings and sentences in the language asked for', async () => {
  const file = put('a.xlsx', 'baoxie-2022-department.xlsx');
  const { stdout } = await recalc('--check', '--json', '--lang', 'en-US', file);
  const json = JSON.parse(stdout) as Json;
  expect(json.version).toBe(1);
  expect(json.files[0]).toMatchObject({ file, error: null, output: null });
  expect(json.files[0]?.sheets.map(({ sheet }) => sheet)).toEqual(['得分情况', '自评表']);
  expect(json.files[0]?.sheets[1]?.forms[0]?.total).toEqual({
    weight: '100',
    entered: '90.66',
    score: '90.66',
    cell: 'D66',
  });
  expect(json.files[0]?.sheets[1]?.forms[0]?.findings.every(({ message }) => /^[^{}]+$/.test(message))).toBe(
    true,
  );
});

test('what cannot be used is said in one line each, and the other files are still done', async () => {
  const good = put('good.xlsx');
  const empty = path.join(folder, 'empty.xlsx');
  writeFileSync(empty, '');
  const text = path.join(folder, 'text.xlsx');
  writeFileSync(text, 'not a workbook');
  const cut = path.join(folder, 'cut.xlsx');
  writeFileSync(cut, readFileSync(good).subarray(0, 5000));
  const blank = path.join(folder, '空文件夹');
  mkdirSync(blank);
  const { code, stdout, stderr } = await recalc(
    '--json',
    '--check',
    empty,
    text,
    cut,
    path.join(folder, 'missing.xlsx'),
    blank,
    good,
  );
  expect(code).toBe(2);
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines.every((line) => !/\bat .*:\d+|Error/.test(line))).toBe(true);
  const json = JSON.parse(stdout) as Json;
  expect(json.files.map(({ error }) => error?.code ?? null)).toEqual([
    'damaged',
    'not-xlsx',
    'damaged',
    'not-found',
    'not-xlsx',
    null,
  ]);
  expect(json.files[5]?.sheets.length).toBeGreaterThan(0);
});

test('--out names a file for one input and a folder for several', async () => {
  const file = put('a.xlsx');
  await recalc('--out', path.join(folder, '结果', 'b.xlsx'), file);
  expect(existsSync(path.join(folder, '结果', 'b.xlsx'))).toBe(true);
  await recalc('--out', path.join(folder, 'all'), file, put('c.xlsx'));
  expect(readdirSync(path.join(folder, 'all')).sort()).toEqual([
    'a.recalculated.xlsx',
    'c.recalculated.xlsx',
  ]);
});

test('an input is never written over', async () => {
  const file = put('a.xlsx');
  const before = readFileSync(file);
  const { code, stderr } = await recalc('--out', file, file);
  expect(code).toBe(2);
  expect(stderr).toContain('会盖掉原文件');
  expect(readFileSync(file)).toEqual(before);
});

test('recalculating the output again writes nothing', async () => {
  const file = put('a.xlsx');
  const once = path.join(folder, 'once.xlsx');
  const twice = path.join(folder, 'twice.xlsx');
  await recalc('--out', once, file);
  const { stdout } = await recalc('--json', '--out', twice, once);
  const json = JSON.parse(stdout) as Json;
  expect(json.files[0]?.sheets.flatMap(({ forms }) => forms.flatMap(({ writes }) => writes))).toEqual([]);
  expect(readFileSync(twice)).toEqual(readFileSync(once));
});

test.each([
  [['--nonsense'], '不认识选项“--nonsense”'],
  [['--lang', 'fr'], '没有“fr”这种语言'],
  [['--rules', 'nowhere'], '没有名为“nowhere”的口径'],
  [['--sheet', '没有', path.join(FORMS, 'baiyushan-2020-summary.xlsx')], '没有名为“没有”的工作表'],
])('%j is answered with a sentence', async (args, sentence) => {
  const { code, stderr } = await recalc('--check', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});
