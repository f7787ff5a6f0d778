/** Colours of a file as "#RRGGBB": plain ones, those of the theme with their tint, and the old numbered palette. */
import type { XmlNode } from './xmlTree';
import { childOf } from './xmlTree';
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

/** Lightens (tint above 0) or darkens a colour as Excel does: its lightness changes, hue and saturation stay. */
export function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const range = most - least;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  const hue = hueOf(red, green, blue, most, range);
  const changed = tint < 0 ? lightness * (1 + tint) : lightness + (1 - lightness) * tint;
  const chroma = (1 - Math.abs(2 * changed - 1)) * saturation;
  const channel = (shift: number): string => {
    const place = (shift + hue * 2) % 12;
    const value = changed - (chroma / 2) * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** In sixths of the circle. */
function hueOf(red: number, green: number, blue: number, most: number, range: number): number {
  if (range === 0) return 0;
  if (most === red) return ((green - blue) / range + 6) % 6;
  return most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
}
