/**
 * Starts a command of the command line, or a thread of one: `node src/cli/start.cjs recalc …`. It runs from a bundle of the sources as they
 * are, made where there is none yet; where none can be made, it runs from the sources themselves, which takes longer.
 */
const path = require('node:path');
const { findBundle } = require('./bundle/findBundle.cjs');

const name = process.argv[2];
// The command finds what it would find without this program: its own name, and what it is asked for.
process.argv.splice(1, 2, path.join(__dirname, `${name}.ts`));

async function start() {
  const bundle = await findBundle();
  try {
    if (bundle !== null) return bundle.load(name);
  } catch {
    // Somebody has taken the bundle away, or damaged it.
  }
  await import('tsx');
  return require(`./${name}.ts`);
}

void start();
