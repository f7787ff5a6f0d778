/** Every picture of the documents is made by `npm run pictures`, and every picture that it makes is shown. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PICTURES } from '../browser/pictures';
import { DEMONSTRATION } from '../browser/takeDemonstration';
import { PRINTS } from '../browser/takePrints';

const ROOT = path.join(__dirname, '..', '..');
const FOLDER = 'docs/pictures';

const MADE = [...PICTURES.map(({ name }) => name), ...PRINTS].map((name) => `${FOLDER}/${name}.png`);
const ALL = [...MADE, DEMONSTRATION].sort();

test('what lies in docs/pictures is what the script makes', () => {
  const lying = readdirSync(path.join(ROOT, FOLDER)).map((name) => `${FOLDER}/${name}`);
  expect(lying.sort()).toEqual([...MADE].sort());
});

test('every picture that the script makes is shown in the guide or in the README, with words for what it shows, and no other', () => {
  const shown = ['README.md', 'docs/用户手册.md'].flatMap((document) =>
    [...readFileSync(path.join(ROOT, document), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)].map(
      ([, words = '', target = '']) => ({
        words,
        file: path.posix.join(path.dirname(document), decodeURI(target)),
      }),
    ),
  );
  expect(shown.filter(({ words }) => words.trim() === '')).toEqual([]);
  expect([...new Set(shown.map(({ file }) => file))].sort()).toEqual(ALL);
});

test('the animation at the head of the README is fetched in a moment', () => {
  expect(statSync(path.join(ROOT, DEMONSTRATION)).size).toBeLessThan(300_000);
});
