/** The command as a person runs it: a process of its own, its exit code, what it prints and what it leaves on disk. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recogniseForms } from '../../src/form/recognise';
import { TEMPLATES } from '../../src/form/templates/templates';
import { gridOf, opened } from '../workbook/opened';

const ROOT = path.join(__dirname, '..', '..');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function template(...args: string[]): Promise<Ran> {
  const command = ['--import', 'tsx', path.join(ROOT, 'src', 'cli', 'template.ts'), ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd: ROOT }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

test('the list has one template a line, its id first', async () => {
  const { code, stdout } = await template('--list');
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(TEMPLATES.map(({ id }) => id));
  expect(stdout).toContain('财预〔2020〕10号');
});

test('a form is made as asked', async () => {
  const out = path.join(folder, '自评表.xlsx');
  const asked = ['--year', '2024', '--unit', '区图书馆', '--goals', '2', '--rows', '2', '--lang', 'en-US'];
  const { code, stdout } = await template('department-wuhan', '--out', out, ...asked);
  expect(code).toBe(0);
  expect(stdout).toBe(`Made: ${out}\n`);
  const [facts] = recogniseForms(await gridOf(opened(new Uint8Array(readFileSync(out))))).forms;
  expect(facts).toMatchObject({ kind: 'department', year: 2024, unitName: '区图书馆' });
  expect(facts?.kind === 'department' && [facts.goals.length, facts.indicators.length]).toEqual([2, 28]);
});

test('an existing file is never overwritten', async () => {
  const out = path.join(folder, '自评表.xlsx');
  writeFileSync(out, '旧');
  const { code, stderr } = await template('project-2020', '--out', out);
  expect(code).toBe(2);
  expect(stderr).toBe(`“${out}”已经存在，没有覆盖。请用 --out 换一个名字。\n`);
  expect(readFileSync(out, 'utf8')).toBe('旧');
});

test.each([
  [[], '请写明要用哪一个模板'],
  [['none', '--out', 'a.xlsx'], '没有名为“none”的模板'],
  [['project-2020'], '请用 --out 写明'],
  [['project-2020', '--out', 'a.xls'], '请用 --out 写明'],
  [['project-2020', '--out', 'a.xlsx', '--rows', '0'], '--rows 后面的“0”不对'],
  [['project-2020', '--out', 'a.xlsx', '--year', '二〇二四'], '--year 后面的“二〇二四”不对'],
  [['--next-year', '去年.xlsx'], '请用 --out 写明'],
  [['--next-year', '去年.xlsx', '--rows', '2', '--out', 'a.xlsx'], '不能同时写“--rows”'],
  [['project-2020', '--next-year', '去年.xlsx', '--out', 'a.xlsx'], '不能同时写“project-2020”'],
  [['--next-year', '没有.xlsx', '--out', 'a.xlsx'], '没有.xlsx: 找不到这个文件'],
  [['project-2020', '--out', 'a.xlsx', '--clear-targets'], '--clear-targets 只能和 --next-year 一起用'],
  [['--speed'], '不认识选项“--speed”'],
])('%j is answered with one line', async (args, sentence) => {
  const { code, stdout, stderr } = await template(...args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd()).not.toContain('\n');
  expect(existsSync(path.join(ROOT, 'a.xlsx'))).toBe(false);
});

test("last year's form becomes this year's in a copy of its workbook", async () => {
  const lastYear = path.join(ROOT, 'test', 'fixtures', 'forms', 'baoxie-2022-department.xlsx');
  const out = path.join(folder, '今年.xlsx');
  const { code, stdout } = await template('--next-year', lastYear, '--sheet', '自评表', '--out', out);
  expect(code).toBe(0);
  expect(stdout).toContain('新工作表“自评表 2023”照“自评表”做成');
  expect(stdout).toContain('年份由 2022 改为 2023，请核对这些格：A2。');
  const file = opened(new Uint8Array(readFileSync(out)));
  const { sheets } = await file.read(null);
  expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['得分情况', '自评表', '自评表 2023']);
  expect(recogniseForms(await gridOf(file, '自评表 2023')).forms).toMatchObject([{ year: 2023 }]);
});
