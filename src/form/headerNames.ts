/**
 * What a person said about header words that the vocabulary does not know ("完成程度 is the actual"). Kept with the workbook as JSON and
 * applied by giving such a cell the word that the vocabulary knows for its role.
 */
import vocabulary from './vocabulary.json';
import type { Grid } from './grid';
import { headerWord, LONGEST_HEADER, type IndicatorRole } from './words';

/** The key under which the names are kept in the settings of a workbook. */
export const HEADER_NAMES_SETTING = 'headerNames';

/** Roles by header word, the word reduced as `headerWord` reduces it. */
export type HeaderNames = ReadonlyMap<string, IndicatorRole>;

/** What is longer is not even parsed, and of what is more the rest is left out: no form has so many columns. */
const LONGEST_KEPT = 100_000;
const MOST_NAMES = 500;

/** Reads the kept JSON, e.g. {"完成程度":"actual"}. What is broken or names no role is left out. */
export function readHeaderNames(json: string | undefined): HeaderNames {
  const names = new Map<string, IndicatorRole>();
  for (const [text, role] of (entriesOf(json) ?? []).slice(0, MOST_NAMES)) {
    if (isRole(role) && text.length <= LONGEST_HEADER) names.set(headerWord(text), role);
  }
  return names;
}

/** True when the kept JSON has something in it that `readHeaderNames` leaves out. */
export function losesHeaderNames(json: string | undefined): boolean {
  const entries = entriesOf(json);
  if (entries === null || entries.length > MOST_NAMES) return true;
  return !entries.every(([text, role]) => isRole(role) && text.length <= LONGEST_HEADER);
}

/** The JSON that is kept; null when nothing is named. */
export function writeHeaderNames(names: HeaderNames): string | null {
  return names.size === 0 ? null : JSON.stringify(Object.fromEntries(names));
}

/** Null for what is no object. */
function entriesOf(json = '{}'): readonly (readonly [string, unknown])[] | null {
  if (json.length > LONGEST_KEPT) return null;
  try {
    const kept: unknown = JSON.parse(json);
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? Object.entries(kept) : null;
  } catch {
    return null;
  }
}

function isRole(role: unknown): role is IndicatorRole {
  return typeof role === 'string' && Object.hasOwn(vocabulary.indicator, role);
}

/** The grid with named header cells in words that the vocabulary knows; the same grid when nothing is named. */
export function nameHeaders(grid: Grid, names: HeaderNames): Grid {
  if (names.size === 0) return grid;
  return {
    ...grid,
    rows: grid.rows.map((row) =>
      row?.map((cell) => {
        const role =
          cell && cell.text.length <= LONGEST_HEADER ? names.get(headerWord(cell.text)) : undefined;
        const word = role && vocabulary.indicator[role][0];
        return cell && word !== undefined ? { ...cell, text: word } : cell;
      }),
    ),
  };
}
