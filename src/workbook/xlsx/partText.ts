/**
 * Between the bytes of an XML part and its text. What is written back has the encoding and byte order mark that
 * was read.
 */
import { Unreadable } from './fileError';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface PartText {
  /** The whole text, with its byte order mark when it has one. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Decodes a part; throws `Unreadable` when its bytes are not text of a known encoding. */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const declared = /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
    if (declared === undefined || /^(utf-?8|utf-?16(le|be)?|us-ascii|ascii)$/i.test(declared)) {
      return { text, encoding };
    }
  } catch {
    // Told below, together with encodings that are not known.
  }
  throw new Unreadable('damaged', 'text-encoding', { part });
}

/** Encodes a part as it was read. */
export function encodePart({ text, encoding }: PartText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return bytes;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  return 'utf-8';
}
