/** Every picture of the documents is made by `npm run pictures`, and every picture that it makes is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PICTURES } from '../browser/pictures';
import { PRINTS } from '../browser/takePrints';

const ROOT = path.join(__dirname, '..', '..');
const FOLDER = path.join(ROOT, 'docs', 'pictures');

const MADE = [...PICTURES.map(({ name }) => name), ...PRINTS].map((name) => `${name}.png`).sort();

test('what lies in docs/pictures is what the script makes', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(MADE);
});

test('every picture is shown in the guide or in the README, and nothing else is', () => {
  const shown = ['README.md', 'docs/用户手册.md'].flatMap((document) =>
    [...readFileSync(path.join(ROOT, document), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(
      ([, target = '']) => decodeURI(target).replace(/^(docs\/)?pictures\//, ''),
    ),
  );
  expect([...new Set(shown)].sort()).toEqual(MADE);
});

test('every picture says in words what it shows', () => {
  const guide = readFileSync(path.join(ROOT, 'docs', '用户手册.md'), 'utf8');
  expect(guide).not.toMatch(/!\[\s*\]\(/);
});
