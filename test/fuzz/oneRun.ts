/** One run of the fuzzer: breaks a workbook, does with it what the command line does, and says which promises were broken. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planRecalculation } from '../../src/app/recalculate';
import { reportSheets, type ReportedSheet } from '../../src/app/report';
import { wordingIn } from '../../src/app/wording';
import { EXIT, worse, type Exit } from '../../src/cli/exit';
import { tell, type Task } from '../../src/cli/fileReport';
import { recalculateFile, type FileOptions, type FileResult } from '../../src/cli/recalculateFile';
import { RULE_SETS } from '../../src/engine/ruleSets/shippedRuleSets';
import { speak } from '../../src/locales/sentences';
import { openPackage } from '../../src/workbook/xlsx/openPackage';
import { openXlsx } from '../../src/workbook/xlsxFile';
import { chooseSource, openSource, putTogether } from './book';
import { comparePackages } from './compareFiles';
import { chooseSteps, type Step } from './mutations/chooseMutations';
import { checkScores, checkSums, checkTotals } from './promises';
import { randomBy } from './random';
import { readPackage, textOf as partText, type SeenPackage } from './readPackage';
import { readSheet, type SeenCell, type SeenSheet } from './readSheet';

/** In milliseconds, for one file. */
const LONGEST = 5000;
/** In milliseconds, for leaving things out. */
const MINIMISING = 15_000;
const CODES: ReadonlySet<string> = new Set([
  'not-found',
  'not-xlsx',
  'damaged',
  'encrypted',
  'too-large',
  'no-form',
  'not-saved',
]);

export interface Case {
  readonly source: string;
  readonly steps: readonly Step[];
  readonly rules: string | null;
  readonly overwriteScores: boolean;
  readonly checksOnly: boolean;
  /** Says the report in words, not only in figures. */
  readonly inWords: boolean;
}

export interface Outcome {
  readonly exit: Exit;
  readonly faults: readonly string[];
}

export function caseOf(seed: number): Case {
  const random = randomBy(seed);
  return {
    source: chooseSource(random),
    steps: chooseSteps(random),
    rules: random.chance(15) ? (random.oneOf(RULE_SETS)?.id ?? null) : null,
    overwriteScores: random.chance(20),
    checksOnly: random.chance(8),
    inWords: random.chance(10),
  };
}

/** The broken workbook. */
function breakWorkbook({ source, steps }: Case): Uint8Array {
  const book = openSource(source);
  for (const { mutation, seed } of steps) if (mutation.kind === 'parts') mutation.apply(book, randomBy(seed));
  let bytes = putTogether(book);
  for (const { mutation, seed } of steps)
    if (mutation.kind === 'bytes') bytes = mutation.apply(bytes, randomBy(seed));
  return bytes;
}

const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

export async function runCase(one: Case): Promise<Outcome> {
  const [input, output, second] = ['in', 'out', 'twice'].map((name) => path.join(folder, `${name}.xlsx`));
  if (input === undefined || output === undefined || second === undefined)
    return { exit: EXIT.clean, faults: [] };
  for (const file of [output, second]) rmSync(file, { force: true });
  const bytes = breakWorkbook(one);
  writeFileSync(input, bytes);
  const first = await recalculateOnce(input, one.checksOnly ? null : output, one);
  const faults = [...first.faults];
  if (!Buffer.from(bytes).equals(readFileSync(input))) faults.push('the input was written over');
  const isSaved = first.result.output !== null;
  if (isSaved !== existsSync(output))
    faults.push('a copy is there although none was promised, or the other way round');
  if (isSaved) faults.push(...(await checkCopy({ one, bytes, output, second, sheets: first.sheets })));
  return { exit: first.exit, faults };
}

