import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sizeOfPicture } from './surroundings';

const FOLDER = path.join(ROOT, 'assets/icons');
const files = readdirSync(FOLDER);
const sources = files.filter((file) => file.endsWith('.svg'));
const names = sources.filter((file) => !/-\d+\.svg$/.test(file)).map((file) => path.parse(file).name);

test('the add-in, its buttons and the items of its menu have an icon, in every size', () => {
  expect(names).toEqual([
    'check',
    'clear-marks',
    'form',
    'icon',
    'next-year',
    'pane',
    'recalculate',
    'revert',
    'roll-up',
    'summary',
    'template',
  ]);
  const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];
  const wanted = names.flatMap((name) => sizes.map((size) => [`${name}-${size}.png`, [size, size]]));
  const pictures = files.filter((file) => file.endsWith('.png'));
  const found = pictures.map((file) => [file, sizeOfPicture(`assets/icons/${file}`)]);
  expect(found.sort()).toEqual(wanted.sort());
});

test('small icons are drawings of their own, where a large one would blur', () => {
  for (const name of names)
    for (const size of [16, 20, 24]) {
      const drawing = readFileSync(path.join(FOLDER, `${name}-${size}.svg`), 'utf8');
      expect(drawing).toContain(`viewBox="0 0 ${size} ${size}"`);
    }
});

test('pictures have a transparent ground', () => {
  for (const file of files.filter((one) => one.endsWith('.png')))
    // Colour type 6 at byte 25 of a PNG: colours with an alpha channel.
    expect([file, readFileSync(path.join(FOLDER, file))[25]]).toEqual([file, 6]);
});

/** Relative luminance of "#rrggbb", as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each(sources)('%s is told from a light ribbon and from a dark one', (file) => {
  // White only fills what an outline encloses, or writes on the accent; what a mask cuts away has no colour.
  const drawing = readFileSync(path.join(FOLDER, file), 'utf8').replace(/<mask[^]*?<\/mask>/, '');
  const colors = new Set(drawing.match(/#[0-9a-f]{6}/g));
  colors.delete('#ffffff');
  expect(colors.size).toBeGreaterThan(0);
  // WCAG 2.2, 1.4.11: three to one; on Excel's white, colourful and black ribbons.
  for (const color of colors)
    for (const ground of ['#ffffff', '#f3f2f1', '#262626'])
      expect(contrast(color, ground)).toBeGreaterThan(3);
});
