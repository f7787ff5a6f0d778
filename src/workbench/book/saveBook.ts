/** Writes a workbook back: the parts of the opened file with what differs patched in, the very same bytes when nothing does. */
import { withSettings } from '../../workbook/xlsx/saveSettings';
import { withFullCalculation } from '../../workbook/xlsx/calculationPatch';
import { withContentType, withRelationship } from '../../workbook/xlsx/packagePatch';
import { createPartEditor, type PartEditor } from '../../workbook/xlsx/partEditor';
import {
  EMPTY_STYLESHEET,
  NEW_STYLES,
  STYLES_CONTENT_TYPE,
  withDifferentialFormats,
} from '../../workbook/xlsx/stylePatch';
import { CONTENT_TYPES, relationshipsKey } from '../../workbook/xlsx/workbookParts';
import { openArchive, repack } from '../../workbook/xlsx/zip';
import type { Calculation } from './calculation';
import type { OpenedFile } from './openBook';
import { differentialText, needsLook, pairFormats } from './formatPatch';
import { patchSheet, type SheetPatching } from './sheetPatch';
import { patchWorkbook, withoutCalculationChain } from './workbookPatch';
import type { BookState, FormatState, SheetState, Style } from './state';
import { withStyles } from './styleWriter';
import { copyPart } from './copiedPart';
import { emptyState, emptyWorksheet } from './newSheet';
import { withSelectedTab } from './viewPatch';

/** The file for a state; the active sheet is told when sheets came, went or moved. */
export function saveBook(
  file: OpenedFile,
  state: BookState,
  { calculation, activeSheet }: { readonly calculation: Calculation; readonly activeSheet: string },
): Uint8Array {
  const { archive } = file.workbook;
  if (state === file.state) return archive.bytes;
  const parts = createPartEditor(archive);
  const styles = collectStyles(file);
  const formats = formatIds(file, parts, state);
  const { sheets: sheetKeys, removed, hasOtherTabs } = patchWorkbook(file, parts, state, activeSheet);
  const keyOf = ({ part, id }: SheetState): string => part ?? sheetKeys.get(id) ?? '';
  let change = { hasCells: false, hasFormulas: false };
  for (const sheet of state.sheets) {
    const before = openedOf(file, sheet);
    if (before === sheet && !hasFormulas(sheet)) continue;
    const key = keyOf(sheet);
    const patching: SheetPatching = {
      part: key,
      styleIndex: styles.index,
      formatIndex: (format) => formats.get(format) ?? null,
      digitWidth: file.digitWidth,
      plain: file.styles.plain,
      resultOf: (row, column, content) => calculation.result(state, sheet, { row, column }, content),
    };
    if (sheet.part === null) createPart(file, parts, sheet, key);
    parts.edit(key, (xml) => {
      const patched = patchSheet(xml, before, sheet, patching);
      change = {
        hasCells: change.hasCells || patched.hasCells,
        hasFormulas: change.hasFormulas || patched.hasFormulas,
      };
      return patched.xml;
    });
  }
  if (hasOtherTabs) {
    // A second selected tab would be grouped with the active one.
    for (const sheet of state.sheets)
      parts.edit(keyOf(sheet), (xml) => withSelectedTab(xml, keyOf(sheet), sheet.id === activeSheet));
  }
  if (styles.added.length > 0) {
    parts.edit(stylesKey(file, parts), (xml) => withStyles(xml, NEW_STYLES, styles.added, file.styles.file));
  }
  if (change.hasCells && state.sheets.some(hasFormulas)) {
    parts.edit(file.workbook.parts.workbook, (xml) => withFullCalculation(xml, file.workbook.parts.workbook));
  }
  const chain = change.hasFormulas || removed.length > 0 ? withoutCalculationChain(file, parts) : [];
  const changed = new Map<string, Uint8Array | null>(parts.changed());
  for (const key of [...removed, ...chain]) changed.set(key, null);
  const patched = changed.size === 0 ? archive : openArchive(repack(archive, changed));
  return withSettings(
    { ...file.workbook, archive: patched },
    changedSettings(file.state.settings, state.settings),
  ).archive.bytes;
}

/** What a sheet was when the file was opened: itself, the sheet that it is a copy of, or nothing. */
function openedOf(file: OpenedFile, sheet: SheetState): SheetState {
  const part = sheet.part ?? sheet.origin;
  return file.state.sheets.find((one) => one.part === part) ?? emptyState(sheet);
}

function createPart({ workbook }: OpenedFile, parts: PartEditor, sheet: SheetState, key: string): void {
  if (sheet.origin === null) {
    parts.create(key, emptyWorksheet(sheet));
    return;
  }
  const { xml, relationships } = copyPart(workbook.archive, sheet.origin);
  parts.create(key, xml);
  if (relationships !== null) parts.create(relationshipsKey(key), relationships);
}

/** What differs, as the door's own writer of settings takes it. */
function changedSettings(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Record<string, string | null> {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return Object.fromEntries(
    keys.flatMap((key): [string, string | null][] =>
      before.get(key) === after.get(key) ? [] : [[key, after.get(key) ?? null]],
    ),
  );
}

function hasFormulas({ rows }: SheetState): boolean {
  for (const cells of rows.values()) {
    for (const { content } of cells.values()) if (content?.kind === 'formula') return true;
  }
  return false;
}

/** Numbers the styles that are written: those of the file keep theirs, others are put behind them. */
function collectStyles({ styles }: OpenedFile): {
  readonly index: (style: Style) => number;
  readonly added: readonly Style[];
} {
  const added: Style[] = [];
  return {
    added,
    index(style) {
      if (styles.file[style.base]?.look === style.look) return style.base;
      const known = added.indexOf(style);
      return styles.file.length + (known >= 0 ? known : added.push(style) - 1);
    },
  };
}

/** The differential format of each conditional format that the file does not have, put into the stylesheet. */
function formatIds(file: OpenedFile, parts: PartEditor, state: BookState): ReadonlyMap<FormatState, number> {
  const fresh = state.sheets.flatMap((sheet) => {
    const before = openedOf(file, sheet).formats;
    const kept = pairFormats(before, sheet.formats);
    return sheet.formats.filter((format) => !kept.has(format) && needsLook(format, before));
  });
  if (fresh.length === 0) return new Map();
  let ids: readonly number[] = [];
  const key = stylesKey(file, parts);
  parts.edit(key, (xml) => {
    const changed = withDifferentialFormats(xml, key, (prefix) =>
      fresh.map((format) => differentialText(format, prefix)),
    );
    ids = changed.ids;
    return changed.xml;
  });
  return new Map(fresh.map((format, index) => [format, ids[index] ?? 0]));
}

/** The stylesheet, made when the workbook has none. */
function stylesKey({ workbook }: OpenedFile, parts: PartEditor): string {
  if (workbook.parts.styles !== null) return workbook.parts.styles;
  if (parts.create(NEW_STYLES, EMPTY_STYLESHEET)) {
    parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, NEW_STYLES, STYLES_CONTENT_TYPE));
    const relationships = relationshipsKey(workbook.parts.workbook);
    parts.edit(relationships, (xml) => withRelationship(xml, relationships, 'styles', NEW_STYLES));
  }
  return NEW_STYLES;
}
