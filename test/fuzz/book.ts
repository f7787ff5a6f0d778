/** A workbook taken apart, so that it can be broken: the text of its XML parts and the bytes of the others, by name, in their order. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random';

export interface Book {
  /** Parts that may be changed, added and taken out. */
  readonly parts: Map<string, string | Uint8Array>;
}

const FIXTURES = path.join(__dirname, '..', 'fixtures');

/** Workbooks of many sheets take the time of fifty others, and so are drawn less often. */
const LARGE = 15_000;

/** A workbook to be broken. */
export function chooseSource(random: Random): string {
  const isSmall = !random.chance(4);
  const sources = SOURCES.filter(({ size }) => size <= LARGE === isSmall);
  return random.oneOf(sources)?.name ?? '';
}

/** In an order that is the same everywhere. */
const SOURCES = listSources().map((name) => ({ name, size: statSync(path.join(FIXTURES, name)).size }));

function listSources(): readonly string[] {
  return ['forms', 'layouts'].flatMap((folder) =>
    readdirSync(path.join(FIXTURES, folder))
      .filter((name) => name.endsWith('.xlsx'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}

const known = new Map<string, ReadonlyMap<string, string | Uint8Array>>();

/** A fresh copy of a source. */
export function openSource(name: string): Book {
  const parts = known.get(name) ?? takeApart(name);
  known.set(name, parts);
  return { parts: new Map(parts) };
}

function takeApart(name: string): ReadonlyMap<string, string | Uint8Array> {
  const entries = Object.entries(unzipSync(new Uint8Array(readFileSync(path.join(FIXTURES, name)))));
  return new Map(
    entries.map(([part, bytes]) => [part, /\.(xml|rels)$/.test(part) ? strFromU8(bytes) : bytes]),
  );
}

/** The workbook put together again. */
export function putTogether({ parts }: Book): Uint8Array {
  const entries = [...parts].map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 1, mtime: '2020-01-01T00:00:00' });
}

/** The names of the worksheet parts. */
export function sheetParts({ parts }: Book): readonly string[] {
  return [...parts.keys()].filter((name) => /worksheets\/[^/]*\.xml$/.test(name));
}

/** Changes the text of a part; nothing happens where it is not there. */
export function editPart({ parts }: Book, name: string | undefined, edit: (xml: string) => string): void {
  const text = name === undefined ? undefined : parts.get(name);
  if (name !== undefined && typeof text === 'string') parts.set(name, edit(text));
}
