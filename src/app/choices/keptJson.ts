/**
 * JSON that is kept with a workbook, read without trust: it may be broken, from a later version, or written to do harm. Everything is read
 * into our own values field by field; nothing is merged into an object of ours.
 */

/** What is longer is not even parsed. */
const LONGEST_KEPT = 1_000_000;

/** The version that is written; what carries another one was written by another program and is not guessed at. */
const KEPT_VERSION = 1;

/** The fields of a kept object. */
export type Fields = ReadonlyMap<string, unknown>;

/** The fields of the kept object, null when there is none that can be used. */
export function readKept(json: string): Fields | null {
  if (json.length > LONGEST_KEPT) return null;
  try {
    const fields = readFields(JSON.parse(json));
    return fields?.get('version') === KEPT_VERSION ? fields : null;
  } catch {
    return null;
  }
}

/** The fields of an object, null for anything else. */
export function readFields(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map<string, unknown>(Object.entries(value));
}

/** The text to be kept. */
export function writeKept(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ version: KEPT_VERSION, ...fields });
}

/** What was read, and whether something had to be left out. */
export interface Read<Value> {
  readonly value: Value;
  readonly isUsable: boolean;
}

/** At most so many entries of a list are kept. */
export const MOST_ENTRIES = 1_000;

/** Reads a list entry by entry; entries that cannot be used are left out. */
export function readEntries<Entry>(
  json: string | undefined,
  field: string,
  readEntry: (fields: Fields) => Entry | null,
): Read<readonly Entry[]> {
  if (json === undefined) return { value: [], isUsable: true };
  const list = readKept(json)?.get(field);
  if (!Array.isArray(list)) return { value: [], isUsable: false };
  const items: readonly unknown[] = list;
  const entries = items.slice(0, MOST_ENTRIES).flatMap((item): readonly Entry[] => {
    const fields = readFields(item);
    const entry = fields && readEntry(fields);
    return entry === null ? [] : [entry];
  });
  return { value: entries, isUsable: entries.length === items.length };
}

/** A text that is neither empty nor longer than `longest`; null for anything else. */
export function readText(value: unknown, longest: number): string | null {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : null;
}
