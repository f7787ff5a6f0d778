/**
 * Reads and rewrites a zip file. Parts that do not change keep their compressed bytes, order and times, which is
 * why this is our own small reader and writer: a library would unpack and repack everything.
 */
import { deflateSync, Inflate } from 'fflate';
import { crc32 } from './crc32';
import { Unreadable } from './fileError';
import { MAX_FILE_BYTES, MAX_PART_BYTES, MAX_UNPACKED_BYTES } from './limits';

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 0x0001;
const DESCRIPTOR_FLAG = 0x0008;
const UTF8_FLAG = 0x0800;
const ZIP64_EXTRA = 0x0001;
/** A small bite of packed data can unpack to a thousand times its size, so it is unpacked in small bites. */
const INFLATE_CHUNK = 16 * 1024;

export interface ZipEntry {
  /** With "/" between folders. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts, where its packed data start, and where the next part starts. */
  readonly offset: number;
  readonly dataStart: number;
  readonly segmentEnd: number;
  /** Where its record in the central directory lies. */
  readonly recordStart: number;
  readonly recordEnd: number;
}

export interface Archive {
  readonly bytes: Uint8Array;
  /** By name in lower case, in the order of the central directory: part names do not differ by case alone. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly centralStart: number;
  readonly centralEnd: number;
  readonly endRecord: number;
}

/** How a part is looked up: its name in lower case, with "/" between folders. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

/** Reads the directory of a zip file; throws `Unreadable` for anything that is not sound. */
export function openArchive(bytes: Uint8Array): Archive {
  if (bytes.length > MAX_FILE_BYTES) {
    throw tooLarge('file-size', MAX_FILE_BYTES, bytes.length, {});
  }
  const view = viewOf(bytes);
  const endRecord = findEndRecord(view);
  if (endRecord === null) throw new Unreadable('damaged', 'truncated');
  const count = view.getUint16(endRecord + 10, true);
  const centralSize = view.getUint32(endRecord + 12, true);
  const centralStart = view.getUint32(endRecord + 16, true);
  if (count === 0xffff || centralSize === 0xffffffff || centralStart === 0xffffffff) {
    throw new Unreadable('too-large', 'zip64');
  }
  const centralEnd = centralStart + centralSize;
  const disks = view.getUint16(endRecord + 4, true) + view.getUint16(endRecord + 6, true);
  if (disks !== 0 || view.getUint16(endRecord + 8, true) !== count || centralEnd > endRecord) {
    throw new Unreadable('damaged', 'archive');
  }
  const records = readRecords(view, { centralStart, centralEnd, count });
  return { bytes, entries: withSegments(view, records, centralStart), centralStart, centralEnd, endRecord };
}

/** Unpacks one part, never more than it declares; throws `Unreadable` when it is not what it declares. */
export function unpack(archive: Archive, entry: ZipEntry): Uint8Array {
  const packed = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  const content = entry.method === STORED ? packed : inflate(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new Unreadable('damaged', 'checksum', { part: entry.name });
  }
  return content;
}

/**
 * The zip file with some parts replaced, by key, some left out (null), and parts that it did not have added at the
 * end. Everything else keeps its bytes.
 */
export function repack(archive: Archive, changed: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const push = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const records = new Map<ZipEntry, Uint8Array>();
  const byOffset = [...archive.entries].sort(([, a], [, b]) => a.offset - b.offset);
  push(archive.bytes.subarray(0, byOffset[0]?.[1].offset ?? archive.centralStart));
  for (const [key, entry] of byOffset) {
    const offset = length;
    const content = changed.get(key);
    if (content === null) continue;
    const packed = content === undefined ? null : packContent(content, entry.method);
    push(
      packed === null
        ? archive.bytes.subarray(entry.offset, entry.segmentEnd)
        : localSegment(archive, entry, packed),
    );
    records.set(entry, centralRecord(archive, entry, offset, packed));
  }
  const added = [...changed].flatMap(([key, content]) =>
    content === null || archive.entries.has(key) ? [] : [{ key, content }],
  );
  const template = byOffset[0]?.[1];
  const addedRecords = added.map(({ key, content }) => {
    const { segment, record } = newEntry(archive, key, content, { template, offset: length });
    push(segment);
    return record;
  });
  const centralStart = length;
  for (const entry of archive.entries.values()) push(records.get(entry) ?? new Uint8Array());
  for (const record of addedRecords) push(record);
  const centralSize = length - centralStart;
  push(archive.bytes.subarray(archive.centralEnd, archive.endRecord));
  const end = archive.bytes.slice(archive.endRecord);
  const endView = viewOf(end);
  const count = records.size + added.length;
  endView.setUint16(8, count, true);
  endView.setUint16(10, count, true);
  endView.setUint32(12, centralSize, true);
  endView.setUint32(16, centralStart, true);
  push(end);
  return concatenate(pieces, length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function concatenate(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tooLarge(
  kind: 'file-size' | 'part-size' | 'unpacked-size',
  limit: number,
  actual: number,
  params: Readonly<Record<string, string>>,
): Unreadable {
  return new Unreadable('too-large', kind, { ...params, limit: String(limit), actual: String(actual) });
}

function findEndRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_RECORD - 0xffff);
  for (let at = view.byteLength - END_RECORD; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_RECORD + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
}

type ZipRecord = Omit<ZipEntry, 'dataStart' | 'segmentEnd'>;

function readRecords(
  view: DataView,
  central: { centralStart: number; centralEnd: number; count: number },
): ZipRecord[] {
  const records: ZipRecord[] = [];
  let at = central.centralStart;
  let unpacked = 0;
  for (let index = 0; index < central.count; index += 1) {
    if (at + CENTRAL_HEADER > central.centralEnd || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw new Unreadable('damaged', 'archive');
    }
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const recordEnd =
      at + CENTRAL_HEADER + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (recordEnd > central.centralEnd) throw new Unreadable('damaged', 'archive');
    const record = {
      name: entryName(view, at + CENTRAL_HEADER, nameLength, flags),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      recordStart: at,
      recordEnd,
    };
    checkRecord(record, flags);
    unpacked += record.size;
    if (unpacked > MAX_UNPACKED_BYTES) {
      throw tooLarge('unpacked-size', MAX_UNPACKED_BYTES, unpacked, {});
    }
    records.push(record);
    at = recordEnd;
  }
  return records;
}

function entryName(view: DataView, start: number, length: number, flags: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, length);
  const name = flags & UTF8_FLAG ? new TextDecoder().decode(bytes) : String.fromCharCode(...bytes);
  return name.replaceAll('\\', '/');
}

function checkRecord(record: ZipRecord, flags: number): void {
  const { name } = record;
  if (flags & ENCRYPTED_FLAG) throw new Unreadable('encrypted', 'zip-encryption');
  if (record.size === 0xffffffff || record.packedSize === 0xffffffff || record.offset === 0xffffffff) {
    throw new Unreadable('too-large', 'zip64');
  }
  if (record.size > MAX_PART_BYTES) {
    throw tooLarge('part-size', MAX_PART_BYTES, record.size, { part: name });
  }
  if (name === '' || name.startsWith('/') || name.includes('\0') || name.split('/').includes('..')) {
    throw new Unreadable('damaged', 'part-name', { part: name });
  }
  if (record.method !== STORED && record.method !== DEFLATED) {
    throw new Unreadable('damaged', 'compression', { part: name });
  }
}

/** Finds each part's data; parts must not overlap, or a small file could unpack to any size. */
function withSegments(
  view: DataView,
  records: readonly ZipRecord[],
  centralStart: number,
): Map<string, ZipEntry> {
  const ends = new Map<ZipRecord, number>();
  let next = centralStart;
  for (const record of [...records].sort((a, b) => b.offset - a.offset)) {
    ends.set(record, next);
    next = record.offset;
  }
  const entries = new Map<string, ZipEntry>();
  for (const record of records) {
    // Another record may point anywhere.
    const segmentEnd = Math.min(ends.get(record) ?? centralStart, centralStart);
    const { offset } = record;
    if (offset + LOCAL_HEADER > segmentEnd || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
      throw new Unreadable('damaged', 'archive');
    }
    const flags = view.getUint16(offset + 6, true);
    const nameLength = view.getUint16(offset + 26, true);
    const dataStart = offset + LOCAL_HEADER + nameLength + view.getUint16(offset + 28, true);
    if (dataStart + record.packedSize > segmentEnd) throw new Unreadable('damaged', 'archive');
    if (flags & ENCRYPTED_FLAG) throw new Unreadable('encrypted', 'zip-encryption');
    if (entryName(view, offset + LOCAL_HEADER, nameLength, flags) !== record.name) {
      throw new Unreadable('damaged', 'archive');
    }
    const key = partKey(record.name);
    if (entries.has(key)) throw new Unreadable('damaged', 'duplicate-part', { part: record.name });
    entries.set(key, { ...record, dataStart, segmentEnd });
  }
  return entries;
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const content = new Uint8Array(entry.size);
  const done = { length: 0 };
  const stream = new Inflate((chunk) => {
    if (done.length + chunk.length <= content.length) content.set(chunk, done.length);
    done.length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && done.length <= content.length; at += INFLATE_CHUNK) {
      stream.push(packed.subarray(at, at + INFLATE_CHUNK), at + INFLATE_CHUNK >= packed.length);
    }
  } catch {
    throw new Unreadable('damaged', 'compression', { part: entry.name });
  }
  if (done.length !== content.length) throw new Unreadable('damaged', 'checksum', { part: entry.name });
  return content;
}

interface Packed {
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

function packContent(content: Uint8Array, method: number): Packed {
  return {
    data: method === STORED ? content : deflateSync(content),
    size: content.length,
    crc: crc32(content),
  };
}

/** The local header of an existing part with new content behind it; its times and extra fields stay. */
function localSegment(archive: Archive, entry: ZipEntry, packed: Packed): Uint8Array {
  const source = viewOf(archive.bytes);
  const extraStart = entry.offset + LOCAL_HEADER + source.getUint16(entry.offset + 26, true);
  const extra = withoutZip64(archive.bytes.subarray(extraStart, entry.dataStart));
  const header = archive.bytes.slice(entry.offset, extraStart);
  const view = viewOf(header);
  view.setUint16(6, view.getUint16(6, true) & ~DESCRIPTOR_FLAG, true);
  writeSizes(view, 14, packed);
  view.setUint16(28, extra.length, true);
  return concatenate([header, extra, packed.data], header.length + extra.length + packed.data.length);
}

function writeSizes(view: DataView, at: number, packed: Packed): void {
  view.setUint32(at, packed.crc, true);
  view.setUint32(at + 4, packed.data.length, true);
  view.setUint32(at + 8, packed.size, true);
}

function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra);
  const kept: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at + 4 <= extra.length;) {
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    if (view.getUint16(at, true) !== ZIP64_EXTRA) {
      kept.push(extra.subarray(at, end));
      length += end - at;
    }
    at = end;
  }
  return concatenate(kept, length);
}

