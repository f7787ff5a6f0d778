/** The commands run in a process in which nothing can leave the machine unnoticed: no connection, no name looked up. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const FORM = path.join(ROOT, 'assets', 'samples', '部门整体绩效自评表.xlsx');
const OTHER = path.join(ROOT, 'assets', 'samples', '项目支出绩效自评表.xlsx');
const RECORDER = path.join(__dirname, 'recordConnections.cjs');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stays-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: readonly string[]): { readonly code: number | null; readonly stderr: string } {
  const command = ['--require', RECORDER, '--import', 'tsx', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { code: status, stderr };
}

const command = (name: string): string => path.join(ROOT, 'src', 'cli', `${name}.ts`);

// Both find mistakes in the samples, so that 1 is the right answer.
test.each([
  ['recalc', 1, () => ['--jobs', '2', '--out', path.join(folder, 'copies'), FORM, OTHER]],
  ['summary', 1, () => [FORM, '--out', path.join(folder, '摘要.docx')]],
] as const)('%s', (name, code, args) => {
  expect(run(command(name), ...args())).toEqual({ code, stderr: '' });
});

test.each([
  ['a request', 'fetch("https://example.invalid/")'],
  ['a connection', 'require("node:https").get("https://example.invalid/")'],
  ['a name looked up', 'require("node:dns").lookup("example.invalid", () => {})'],
  ['a datagram', 'require("node:dgram").createSocket("udp4").send("x", 9, "127.0.0.1")'],
])('%s would be noticed', (_, code) => {
  const { status, stderr } = spawnSync(process.execPath, ['--require', RECORDER, '-e', code], {
    encoding: 'utf8',
  });
  expect(status).toBe(99);
  expect(stderr).toContain('LEAVES THE MACHINE');
});
