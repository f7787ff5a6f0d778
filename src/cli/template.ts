/** The command `template`: lists the blank forms, or makes a workbook with one of them. Options and exit codes stand in the README. */
import { existsSync } from 'node:fs';
import { yearInQuestion } from '../app/insertTemplate';
import { choose } from '../app/wording';
import { drawTemplate } from '../form/templates/drawTemplate';
import { TEMPLATES } from '../form/templates/templates';
import { speak, type Language, type Say } from '../locales/sentences';
import { newXlsx } from '../workbook/xlsxFile';
import { saveOutput } from './files';
import { parseTemplateArguments, type TemplateRequest } from './templateArguments';

/** Exit codes of the command line. */
const EXIT = { done: 0, unusable: 2 } as const;

function main(args: readonly string[]): number {
  const request = parseTemplateArguments(args, yearInQuestion(new Date()));
  const say = speak(request.language);
  switch (request.kind) {
    case 'wrong':
      process.stderr.write(`${say(request.key, request.params)}\n`);
      return EXIT.unusable;
    case 'help':
      process.stdout.write(`${say('template.help')}\n`);
      return EXIT.done;
    case 'list':
      process.stdout.write(`${listTemplates(request.language).join('\n')}\n`);
      return EXIT.done;
    case 'make':
      return make(request, say);
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
  if (existsSync(output)) {
    process.stderr.write(`${say('template.exists', { output })}\n`);
    return EXIT.unusable;
  }
  const saved = saveOutput(output, newXlsx(drawTemplate(template, answers)).bytes(), []);
  if (!saved.ok) {
    const key = choose(`error.not-saved.${saved.reason}`, 'error.not-saved');
    process.stderr.write(`${say(key, { output })}\n`);
    return EXIT.unusable;
  }
  process.stdout.write(`${say('template.made', { output })}\n`);
  return EXIT.done;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch {
  process.stderr.write(`${speak('zh-CN')('cli.crash')}\n`);
  process.exitCode = EXIT.unusable;
}
