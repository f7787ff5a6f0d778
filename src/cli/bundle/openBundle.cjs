/** Runs the scripts of a bundle. What V8 made of their text an earlier time lies beside them, so that it need not be read again. */
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');
const { setMeasures } = require('./setMeasures.cjs');

/** Where the sources of the scripts stand, which the paths in them start from. */
const HOME = path.join(__dirname, '..');

/** A bundle that `makeBundle` made: loads its scripts by name, and keeps what has been compiled of them until now. */
function openBundle(folder) {
  const loaded = new Map();

  function load(name) {
    const known = loaded.get(name);
    if (known) return known.module.exports;
    const filename = path.join(folder, `${name}.cjs`);
    const cachedData = codeOf(filename);
    if (cachedData !== undefined) setMeasures();
    const script = new Script(readFileSync(filename, 'utf8'), { filename, cachedData });
    const module = { exports: {} };
    loaded.set(name, { filename, script, module });
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireFrom, module, path.join(HOME, `${name}.ts`), HOME);
    return module.exports;
  }

  function keepCode() {
    setMeasures();
    for (const { filename, script } of loaded.values())
      writeFileSync(codeFile(filename), script.createCachedData());
  }

  return { load, keepCode };
}

function codeFile(filename) {
  return `${filename}.code`;
}

/** V8 itself refuses what another version of it made. */
function codeOf(filename) {
  try {
    return readFileSync(codeFile(filename));
  } catch {
    return undefined;
  }
}

module.exports = { openBundle };
