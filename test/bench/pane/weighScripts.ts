/** The scripts of a pane by weight: those that its page names, and the sentences of a language, which the pane fetches before it draws anything. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** KB (1,000 bytes) after gzip until the first form is shown, Office.js not counted. */
export function weighScripts(folder: string): number {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const page = read('pane.html');
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const named = scripts.filter((file) => page.includes(file));
  const languages = scripts.filter((file) => !named.includes(file) && read(file).includes('"pane.title"'));
  const weigh = (file: string): number => gzipSync(read(file)).length / 1000;
  return named.reduce((total, file) => total + weigh(file), Math.max(0, ...languages.map(weigh)));
}
