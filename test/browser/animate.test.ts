import { crc32, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { animate, readPixels } from './animate';

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([numberOf(data.length), named, numberOf(crc32(named))]);
}

/** A PNG of three bytes a pixel, each line filtered in its own way by the formulas of the format (RFC 2083, 6). */
function paint(lines: readonly (readonly number[])[], filters: readonly number[]): Buffer {
  const bytes = lines.map((line) =>
    line.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  const filtered = bytes.map((line, row) => {
    const filter = filters[row] ?? 0;
    const told = line.map((byte, place) => {
      const a = line[place - 3] ?? 0;
      const b = bytes[row - 1]?.[place] ?? 0;
      const c = bytes[row - 1]?.[place - 3] ?? 0;
      const near = [a, b, c].sort((one, other) => Math.abs(a + b - c - one) - Math.abs(a + b - c - other));
      return (byte - ([0, a, b, Math.floor((a + b) / 2), near[0]][filter] ?? 0)) & 255;
    });
    return [filter, ...told];
  });
  const header = Buffer.concat([
    numberOf(lines[0]?.length ?? 0),
    numberOf(lines.length),
    Buffer.from([8, 2, 0, 0, 0]),
  ]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(filtered.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('pixels are read whatever the filters of the lines', () => {
  const picture = fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.array(
      fc.record({
        filter: fc.integer({ min: 0, max: 4 }),
        line: fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: width, maxLength: width }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  );
  fc.assert(
    fc.property(picture, (rows) => {
      const lines = rows.map(({ line }) => line);
      const { width, colours } = readPixels(
        paint(
          lines,
          rows.map(({ filter }) => filter),
        ),
      );
      expect(width).toBe(lines[0]?.length);
      expect([...colours]).toEqual(lines.flat());
    }),
  );
});

test('a frame holds what differs from the one before, and every part of the file is marked as right', () => {
  const white = 0xffffff;
  const red = 0xff0000;
  const made = animate([
    { png: paint([[white, white, white]], [0]), milliseconds: 500 },
    { png: paint([[white, red, white]], [1]), milliseconds: 1500 },
  ]);
  const parts: (readonly [string, Buffer])[] = [];
  for (let at = 8; at < made.length;) {
    const length = made.readUInt32BE(at);
    const named = made.subarray(at + 4, at + 8 + length);
    expect(made.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    parts.push([named.toString('latin1', 0, 4), named.subarray(4)]);
    at += 12 + length;
  }
  expect(parts.map(([type]) => type)).toEqual([
    'IHDR',
    'acTL',
    'PLTE',
    'tRNS',
    'fcTL',
    'IDAT',
    'fcTL',
    'fdAT',
    'IEND',
  ]);
  const [, palette = Buffer.alloc(0)] = parts[2] ?? [];
  const [first = 0, ...rest] = inflateSync(parts[5]?.[1] ?? Buffer.alloc(0));
  expect([first, ...rest.map((place) => palette.readUIntBE(3 * place, 3))]).toEqual([0, white, white, white]);
  // Behind the number of the frame: nothing, red, nothing.
  const second = [...inflateSync((parts[7]?.[1] ?? Buffer.alloc(0)).subarray(4))];
  expect([second[1], second[3]]).toEqual([255, 255]);
  expect(palette.readUIntBE(3 * (second[2] ?? 0), 3)).toBe(red);
});
