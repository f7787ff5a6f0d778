/** Draws a new sheet into a workbook: its cells, its styles, what is printed of it. */
import type { SheetDrawing } from '../../form/templates/sheetDrawing';
import { calculationSheet, contentOf } from './calculation';
import type { CellContent } from './cellPatch';
import { drawnSheet } from './drawnSheet';
import { withDrawnStyles } from './drawnStyles';
import { missingResults } from './formula/recalculate';
import { withNewSheet, type AddedSheet } from './newSheetPart';
import { readSheet } from './openPackage';
import type { OpenWorkbook } from './openWorkbook';
import { withContentType, withRelationship } from './packagePatch';
import type { PartEditor } from './partEditor';
import { printNames } from './sheetEntries';
import { EMPTY_STYLESHEET, NEW_STYLES, STYLES_CONTENT_TYPE } from './stylePatch';
import { CONTENT_TYPES, relationshipsKey } from './workbookParts';

/** The workbook with one more sheet, which is the active one. Throws `WriteRefused`. */
export function withDrawnSheet(workbook: OpenWorkbook, drawing: SheetDrawing): AddedSheet {
  return withNewSheet(workbook, {
    wanted: drawing.name,
    write: (parts, place) => writeSheet(workbook, drawing, place, styleSheet(workbook, parts, drawing)),
    names: (name) => printNames(name, drawing.print),
  });
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
  { name, key }: { readonly name: string; readonly key: string },
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
