/** The command `corpus` as a developer runs it: on the fixtures, and on copies in which one fact is false. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..', '..');
const FIXTURES = path.join(ROOT, 'test', 'fixtures');

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

async function corpus(...args: string[]): Promise<Ran> {
  const command = ['--import', 'tsx', path.join(ROOT, 'src', 'cli', 'corpus.ts'), ...args];
  try {
    const { stdout, stderr } = await run(process.execPath, command, { cwd: ROOT });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = error as Ran;
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-corpus-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

/** Copies the fixtures and changes one place in one of their files. */
function falsify(file: string, from: string, to: string): void {
  cpSync(FIXTURES, folder, { recursive: true });
  const place = path.join(folder, file);
  const text = readFileSync(place, 'utf8');
  expect(text).toContain(from);
  writeFileSync(place, text.replace(from, to));
}

test('all facts of the fixtures are right', async () => {
  const { code, stdout } = await corpus();
  expect(stdout).toContain('No sure fact is wrong.');
  expect(stdout).toMatch(/^form found +(\d+) +\1 +100\.0$/m);
  expect(stdout).toMatch(/^row readings, sure +(\d+) +\1 +100\.0$/m);
  expect(code).toBe(0);
});

test.each([
  [
    'the name of a row',
    'forms/expected.json',
    '"name": "转运病人"',
    '"name": "转运病员"',
    '  wuchang-2020-department.xlsx, 部门整体绩效自评表, row 9: names and levels, name: got 转运病人, want 转运病员',
  ],
  [
    'the spent amount of a fund block',
    'forms/expected.json',
    '"actual": 7469.35',
    '"actual": 7469.36',
    '  wuchang-2020-department.xlsx, 部门整体绩效自评表: budget, spent: got 7469.35, want 7469.36',
  ],
  [
    'the cell of a finding',
    'forms/variety-open.expected.json',
    '"cell": "E19"',
    '"cell": "F19"',
    '  variety-open.xlsx, 中江-分值在前: findings missing, at F19: got –, want weights-sum\n' +
      '  variety-open.xlsx, 中江-分值在前: findings extra, at E19: got weights-sum, want –',
  ],
  [
    'the reading of a row',
    'rows/open.jsonl',
    '"target": "2个项目", "actual": "2个项目", "weight": null, "printed": "2", "basis": "at-least"',
    '"target": "2个项目", "actual": "2个项目", "weight": null, "printed": "2", "basis": "at-most"',
    '  rows/open.jsonl, row r008: row readings, sure, 房屋征收工作: 2个项目 / 2个项目: ' +
      'got at-least, met true, – (2 against 2), want at-most, met true, – (2 against 2)',
  ],
])('one false fact is listed, and nothing else: %s', async (_, file, from, to, line) => {
  falsify(file, from, to);
  const { code, stdout } = await corpus(folder);
  expect(stdout.slice(stdout.indexOf('Wrong'))).toBe(`Wrong (${line.split('\n').length}):\n${line}\n`);
  expect(code).toBe(1);
});

test('a debatable row that we read otherwise is listed with our choice and is no fault', async () => {
  cpSync(path.join(FIXTURES, 'rows'), folder, { recursive: true });
  const row = { id: 'x1', name: '人次', target: '5人', actual: '6人', weight: '2', certainty: 'debatable' };
  const label = { basis: 'judged', met: null, computed: null };
  writeFileSync(path.join(folder, 'more.jsonl'), `${JSON.stringify({ ...row, ...label })}\n`);
  const { code, stdout } = await corpus(folder);
  expect(stdout).toContain(
    'more.jsonl, row x1: row readings, debatable, 人次: 5人 / 6人: got at-least, met true, 2, want judged, met –, –',
  );
  expect(code).toBe(0);
});

test('JSON gives the same figures', async () => {
  falsify('forms/expected.json', '"name": "转运病人"', '"name": "转运病员"');
  const { code, stdout } = await corpus(folder, '--json');
  const report = JSON.parse(stdout) as {
    facts: { kind: string; right: number; all: number }[];
    wrong: unknown[];
  };
  const names = report.facts.find(({ kind }) => kind === 'names and levels');
  expect(names && names.all - names.right).toBe(1);
  expect(report.wrong).toEqual([
    {
      kind: 'names and levels',
      file: 'wuchang-2020-department.xlsx',
      sheet: '部门整体绩效自评表',
      row: 9,
      what: 'name',
      got: '转运病人',
      want: '转运病员',
    },
  ]);
  expect(code).toBe(1);
});

test.each([
  ['a folder that is not there', 'nowhere', 'is no folder that can be read.'],
  ['a folder without a corpus', '.', 'holds neither labelled forms'],
])('%s is said in one sentence', async (_, name, sentence) => {
  const { code, stdout, stderr } = await corpus(path.join(folder, name));
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('labels whose workbook is missing are said in one sentence', async () => {
  cpSync(FIXTURES, folder, { recursive: true });
  rmSync(path.join(folder, 'forms', 'variety-open.xlsx'));
  const { code, stderr } = await corpus(folder);
  expect(code).toBe(2);
  expect(stderr).toContain('variety-open.xlsx is described but is not there.');
});