function centralRecord(archive: Archive, entry: ZipEntry, offset: number, packed: Packed | null): Uint8Array {
  const record = archive.bytes.slice(entry.recordStart, entry.recordEnd);
  const view = viewOf(record);
  view.setUint32(42, offset, true);
  if (packed !== null) {
    view.setUint16(8, view.getUint16(8, true) & ~DESCRIPTOR_FLAG, true);
    writeSizes(view, 16, packed);
  }
  return record;
}

/** A part that the file did not have; it takes the time of an existing part, so that output is repeatable. */
function newEntry(
  archive: Archive,
  name: string,
  content: Uint8Array,
  place: { template: ZipEntry | undefined; offset: number },
): { segment: Uint8Array; record: Uint8Array } {
  const nameBytes = new TextEncoder().encode(name);
  const packed = packContent(content, DEFLATED);
  const header = new Uint8Array(LOCAL_HEADER);
  const view = viewOf(header);
  view.setUint32(0, LOCAL_SIGNATURE, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, UTF8_FLAG, true);
  view.setUint16(8, DEFLATED, true);
  const time = place.template ? viewOf(archive.bytes).getUint32(place.template.offset + 10, true) : 0;
  view.setUint32(10, time, true);
  writeSizes(view, 14, packed);
  view.setUint16(26, nameBytes.length, true);
  const record = new Uint8Array(CENTRAL_HEADER + nameBytes.length);
  const recordView = viewOf(record);
  recordView.setUint32(0, CENTRAL_SIGNATURE, true);
  recordView.setUint16(4, 20, true);
  record.set(header.subarray(4, LOCAL_HEADER), 6);
  recordView.setUint32(42, place.offset, true);
  record.set(nameBytes, CENTRAL_HEADER);
  return {
    segment: concatenate(
      [header, nameBytes, packed.data],
      LOCAL_HEADER + nameBytes.length + packed.data.length,
    ),
    record,
  };
}
