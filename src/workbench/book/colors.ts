/** Colours of a file as "#RRGGBB": plain ones, those of the theme with their tint, and the old numbered palette. */
import type { XmlNode } from '../../workbook/xlsx/xmlTree';
import { childOf } from '../../workbook/xlsx/xmlTree';
import palette from './palette.json';

/** The twelve theme colours in the order in which cells number them. */
export type Theme = readonly string[];

const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The theme's colours; `root` is that of the theme part, null when there is none. */
export function readTheme(root: XmlNode | null): Theme {
  const scheme = childOf(childOf(root, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const color = childOf(scheme, name)?.children[0];
    const given = color?.tag.attribute(color.name === 'sysClr' ? 'lastClr' : 'val');
    return given !== undefined && /^[0-9A-F]{6}$/i.test(given)
      ? `#${given.toUpperCase()}`
      : (palette.theme[index] ?? '#000000');
  });
}

/** The colour of a `<color>`, `<fgColor>` …; null when it is automatic or not there. */
export function readColor(node: XmlNode | null, theme: Theme): string | null {
  if (!node) return null;
  const rgb = /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(node.tag.attribute('rgb') ?? '')?.[1];
  const base =
    rgb === undefined
      ? (theme[Number(node.tag.attribute('theme') ?? NaN)] ??
        palette.indexed[Number(node.tag.attribute('indexed') ?? NaN)])
      : `#${rgb.toUpperCase()}`;
  if (base === undefined) return null;
  const tint = Number(node.tag.attribute('tint') ?? 0);
  return tint === 0 || !Number.isFinite(tint) ? base : tinted(base, tint);
}

/** Hue, lightness and saturation are whole numbers up to this, as in Windows; a shade of Excel's palette comes out the same only so. */
const MOST = 240;

/** Lightens (tint above 0) or darkens a colour as Excel does: its lightness changes, hue and saturation stay. */
export function tinted(color: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const range = most - least;
  const sum = most + least;
  const lightness = Math.floor((sum * MOST + 255) / 510);
  const changed =
    tint < 0
      ? Math.floor(lightness * (1 + tint))
      : Math.floor(lightness * (1 - tint)) + MOST - Math.floor(MOST * (1 - tint));
  if (range === 0) return spell([0, 0, 0].map(() => Math.round((changed * 255) / MOST)));
  const part = lightness <= MOST / 2 ? sum : 510 - sum;
  const saturation = Math.floor((range * MOST + Math.floor(part / 2)) / part);
  const hue = hueOf(red, green, blue, most, range);
  const high =
    changed <= MOST / 2
      ? Math.floor((changed * (MOST + saturation) + MOST / 2) / MOST)
      : changed + saturation - Math.floor((changed * saturation + MOST / 2) / MOST);
  const low = 2 * changed - high;
  return spell(
    [MOST / 3, 0, -MOST / 3].map((turn) =>
      Math.floor((channel(low, high, hue + turn) * 255 + MOST / 2) / MOST),
    ),
  );
}

function spell(channels: readonly number[]): string {
  const digits = channels.map((value) => value.toString(16).padStart(2, '0').toUpperCase());
  return `#${digits.join('')}`;
}

function hueOf(red: number, green: number, blue: number, most: number, range: number): number {
  const distance = (value: number): number =>
    Math.floor(((most - value) * (MOST / 6) + Math.floor(range / 2)) / range);
  const hue = ((): number => {
    if (most === red) return distance(blue) - distance(green);
    if (most === green) return MOST / 3 + distance(red) - distance(blue);
    return (2 * MOST) / 3 + distance(green) - distance(red);
  })();
  return (hue + MOST) % MOST;
}

/** How strong a basic colour is in a hue. */
function channel(low: number, high: number, turned: number): number {
  const hue = (turned + MOST) % MOST;
  const sixth = MOST / 6;
  const slope = (steps: number): number => low + Math.floor(((high - low) * steps + sixth / 2) / sixth);
  if (hue < sixth) return slope(hue);
  if (hue < MOST / 2) return high;
  return hue < (2 * MOST) / 3 ? slope((2 * MOST) / 3 - hue) : low;
}
