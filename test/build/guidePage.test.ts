import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const guide = readFileSync(path.join(root, 'docs/用户手册.md'), 'utf8');

/** In a process of its own: the package that reads Markdown is a module of a kind that Jest does not load. */
function render(markdown: string): string {
  const script = `require('./src/build/guidePage').renderGuide(require('node:fs').readFileSync(0)).then((page) => process.stdout.write(page))`;
  return execFileSync(process.execPath, ['-e', script], { cwd: root, input: markdown, encoding: 'utf8' });
}

const page = render(guide);

test('every task of the guide is in the contents and has its place', () => {
  const tasks = [...guide.matchAll(/^## (.*)$/gm)].map(([, words]) => words);
  expect(tasks.length).toBeGreaterThan(5);
  const contents = [...page.matchAll(/<li><a href="#(\d+)">(.*?)<\/a><\/li>/g)];
  expect(contents.map(([, , words]) => words)).toEqual(tasks);
  for (const [, place = '', words = ''] of contents)
    expect(page).toContain(`<h2 id="${place}">${words}</h2>`);
});

test('its pictures lie beside it under names that every server and every program that unpacks can write', () => {
  const named = [...guide.matchAll(/!\[([^\]]+)\]\(pictures\/([^)]*)\)/g)];
  expect(named.length).toBeGreaterThan(10);
  const shown = [...page.matchAll(/<img src="([^"]*)" alt="([^"]+)"/g)];
  expect(shown.map(([, , text]) => text)).toEqual(named.map(([, text]) => text));
  for (const [, , name = ''] of named) expect(existsSync(path.join(root, 'docs/pictures', name))).toBe(true);
  const places = shown.map(([, place]) => place);
  for (const place of places) expect(place).toMatch(/^pictures\/[0-9a-f]{10}\.png$/);
  expect(new Set(places).size).toBe(new Set(named.map(([, , name]) => name)).size);
});

test('it asks for nothing beside its own pictures, and runs nothing', () => {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'`);
  expect(page).not.toMatch(/<script|<link|\sstyle=|(src|href)="(?!#|pictures\/)/);
});

test('a link to another document is text, since only the guide is beside the pane', () => {
  const [, body = ''] = render('# 手册\n\n见[安全](security.md)和[上面](#1)。\n\n## 一').split('<body>');
  expect(body).toContain('见安全和<a href="#1">上面</a>。');
});
