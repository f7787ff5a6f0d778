/** Builds small .xlsx packages for tests, and takes packages apart. */
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export interface PackageSource {
  /** Content of each worksheet's root element, by sheet name; "<" + "worksheet" at the start gives the whole part. */
  readonly sheets: Readonly<Record<string, string>>;
  /** The `state` attribute of sheets. */
  readonly states?: Readonly<Record<string, string>>;
  /** The `<si>` elements. */
  readonly sharedStrings?: string;
  /** Content of the stylesheet's root element. */
  readonly styles?: string;
  /** Elements before and after the list of sheets. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly workbookType?: string;
  /** More parts, or other content for the usual ones. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** The parts of a package by name, as bytes. */
export function packageParts(source: PackageSource): Record<string, Uint8Array> {
  const names = Object.keys(source.sheets);
  const sheetList = names.map((name, index) => {
    const state = source.states?.[name];
    return `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`;
  });
  const relationships = names.map((_, index) =>
    relationship(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const parts: Record<string, string> = {};
  names.forEach((name, index) => {
    const xml = source.sheets[name] ?? '';
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      xml.startsWith('<') && /^<(\w+:)?worksheet|^<[?!]/.test(xml)
        ? xml
        : `<worksheet xmlns="${MAIN}">${xml}</worksheet>`;
  });
  if (source.sharedStrings !== undefined) {
    parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${source.sharedStrings}</sst>`;
    relationships.push(relationship('str', 'sharedStrings', 'sharedStrings.xml'));
  }
  if (source.styles !== undefined) {
    parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${source.styles}</styleSheet>`;
    relationships.push(relationship('sty', 'styles', 'styles.xml'));
  }
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${source.workbookType ?? WORKBOOK_TYPE}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationship('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${source.beforeSheets ?? ''}` +
      `<sheets>${sheetList.join('')}</sheets>${source.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`,
    ...parts,
    ...source.parts,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
}

/** A whole package as bytes. */
export function buildXlsx(source: PackageSource): Uint8Array {
  return zip(packageParts(source));
}

/** Zips parts with a fixed time, so that the bytes are always the same. */
export function zip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = { ...parts };
  return zipSync(entries, { mtime: new Date(2020, 0, 2) });
}

/** The text of every part, by name. */
export function textParts(bytes: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoder.decode(content)]),
  );
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
