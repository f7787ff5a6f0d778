/** Adds a drawn sheet to a workbook: a part of its own, its styles, its entry in the list of sheets. Other sheets keep their bytes. */
import type { SheetDrawing } from '../../form/templates/sheetDrawing';
import { freeSheetName } from '../sheetName';
import { WriteRefused } from '../writeRefused';
import { calculationSheet, contentOf } from './calculation';
import type { CellContent } from './cellPatch';
import { drawnSheet } from './drawnSheet';
import { withDrawnStyles } from './drawnStyles';
import { Unreadable } from './fileError';
import { missingResults } from './formula/recalculate';
import { openPackage, readSheet } from './openPackage';
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
} from './sheetEntries';
import { EMPTY_STYLESHEET, NEW_STYLES, STYLES_CONTENT_TYPE } from './stylePatch';
import { applyEdits, editAttributes } from './textEdit';
import { CONTENT_TYPES, partXml, relationshipsKey } from './workbookParts';
import { parseXml, type XmlTag } from './xml';
import { repack } from './zip';

export interface AddedSheet {
  readonly workbook: OpenWorkbook;
  /** The name that the sheet took. */
  readonly name: string;
}

/** The workbook with one more sheet, which is the active one. Throws `WriteRefused`. */
export function withDrawnSheet(workbook: OpenWorkbook, drawing: SheetDrawing): AddedSheet {
  const { archive } = workbook;
  const { workbook: part, isSigned } = workbook.parts;
  if (isSigned) throw new WriteRefused({ kind: 'signed' });
  const list = partXml(archive, part);
  if (isStructureProtected(list, part)) throw new WriteRefused({ kind: 'structure' });
  const name = freeSheetName(drawing.name, sheetNames(list, part));
  const key = freeSheetKey((one) => archive.entries.has(one));
  const parts = createPartEditor(archive);
  for (const sheet of workbook.sheets) parts.edit(sheet.part.key, (xml) => deselected(xml, sheet.part.key));
  parts.create(key, writeSheet(workbook, drawing, name, key, styleSheet(workbook, parts, drawing)));
  parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, key, SHEET_TYPE));
  const relationships = relationshipsKey(part);
  let id = '';
  parts.edit(relationships, (xml) => {
    const related = withRelationship(xml, relationships, 'worksheet', key);
    id = relationshipId(related, relationships, key);
    return related;
  });
  parts.edit(part, (xml) => withActiveSheet(xml, part, { name, id, state: null }, drawing.print));
  try {
    return { workbook: openPackage(repack(archive, parts.changed()), name), name };
  } catch (error) {
    if (error instanceof Unreadable) throw new WriteRefused({ kind: 'result' });
    throw error;
  }
}

/** A second selected tab would be grouped with the new one, and what is typed would go into both. */
function deselected(xml: string, part: string): string {
  const selected: XmlTag[] = [];
  parseXml(xml, part, {
    open(tag) {
      if (tag.depth === 2 && tag.local === 'sheetView' && tag.attribute('tabSelected') !== undefined)
        selected.push(tag);
    },
  });
  return applyEdits(
    xml,
    selected.map(({ start, end }) => ({
      start,
      end,
      text: editAttributes(xml.slice(start, end), { tabSelected: null }),
    })),
  );
}

type Written = Pick<ReturnType<typeof withDrawnStyles>, 'ids' | 'digitWidth'>;

/** Puts the drawing's styles into the stylesheet, which is made when the workbook has none. */
function styleSheet({ parts: known }: OpenWorkbook, parts: PartEditor, drawing: SheetDrawing): Written {
  const key = known.styles ?? NEW_STYLES;
  if (known.styles === null && parts.create(key, EMPTY_STYLESHEET)) {
    const relationships = relationshipsKey(known.workbook);
    parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, key, STYLES_CONTENT_TYPE));
    parts.edit(relationships, (xml) => withRelationship(xml, relationships, 'styles', key));
  }
  let written: Written = { ids: new Map(), digitWidth: 1 };
  parts.edit(key, (xml) => {
    const styled = withDrawnStyles(xml, key, drawing);
    written = styled;
    return styled.xml;
  });
  return written;
}

/** The part, with the results of its formulas, which point at no other sheet. */
function writeSheet(
  { meaning }: OpenWorkbook,
  drawing: SheetDrawing,
  name: string,
  key: string,
  { ids, digitWidth }: Written,
): string {
  const draft = drawnSheet(drawing, { styles: new Map(), digitWidth, resultOf: () => ({ kind: 'blank' }) });
  const sheet = readSheet(draft, { name, key, visibility: 'visible' }, { meaning, counter: { cells: 0 } });
  const results = new Map<string, CellContent>(
    missingResults([calculationSheet(sheet, meaning.date1904)]).map(({ row, column, value }) => [
      `${row} ${column}`,
      contentOf(value),
    ]),
  );
  return drawnSheet(drawing, {
    styles: ids,
    digitWidth,
    resultOf: (row, column) => results.get(`${row} ${column}`) ?? { kind: 'blank' },
  });
}
