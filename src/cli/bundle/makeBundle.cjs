/** Makes the bundle of the command line. */
const { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const path = require('node:path');
const { bundleScripts } = require('./bundleScripts.cjs');
const { openBundle } = require('./openBundle.cjs');

const HOME = path.join(__dirname, '..');
const PROGRAMS = ['recalc', 'template', 'summary', 'corpus', 'fileThread'];
/** What programs load only when they need it, or several of them: what goes in and out is plain data. */
const PARTS = ['fileReport', 'overviewFile'];
/** In milliseconds: a bundle that nobody has used for so long, nobody is using. */
const LONGEST = 60 * 60 * 1000;

/** Makes the bundle in a folder of its own and moves it there once it is whole; whoever else made it in the meantime made the same. */
async function makeBundle(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  try {
    const sources = [...PROGRAMS, ...PARTS].map((name) => [name, path.join(HOME, `${name}.ts`)]);
    await bundleScripts(Object.fromEntries(sources), PARTS, draft);
    await tryForms(openBundle(draft));
    moveTo(folder, draft);
    removeOld(path.dirname(folder));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Reads the samples, so that the code for reading forms is kept as compiled, too. */
async function tryForms(bundle) {
  const samples = path.join(HOME, '..', '..', 'assets', 'samples');
  const { createReporter } = bundle.load('fileReport');
  const task = { rules: null, sheet: null, overwriteScores: false, language: 'zh-CN', isListed: true };
  for (const tells of ['words', 'json']) {
    const report = createReporter({ ...task, tells });
    for (const name of readdirSync(samples))
      await report({ file: path.join(samples, name), output: null, isInput: false });
  }
  bundle.keepCode();
}

function moveTo(folder, draft) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false }) === undefined) throw error;
  }
}

function removeOld(bundles) {
  for (const name of readdirSync(bundles)) {
    const bundle = path.join(bundles, name);
    const found = statSync(bundle, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > LONGEST) rmSync(bundle, { recursive: true, force: true });
  }
}

module.exports = { makeBundle };
