import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { openArchive, repack, unpack } from '../../../src/workbook/xlsx/zip';
import { zip } from '../xlsxPackage';

const PARTS = {
  'a.xml': strToU8('<a/>'.repeat(50)),
  'Folder/B.bin': new Uint8Array([0, 1, 2, 255]),
  'c.xml': new Uint8Array(),
};

/** A zip whose local headers leave the sizes to a record behind the data, as programs that stream write it. */
function streamed(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const archive = new Zip((_, piece) => pieces.push(piece));
  for (const [name, content] of Object.entries(PARTS)) {
    const part = name.endsWith('bin') ? new ZipPassThrough(name) : new ZipDeflate(name);
    part.mtime = new Date(2020, 0, 2);
    archive.add(part);
    part.push(content, true);
  }
  archive.end();
  return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}

describe.each([
  ['with sizes before the data', zip(PARTS)],
  ['with sizes behind the data', streamed()],
])('a zip %s', (_, bytes) => {
  const archive = openArchive(bytes);

  test('gives its parts, whatever the case of their names', () => {
    const content = Object.fromEntries(
      [...archive.entries].map(([key, entry]) => [key, unpack(archive, entry)]),
    );
    expect(content).toEqual({
      'a.xml': PARTS['a.xml'],
      'folder/b.bin': PARTS['Folder/B.bin'],
      'c.xml': PARTS['c.xml'],
    });
  });

  test('is the same bytes when nothing changes', () => {
    expect(repack(archive, new Map())).toEqual(bytes);
  });

  test('has the changed and the added parts for other programs, and the others as they were', () => {
    const changed = new Map([
      ['a.xml', strToU8('<b/>')],
      ['folder/b.bin', new Uint8Array([9])],
      ['new.xml', strToU8('<new/>')],
    ]);
    const after = repack(archive, changed);
    expect(unzipSync(after)).toEqual({
      'a.xml': strToU8('<b/>'),
      'Folder/B.bin': new Uint8Array([9]),
      'c.xml': new Uint8Array(),
      'new.xml': strToU8('<new/>'),
    });
    expect(openArchive(after).entries.size).toBe(4);
    expect(repack(openArchive(after), new Map([['a.xml', PARTS['a.xml']]])).length).toBeGreaterThan(
      after.length,
    );
  });
});

test('a comment at the end stays', () => {
  const bytes = zip(PARTS);
  const comment = strToU8('PK 备注');
  const commented = new Uint8Array([...bytes, ...comment]);
  new DataView(commented.buffer).setUint16(bytes.length - 2, comment.length, true);
  expect(repack(openArchive(commented), new Map())).toEqual(commented);
  expect(
    repack(openArchive(commented), new Map([['a.xml', new Uint8Array()]])).slice(-comment.length),
  ).toEqual(comment);
});

test('extra fields stay, but for those of zip64 sizes', () => {
  const bytes = zip(PARTS);
  const view = new DataView(bytes.buffer);
  const nameEnd = 30 + view.getUint16(26, true);
  const extra = [0x01, 0, 8, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0x55, 0x54, 1, 0, 7];
  const withExtra = new Uint8Array([...bytes.slice(0, nameEnd), ...extra, ...bytes.slice(nameEnd)]);
  const changed = new DataView(withExtra.buffer);
  changed.setUint16(28, extra.length, true);
  const end = withExtra.length - 22;
  const central = changed.getUint32(end + 16, true) + extra.length;
  changed.setUint32(end + 16, central, true);
  let at = central;
  for (let index = 0; index < 3; index += 1) {
    if (index > 0) changed.setUint32(at + 42, changed.getUint32(at + 42, true) + extra.length, true);
    at += 46 + changed.getUint16(at + 28, true);
  }
  const after = repack(openArchive(withExtra), new Map([['a.xml', strToU8('<b/>')]]));
  expect(new DataView(after.buffer).getUint16(28, true)).toBe(5);
  expect([...after.slice(nameEnd, nameEnd + 5)]).toEqual([0x55, 0x54, 1, 0, 7]);
  expect(unzipSync(after)['a.xml']).toEqual(strToU8('<b/>'));
});

test('records that point behind the data are no archive, whichever comes first', () => {
  const bytes = zip(PARTS).slice();
  const view = new DataView(bytes.buffer);
  const central = [...bytes.keys()].filter(
    (at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
  );
  central.forEach((at, index) => {
    view.setUint32(at + 42, bytes.length + 1000 * (index + 1), true);
  });
  expect(() => openArchive(bytes)).toThrow('damaged: archive');
});
