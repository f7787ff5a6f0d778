/** Runs the command line as the scripts of package.json do, and programs that it is held against, one at a time, and says what each took. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Usage {
  /** In ms, from start to end. */
  readonly wall: number;
  /** Processor time of all its threads, in ms. */
  readonly processor: number;
  /** The most memory that it held at once, in MB. */
  readonly peak: number;
}

const START = path.join(__dirname, '../../src/cli/start.cjs');
const START_BUNDLE = path.join(__dirname, 'startBundle.cjs');

/** The command `recalc`. Throws when it could not do what it was asked for (an exit code above 1). */
export function runRecalc(args: readonly string[]): Usage {
  return runProgram([START, 'recalc', ...args]);
}

/** A program of this folder; `folder` is where its bundle is, which its first run makes. */
export function runOther(folder: string, name: 'empty' | 'openFiles', args: readonly string[]): Usage {
  return runProgram([START_BUNDLE, folder, name, ...args]);
}

/** What a program of this folder prints, which is JSON; its bundle is made for this run. Throws when it fails. */
export function askProgram(name: 'engineTimes' | 'formulaTimes', ...args: readonly string[]): unknown {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const printed = execFileSync(process.execPath, [START_BUNDLE, folder, name, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    return JSON.parse(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the program prints is thrown away. */
function runProgram(command: readonly string[]): Usage {
  const begun = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--require', path.join(__dirname, 'tellUsage.cjs'), ...command],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1e8 },
  );
  const wall = performance.now() - begun;
  if (status === null || status > 1) throw new Error(`${command.join(' ')}: ${stderr}`);
  return { wall, ...readUsage(output[3] ?? '') };
}

function readUsage(json: string): Omit<Usage, 'wall'> {
  const { processor, peak } = JSON.parse(json) as Partial<Record<'processor' | 'peak', number>>;
  return { processor: processor ?? NaN, peak: peak ?? NaN };
}
