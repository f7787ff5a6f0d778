/**
 * The command `build`: makes the folder of static files that a server is to offer, the manifest for that server's address, and a zip of both.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { version } from '../../package.json';
import { LONGEST_ADDRESS, readArguments, type Order } from './readArguments';
import sentences from './sentences.json';
import { DEVELOPMENT, writeManifest } from './writeManifest';

const root = path.join(__dirname, '../..');
const folder = path.join(root, 'dist');
const zip = path.join(root, `ziping-${version}.zip`);

function say(key: keyof typeof sentences, values: Readonly<Record<string, string>> = {}): string {
  return sentences[key].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '') + '\n';
}

function build({ base, officeJs }: Order): number {
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
  const files = listFiles();
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

/** Every file of the folder by its path with slashes, in one order on all machines. */
function listFiles(): readonly (readonly [string, Uint8Array])[] {
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
