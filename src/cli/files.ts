/** Files in and out: reads an input without trusting it, chooses where the copy goes, and writes it so that it is there whole or not at all. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../workbook/xlsx/limits';
import type { FileError } from '../workbook/xlsx/fileError';
import type { Listed } from './listInputs';

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

/** How the names of recalculated copies end. */
export const SUFFIX = '.recalculated.xlsx';

/**
 * Where the recalculated copies of the inputs go: `<name>.recalculated.xlsx` beside each, or as `out` says. Several inputs, a folder that
 * was named, or an `out` that is a folder or does not end in .xlsx, make `out` a folder, in which files of a folder keep the folders
 * between. Inputs of one name get a number.
 */
export function chooseOutputs({ inputs, hasFolder }: Listed, out: string | null): readonly string[] {
  const isFolder =
    out !== null && (hasFolder || inputs.length > 1 || !/\.xlsx$/i.test(out) || isDirectory(out));
  const taken = new Set<string>();
  return inputs.map(({ file, below }) => {
    if (out !== null && !isFolder) return out;
    const name = path.basename(file).replace(/\.[^.]*$/, '');
    const folder = out === null ? path.dirname(file) : path.join(out, below);
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

/** Writes a copy, never over one of the inputs. */
export function saveOutput(output: string, bytes: Uint8Array, inputs: readonly string[]): Saved {
  return knowInputs(inputs)(output) ? { ok: false, reason: 'is-input' } : writeWhole(output, bytes);
}

/** Writes a file beside its final name and moves it there, so that it is there whole or not at all. */
export function writeWhole(output: string, bytes: Uint8Array): Saved {
  const draft = draftOf(output);
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

/** Takes away what a thread left that was stopped while it wrote. */
export function dropDraft(output: string): void {
  rmSync(draftOf(output), { force: true });
}

function draftOf(output: string): string {
  return `${output}.${process.pid}.tmp`;
}

/** Tells which files are inputs of the run, by path or as the same file under another name: none of them is ever written over. */
export function knowInputs(files: readonly string[]): (output: string) => boolean {
  const paths = new Set(files.map((file) => path.resolve(file)));
  let identities: ReadonlySet<string> | null = null;
  return (output) => {
    if (paths.has(path.resolve(output))) return true;
    const identity = identityOf(output);
    if (identity === null) return false;
    identities ??= new Set(files.flatMap((file) => identityOf(file) ?? []));
    return identities.has(identity);
  };
}

/** The same for all names of a file; null when there is no such file. */
function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev} ${found.ino}` : null;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
