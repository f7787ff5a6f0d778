/** Turns TypeScript programs into one script each, as `openBundle` runs them. */
const path = require('node:path');

/**
 * @param programs the file of each program, by the name of its script
 * @param parts those among them that are left where others import them, and loaded from there
 */
async function bundleScripts(programs, parts, folder) {
  const files = new Map(parts.map((name) => [path.resolve(programs[name]).replace(/\.ts$/, ''), name]));
  // Large: only loaded where something is to be bundled.
  const { build } = require('esbuild');
  await build({
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    // A function: the script gets from outside what a module of Node.js has.
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    logLevel: 'silent',
    plugins: [{ name: 'parts', setup: (esbuild) => leaveOut(esbuild, files) }],
  });
}

function leaveOut(esbuild, files) {
  esbuild.onResolve({ filter: /^\.\.?\// }, ({ kind, path: id, resolveDir }) => {
    const name = kind === 'entry-point' ? undefined : files.get(path.resolve(resolveDir, id));
    return name === undefined ? undefined : { path: `./${name}`, external: true };
  });
}

module.exports = { bundleScripts };
