/**
 * The command `build`: makes the folder of static files that a server is to offer, the manifest for that server's address, and a zip of both.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { version } from '../../package.json';
import { LONGEST_ADDRESS, readArguments, USUAL_FOLDER, type Order } from './readArguments';
import sentences from './sentences.json';
import { DEVELOPMENT, writeManifest } from './writeManifest';

const root = path.join(__dirname, '../..');

function say(key: keyof typeof sentences, values: Readonly<Record<string, string>> = {}): string {
  return sentences[key].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '') + '\n';
}

function build({ base, officeJs, out }: Order): number {
  const folder = path.resolve(root, out);
  const zip = path.join(path.dirname(folder), `ziping-${version}.zip`);
  if (!isOurs(folder)) {
    process.stderr.write(say('badOut', { found: out }));
    return 2;
  }
  const environment = { ...process.env };
  delete environment['OFFICE_JS'];
  if (officeJs !== null) environment['OFFICE_JS'] = officeJs;
  const webpack = ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--output-path', folder];
  rmSync(zip, { force: true });
  const made = spawnSync(process.execPath, webpack, { cwd: root, env: environment, stdio: 'inherit' });
  if (made.status !== 0) {
    process.stderr.write(say('failed'));
    return 1;
  }
  const manifest = path.join(folder, 'manifest.xml');
  if (base !== null) writeFileSync(manifest, writeManifest(readFileSync(manifest, 'utf8'), base, version));
  const files = listFiles(folder);
  const packed = zipSync(Object.fromEntries(files), { level: 9 });
  writeFileSync(zip, packed);
  if (base === null) process.stdout.write(say('development', { base: DEVELOPMENT }));
  const bytes = files.reduce((all, [, content]) => all + content.length, 0);
  const shown = (place: string): string => path.relative(process.cwd(), place);
  process.stdout.write(
    say('done', {
      folder: shown(folder),
      manifest: shown(manifest),
      zip: shown(zip),
      files: String(files.length),
      size: `${(bytes / 1e6).toFixed(1)} MB`,
      base: base ?? DEVELOPMENT,
    }),
  );
  return 0;
}

/** Whether a folder may be emptied and made anew: the usual one, one that is not there, that is empty, or that holds a build. */
function isOurs(folder: string): boolean {
  if (folder === path.join(root, USUAL_FOLDER) || !existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || ['pane.html', 'manifest.xml'].every((name) => names.includes(name));
}

/** Every file of a folder by its path in it with slashes, in one order on all machines. */
function listFiles(folder: string): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map(
      (file) =>
        [path.relative(folder, file).split(path.sep).join('/'), new Uint8Array(readFileSync(file))] as const,
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const read = readArguments(process.argv.slice(2));
if (read.ok) process.exitCode = build(read.order);
else {
  process.stderr.write(say(read.key, { found: read.found, most: String(LONGEST_ADDRESS) }) + say('usage'));
  process.exitCode = 2;
}
