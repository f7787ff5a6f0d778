/** Files in and out: reads an input without trusting it, chooses where the copy goes, and writes it so that it is there whole or not at all. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../workbook/xlsx/limits';
import type { FileError } from '../workbook/xlsx/fileError';

export type FileBytes =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly error: FileError };

/** The bytes of an input, or why it cannot be read. */
export function readInput(file: string): FileBytes {
  try {
    const found = statSync(file);
    if (found.isDirectory()) return { ok: false, error: { code: 'not-xlsx', detail: { kind: 'folder' } } };
    if (found.size > MAX_FILE_BYTES) {
      const detail = { kind: 'file-size', actual: String(found.size), limit: String(MAX_FILE_BYTES) };
      return { ok: false, error: { code: 'too-large', detail } };
    }
    return { ok: true, bytes: new Uint8Array(readFileSync(file)) };
  } catch (error) {
    const isMissing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
    return {
      ok: false,
      error: { code: 'not-found', detail: { kind: isMissing ? 'missing' : 'unreadable' } },
    };
  }
}

const SUFFIX = '.recalculated.xlsx';

/**
 * Where the recalculated copies of the inputs go: `<name>.recalculated.xlsx` beside each, or as `out` says. Several inputs, or an `out` that is
 * a folder or does not end in .xlsx, make `out` a folder. Inputs of one name get a number.
 */
export function chooseOutputs(files: readonly string[], out: string | null): readonly string[] {
  const isFolder = out !== null && (files.length > 1 || !/\.xlsx$/i.test(out) || isDirectory(out));
  const taken = new Set<string>();
  return files.map((file) => {
    if (out !== null && !isFolder) return out;
    const name = path.basename(file).replace(/\.[^.]*$/, '');
    const folder = out ?? path.dirname(file);
    let chosen = path.join(folder, `${name}${SUFFIX}`);
    for (let number = 2; taken.has(path.resolve(chosen)); number += 1)
      chosen = path.join(folder, `${name} (${number})${SUFFIX}`);
    taken.add(path.resolve(chosen));
    return chosen;
  });
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export type Saved =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'is-input' | 'not-allowed' | 'no-space' | 'other' };

/** Writes a copy beside its final name and moves it there; never over one of the inputs. */
export function saveOutput(output: string, bytes: Uint8Array, inputs: readonly string[]): Saved {
  if (inputs.some((input) => isSameFile(input, output))) return { ok: false, reason: 'is-input' };
  const draft = `${output}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, output);
    return { ok: true };
  } catch (error) {
    rmSync(draft, { force: true });
    const code = codeOf(error);
    if (code === 'ENOSPC') return { ok: false, reason: 'no-space' };
    return {
      ok: false,
      reason: ['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code) ? 'not-allowed' : 'other',
    };
  }
}

function isSameFile(a: string, b: string): boolean {
  if (path.resolve(a) === path.resolve(b)) return true;
  const first = statSync(a, { throwIfNoEntry: false });
  const second = statSync(b, { throwIfNoEntry: false });
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
