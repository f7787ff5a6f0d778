/** The command as a person runs it: a process of its own, its exit code, what it prints and what it leaves on disk. */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { FIXTURES } from '../app/openFixture';

const ROOT = path.join(__dirname, '..', '..');
const BAOXIE = path.join(FIXTURES, 'baoxie-2022-department.xlsx');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function summary(...args: string[]): Promise<Ran> {
  const command = ['--import', 'tsx', path.join(ROOT, 'src', 'cli', 'summary.ts'), ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd: ROOT }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

function textIn(docx: string): string {
  const files = unzipSync(new Uint8Array(readFileSync(docx)));
  return strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

test('a summary is made where it is wanted, and says how much is left to a person', async () => {
  const out = path.join(folder, '摘要.docx');
  const { code, stdout, stderr } = await summary(BAOXIE, '--out', out);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`已生成：${out}（自评表 1 份，要填写或核对的地方 12 处）\n`);
  expect(textIn(out)).toContain('自评得分为90.66分');
});

test('without --out it goes beside the workbook, and an existing one is never written over', async () => {
  const file = path.join(folder, '自评表.xlsx');
  copyFileSync(BAOXIE, file);
  expect((await summary(file, '--table', 'levels', '--lang', 'en-US')).code).toBe(0);
  const made = path.join(folder, '自评表.summary.docx');
  expect(textIn(made)).toContain('标准分值');
  writeFileSync(made, '已填好');
  const again = await summary(file);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('已经存在，没有覆盖');
  expect(readFileSync(made, 'utf8')).toBe('已填好');
});

test('several forms make one document with a part for each, and errors of the forms are told', async () => {
  const out = path.join(folder, 'a.docx');
  const { code, stdout } = await summary(path.join(FIXTURES, 'hemenkou-2020-projects-a.xlsx'), '--out', out);
  expect(code).toBe(1);
  expect(stdout).toMatch(/请先用 recalc 查看、改正后再交。\n$/);
  expect(textIn(out).match(/一、自评结论/g)?.length).toBeGreaterThan(3);
  const one = path.join(folder, 'b.docx');
  const sheet = ['--sheet', '改制企业家属区管理'];
  await summary(path.join(FIXTURES, 'hemenkou-2020-projects-a.xlsx'), '--out', one, ...sheet);
  expect(textIn(one).match(/一、自评结论/g)).toHaveLength(1);
});

test.each([
  [[], '请写明一个自评表工作簿'],
  [['a.xlsx', 'b.xlsx'], '请写明一个自评表工作簿'],
  [['a.xlsx', '--out', 'a.xlsx'], '不是 .docx 文件名'],
  [['a.xlsx', '--table', 'colours'], '没有“colours”这种样式'],
  [['--speed'], '不认识选项“--speed”'],
  [['a.xlsx', '--lang', 'fr'], '没有“fr”这种语言'],
  [['nowhere.xlsx'], '找不到这个文件'],
  [[path.join(FIXTURES, 'baiyushan-2020-summary.xlsx')], '没有自评表，写不出摘要'],
  [[BAOXIE, '--sheet', '没有'], '没有名为“没有”的工作表'],
])('%j is answered with one line', async (args, sentence) => {
  const before = readdirSync(FIXTURES);
  const { code, stdout, stderr } = await summary(...args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd()).not.toContain('\n');
  expect(readdirSync(FIXTURES)).toEqual(before);
  expect(existsSync(path.join(ROOT, 'a.xlsx'))).toBe(false);
});
