/** Writes the list of sheets and the names of a workbook: sheets renamed, hidden, added, taken away. */
import { withContentType, withRelationship } from '../../workbook/xlsx/packagePatch';
import type { PartEditor } from '../../workbook/xlsx/partEditor';
import { freeSheetKey, SHEET_TYPE, sheetElements } from '../../workbook/xlsx/sheetEntries';
import { applyEdits, editAttributes, type TextEdit } from '../../workbook/xlsx/textEdit';
import { CONTENT_TYPES, readRelationships, relationshipsKey } from '../../workbook/xlsx/workbookParts';
import { escapeXml, wholeNumber } from '../../workbook/xlsx/xml';
import type { OpenedFile } from './openBook';
import type { BookState, NameState, SheetState } from './state';
import { childOf, listOf, readTree, type XmlNode } from '../../workbook/xlsx/xmlTree';

export interface PatchedWorkbook {
  /** Keys of the parts of new sheets by id. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Keys of parts that go. */
  readonly removed: readonly string[];
}

/** Patches the workbook part and what tells of its sheets. */
export function patchWorkbook(file: OpenedFile, parts: PartEditor, state: BookState): PatchedWorkbook {
  const { archive } = file.workbook;
  const { workbook } = file.workbook.parts;
  const removed = file.state.sheets.filter(({ id }) => !state.sheets.some((sheet) => sheet.id === id));
  const added = state.sheets.filter(({ part }) => part === null);
  const sheets = new Map<string, string>();
  for (const { id } of added) {
    const key = freeSheetKey((one) => archive.entries.has(one) || [...sheets.values()].includes(one));
    sheets.set(id, key);
    parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, key, SHEET_TYPE));
    parts.edit(relationshipsKey(workbook), (xml) =>
      withRelationship(xml, relationshipsKey(workbook), 'worksheet', key),
    );
  }
  const removedKeys = removed.flatMap(({ part }) => part ?? []);
  forget(file, parts, removedKeys);
  parts.edit(workbook, (xml) => {
    const relationships = relationshipIds(parts, relationshipsKey(workbook));
    return withSheets(xml, file, state, {
      added,
      removed,
      idOf: (id) => relationships.get(sheets.get(id) ?? '') ?? '',
    });
  });
  return { sheets, removed: removedKeys };
}

/** Drops the order of calculation, which Excel makes anew: it must not name cells without a formula. The keys of the parts that go. */
export function withoutCalculationChain(file: OpenedFile, parts: PartEditor): readonly string[] {
  const { archive, parts: known } = file.workbook;
  const chain = readRelationships(archive, known.workbook).find(({ type }) => type === 'calcChain')?.target;
  if (chain === undefined) return [];
  forget(file, parts, [chain]);
  return archive.entries.has(chain) ? [chain] : [];
}

