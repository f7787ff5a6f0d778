import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArguments } from '../../src/build/readArguments';

const ROOT = path.join(__dirname, '..', '..');

test('without options it builds for development, with Office.js in the folder', () => {
  expect(readArguments([])).toEqual({ ok: true, order: { base: null, officeJs: null, out: 'dist' } });
});

test.each([
  ['https://10.0.0.8/ziping/', 'https://10.0.0.8/ziping/'],
  ['https://10.0.0.8/ziping', 'https://10.0.0.8/ziping/'],
  ['https://Host:8443', 'https://host:8443/'],
  ['https://财政.example/自评/', 'https://xn--5bvu10g.example/%E8%87%AA%E8%AF%84/'],
])('the base %s is %s', (given, base) => {
  expect(readArguments(['--base', given])).toMatchObject({ ok: true, order: { base, officeJs: null } });
});

test.each([
  ['local', null],
  ['cdn', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'],
  ['21vianet', 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'],
  ['https://mirror.example/office.js', 'https://mirror.example/office.js'],
])('Office.js from %s comes from %s', (given, officeJs) => {
  expect(readArguments(['--officejs', given])).toMatchObject({ ok: true, order: { base: null, officeJs } });
});

test('another folder can be named for what is made', () => {
  expect(readArguments(['--out', '/srv/new'])).toMatchObject({ ok: true, order: { out: '/srv/new' } });
});

test.each([
  ['http://10.0.0.8/', 'badBase'],
  ['10.0.0.8/ziping', 'badBase'],
  ['file:///c:/ziping', 'badBase'],
  ['https://host/?a=1', 'badBase'],
  ['https://host/#a', 'badBase'],
  ['https://name@host/', 'badBase'],
  [`https://host/${'a'.repeat(230)}/`, 'longBase'],
])('the base %s is refused in a sentence', (given, key) => {
  expect(readArguments(['--base', given])).toMatchObject({ ok: false, key });
});

test.each([
  [['--officejs', 'http://mirror.example/office.js'], 'badOfficeJs', 'http://mirror.example/office.js'],
  [['--officejs', 'https://mirror.example/'], 'badOfficeJs', 'https://mirror.example/'],
  [['--officejs', 'bing'], 'badOfficeJs', 'bing'],
  [['--bass', 'https://host/'], 'badOption', '--bass'],
  [['https://host/'], 'badOption', 'https://host/'],
])('%j is refused in a sentence', (args, key, found) => {
  expect(readArguments(args)).toEqual({ ok: false, key, found });
});

test('a folder that holds anything else is not emptied', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'not-ours-'));
  const file = path.join(folder, '自评表.xlsx');
  writeFileSync(file, 'kept');
  const build = ['--import', 'tsx', 'src/build/build.ts', '--out'];
  for (const out of [folder, file]) {
    const { status, stderr } = spawnSync(process.execPath, [...build, out], { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining(out)]);
  }
  expect(readdirSync(folder)).toEqual(['自评表.xlsx']);
  rmSync(folder, { recursive: true });
});
