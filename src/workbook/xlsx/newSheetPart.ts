/** Puts a sheet into a package: its part, its entry in the list of sheets, its names. Other sheets keep their bytes. */
import { freeSheetName } from '../sheetName';
import { WriteRefused } from '../writeRefused';
import { Unreadable } from './fileError';
import { openPackage } from './openPackage';
import type { OpenWorkbook } from './openWorkbook';
import { withContentType, withRelationship } from './packagePatch';
import { createPartEditor, type PartEditor } from './partEditor';
import {
  freeSheetKey,
  isStructureProtected,
  relationshipId,
  SHEET_TYPE,
  sheetNames,
  withActiveSheet,
  type LocalName,
} from './sheetEntries';
import { applyEdits, editAttributes } from './textEdit';
import { CONTENT_TYPES, partXml, relationshipsKey } from './workbookParts';
import { parseXml, type XmlTag } from './xml';
import { repack } from './zip';

export interface AddedSheet {
  readonly workbook: OpenWorkbook;
  /** The name that the sheet took. */
  readonly name: string;
}

export interface NewSheetPart {
  /** The name wanted; it is made legal and free. */
  readonly wanted: string;
  /** The text of the part, selected as the sheet that is shown; may change or add other parts. */
  readonly write: (parts: PartEditor, place: { readonly name: string; readonly key: string }) => string;
  /** Names that hold on the sheet. */
  readonly names: (name: string) => readonly LocalName[];
}

/** The workbook with one more sheet, which is the active one. Throws `WriteRefused`. */
export function withNewSheet(workbook: OpenWorkbook, { wanted, write, names }: NewSheetPart): AddedSheet {
  const { archive } = workbook;
  const { workbook: part, isSigned } = workbook.parts;
  if (isSigned) throw new WriteRefused({ kind: 'signed' });
  const list = partXml(archive, part);
  if (isStructureProtected(list, part)) throw new WriteRefused({ kind: 'structure' });
  const name = freeSheetName(wanted, sheetNames(list, part));
  const key = freeSheetKey((one) => archive.entries.has(one));
  const parts = createPartEditor(archive);
  for (const sheet of workbook.sheets)
    parts.edit(sheet.part.key, (xml) => withTab(xml, sheet.part.key, null));
  parts.create(key, write(parts, { name, key }));
  parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, key, SHEET_TYPE));
  const relationships = relationshipsKey(part);
  let id = '';
  parts.edit(relationships, (xml) => {
    const related = withRelationship(xml, relationships, 'worksheet', key);
    id = relationshipId(related, relationships, key);
    return related;
  });
  parts.edit(part, (xml) => withActiveSheet(xml, part, { name, id, state: null }, names(name)));
  try {
    return { workbook: openPackage(repack(archive, parts.changed()), name), name };
  } catch (error) {
    if (error instanceof Unreadable) throw new WriteRefused({ kind: 'result' });
    throw error;
  }
}

/**
 * The sheet with its tab selected ("1") or not (null). A second selected tab would be grouped with the new one, and what is typed would go
 * into both.
 */
export function withTab(xml: string, part: string, tabSelected: '1' | null): string {
  const views: XmlTag[] = [];
  parseXml(xml, part, {
    open(tag) {
      const isSelected = tag.attribute('tabSelected') !== undefined;
      if (tag.depth === 2 && tag.local === 'sheetView' && (isSelected || tabSelected !== null))
        views.push(tag);
    },
  });
  return applyEdits(
    xml,
    views.map(({ start, end }) => ({
      start,
      end,
      text: editAttributes(xml.slice(start, end), { tabSelected }),
    })),
  );
}
