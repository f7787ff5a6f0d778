/** Serves the workbench for a run of the browser tests, as `npm start` does but without watching files, on a port that is free. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

export interface Served {
  /** "https://localhost:1234" */
  readonly origin: string;
  readonly processId: number;
}

const root = path.join(__dirname, '../..');

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

/** @param pane the address of a deployed add-in that it is to show; its own by default */
export async function serveWorkbench(pane?: string): Promise<Served> {
  const port = await findPort();
  const options = ['--no-devtool', '--no-client', '--no-live-reload', '--watch-options-ignored', '**/*'];
  if (pane !== undefined) options.push('--env', `pane=${pane}`);
  const server = spawn(process.execPath, ['node_modules/webpack/bin/webpack.js', 'serve', ...options], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ERROR in')) reject(new Error(said));
      else if (said.includes('Workbench: ')) resolve();
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => {
      reject(new Error(said));
    });
  }).catch((error: unknown) => {
    server.kill();
    throw error;
  });
  if (server.pid === undefined) throw new Error('webpack did not start');
  return { origin: `https://localhost:${port}`, processId: server.pid };
}
