/** Tells what a file is when it is not an .xlsx, by its content first and its name where content says nothing. */
import { Unreadable, type FileErrorKind } from './fileError';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Enough of a text to tell what it is. */
const PEEK = 4096;

/** By the type that a package gives to its main part. */
const MAIN_TYPES: readonly (readonly [RegExp, FileErrorKind])[] = [
  [/ms-excel\.sheet\.binary/i, 'xlsb'],
  [/ms-excel\.sheet\.macroEnabled/i, 'xlsm'],
  [/ms-excel\.template\.macroEnabled/i, 'xltm'],
  [/ms-excel\.addin\.macroEnabled/i, 'xlam'],
  [/spreadsheetml\.template/i, 'xltx'],
  [/wordprocessingml|ms-word/i, 'docx'],
  [/presentationml|ms-powerpoint/i, 'pptx'],
];

const TEXT_NAMES: Readonly<Record<string, FileErrorKind>> = { csv: 'csv', tsv: 'csv', txt: 'text' };

/** Lets a zip file pass; throws `Unreadable` with what the file is otherwise. */
export function requireZip(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new Unreadable('damaged', 'empty');
  if (ZIP_SIGNATURES.some((signature) => startsWith(bytes, signature))) return;
  if (startsWith(bytes, OLE_SIGNATURE)) throw compoundFile(bytes, name);
  throw new Unreadable('not-xlsx', plainKind(bytes, name));
}

/** What a package with this main type is instead of an .xlsx; null when it is one, or the type tells nothing. */
export function foreignPackage(mainType: string): FileErrorKind | null {
  return MAIN_TYPES.find(([pattern]) => pattern.test(mainType))?.[1] ?? null;
}

/** The kind of an OpenDocument file by its `mimetype` part. */
export function openDocumentKind(mimetype: string): FileErrorKind {
  if (mimetype.includes('opendocument.spreadsheet')) return 'ods';
  return mimetype.includes('opendocument.text') ? 'odt' : 'zip';
}

/** Old binary files and encrypted packages share one container; the names of its streams tell them apart. */
function compoundFile(bytes: Uint8Array, name: string): Unreadable {
  if (hasStream(bytes, 'EncryptedPackage')) return new Unreadable('encrypted', 'password');
  const extension = extensionOf(name);
  if (extension === 'et' || extension === 'ett') return new Unreadable('not-xlsx', 'et');
  if (hasStream(bytes, 'WordDocument')) return new Unreadable('not-xlsx', 'doc');
  const isSheet = hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book') || extension === 'xls';
  return new Unreadable('not-xlsx', isSheet ? 'xls' : 'ole');
}

function plainKind(bytes: Uint8Array, name: string): FileErrorKind {
  const head = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(
    bytes.subarray(0, PEEK),
  );
  if (head.startsWith('%PDF')) return 'pdf';
  if (/<(html|table|!doctype html)/i.test(head)) return 'html';
  if (/^\s*<\?xml/.test(head)) return 'xml';
  const byName = TEXT_NAMES[extensionOf(name)];
  if (byName) return byName;
  return head.includes('\0') ? 'unknown' : 'text';
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Looks for a directory entry: the name in UTF-16 with its end mark. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const pattern = Array.from(`${name}\0`, (letter) => [letter.charCodeAt(0), 0]).flat();
  const first = pattern[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
