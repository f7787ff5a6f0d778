/** One file of the command line, from its path to its result: read, recalculate, save. Never throws; what went wrong is a value. */
import type { SettingKey } from '../app/choices/choices';
import type { Recalculation, SheetResult } from '../app/formResult';
import { planRecalculation } from '../app/recalculate';
import type { RuleSet } from '../engine/ruleSet';
import { WriteRefused } from '../workbook/writeRefused';
import { openXlsx, type XlsxFile } from '../workbook/xlsxFile';
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
  const fail = (problem: FileProblem, ran: Omit<Ran, 'problem'> = NOTHING): FileResult => ({
    file,
    problem,
    output: null,
    ...ran,
  });
  const input = readInput(file);
  if (!input.ok) return fail(input.error);
  const opened = openXlsx(input.bytes, file);
  if (!opened.ok) return fail(opened.error);
  const ran = await run(opened.file, options);
  const { sheets, unusable } = ran;
  if (sheets.length === 0 && ran.problem === null) {
    return fail({ code: 'no-form', detail: { kind: 'no-sheet', sheet: options.sheet ?? '' } });
  }
  if (ran.problem) return fail(ran.problem, { sheets, unusable });
  if (!sheets.some(({ forms }) => forms.length > 0)) {
    return fail({ code: 'no-form', detail: { kind: 'no-form' } }, { sheets, unusable });
  }
  const { output, isInput } = options;
  if (output === null) return { file, problem: null, output: null, sheets, unusable };
  const reason = isInput ? 'is-input' : save(output, opened.file.bytes());
  if (reason !== null)
    return fail({ code: 'not-saved', detail: { kind: reason, output } }, { sheets, unusable });
  return { file, problem: null, output, sheets, unusable };
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
async function run(workbook: XlsxFile, { rules, sheet, overwriteScores, output }: FileOptions): Promise<Ran> {
  const plan = (): Promise<Recalculation> => planRecalculation(workbook, { rules, sheet, overwriteScores });
  try {
    const planned = await plan();
    const { unusable } = planned.choices;
    if (output === null) return { sheets: planned.sheets, unusable, problem: null };
    try {
      return { sheets: await settle(workbook, planned, plan), unusable, problem: null };
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      const detail = { kind: error.refusal.kind, output };
      return { sheets: planned.sheets, unusable, problem: { code: 'not-saved', detail } };
    }
  } catch {
    return { ...NOTHING, problem: { code: 'damaged', detail: { kind: 'unexpected' } } };
  }
}
