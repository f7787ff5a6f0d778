/** Writes to a stream no faster than its reader reads, so that what is told of many files does not pile up in memory. */
import { once } from 'node:events';

/** Resolves once the stream takes more. A reader that went away is no failure: the rest of the work is still done. */
export async function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '' || !stream.writable) return;
  if (stream.write(text)) return;
  await once(stream, 'drain').catch(() => undefined);
}

/** Lets a reader go away (`| head`) without a word. */
export function allowClosing(stream: NodeJS.WriteStream): void {
  stream.on('error', () => undefined);
}
