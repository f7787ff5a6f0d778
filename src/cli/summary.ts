/** The command `summary`: writes the summary of a workbook's forms as a Word file. Options and exit codes: docs/command-line.md. */
import { existsSync } from 'node:fs';
import { countErrors, formsToSummarise, summariseForm, writeDocument } from '../app/summarise';
import { failed } from '../app/problem';
import { sayProblem } from '../app/sayFailure';
import { choose } from '../app/wording';
import { countBlanks } from '../form/summary/textDocument';
import { speak, type Say } from '../locales/sentences';
import { saveOutput } from './files';
import { recalculateFile } from './recalculateFile';
import { parseSummaryArguments, type SummaryRequest } from './summaryArguments';
import { sayProblem as sayFileProblem } from './wording';

/** Exit codes of the command line. */
const EXIT = { clean: 0, errorsFound: 1, unusable: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const request = parseSummaryArguments(args);
  const say = speak(request.language);
  switch (request.kind) {
    case 'wrong':
      return fail(say(request.key, request.params));
    case 'help':
      process.stdout.write(`${say('summary.help')}\n`);
      return EXIT.clean;
    case 'make':
      return make(request, say);
  }
}

async function make(
  { file, out, sheet, table }: Extract<SummaryRequest, { kind: 'make' }>,
  say: Say,
): Promise<number> {
  // Somebody may have filled in the blanks of an earlier one.
  if (existsSync(out)) return fail(say('template.exists', { output: out }));
  const read = await recalculateFile(file, {
    rules: null,
    sheet,
    overwriteScores: false,
    output: null,
    isInput: false,
  });
  if (read.problem) return fail(`${file}: ${sayFileProblem(read, say)}`);
  const forms = formsToSummarise(read.sheets).map((place) => ({ place, made: summariseForm(place.form) }));
  const summaries = forms.flatMap(({ made }) => (made.ok ? [made.result] : []));
  if (forms.length === 0) return fail(`${file}: ${sayProblem(failed('summary-table').problem, say)}`);
  for (const { place, made } of forms) {
    const { sheet } = place;
    if (!made.ok) fail(`${file}: ${say('summary.leftOut', { sheet, why: sayProblem(made.problem, say) })}`);
  }
  if (summaries.length === 0) return EXIT.unusable;
  const document = writeDocument(summaries, table);
  // The library is large: it is loaded once there is something to write.
  const { writeDocx } = await import('../workbook/docxFile');
  const saved = saveOutput(out, await writeDocx(document), [file]);
  if (!saved.ok)
    return fail(say(choose(say, `error.not-saved.${saved.reason}`, 'error.not-saved'), { output: out }));
  const errors = countErrors(forms.map(({ place }) => place.form));
  const told = {
    output: out,
    forms: String(summaries.length),
    blanks: String(countBlanks(document)),
    errors: String(errors),
  };
  process.stdout.write(`${say(errors > 0 ? 'summary.madeWithErrors' : 'summary.made', told)}\n`);
  return errors > 0 || summaries.length < forms.length ? EXIT.errorsFound : EXIT.clean;
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return EXIT.unusable;
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
