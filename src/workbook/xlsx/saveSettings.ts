/** Keeps settings of ours in an open workbook, in a custom XML part that is made when there is none. */
import { WriteRefused } from '../writeRefused';
import type { OpenWorkbook } from './openWorkbook';
import { withContentType, withRelationship } from './packagePatch';
import { createPartEditor } from './partEditor';
import { findSettings, writeSettings } from './settings';
import { CONTENT_TYPES, relationshipsKey } from './workbookParts';
import { openArchive, repack } from './zip';

const CONTENT_TYPE = 'application/xml';

/** The workbook with the settings merged into those it has; the same workbook when that changes nothing. */
export function withSettings(
  workbook: OpenWorkbook,
  changes: Readonly<Record<string, string | null>>,
): OpenWorkbook {
  const merged = { ...workbook.settings, ...changes };
  const settings = Object.fromEntries(
    Object.entries(merged).flatMap(([key, value]): [string, string][] =>
      value === null ? [] : [[key, value]],
    ),
  );
  if (JSON.stringify(settings) === JSON.stringify(workbook.settings)) return workbook;
  if (workbook.parts.isSigned) throw new WriteRefused({ kind: 'signed' });
  const parts = createPartEditor(workbook.archive);
  const key = findSettings(workbook.archive, workbook.parts.customXml)?.key ?? freeKey(workbook);
  if (parts.create(key, writeSettings(settings))) {
    parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, key, CONTENT_TYPE));
    const relationships = relationshipsKey(workbook.parts.workbook);
    parts.edit(relationships, (xml) => withRelationship(xml, relationships, 'customXml', key));
  } else parts.edit(key, () => writeSettings(settings));
  const archive = openArchive(repack(workbook.archive, parts.changed()));
  const customXml = [...new Set([...workbook.parts.customXml, key])];
  return { ...workbook, archive, settings, parts: { ...workbook.parts, customXml } };
}

/** A name for the part that no other part has. */
function freeKey({ archive }: OpenWorkbook): string {
  let number = 1;
  while (archive.entries.has(`customxml/item${number}.xml`)) number += 1;
  return `customxml/item${number}.xml`;
}
