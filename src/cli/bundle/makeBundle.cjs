/** Makes the bundle of the command line. */
const { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const path = require('node:path');
const { bundleScripts } = require('./bundleScripts.cjs');
const { openBundle } = require('./openBundle.cjs');

const HOME = path.join(__dirname, '..');
const PROGRAMS = ['recalc', 'template', 'summary', 'corpus', 'fileThread'];
/** What programs load only when they need it, or several of them: what goes in and out is plain data. */
const PARTS = ['fileReport', 'overviewFile'];
/** Bundles that are kept, those used last: a program may still run from an earlier one. */
const KEPT = 5;

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
  const used = readdirSync(bundles).map((name) => {
    const bundle = path.join(bundles, name);
    return { bundle, at: statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  used.sort((one, other) => other.at - one.at);
  for (const { bundle } of used.slice(KEPT)) rmSync(bundle, { recursive: true, force: true });
}

module.exports = { makeBundle };
