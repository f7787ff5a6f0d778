/** Finds the parts of a workbook in its package: content types, relationships, the list of sheets. */
import { Unreadable } from './fileError';
import { foreignPackage, openDocumentKind } from './fileKind';
import { decodePart } from './partText';
import { isTrue, parseXml } from './xml';
import { partKey, unpack, type Archive } from './zip';

/** The key of the part that tells the type of every part. */
export const CONTENT_TYPES = '[content_types].xml';

export interface SheetPart {
  readonly name: string;
  readonly key: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
}

export interface WorkbookParts {
  readonly workbook: string;
  /** Worksheets in the order of their tabs; chart sheets are left out. */
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly customXml: readonly string[];
  readonly date1904: boolean;
  readonly isSigned: boolean;
}

export interface Relationship {
  readonly id: string;
  /** The last word of the type, the same in transitional and strict files. */
  readonly type: string;
  readonly target: string;
}

/** The text of a part by its key; throws `Unreadable` when it is missing or damaged. */
export function partXml(archive: Archive, key: string): string {
  const entry = archive.entries.get(key);
  if (!entry) throw new Unreadable('damaged', 'missing-part', { part: key });
  return decodePart(unpack(archive, entry), entry.name).text;
}

/** Reads the map of the package; throws `Unreadable` when it is not an .xlsx workbook. */
export function readWorkbookParts(archive: Archive): WorkbookParts {
  const mimetype = archive.entries.get('mimetype');
  if (mimetype) {
    const type = new TextDecoder().decode(unpack(archive, mimetype));
    throw new Unreadable('not-xlsx', openDocumentKind(type));
  }
  const looksLikeWorkbook = [...archive.entries.keys()].some((key) => key.startsWith('xl/'));
  if (!archive.entries.has(CONTENT_TYPES) && !looksLikeWorkbook) throw new Unreadable('not-xlsx', 'zip');
  const contentType = readContentTypes(archive);
  const main = readRelationships(archive, '').find(({ type }) => type === 'officeDocument');
  const mainType = main ? contentType(main.target) : '';
  const foreign = foreignPackage(mainType);
  if (foreign) throw new Unreadable('not-xlsx', foreign);
  if (!main) throw new Unreadable('damaged', 'missing-part', { part: 'xl/workbook.xml' });
  if ([...archive.entries.keys()].some((key) => key.endsWith('/vbaproject.bin'))) {
    throw new Unreadable('not-xlsx', 'xlsm');
  }
  return readWorkbook(archive, main.target);
}

function readContentTypes(archive: Archive): (key: string) => string {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  parseXml(partXml(archive, CONTENT_TYPES), CONTENT_TYPES, {
    open(tag) {
      const type = tag.attribute('ContentType') ?? '';
      if (tag.local === 'Override') overrides.set(resolveTarget('', tag.attribute('PartName') ?? ''), type);
      if (tag.local === 'Default') defaults.set((tag.attribute('Extension') ?? '').toLowerCase(), type);
    },
  });
  return (key) => overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
}

/** The key of the relationships of a part, or of the package for an empty key. */
export function relationshipsKey(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** The relationships of a part, or of the package for an empty key; none when there is no such part. */
export function readRelationships(archive: Archive, source: string): Relationship[] {
  const key = relationshipsKey(source);
  if (!archive.entries.has(key)) return [];
  const relationships: Relationship[] = [];
  parseXml(partXml(archive, key), key, {
    open(tag) {
      if (tag.local !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      const type = tag.attribute('Type') ?? '';
      relationships.push({
        id: tag.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(source, tag.attribute('Target') ?? ''),
      });
    },
  });
  return relationships;
}

function readWorkbook(archive: Archive, workbook: string): WorkbookParts {
  const relationships = readRelationships(archive, workbook);
  const sheets: SheetPart[] = [];
  const found = { isWorkbook: false, date1904: false };
  parseXml(partXml(archive, workbook), workbook, {
    open(tag) {
      if (!tag.isSpreadsheet) return;
      if (tag.depth === 0) found.isWorkbook = tag.local === 'workbook';
      if (tag.local === 'workbookPr') found.date1904 = isTrue(tag.attribute('date1904'));
      if (tag.local !== 'sheet' || tag.depth !== 2) return;
      const id = tag.attributeIn('/relationships', 'id');
      const relationship = relationships.find((one) => one.id === id);
      const name = tag.attribute('name') ?? '';
      if (!relationship) throw new Unreadable('damaged', 'missing-part', { part: name });
      if (relationship.type !== 'worksheet') return;
      sheets.push({ name, key: relationship.target, visibility: visibilityOf(tag.attribute('state')) });
    },
  });
  // What is said of a sheet by its name must mean one sheet, and each sheet have cells of its own.
  const isEachOne = [sheets.map(({ name }) => name.toLowerCase()), sheets.map(({ key }) => key)].every(
    (all) => new Set(all).size === all.length,
  );
  if (!found.isWorkbook || !isEachOne) throw new Unreadable('damaged', 'content', { part: workbook });
  const target = (type: string): string | null =>
    relationships.find((one) => one.type === type)?.target ?? null;
  return {
    workbook,
    sheets,
    sharedStrings: target('sharedStrings'),
    styles: target('styles'),
    customXml: relationships.filter(({ type }) => type === 'customXml').map((one) => one.target),
    date1904: found.date1904,
    isSigned: [...archive.entries.keys()].some((key) => key.startsWith('_xmlsignatures/')),
  };
}

function visibilityOf(state: string | undefined): SheetPart['visibility'] {
  if (state === 'hidden') return 'hidden';
  return state === 'veryHidden' ? 'very-hidden' : 'visible';
}

/** The key of the part that a relationship of `source` points to; "/xl/a.xml" counts from the package. */
function resolveTarget(source: string, target: string): string {
  const given = decodePath(target).replaceAll('\\', '/');
  const path = given.startsWith('/') ? given : `${source.slice(0, source.lastIndexOf('/') + 1)}${given}`;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return partKey(segments.join('/'));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
