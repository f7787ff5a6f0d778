/** Opens a package and reads all its sheets, so that damage anywhere shows at once. */
import { requireZip } from './fileKind';
import { withMissingResults } from './missingResults';
import { readExcelSettings } from './excelSettings';
import { readSettings } from './settings';
import type { OpenSheet, OpenWorkbook } from './openWorkbook';
import { makeGrid, type CellMeaning } from './sheetGrid';
import { parseSheet } from './sheetParser';
import { readSharedStrings } from './sharedStrings';
import { readStyles } from './styles';
import { partXml, readWorkbookParts, type SheetPart } from './workbookParts';
import { openArchive } from './zip';

/** Opens a workbook; throws `Unreadable` when it cannot be used. */
export function openPackage(bytes: Uint8Array, name: string): OpenWorkbook {
  requireZip(bytes, name);
  const archive = openArchive(bytes);
  const parts = readWorkbookParts(archive);
  const { sharedStrings, styles, date1904 } = parts;
  const meaning = {
    sharedStrings:
      sharedStrings === null ? [] : readSharedStrings(partXml(archive, sharedStrings), sharedStrings),
    styles: styles === null ? [] : readStyles(partXml(archive, styles), styles),
    date1904,
  };
  const counter = { cells: 0 };
  return {
    archive,
    parts,
    meaning,
    sheets: withMissingResults(
      parts.sheets.map((part) => readSheet(partXml(archive, part.key), part, { meaning, counter })),
      date1904,
    ),
    settings: { ...readSettings(archive, parts.customXml), ...readExcelSettings(archive) },
  };
}

/** Reads one sheet from its text. */
export function readSheet(
  xml: string,
  part: SheetPart,
  { meaning, counter }: { meaning: CellMeaning; counter: { cells: number } },
): OpenSheet {
  const stored = parseSheet(xml, { name: part.name, part: part.key, counter });
  const grid = makeGrid(part.name, part.key, stored, meaning);
  return {
    part,
    snapshot: { grid, visibility: part.visibility, isProtected: stored.isProtected, marks: stored.marks },
    defaults: stored.defaults,
    formulaAreas: stored.formulaAreas,
  };
}
