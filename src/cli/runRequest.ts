/** Does what the command `recalc` is asked for: checks or recalculates files one after another, or puts tables of several runs together. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { choose } from '../app/wording';
import { parseRuleSet } from '../engine/ruleSets/readRuleSet';
import { findRuleSet, RULE_SETS } from '../engine/ruleSets/shippedRuleSets';
import { writeRuleSet, type RuleSetJson } from '../engine/ruleSets/writeRuleSet';
import type { OverviewLine } from '../form/overview/overviewLine';
import { speak, type Say } from '../locales/sentences';
import { EXIT, worse, type Exit } from './exit';
import { chooseOutputs, knowInputs } from './files';
import type { FileJob, FileReport, Task } from './fileReport';
import { listInputs, sliceOf } from './listInputs';
import type * as tableFile from './overviewFile';
import type { Request } from './parseArguments';
import { createProgress } from './progress';
import { reportFiles } from './reportFiles';
import { writeTo } from './write';

const SAMPLE = path.join(__dirname, '..', '..', 'assets', 'samples', '部门整体绩效自评表.xlsx');

/** Ends with the exit code; what could not be done is said on standard error. */
export async function runRequest(request: Request): Promise<Exit> {
  const say = speak(request.language);
  const { summary } = request;
  if (summary !== null && !(await (await tables()).isFreeForTable(summary)))
    return refuse(say('cli.tableTaken', { file: summary }));
  if (request.merge && summary !== null) return merge(request.files, summary, say);
  const rules = request.rules === null ? null : chooseRules(request.rules, say);
  if (typeof rules === 'string') return refuse(rules);
  return recalculate(request, rules, say);
}

/** What reads and writes tables, which a run without one can do without. */
function tables(): Promise<typeof tableFile> {
  return import('./overviewFile');
}

function refuse(sentence: string): Exit {
  process.stderr.write(`${sentence}\n`);
  return EXIT.unusable;
}

/** Puts the tables of several runs together, in the order in which they are named. */
async function merge(files: readonly string[], summary: string, say: Say): Promise<Exit> {
  const { readTable } = await tables();
  const lines: OverviewLine[] = [];
  for (const file of files) {
    const read = await readTable(file);
    if (!read) return refuse(`${file}: ${say('cli.noTable')}`);
    lines.push(...read);
  }
  return (await finishTable(summary, lines, say)) ? EXIT.clean : EXIT.unusable;
}

async function recalculate(request: Request, rules: RuleSetJson | null, say: Say): Promise<Exit> {
  const { summary, json, sheet, overwriteScores, language } = request;
  const jobs = listJobs(request);
  const task: Task = {
    rules,
    sheet,
    overwriteScores,
    language,
    tells: tellsOf(request),
    isListed: summary !== null,
  };
  const progress = createProgress(jobs.length, process.stderr, say);
  const interruption = new AbortController();
  // A second interruption is left to the system, and ends the program at once.
  process.once('SIGINT', () => {
    interruption.abort();
  });
  const lines: OverviewLine[] = [];
  let exit: Exit = EXIT.clean;
  let done = 0;
  if (json) await writeTo(process.stdout, jsonPart(null, 0));
  for await (const report of reportFiles(jobs, task, request.jobs, interruption.signal)) {
    const file = jobs[done]?.file ?? '';
    if (report.problem !== null || report.text !== '') progress.wipe();
    if (report.problem !== null) process.stderr.write(`${file}: ${report.problem}\n`);
    await writeTo(process.stdout, json ? jsonPart(report, done) : report.text);
    if (summary !== null) lines.push(...report.lines);
    exit = worse(exit, report);
    done += 1;
    progress.show(done, path.basename(file));
  }
  progress.wipe();
  if (json) await writeTo(process.stdout, done === 0 ? ']\n}\n' : '\n  ]\n}\n');
  if (interruption.signal.aborted) {
    process.stderr.write(`${say('cli.interrupted', { done: String(done), all: String(jobs.length) })}\n`);
    return EXIT.interrupted;
  }
  return summary === null || (await finishTable(summary, lines, say, json)) ? exit : EXIT.unusable;
}

/** What is to be done: the list is made, and the copies are named, before it is cut into slices, so that all machines name them alike. */
function listJobs(request: Request): readonly FileJob[] {
  const named = request.files.length > 0 ? request.files : [path.relative('', SAMPLE)];
  const listed = listInputs(
    named,
    [request.summary, request.out].filter((one) => one !== null),
  );
  const outputs = request.check ? [] : chooseOutputs(listed, request.out);
  const isInput = knowInputs(listed.inputs.map(({ file }) => file));
  const jobs = listed.inputs.map(({ file }, index) => ({ file, output: outputs[index] ?? null }));
  const own = request.slice === null ? jobs : sliceOf(jobs, request.slice);
  return own.map((job) => ({ ...job, isInput: job.output !== null && isInput(job.output) }));
}

function tellsOf({ json, summary }: Request): Task['tells'] {
  if (json) return 'json';
  return summary === null ? 'words' : 'nothing';
}

/** The JSON of all files, piece by piece, since all of it may not fit into memory; null begins it. */
function jsonPart(report: FileReport | null, place: number): string {
  if (report === null) return '{\n  "version": 1,\n  "files": [';
  return `${place === 0 ? '' : ','}\n${report.text.replace(/^/gm, '    ')}`;
}

/** Writes the table and says what is in it, on standard error where standard output is for programs; false when it could not be saved. */
async function finishTable(
  file: string,
  lines: readonly OverviewLine[],
  say: Say,
  isQuiet = false,
): Promise<boolean> {
  const { writeTable } = await tables();
  const saved = writeTable(file, lines);
  if (!saved.ok) {
    const key = choose(say, `error.not-saved.${saved.reason}`, 'error.not-saved');
    process.stderr.write(`${say(key, { output: file })}\n`);
    return false;
  }
  const count = (pick: (line: OverviewLine) => number): string =>
    String(lines.reduce((sum, line) => sum + pick(line), 0));
  const sentence = say('cli.tableSaved', {
    file,
    forms: count(({ kind }) => (kind === null ? 0 : 1)),
    errors: count(({ errors }) => errors),
    warnings: count(({ warnings }) => warnings),
    unread: count(({ kind }) => (kind === null ? 1 : 0)),
  });
  (isQuiet ? process.stderr : process.stdout).write(`${sentence}\n`);
  return true;
}

/** A rule set by id or from a file; a sentence when there is none. */
function chooseRules(choice: string, say: Say): RuleSetJson | string {
  const known = findRuleSet(choice);
  if (known) return writeRuleSet(known);
  const ids = RULE_SETS.map(({ id }) => id).join(', ');
  if (!existsSync(choice)) return say('cli.unknownRules', { rules: choice, ids });
  try {
    const read = parseRuleSet(JSON.parse(readFileSync(choice, 'utf8')));
    return read.ok
      ? writeRuleSet(read.rules)
      : say('cli.badRules', { file: choice, field: read.problem.field });
  } catch {
    return say('cli.rulesNotJson', { file: choice });
  }
}
