/** One file of the command line, from its path to its result: read, recalculate, save. Never throws; what went wrong is a value. */
import type { SettingKey } from '../app/choices/choices';
import type { Recalculation, SheetResult } from '../app/formResult';
import { planRecalculation } from '../app/recalculate';
import type { RuleSet } from '../engine/ruleSet';
import { WriteRefused } from '../workbook/writeRefused';
import type { Workbook, WorkbookSnapshot } from '../workbook/workbook';
import { openXlsx, type Opened, type XlsxFile } from '../workbook/xlsxFile';
import type { FileErrorDetail } from '../workbook/xlsx/fileError';
import { readInput, writeWhole } from './files';
import { settle } from './settle';

/** Why a file could not be used; the codes are those of the JSON interface. */
export interface FileProblem {
  readonly code: 'not-found' | 'not-xlsx' | 'damaged' | 'encrypted' | 'too-large' | 'no-form' | 'not-saved';
  readonly detail: FileErrorDetail;
}

export interface FileResult {
  readonly file: string;
  readonly problem: FileProblem | null;
  /** Where the copy was saved; null with --check or after a problem. */
  readonly output: string | null;
  readonly sheets: readonly SheetResult[];
  /** What is kept with the workbook and could not be used. */
  readonly unusable: readonly SettingKey[];
}

export interface FileOptions {
  readonly rules: RuleSet | null;
  readonly sheet: string | null;
  readonly overwriteScores: boolean;
  /** Null: check only. */
  readonly output: string | null;
  /** True when the output is one of the inputs of the run: none of them is ever written over. */
  readonly isInput: boolean;
}

export async function recalculateFile(file: string, options: FileOptions): Promise<FileResult> {
  const opened = openFile(file);
  if (!opened.ok) return failedFile(file, opened.error);
  const result = resultOf(file, await run(opened.file, options), options.sheet);
  const { output, isInput } = options;
  if (result.problem !== null || output === null) return result;
  const reason = isInput ? 'is-input' : save(output, opened.file.bytes());
  return reason === null
    ? { ...result, output }
    : { ...result, problem: { code: 'not-saved', detail: { kind: reason, output } } };
}

/** What `recalculateFile` makes, without an output, of a workbook that was opened elsewhere. */
export async function checkSnapshot(
  file: string,
  { sheets, ...rest }: WorkbookSnapshot,
  options: Pick<FileOptions, 'rules' | 'sheet' | 'overwriteScores'>,
): Promise<FileResult> {
  const read: Workbook['read'] = (names) =>
    Promise.resolve({
      sheets: names === null ? sheets : sheets.filter(({ grid }) => names.includes(grid.sheet)),
      ...rest,
    });
  return resultOf(file, await check({ read }, options), options.sheet);
}

/** Opens a file; why it cannot be opened otherwise. */
export function openFile(file: string): Opened {
  const input = readInput(file);
  return input.ok ? openXlsx(input.bytes, file) : input;
}

/** The result of a file of which nothing was read. */
export function failedFile(file: string, problem: FileProblem): FileResult {
  return { file, problem, output: null, ...NOTHING };
}

/** What was found in a file, before anything is saved; one without a form is of no use. */
function resultOf(file: string, { sheets, unusable, problem }: Ran, sheet: string | null): FileResult {
  if (problem !== null) return { file, problem, output: null, sheets, unusable };
  if (sheets.length === 0)
    return failedFile(file, { code: 'no-form', detail: { kind: 'no-sheet', sheet: sheet ?? '' } });
  const hasForm = sheets.some(({ forms }) => forms.length > 0);
  const noForm: FileProblem = { code: 'no-form', detail: { kind: 'no-form' } };
  return { file, problem: hasForm ? null : noForm, output: null, sheets, unusable };
}

/** Why the copy could not be saved; null when it was. */
function save(output: string, bytes: Uint8Array): string | null {
  const saved = writeWhole(output, bytes);
  return saved.ok ? null : saved.reason;
}

interface Ran {
  readonly sheets: readonly SheetResult[];
  readonly unusable: readonly SettingKey[];
  readonly problem: FileProblem | null;
}

const NOTHING = { sheets: [], unusable: [] };

/** Recalculates; a workbook that refuses to be written is still checked. */
async function run(workbook: XlsxFile, options: FileOptions): Promise<Ran> {
  const { output } = options;
  if (output === null) return check(workbook, options);
  const plan = (): Promise<Recalculation> => planRecalculation(workbook, options);
  return orDamaged(async () => {
    const planned = await plan();
    const { unusable } = planned.choices;
    try {
      return { sheets: await settle(workbook, planned, plan), unusable, problem: null };
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      const detail = { kind: error.refusal.kind, output };
      return { sheets: planned.sheets, unusable, problem: { code: 'not-saved', detail } };
    }
  });
}

function check(
  workbook: Pick<Workbook, 'read'>,
  options: Pick<FileOptions, 'rules' | 'sheet' | 'overwriteScores'>,
): Promise<Ran> {
  return orDamaged(async () => {
    const { sheets, choices } = await planRecalculation(workbook, options);
    return { sheets, unusable: choices.unusable, problem: null };
  });
}

async function orDamaged(work: () => Promise<Ran>): Promise<Ran> {
  try {
    return await work();
  } catch {
    return { ...NOTHING, problem: { code: 'damaged', detail: { kind: 'unexpected' } } };
  }
}
