/** The command `recalc`: recalculates and checks workbooks from the command line. Options and exit codes stand in the README. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleSet } from '../engine/ruleSet';
import { parseRuleSet } from '../engine/ruleSets/readRuleSet';
import { findRuleSet, RULE_SETS } from '../engine/ruleSets/shippedRuleSets';
import { reportSheets } from '../app/report';
import { wordingIn } from '../app/wording';
import { speak, type Say } from '../locales/sentences';
import { chooseOutputs } from './files';
import { parseArguments, type Request } from './parseArguments';
import { printFile } from './printReport';
import { recalculateFile, type FileResult } from './recalculateFile';
import { sayProblem } from './wording';

const SAMPLE = path.join(__dirname, '..', '..', 'assets', 'samples', '部门整体绩效自评表.xlsx');

/** Exit codes of the command line. */
const EXIT = { clean: 0, errorsFound: 1, unusable: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args);
  if (!parsed.ok) {
    process.stderr.write(`${speak(parsed.language)(parsed.key, parsed.params)}\n`);
    return EXIT.unusable;
  }
  const { request } = parsed;
  const say = speak(request.language);
  if (request.help) {
    process.stdout.write(`${say('cli.help')}\n`);
    return EXIT.clean;
  }
  const rules = request.rules === null ? null : chooseRules(request.rules, say);
  if (typeof rules === 'string') {
    process.stderr.write(`${rules}\n`);
    return EXIT.unusable;
  }
  const results = await recalculateAll(request, rules, say);
  if (request.json) process.stdout.write(`${JSON.stringify(reportJson(results, say), null, 2)}\n`);
  return exitCode(results);
}

async function recalculateAll(
  request: Request,
  rules: RuleSet | null,
  say: Say,
): Promise<readonly FileResult[]> {
  const files = request.files.length > 0 ? request.files : [path.relative('', SAMPLE)];
  const outputs = request.check ? [] : chooseOutputs(files, request.out);
  const results: FileResult[] = [];
  for (const [index, file] of files.entries()) {
    showProgress(index, files.length, file, say);
    const output = outputs[index] ?? null;
    const { sheet, overwriteScores } = request;
    const result = await recalculateFile(file, { rules, sheet, overwriteScores, output, inputs: files });
    showProgress(null, files.length, file, say);
    if (result.problem) process.stderr.write(`${file}: ${sayProblem(result, say)}\n`);
    if (isReported(result) && !request.json) process.stdout.write(`${printFile(result, say).join('\n')}\n`);
    results.push(result);
  }
  return results;
}

/** A rule set by id or from a file; a sentence when there is none. */
function chooseRules(choice: string, say: Say): RuleSet | string {
  const known = findRuleSet(choice);
  if (known) return known;
  const ids = RULE_SETS.map(({ id }) => id).join(', ');
  if (!existsSync(choice)) return say('cli.unknownRules', { rules: choice, ids });
  try {
    const read = parseRuleSet(JSON.parse(readFileSync(choice, 'utf8')));
    return read.ok ? read.rules : say('cli.badRules', { file: choice, field: read.problem.field });
  } catch {
    return say('cli.rulesNotJson', { file: choice });
  }
}

const BAR_WIDTH = 20;

/** A bar on a terminal when several files run; `done` null wipes it. */
function showProgress(done: number | null, all: number, file: string, say: Say): void {
  if (all < 2 || !process.stderr.isTTY) return;
  if (done === null) {
    process.stderr.write('\r\u001b[K');
    return;
  }
  const filled = Math.round((done / all) * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  process.stderr.write(
    `\r\u001b[K${bar} ${say('cli.progress', { done: String(done + 1), all: String(all), file: path.basename(file) })}`,
  );
}

/** A file that was read but not saved is reported all the same. */
function isReported({ problem }: FileResult): boolean {
  return problem === null || problem.code === 'not-saved';
}

function reportJson(results: readonly FileResult[], say: Say): unknown {
  const wording = wordingIn(say);
  return {
    version: 1,
    files: results.map((result) => ({
      file: result.file,
      error: result.problem && { code: result.problem.code, message: sayProblem(result, say) },
      output: result.output,
      sheets: isReported(result) ? reportSheets(result.sheets, wording) : [],
    })),
  };
}

function exitCode(results: readonly FileResult[]): number {
  if (results.some(({ problem }) => problem !== null)) return EXIT.unusable;
  const findings = results.flatMap(({ sheets }) =>
    sheets.flatMap(({ forms }) => forms.flatMap((form) => form.findings)),
  );
  return findings.some(({ severity }) => severity === 'error') ? EXIT.errorsFound : EXIT.clean;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  () => {
    process.stderr.write(`${speak('zh-CN')('cli.crash')}\n`);
    process.exitCode = EXIT.unusable;
  },
);
