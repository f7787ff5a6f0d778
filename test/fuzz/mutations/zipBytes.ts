/** Breaks the bytes of the file. */
import type { Random } from '../random';

export const BYTE_EDITS: Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>> = {
  'bytes flipped': (bytes, random) => {
    const changed = bytes.slice();
    for (let count = random.pick([1, 1, 2, 8, 64]); count > 0; count -= 1) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  'bytes of the directory flipped': (bytes, random) => {
    const changed = bytes.slice();
    const at = Math.max(0, changed.length - 1 - random.below(Math.min(900, changed.length)));
    changed[at] = random.pick([0, 1, 0x7f, 0x80, 0xff]);
    return changed;
  },
  'file cut': (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'middle cut out': (bytes, random) => {
    const at = random.below(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(200)));
  },
  'bytes before': (bytes, random) => joined(new Uint8Array(random.pick([1, 4, 512])), bytes),
  'bytes behind': (bytes, random) => joined(bytes, new Uint8Array(random.pick([1, 22, 70_000]))),
  'file twice': (bytes) => joined(bytes, bytes),
  'entry twice': (bytes, random) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = bytes.length - 22;
    const start = end < 0 ? bytes.length : view.getUint32(end + 16, true);
    if (end < 0 || start + 46 > bytes.length) return bytes;
    const length = 46 + view.getUint16(start + 28, true) + view.getUint16(start + 30, true);
    const changed = joined(
      bytes.subarray(0, end),
      bytes.subarray(start, start + length),
      bytes.subarray(end),
    );
    const after = new DataView(changed.buffer);
    const at = changed.length - 22;
    if (random.chance(80)) {
      const count = view.getUint16(end + 10, true) + 1;
      after.setUint16(at + 8, count, true);
      after.setUint16(at + 10, count, true);
      after.setUint32(at + 12, view.getUint32(end + 12, true) + length, true);
    }
    return changed;
  },
};

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
