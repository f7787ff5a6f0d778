/** A server of static files that answers as `docs/nginx.conf` says, for trying what `npm run build` makes at an address of its own. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { generate } from 'selfsigned';
import { readNginx } from '../build/serverSettings';

export interface ServedBuild {
  /** Where the files are offered: "https://127.0.0.1:1234/ziping/". */
  readonly address: string;
  /** From now on it offers the files of this folder. */
  readonly offer: (folder: string) => void;
  readonly close: () => void;
}

/** As nginx knows them, with the character set that its settings add. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
};

export async function serveBuild(): Promise<ServedBuild> {
  const { location, headersOf } = readNginx();
  let folder = '';
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  const server = createServer({ key, cert }, ({ method, url = '/' }, response) => {
    const uri = decodeURIComponent(new URL(url, 'https://any').pathname);
    const file = path.join(folder, uri.slice(location.length));
    const isOffered = uri.startsWith(location) && existsSync(file) && statSync(file).isFile();
    const status = method !== 'GET' && method !== 'HEAD' ? 403 : isOffered ? 200 : 404;
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(status, { 'Content-Type': type, ...headersOf(uri) });
    response.end(status === 200 && method === 'GET' ? readFileSync(file) : undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The build cannot be served.');
  return {
    address: `https://127.0.0.1:${bound.port}${location}`,
    offer(made) {
      folder = made;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
