/* global __dirname, process */
// Starts a program that the command line is held against, as src/cli/start.cjs starts the command line: `node startBundle.cjs FOLDER NAME …`.
// FOLDER is where its bundle is; a first run makes it, and keeps what V8 compiled of it.
const { existsSync } = require('node:fs');
const path = require('node:path');
const { bundleScripts } = require('../../src/cli/bundle/bundleScripts.cjs');
const { openBundle } = require('../../src/cli/bundle/openBundle.cjs');

async function start(folder, name) {
  const isFirst = !existsSync(path.join(folder, `${name}.cjs`));
  if (isFirst) await bundleScripts({ [name]: path.join(__dirname, `${name}.ts`) }, [], folder);
  const bundle = openBundle(folder);
  if (isFirst) process.on('exit', bundle.keepCode);
  bundle.load(name);
}

const [folder, name] = process.argv.splice(2, 2);
void start(folder, name);
