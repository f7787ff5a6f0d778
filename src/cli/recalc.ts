/** The command `recalc`: recalculates and checks workbooks from the command line. Options and exit codes: docs/command-line.md. */
import { speak } from '../locales/sentences';
import { EXIT, type Exit } from './exit';
import { parseArguments } from './parseArguments';
import { allowClosing } from './write';

async function main(args: readonly string[]): Promise<Exit> {
  const parsed = parseArguments(args);
  if (!parsed.ok) {
    process.stderr.write(`${speak(parsed.language)(parsed.key, parsed.params)}\n`);
    return EXIT.unusable;
  }
  const { request } = parsed;
  if (request.help) {
    process.stdout.write(`${speak(request.language)('cli.help')}\n`);
    return EXIT.clean;
  }
  // What reads workbooks takes longer to load than all of this to answer.
  const { runRequest } = await import('./runRequest');
  return runRequest(request);
}

allowClosing(process.stdout);
allowClosing(process.stderr);
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  () => {
    process.stderr.write(`${speak('zh-CN')('cli.crash')}\n`);
    process.exitCode = EXIT.unusable;
  },
);
