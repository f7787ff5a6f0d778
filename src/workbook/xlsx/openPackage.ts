/** Opens a package and reads all its sheets, so that damage anywhere shows at once. */
import type { SheetSnapshot } from '../workbook';
import { requireZip } from './fileKind';
import type { FormulaArea } from './formulaReader';
import { withMissingResults } from './missingResults';
import { readSettings } from './settings';
import { makeGrid, type CellMeaning } from './sheetGrid';
import { parseSheet, type DefaultStyles } from './sheetParser';
import { readSharedStrings } from './sharedStrings';
import { readStyles } from './styles';
import { partXml, readWorkbookParts, type SheetPart, type WorkbookParts } from './workbookParts';
import { openArchive, type Archive } from './zip';

export interface OpenSheet {
  readonly part: SheetPart;
  readonly snapshot: SheetSnapshot;
  readonly defaults: DefaultStyles;
  readonly formulaAreas: readonly FormulaArea[];
}

export interface OpenWorkbook {
  readonly archive: Archive;
  readonly parts: WorkbookParts;
  readonly meaning: CellMeaning;
  readonly sheets: readonly OpenSheet[];
  readonly settings: Readonly<Record<string, string>>;
}

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
    settings: readSettings(archive, parts.customXml),
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