/** Wall clock and the work done, in milliseconds: on a busy machine, waiting is no fault of ours. */
function now(): { readonly wall: number; readonly cpu: number } {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

interface Ran {
  readonly result: FileResult;
  readonly sheets: readonly ReportedSheet[];
  readonly exit: Exit;
  readonly faults: readonly string[];
}

async function recalculateOnce(file: string, output: string | null, one: Case): Promise<Ran> {
  const rules = RULE_SETS.find(({ id }) => id === one.rules) ?? null;
  const options: FileOptions = {
    rules,
    sheet: null,
    overwriteScores: one.overwriteScores,
    output,
    isInput: false,
  };
  const task: Task = {
    rules: null,
    sheet: null,
    overwriteScores: one.overwriteScores,
    language: 'zh-CN',
    tells: one.inWords ? 'words' : 'nothing',
    isListed: true,
  };
  const say = speak('zh-CN');
  const begun = now();
  const result = await recalculateFile(file, options);
  const told = tell(result, task, say);
  const sheets = reportSheets(result.sheets, wordingIn(say));
  const exit = worse(EXIT.clean, told);
  const faults = [...(await checkProblem(result, file, options)), ...checkExit(result, sheets, exit)];
  const ended = now();
  const took = Math.min(ended.wall - begun.wall, ended.cpu - begun.cpu);
  if (took > LONGEST) faults.push(`it took ${Math.round(took)} ms`);
  if (told.problem?.includes('\n') === true) faults.push('a problem is said in more than one line');
  return { result, sheets, exit, faults };
}

/** A problem that nobody foresaw is an exception that was caught at the last moment. */
async function checkProblem(
  { problem }: FileResult,
  file: string,
  options: FileOptions,
): Promise<readonly string[]> {
  if (problem === null) return [];
  if (!CODES.has(problem.code)) return [`there is no problem ${problem.code}`];
  if (problem.detail.kind === 'unexpected') return [`an exception: ${await explain(file, options)}`];
  return problem.code === 'not-saved' && problem.detail.kind !== 'signed' && problem.detail.kind !== 'result'
    ? [`the copy was refused: ${problem.detail.kind}`]
    : [];
}

async function explain(file: string, options: FileOptions): Promise<string> {
  try {
    const bytes = new Uint8Array(readFileSync(file));
    openPackage(bytes, file);
    const opened = openXlsx(bytes, file);
    if (!opened.ok) return 'none';
    const { plans } = await planRecalculation(opened.file, options);
    await opened.file.apply(plans);
    return 'none the second time';
  } catch (error) {
    return error instanceof Error
      ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ')
      : String(error);
  }
}

function checkExit({ problem }: FileResult, sheets: readonly ReportedSheet[], exit: Exit): readonly string[] {
  const isError = sheets.some(({ forms }) =>
    forms.some(({ findings }) => findings.some(({ severity }) => severity === 'error')),
  );
  const wanted = problem !== null ? EXIT.unusable : isError ? EXIT.errorsFound : EXIT.clean;
  return wanted === exit ? [] : [`exit code ${exit} and not ${wanted}`];
}

interface Copy {
  readonly one: Case;
  readonly bytes: Uint8Array;
  readonly output: string;
  readonly second: string;
  readonly sheets: readonly ReportedSheet[];
}

async function checkCopy({ one, bytes, output, second, sheets }: Copy): Promise<readonly string[]> {
  const copy = new Uint8Array(readFileSync(output));
  const [before, after] = [readPackage(bytes), readPackage(copy)];
  const again = await recalculateOnce(output, second, one);
  const faults = [...checkSums(sheets), ...again.faults, ...checkSecond(again, copy, second)];
  if (before && after && before.sheets.length === sheets.length) {
    const writes = sheets.flatMap(({ forms }, sheet) =>
      forms.flatMap((form) => form.writes.map(({ cell, to }) => ({ sheet, cell, to }))),
    );
    faults.push(...comparePackages(before, after, writes));
    faults.push(...checkTotals(again.sheets, (sheet) => sheetOf(after, sheet)));
    faults.push(
      ...checkScores(
        sheets,
        one.overwriteScores,
        (sheet) => sheetOf(before, sheet),
        (cell) => textOf(before, cell),
      ),
    );
  }
  return faults;
}

function checkSecond({ result, sheets }: Ran, copy: Uint8Array, second: string): readonly string[] {
  if (result.problem)
    return [`our own copy cannot be used: ${result.problem.code} ${result.problem.detail.kind}`];
  const writes = sheets.flatMap(({ forms }) => forms.flatMap((form) => form.writes));
  const faults = writes.map(({ cell, from, to }) => `the second time ${cell} changed from ${from} to ${to}`);
  const isSame = Buffer.from(copy).equals(readFileSync(second));
  return isSame || faults.length > 0 ? faults : ['the second time the file changed without a write'];
}

function sheetOf({ parts, sheets }: SeenPackage, index: number): SeenSheet | undefined {
  const content = parts.get(sheets[index]?.part ?? '');
  return content && readSheet(content);
}

function textOf({ parts }: SeenPackage, { type, text }: SeenCell): string {
  if (type !== 's') return unescape(text);
  const strings = [...parts].find(([name]) => /sharedstrings\.xml$/i.test(name))?.[1];
  const items = strings ? [...partText(strings).matchAll(/<si\/>|<si>([\s\S]*?)<\/si>/g)] : [];
  return unescape(
    (items[Number(text)]?.[1] ?? '').replace(/<rPh[\s\S]*?<\/rPh>/g, '').replace(/<[^>]*>/g, ''),
  );
}

/** Characters that XML does not take are written as `_x000D_`. */
function unescape(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** Leaves out what the fault does not need; only for faults that end. */
export async function minimise(one: Case): Promise<Case> {
  let small = one;
  const end = performance.now() + MINIMISING;
  for (const step of one.steps) {
    if (performance.now() > end) break;
    const less = { ...small, steps: small.steps.filter((other) => other !== step) };
    if ((await runCase(less)).faults.length > 0) small = less;
  }
  return small;
}
