/** From what stands on the command line to the list of files: folders are walked, the list is cut into slices for several machines. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { SUFFIX } from './files';

/** One file to be read. */
export interface Input {
  readonly file: string;
  /** The folders between the folder that was named and the file, "" for a file that was named itself. */
  readonly below: string;
}

/** `part` of `of`, counted from 1. */
export interface Slice {
  readonly part: number;
  readonly of: number;
}

export interface Listed {
  readonly inputs: readonly Input[];
  /** True when a folder was named: results go into a folder, too, however many there are. */
  readonly hasFolder: boolean;
}

/**
 * All files that are meant, in the order of the command line and, within a folder, by name. What is named itself is not taken from a folder
 * again. A folder without a workbook stands for itself, so that it is reported.
 * @param leftOut files and folders that the run itself writes
 */
export function listInputs(named: readonly string[], leftOut: readonly string[]): Listed {
  const taken = new Set([...leftOut, ...named].map((one) => path.resolve(one)));
  let hasFolder = false;
  const inputs = named.flatMap((one): readonly Input[] => {
    if (!isFolder(one)) return [{ file: one, below: '' }];
    hasFolder = true;
    const found = walk(one, '', new Set(leftOut.map((left) => path.resolve(left))));
    if (found.length === 0) return [{ file: one, below: '' }];
    const fresh = found.filter(({ file }) => !taken.has(path.resolve(file)));
    for (const { file } of fresh) taken.add(path.resolve(file));
    return fresh;
  });
  return { inputs, hasFolder };
}

/** The part of a list that one of several machines takes: parts follow each other and differ by one item at most. */
export function sliceOf<Item>(items: readonly Item[], { part, of }: Slice): readonly Item[] {
  const edge = (count: number): number => Math.floor((count * items.length) / of);
  return items.slice(edge(part - 1), edge(part));
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function walk(folder: string, below: string, skipped: ReadonlySet<string>): readonly Input[] {
  const entries = entriesOf(folder);
  const names = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry): readonly Input[] => {
    const file = path.join(folder, entry.name);
    if (skipped.has(path.resolve(file))) return [];
    if (entry.isDirectory()) return walk(file, path.join(below, entry.name), skipped);
    return isWorkbook(entry.name) && !isOwnCopy(entry.name, names) ? [{ file, below }] : [];
  });
}

/** By name, the same on every machine; none for a folder that cannot be read. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** ~$ is the lock of an open workbook, ._ what a Mac keeps beside a file. */
function isWorkbook(name: string): boolean {
  return /\.xls[xm]$/i.test(name) && !/^(~\$|\._)/.test(name);
}

/** True for the recalculated copy of a file that stands beside it. */
function isOwnCopy(name: string, beside: ReadonlySet<string>): boolean {
  if (!name.endsWith(SUFFIX)) return false;
  const original = name.slice(0, -SUFFIX.length).replace(/ \(\d+\)$/, '');
  return [original, name.slice(0, -SUFFIX.length)].some((stem) =>
    ['.xlsx', '.xlsm', '.XLSX', '.XLSM'].some((ending) => beside.has(stem + ending)),
  );
}
