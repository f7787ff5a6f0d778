/** What our manifest is compared with: the build as webpack makes it, the icons' files, and the functions of the ribbon. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSession } from '../../src/app/session';
import { answerRibbon } from '../../src/ribbon/answerRibbon';

export const ROOT = path.join(__dirname, '../..');

/** Runs a script in a process of its own, at the top of the project: for packages that need modules which Jest cannot load. */
export function runScript(script: string): unknown {
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }));
}

/** All that the build writes but the pane's program, which is left out to be quick; and where `npm start` serves it. */
const BUILD = `
  const webpack = require('webpack');
  const make = require('./webpack.config.js');
  const { devServer } = make({ WEBPACK_SERVE: true }, {});
  const compiler = webpack({ ...make({}, { mode: 'production' }), entry: { pane: 'data:text/javascript,' } });
  compiler.hooks.shouldEmit.tap('test', () => false);
  compiler.run((error, { compilation }) => {
    const scheme = [devServer.server, devServer.server.type].includes('https') ? 'https' : 'http';
    const origin = scheme + '://' + devServer.host + ':' + devServer.port;
    process.stdout.write(JSON.stringify({ origin, files: Object.keys(compilation.assets) }));
  });`;

export function readBuild(): { readonly origin: string; readonly files: readonly string[] } {
  const built = runScript(BUILD);
  if (
    typeof built !== 'object' ||
    built === null ||
    !('origin' in built && typeof built.origin === 'string') ||
    !('files' in built && Array.isArray(built.files))
  )
    throw new Error('webpack told nothing');
  return { origin: built.origin, files: built.files.map(String) };
}

/** Width and height of a PNG, which stand at bytes 16 and 20; null for a file that is none. */
export function sizeOfPicture(file: string): readonly [number, number] | null {
  const whole = path.join(ROOT, file);
  if (!file.endsWith('.png') || !existsSync(whole)) return null;
  const bytes = readFileSync(whole);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The names under which the ribbon's functions are told to Office. */
export function functionsOfRibbon(): ReadonlySet<string> {
  const names = new Set<string>();
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => names.add(name) } } });
  const never = (): Promise<never> => Promise.reject(new Error('nothing is pressed'));
  const session = createSession(
    { read: never, apply: never, saveSettings: never, addSheet: never, copySheet: never },
    () => new Date(0),
  );
  answerRibbon(session, { previews: () => false, openTask: () => undefined });
  return names;
}
