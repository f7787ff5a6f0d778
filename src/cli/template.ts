/** The command `template`: lists the blank forms, or makes a workbook with one of them or with last year's form for this year. Options and exit codes: docs/command-line.md. */
import { existsSync } from 'node:fs';
import { yearInQuestion } from '../app/yearInQuestion';
import { choose } from '../app/wording';
import { drawTemplate } from '../form/templates/drawTemplate';
import { TEMPLATES } from '../form/templates/templates';
import { speak, type Language, type Say } from '../locales/sentences';
import { newXlsx } from '../workbook/xlsxFile';
import { saveOutput } from './files';
import { parseTemplateArguments, type TemplateRequest } from './templateArguments';
import { makeNextYearFile } from './templateNextYear';

/** Exit codes of the command line. */
const EXIT = { done: 0, unusable: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const request = parseTemplateArguments(args, yearInQuestion(new Date()));
  const say = speak(request.language);
  switch (request.kind) {
    case 'wrong':
      return fail(say(request.key, request.params));
    case 'help':
      process.stdout.write(`${say('template.help')}\n`);
      return EXIT.done;
    case 'list':
      process.stdout.write(`${listTemplates(request.language).join('\n')}\n`);
      return EXIT.done;
    case 'make':
      return make(request, say);
    case 'next-year':
      return makeNextYear(request, say);
  }
}

/** One template a line: its id, its name and, where it has one, its source. */
function listTemplates(language: Language): readonly string[] {
  const width = Math.max(...TEMPLATES.map(({ id }) => id.length));
  return TEMPLATES.map(({ id, name, source }) =>
    [id.padEnd(width), name[language] ?? '', ...(source === null ? [] : [source])].join('  '),
  );
}

function make(
  { template, answers, out: output }: Extract<TemplateRequest, { kind: 'make' }>,
  say: Say,
): number {
  if (existsSync(output)) return fail(say('template.exists', { output }));
  const bytes = newXlsx(drawTemplate(template, answers)).bytes();
  return save(output, bytes, [say('template.made', { output })], say);
}

async function makeNextYear(
  request: Extract<TemplateRequest, { kind: 'next-year' }>,
  say: Say,
): Promise<number> {
  const { out: output } = request;
  if (existsSync(output)) return fail(say('template.exists', { output }));
  const made = await makeNextYearFile(request, say);
  return made.ok ? save(output, made.bytes, made.lines, say) : fail(made.line);
}

function save(output: string, bytes: Uint8Array, lines: readonly string[], say: Say): number {
  const saved = saveOutput(output, bytes, []);
  if (!saved.ok)
    return fail(say(choose(say, `error.not-saved.${saved.reason}`, 'error.not-saved'), { output }));
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.done;
}

function fail(line: string): number {
  process.stderr.write(`${line}\n`);
  return EXIT.unusable;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  () => {
    fail(speak('zh-CN')('cli.crash'));
    process.exitCode = EXIT.unusable;
  },
);
