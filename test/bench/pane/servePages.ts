/** Builds the pages that are measured and serves them from this machine: the workbench, and in it either our pane or the template's. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

export type PaneName = 'pane' | 'template';

export interface ServedPages {
  /** "https://localhost:1234" */
  readonly origin: string;
  /** Where the files of each stand, for whoever weighs them. */
  readonly folderOf: (pane: PaneName) => string;
  /** From now on the workbench opens this one. */
  readonly show: (pane: PaneName) => void;
  readonly close: () => void;
}

const ROOT = path.join(__dirname, '../../..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

export async function servePages(): Promise<ServedPages> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pane-bench-'));
  const config = path.join(__dirname, 'webpack.config.js');
  const webpack = ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--config', config];
  execFileSync(process.execPath, [...webpack, '--env', `folder=${folder}`], { cwd: ROOT, stdio: 'pipe' });

  let shown: PaneName = 'pane';
  const filesOf = (name: string): ReadonlySet<string> =>
    new Set(readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' }));
  const files = { pane: filesOf('pane'), template: filesOf('template'), workbench: filesOf('workbench') };
  // Office.js connects to nothing that is not served so.
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, ({ url = '/' }, response) => {
    const name = decodeURIComponent(url.replace(/[?#].*$/, '').slice(1));
    const place = ([shown, 'workbench'] as const).find((one) => files[one].has(name));
    if (!place) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
    });
    response.end(readFileSync(path.join(folder, place, name)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The pages cannot be served.');
  return {
    origin: `https://localhost:${address.port}`,
    folderOf: (pane) => path.join(folder, pane),
    show(pane) {
      shown = pane;
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
