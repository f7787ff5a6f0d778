/** Finds the bundle of the sources as they are, or has it made. */
const { existsSync, readdirSync, statSync, utimesSync } = require('node:fs');
const path = require('node:path');
const { getEnvironmentData, setEnvironmentData } = require('node:worker_threads');
const { openBundle } = require('./openBundle.cjs');

const ROOT = path.join(__dirname, '..', '..', '..');
/** Where tools keep what they can make again. */
const BUNDLES = path.join(ROOT, 'node_modules', '.cache', 'ziping');
const NONE = '';
/** What the command line may not import (eslint.config.mjs): changes there change nothing here. */
const NOT_OURS = new Set(
  ['pane', 'ribbon', 'workbench', 'build'].map((name) => path.join(ROOT, 'src', name)),
);
/** Beside the sources: which packages there are, and how what is written is to be understood. */
const SETTINGS = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];

/**
 * The bundle of the sources as they are; null where none can be made, such as where nothing may be written. Threads get that of the program
 * that starts them.
 */
async function findBundle() {
  let folder = getEnvironmentData(BUNDLES);
  if (folder === undefined) {
    folder = await findFolder().catch(() => NONE);
    setEnvironmentData(BUNDLES, folder);
  }
  return folder === NONE ? null : openBundle(folder);
}

async function findFolder() {
  const folder = path.join(BUNDLES, nameSources());
  if (!existsSync(folder)) await require('./makeBundle.cjs').makeBundle(folder);
  markFolder(folder);
  return folder;
}

/** Marks it as used: of many, those used last are kept. */
function markFolder(folder) {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // A bundle that may only be read is nobody's to remove.
  }
}

/** A name that no other state of the sources has: no file is written without a change of its times. */
function nameSources() {
  // Threads need none.
  const hash = require('node:crypto').createHash('sha256').update(`${process.version} ${process.arch}`);
  const add = (file) => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    hash.update(`\n${file} ${found?.size} ${found?.mtimeNs} ${found?.ctimeNs}`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = `${folder}${path.sep}${entry.name}`;
      if (!entry.isDirectory()) add(file);
      else if (!NOT_OURS.has(file)) walk(file);
    }
  };
  walk(path.join(ROOT, 'src'));
  for (const name of SETTINGS) add(path.join(ROOT, name));
  return hash.digest('hex').slice(0, 32);
}

module.exports = { findBundle };
