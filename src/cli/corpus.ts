/**
 * The command `corpus`, for developers: how many facts that people read off real forms and rows we get right, by kind, and each one that
 * we get wrong. Exit 0 when all sure facts are right, 1 otherwise, 2 for a folder that cannot be used.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FACT_KINDS, isDebatable, isRight, show, type Fact } from './corpus/fact';
import { CorpusFlaw, readCorpus } from './corpus/readCorpus';
import { layOutTable } from './table';

const FIXTURES = path.join(__dirname, '..', '..', 'test', 'fixtures');
const EXIT = { right: 0, wrong: 1, unusable: 2 } as const;

interface Tally {
  readonly kind: string;
  readonly right: number;
  readonly all: number;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const facts = await readCorpus(positionals.length > 0 ? positionals : [path.relative('', FIXTURES)]);
  const wrong = facts.filter((fact) => !isRight(fact) && !isDebatable(fact));
  const debatable = facts.filter((fact) => !isRight(fact) && isDebatable(fact));
  const tallies = FACT_KINDS.map((kind) =>
    tally(
      kind,
      facts.filter((fact) => fact.kind === kind),
    ),
  );
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ version: 1, facts: tallies, wrong, debatable }, null, 2)}\n`
      : `${print(tallies, wrong, debatable).join('\n')}\n`,
  );
  return wrong.length === 0 ? EXIT.right : EXIT.wrong;
}

function tally(kind: string, facts: readonly Fact[]): Tally {
  return { kind, right: facts.filter(isRight).length, all: facts.length };
}

function print(
  tallies: readonly Tally[],
  wrong: readonly Fact[],
  debatable: readonly Fact[],
): readonly string[] {
  const rows = tallies
    .filter(({ all }) => all > 0)
    .map(({ kind, right, all }) => [kind, String(right), String(all), percent(right, all)]);
  return [
    ...layOutTable([['', 'right', 'all', '%'], ...rows], ['left', 'right', 'right', 'right']),
    '',
    wrong.length === 0 ? 'No sure fact is wrong.' : `Wrong (${wrong.length}):`,
    ...wrong.map(printFact),
    ...(debatable.length === 0 ? [] : ['', `Debatable, read otherwise by us (${debatable.length}):`]),
    ...debatable.map(printFact),
  ];
}

/** Rounded down, so that 100.0 means all of them. */
function percent(right: number, all: number): string {
  return (Math.floor((right / all) * 1000) / 10).toFixed(1);
}

function printFact({ kind, file, sheet, row, what, got, want }: Fact): string {
  const place = [file, sheet, row === null ? null : `row ${row}`].filter((part) => part !== null).join(', ');
  return `  ${place}: ${kind}, ${what}: got ${show(got)}, want ${show(want)}`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isKnown = error instanceof CorpusFlaw || (error instanceof Error && 'code' in error);
    process.stderr.write(`${isKnown ? error.message : 'The corpus could not be compared.'}\n`);
    process.exitCode = EXIT.unusable;
  },
);