/** Takes parts out of the content types and the relationships of the workbook. */
function forget({ workbook }: OpenedFile, parts: PartEditor, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const relationships = readRelationships(workbook.archive, workbook.parts.workbook);
  const ids = new Set(relationships.filter(({ target }) => keys.includes(target)).map(({ id }) => id));
  parts.edit(relationshipsKey(workbook.parts.workbook), (xml) =>
    withoutChildren(xml, 'relationships', ({ tag }) => ids.has(tag.attribute('Id') ?? '')),
  );
  parts.edit(CONTENT_TYPES, (xml) =>
    withoutChildren(xml, CONTENT_TYPES, ({ tag }) =>
      keys.includes((tag.attribute('PartName') ?? '').replace(/^\//, '').toLowerCase()),
    ),
  );
}

function withoutChildren(xml: string, part: string, isGone: (node: XmlNode) => boolean): string {
  const edits = readTree(xml, part)
    .children.filter(isGone)
    .map(({ tag, end }) => ({ start: tag.start, end, text: '' }));
  return applyEdits(xml, edits);
}

/** Ids of relationships by the key of their target, for targets written in full. */
function relationshipIds(parts: PartEditor, key: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  parts.edit(key, (xml) => {
    for (const { tag } of readTree(xml, key).children) {
      ids.set((tag.attribute('Target') ?? '').replace(/^\//, '').toLowerCase(), tag.attribute('Id') ?? '');
    }
    return xml;
  });
  return ids;
}

interface SheetChanges {
  readonly added: readonly SheetState[];
  readonly removed: readonly SheetState[];
  /** The relationship of a new sheet. */
  readonly idOf: (sheet: string) => string;
}

function withSheets(xml: string, file: OpenedFile, state: BookState, changes: SheetChanges): string {
  const { workbook } = file.workbook.parts;
  const root = readTree(xml, workbook);
  const list = childOf(root, 'sheets');
  if (!list) return xml;
  const targets = new Map(
    readRelationships(file.workbook.archive, workbook).map(({ id, target }) => [id, target]),
  );
  const partOf = ({ tag }: XmlNode): string =>
    targets.get(tag.attributeIn('/relationships', 'id') ?? '') ?? '';
  const edits: TextEdit[] = list.children.flatMap((node) => {
    const before = file.state.sheets.find(({ part }) => part === partOf(node));
    const after = state.sheets.find(({ part }) => part !== null && part === partOf(node));
    const { start } = node.tag;
    if (!before) return [];
    if (!after) return [{ start, end: node.end, text: '' }];
    const attributes = {
      ...(before.name === after.name ? {} : { name: escapeXml(after.name) }),
      ...(before.visibility === after.visibility ? {} : { state: stateText(after) }),
    };
    if (Object.keys(attributes).length === 0) return [];
    return [{ start, end: node.openEnd, text: editAttributes(xml.slice(start, node.openEnd), attributes) }];
  });
  const entries = changes.added.map((sheet) => ({
    name: sheet.name,
    id: changes.idOf(sheet.id),
    state: stateText(sheet),
  }));
  if (entries.length > 0) {
    const text = sheetElements(xml, root, list, entries);
    edits.push({ start: list.closeStart, end: list.closeStart, text });
  }
  edits.push(
    ...nameEdits(xml, root, file, state, list.children.map(partOf)),
    ...tabEdits(xml, root, changes),
  );
  return applyEdits(xml, edits);
}

function stateText({ visibility }: SheetState): string | null {
  if (visibility === 'visible') return null;
  return visibility === 'hidden' ? 'hidden' : 'veryHidden';
}

/** The tab that was active may be gone. */
function tabEdits(xml: string, root: XmlNode, { removed }: SheetChanges): TextEdit[] {
  const view = listOf(root, 'bookViews')[0];
  if (removed.length === 0 || !view) return [];
  const { start } = view.tag;
  const text = editAttributes(xml.slice(start, view.openEnd), { activeTab: null, firstSheet: null });
  return [{ start, end: view.openEnd, text }];
}

/** Names whose formulas changed, whose sheets are gone, and the places of the sheets of local names. */
function nameEdits(
  xml: string,
  root: XmlNode,
  file: OpenedFile,
  state: BookState,
  sheetParts: readonly string[],
): TextEdit[] {
  const list = childOf(root, 'definedNames');
  if (!list) return [];
  const isGone = (index: number): boolean => {
    const before = file.state.sheets.find(({ part }) => part === sheetParts[index]);
    return before !== undefined && !state.sheets.some(({ id }) => id === before.id);
  };
  const after = new Map(state.names.map((name): [number | null, NameState] => [name.place, name]));
  const edits = list.children.flatMap((node, place): TextEdit[] => {
    const { start } = node.tag;
    const before = file.state.names[place];
    const name = after.get(place);
    if (!before || !name) return [{ start, end: node.end, text: '' }];
    const local = wholeNumber(node.tag.attribute('localSheetId'));
    const shift = local === null ? 0 : sheetParts.slice(0, local).filter((_, index) => isGone(index)).length;
    const open = xml.slice(start, node.openEnd);
    return [
      ...(shift === 0 || local === null
        ? []
        : [
            { start, end: node.openEnd, text: editAttributes(open, { localSheetId: String(local - shift) }) },
          ]),
      ...(before.formula === name.formula
        ? []
        : [{ start: node.openEnd, end: node.closeStart, text: escapeXml(name.formula) }]),
    ];
  });
  const isEmptied = list.children.length > 0 && list.children.every((_, place) => !after.has(place));
  return isEmptied ? [{ start: list.tag.start, end: list.end, text: '' }] : edits;
}
