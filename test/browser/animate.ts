/**
 * Puts screenshots of one size together into an animated PNG, which every browser shows. All share one palette, and a frame
 * holds only what differs from the one before: a window with text becomes small.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export interface Frame {
  /** As Chromium takes it: eight bits for red, green and blue each. */
  readonly png: Uint8Array;
  /** For how long it is seen before the next. */
  readonly milliseconds: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue in one number, line by line. */
  readonly colours: Uint32Array;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** The last place of the palette: nothing is drawn. */
const NOTHING = 255;
/** Colours that are nearer to each other than this, as squares of red, green and blue, are one. */
const ALIKE = 200;

/** The animation, which goes round for ever. */
export function animate(frames: readonly Frame[]): Buffer {
  const pictures = frames.map(({ png }) => readPixels(png));
  const [first] = pictures;
  if (!first) throw new Error('An animation needs a frame.');
  const palette = choosePalette(pictures);
  const find = nearestIn(palette);
  const header = Buffer.concat([numberOf(first.width), numberOf(first.height), Buffer.from([8, 3, 0, 0, 0])]);
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  const parts = [
    chunk('IHDR', header),
    chunk('acTL', numberOf(frames.length), numberOf(0)),
    chunk('PLTE', Buffer.from(colours), Buffer.alloc(3 * (NOTHING + 1) - colours.length)),
    chunk('tRNS', Buffer.alloc(NOTHING, 255), Buffer.from([0])),
  ];
  let numbered = 0;
  for (const [index, { milliseconds }] of frames.entries()) {
    const { width, height, colours: shown } = pictures[index] ?? first;
    const before = pictures[index - 1]?.colours;
    const lines = Buffer.alloc((width + 1) * height);
    for (const [place, colour] of shown.entries())
      // A line begins with how it is filtered: not at all.
      lines[place + Math.floor(place / width) + 1] = before?.[place] === colour ? NOTHING : find(colour);
    const delay = Buffer.from([milliseconds >> 8, milliseconds & 255, 1000 >> 8, 1000 & 255]);
    // At no distance from the corner; left as it is when it is over; drawn over what is there.
    parts.push(
      chunk('fcTL', numberOf(numbered++), header.subarray(0, 8), Buffer.alloc(8), delay, Buffer.from([0, 1])),
    );
    const packed = deflateSync(lines, { level: 9, memLevel: 9 });
    parts.push(before ? chunk('fdAT', numberOf(numbered++), packed) : chunk('IDAT', packed));
  }
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND')]);
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function chunk(type: string, ...data: readonly Uint8Array[]): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), ...data]);
  return Buffer.concat([numberOf(named.length - 4), named, numberOf(crc32(named))]);
}

/** Of the colours of all pictures the most frequent ones that can be told apart, so that a rare one is not lost to many shades of grey. */
function choosePalette(pictures: readonly Pixels[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { colours } of pictures)
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const chosen: number[] = [];
  for (const [colour] of [...counts].sort(([, one], [, other]) => other - one))
    if (chosen.length < NOTHING && chosen.every((other) => distance(colour, other) >= ALIKE))
      chosen.push(colour);
  return chosen;
}

/** The place in the palette of the colour that is nearest to another. */
function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, place) => [colour, place]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const distances = palette.map((other) => distance(colour, other));
    const nearest = distances.indexOf(Math.min(...distances));
    known.set(colour, nearest);
    return nearest;
  };
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

/** Reads a PNG of three or four bytes a pixel; what it says of transparency is passed over. */
export function readPixels(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const size = bytes[25] === 6 ? 4 : 3;
  if (bytes[24] !== 8 || (bytes[25] !== 2 && size === 3) || bytes[28] !== 0)
    throw new Error('This kind of PNG is not read.');
  const packed: Buffer[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const lines = inflateSync(Buffer.concat(packed));
  const colours = new Uint32Array(width * height);
  let above = new Uint8Array(width * size);
  for (let row = 0; row < height; row++) {
    const start = row * (width * size + 1);
    const line = unfilter(
      lines[start] ?? 0,
      lines.subarray(start + 1, start + 1 + width * size),
      above,
      size,
    );
    for (let column = 0; column < width; column++) {
      const [red = 0, green = 0, blue = 0] = line.subarray(column * size, column * size + 3);
      colours[row * width + column] = (red << 16) | (green << 8) | blue;
    }
    above = line;
  }
  return { width, height, colours };
}

/** A line as it was before PNG's filter: each byte was told by how it differs from those at its left and above. */
function unfilter(
  filter: number,
  told: Uint8Array,
  above: Uint8Array,
  size: number,
): Uint8Array<ArrayBuffer> {
  const line = new Uint8Array(told.length);
  for (const [place, byte] of told.entries()) {
    const left = line[place - size] ?? 0;
    const up = above[place] ?? 0;
    const corner = place < size ? 0 : (above[place - size] ?? 0);
    line[place] = byte + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0);
  }
  return line;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
