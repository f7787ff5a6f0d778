/** What is told of one file: texts and lines of the table, plain data that a thread can hand over. The results behind them are let go. */
import { deserialize, serialize } from 'node:v8';
import { overviewOf, unreadLine } from '../app/overview';
import { reportSheets } from '../app/report';
import { wordingIn } from '../app/wording';
import { parseRuleSet } from '../engine/ruleSets/readRuleSet';
import type { RuleSet } from '../engine/ruleSet';
import type { RuleSetJson } from '../engine/ruleSets/writeRuleSet';
import type { OverviewLine } from '../form/overview/overviewLine';
import { speak, type Language, type Say } from '../locales/sentences';
import { printFile } from './printReport';
import {
  checkSnapshot,
  failedFile,
  openFile,
  recalculateFile,
  type FileProblem,
  type FileResult,
} from './recalculateFile';
import type { WorkbookSnapshot } from '../workbook/workbook';
import { sayProblem } from './wording';

/** What is asked of every file of a run. */
export interface Task {
  /** Null: guessed from each form. */
  readonly rules: RuleSetJson | null;
  readonly sheet: string | null;
  readonly overwriteScores: boolean;
  readonly language: Language;
  /** What is told of a file: the report in words, its part of the JSON, or nothing. */
  readonly tells: 'words' | 'json' | 'nothing';
  /** Whether its lines of the table are wanted. */
  readonly isListed: boolean;
}

/** One file to be done. */
export interface FileJob {
  readonly file: string;
  /** Null: check only. */
  readonly output: string | null;
  /** True when the output is one of the inputs of the run. */
  readonly isInput: boolean;
}

export interface FileReport {
  /** Why the file could not be used, in one line; null when it could. */
  readonly problem: string | null;
  /** For standard output; "" for nothing. */
  readonly text: string;
  /** None where none are wanted. */
  readonly lines: readonly OverviewLine[];
  readonly hasErrors: boolean;
}

/** Does one file after another as a task asks. Never rejects. */
export function createReporter(task: Task): (job: FileJob) => Promise<FileReport> {
  const say = speak(task.language);
  const rules = rulesOf(task);
  return async ({ file, output, isInput }) => {
    const { sheet, overwriteScores } = task;
    return tell(await recalculateFile(file, { rules, sheet, overwriteScores, output, isInput }), task, say);
  };
}

/** A workbook that was opened, as one thread sends it to another. */
export interface OpenedFile {
  readonly job: FileJob;
  /** A `WorkbookSnapshot`, serialised. */
  readonly snapshot: Uint8Array;
}

/** Opens one file after another, or reports why it cannot be opened. Never rejects. */
export function createOpener(task: Task): (job: FileJob) => Promise<OpenedFile | FileReport> {
  const say = speak(task.language);
  return async (job) => {
    const opened = openFile(job.file);
    if (!opened.ok) return tell(failedFile(job.file, opened.error), task, say);
    const { sheet } = task;
    return { job, snapshot: serialize(await opened.file.read(sheet === null ? null : [sheet])) };
  };
}

/** Checks one opened file after another, as a reporter does that writes nothing. Never rejects. */
export function createChecker(task: Task): (opened: OpenedFile) => Promise<FileReport> {
  const say = speak(task.language);
  const rules = rulesOf(task);
  return async ({ job, snapshot }) => {
    const { sheet, overwriteScores } = task;
    const read = deserialize(snapshot) as WorkbookSnapshot;
    return tell(await checkSnapshot(job.file, read, { rules, sheet, overwriteScores }), task, say);
  };
}

/** The report of a file that took its thread with it, or never came to an end. */
export function reportFailure({ file }: FileJob, problem: FileProblem, task: Task): FileReport {
  return tell(failedFile(file, problem), task, speak(task.language));
}

function rulesOf({ rules }: Task): RuleSet | null {
  if (rules === null) return null;
  const read = parseRuleSet(rules);
  return read.ok ? read.rules : null;
}

/** What is told of one result. */
export function tell(result: FileResult, { tells, isListed }: Task, say: Say): FileReport {
  const problem = result.problem && sayProblem(result, say);
  const findings = result.sheets.flatMap(({ forms }) => forms.flatMap((form) => form.findings));
  return {
    problem,
    text: textOf(result, tells, say),
    lines: isListed ? linesOf(result, problem, say) : [],
    hasErrors: findings.some(({ severity }) => severity === 'error'),
  };
}

function linesOf(result: FileResult, problem: string | null, say: Say): readonly OverviewLine[] {
  if (problem !== null && !isReported(result)) return [unreadLine(result.file, problem)];
  return overviewOf(result.sheets, say).map((line) => ({ ...line, file: result.file }));
}

function textOf(result: FileResult, tells: Task['tells'], say: Say): string {
  switch (tells) {
    case 'words':
      return isReported(result) ? `${printFile(result, say).join('\n')}\n` : '';
    case 'json':
      return JSON.stringify(fileJson(result, say), null, 2);
    case 'nothing':
      return '';
  }
}

function fileJson(result: FileResult, say: Say): unknown {
  return {
    file: result.file,
    error: result.problem && { code: result.problem.code, message: sayProblem(result, say) },
    output: result.output,
    sheets: isReported(result) ? reportSheets(result.sheets, wordingIn(say)) : [],
  };
}

/** A file that was read but not saved is reported all the same. */
function isReported({ problem }: FileResult): boolean {
  return problem === null || problem.code === 'not-saved';
}
