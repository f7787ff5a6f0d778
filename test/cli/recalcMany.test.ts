/** The command over folders and many files: the table, threads, slices, merging, and an interruption. A process of its own, as a person runs it. */
import { execFile, spawn } from 'node:child_process';
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
import { readTable } from '../../src/cli/overviewFile';
import { openXlsx } from '../../src/workbook/xlsxFile';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..', '..');
const FORMS = path.join(ROOT, 'test', 'fixtures', 'forms');
const COMMAND = ['--import', 'tsx', path.join(ROOT, 'src', 'cli', 'recalc.ts')];

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

async function recalc(...args: string[]): Promise<Ran> {
  try {
    const { stdout, stderr } = await run(process.execPath, [...COMMAND, ...args], { cwd: ROOT });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function at(...names: string[]): string {
  return path.join(folder, ...names);
}

function put(name: string, from = 'baiyushan-2020-summary.xlsx'): string {
  mkdirSync(path.dirname(at('表', name)), { recursive: true });
  copyFileSync(path.join(FORMS, from), at('表', name));
  return at('表', name);
}

jest.setTimeout(120_000);

test('--summary lists every form of a folder, and the files that could not be read', async () => {
  put('甲/a.xlsx', 'baoxie-2022-department.xlsx');
  put('b.xlsx', 'hemenkou-2020-projects-a.xlsx');
  writeFileSync(at('表', 'c.xlsx'), 'no workbook');
  const { code, stdout, stderr } = await recalc('--check', at('表'), '--summary', at('总.xlsx'));
  expect(code).toBe(2);
  expect(stderr).toBe(
    `${at('表', 'c.xlsx')}: 这不是 .xlsx 工作簿。请在 Excel 或 WPS 里打开原表，另存为“Excel 工作簿（.xlsx）”后再试。\n`,
  );
  expect(stdout).toMatch(/^自评汇总表存为：.*没有读成的文件 1 个）\n$/);
  const lines = (await readTable(at('总.xlsx'))) ?? [];
  expect(new Set(lines.map(({ file }) => path.basename(file ?? '')))).toEqual(
    new Set(['a.xlsx', 'b.xlsx', 'c.xlsx']),
  );
  expect(lines.find(({ kind }) => kind === 'department')).toMatchObject({
    printed: '90.66',
    indicators: 54,
    completed: 47,
  });
  expect(lines.find(({ kind }) => kind === null)?.remarks).toContain('这不是 .xlsx 工作簿');
  expect(readdirSync(at('表'))).toEqual(['b.xlsx', 'c.xlsx', '甲']);
});

test('threads change neither the JSON nor its order', async () => {
  for (let number = 10; number < 30; number += 1)
    put(`${number}.xlsx`, number % 3 ? 'baiyushan-2020-summary.xlsx' : 'hemenkou-2020-projects-a.xlsx');
  writeFileSync(at('表', '15.xlsx'), '');
  const [one, two, three] = [
    await recalc('--json', '--check', '--jobs', '1', at('表')),
    await recalc('--json', '--check', '--jobs', '2', at('表')),
    await recalc('--json', '--check', '--jobs', '3', at('表')),
  ];
  expect(two).toEqual(one);
  expect(three).toEqual(one);
  expect(one.code).toBe(2);
  const { files } = JSON.parse(one.stdout) as { files: { file: string; error: unknown }[] };
  expect(files.map(({ file }) => path.basename(file))).toEqual(
    Array.from({ length: 20 }, (_, index) => `${index + 10}.xlsx`),
  );
  expect(files.filter(({ error }) => error !== null)).toHaveLength(1);
});

test('the tables of the slices put together are the table of all', async () => {
  for (let number = 1; number <= 5; number += 1) put(`${number}/表.xlsx`, 'hemenkou-2020-projects-a.xlsx');
  await recalc('--check', at('表'), '--summary', at('全.xlsx'));
  for (const slice of ['1/2', '2/2'])
    await recalc('--check', at('表'), '--slice', slice, '--summary', at(`${slice.charAt(0)}.xlsx`));
  const { code } = await recalc('--merge', at('1.xlsx'), at('2.xlsx'), '--summary', at('合.xlsx'));
  expect(code).toBe(0);
  expect(await readTable(at('合.xlsx'))).toEqual(await readTable(at('全.xlsx')));
  expect(readFileSync(at('合.xlsx'))).toEqual(readFileSync(at('全.xlsx')));
});

test('an earlier table is replaced, any other file is not', async () => {
  const form = put('a.xlsx');
  const before = readFileSync(form);
  const { code, stderr } = await recalc('--check', at('表'), '--summary', form);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `“${form}”已经存在，而且不是自评汇总表，没有动它。请给 --summary 换一个文件名。\n`,
  });
  expect(readFileSync(form)).toEqual(before);
  await recalc('--check', at('表'), '--summary', at('表', '总.xlsx'));
  await recalc('--check', at('表'), '--summary', at('表', '总.xlsx'));
  expect(await readTable(at('表', '总.xlsx'))).toHaveLength(1);
});

test('copies go beside their originals and are no inputs of the next run', async () => {
  put('a.xlsx');
  put('甲/b.xlsx');
  await recalc(at('表'), '--summary', at('总.xlsx'));
  expect(existsSync(at('表', '甲', 'b.recalculated.xlsx'))).toBe(true);
  await recalc(at('表'), '--summary', at('总.xlsx'));
  expect(await readTable(at('总.xlsx'))).toHaveLength(2);
});

test.each([
  [['--summary', 'x.txt'], '--summary 后面要写一个 .xlsx 文件名'],
  [['--slice', '3/2'], '“3/2”不行'],
  [['--jobs', '0'], '“0”不行'],
  [['--merge', 'a.xlsx'], '--merge 后面写要合并的自评汇总表'],
])('%j is answered with a sentence', async (args, sentence) => {
  const { code, stderr } = await recalc('--check', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

test('what is no table of ours is not merged', async () => {
  const { code, stderr } = await recalc('--merge', put('a.xlsx'), '--summary', at('合.xlsx'));
  expect(code).toBe(2);
  expect(stderr).toContain('这不是 --summary 写出的自评汇总表');
  expect(existsSync(at('合.xlsx'))).toBe(false);
});

test.each(['1', '2'])('an interruption leaves no half file and no table (--jobs %s)', async (jobs) => {
  for (let number = 1; number <= 60; number += 1) put(`${number}.xlsx`, 'hemenkou-2020-projects-a.xlsx');
  const args = [...COMMAND, '--jobs', jobs, '--out', at('出'), at('表'), '--summary', at('总.xlsx')];
  const child = spawn(process.execPath, args, { cwd: ROOT });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  while (!existsSync(at('出')) || readdirSync(at('出')).length < 2)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(stderr).toMatch(/^已中断：60 个文件里做完了 \d+ 个/);
  expect(existsSync(at('总.xlsx'))).toBe(false);
  const left = readdirSync(at('出'));
  expect(left.length).toBeLessThan(60);
  for (const name of left) expect(openXlsx(readFileSync(at('出', name)), name).ok).toBe(true);
});
