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
  /** Did sheets come, go or move? */
  readonly hasOtherTabs: boolean;
}

/** Patches the workbook part and what tells of its sheets. */
export function patchWorkbook(
  file: OpenedFile,
  parts: PartEditor,
  state: BookState,
  activeSheet: string,
): PatchedWorkbook {
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
  const hasOtherTabs =
    file.state.sheets.map(({ id }) => id).join() !== state.sheets.map(({ id }) => id).join();
  const removedKeys = removed.flatMap(({ part }) => part ?? []);
  forget(file, parts, removedKeys);
  parts.edit(workbook, (xml) => {
    const relationships = relationshipIds(parts, relationshipsKey(workbook));
    return withSheets(xml, file, state, {
      added,
      activeTab: hasOtherTabs ? activeSheet : null,
      idOf: (id) => relationships.get(sheets.get(id) ?? '') ?? '',
    });
  });
  return { sheets, removed: removedKeys, hasOtherTabs };
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
  /** The id of the sheet whose tab is to be active; null when the file's own stays so. */
  readonly activeTab: string | null;
  /** The relationship of a new sheet. */
  readonly idOf: (sheet: string) => string;
}

/** A tab of the saved workbook: a child of the list that the file has, or a new sheet. */
interface Tab {
  /** Place among the tabs of the file; null for a new sheet. */
  readonly place: number | null;
  /** Null for a chart sheet, which only the file knows. */
  readonly sheet: string | null;
  readonly text: string;
}

function withSheets(xml: string, file: OpenedFile, state: BookState, changes: SheetChanges): string {
  const { workbook } = file.workbook.parts;
  const root = readTree(xml, workbook);
  const list = childOf(root, 'sheets');
  if (!list) return xml;
  const known = knownTabs(xml, file, state, list);
  const tabs = orderedTabs(known, [...known, ...newTabs(xml, root, list, changes)], state);
  const inside = tabs.map(({ text }) => text).join('');
  const edits: TextEdit[] = [];
  if (known.some((tab, index) => tab !== tabs[index] || tab.isChanged) || tabs.length !== known.length) {
    edits.push({ start: list.openEnd, end: list.closeStart, text: inside });
  }
  edits.push(...nameEdits(xml, root, file, state, tabs));
  if (changes.activeTab !== null) {
    edits.push(
      ...viewEdits(
        xml,
        root,
        list,
        tabs.findIndex(({ sheet }) => sheet === changes.activeTab),
      ),
    );
  }
  return applyEdits(xml, edits);
}

interface KnownTab extends Tab {
  readonly isChanged: boolean;
  readonly isGone: boolean;
}

/** The tabs of the file, renamed, shown or hidden as they are now. */
function knownTabs(xml: string, file: OpenedFile, state: BookState, list: XmlNode): KnownTab[] {
  const { archive, parts } = file.workbook;
  const targets = new Map(readRelationships(archive, parts.workbook).map(({ id, target }) => [id, target]));
  return list.children.map((node, place) => {
    const { tag, openEnd, end } = node;
    const part = targets.get(tag.attributeIn('/relationships', 'id') ?? '') ?? '';
    const before = file.state.sheets.find((sheet) => sheet.part === part);
    const after = state.sheets.find((sheet) => sheet.part === part);
    const attributes = {
      ...(!before || !after || before.name === after.name ? {} : { name: escapeXml(after.name) }),
      ...(!before || !after || before.visibility === after.visibility ? {} : { state: stateText(after) }),
    };
    const isChanged = Object.keys(attributes).length > 0;
    const text = editAttributes(xml.slice(tag.start, openEnd), attributes) + xml.slice(openEnd, end);
    const isGone = before !== undefined && !after;
    return { place, sheet: after?.id ?? null, text, isChanged, isGone };
  });
}

function newTabs(xml: string, root: XmlNode, list: XmlNode, { added, idOf }: SheetChanges): Tab[] {
  const entries = added.map((sheet) => ({ name: sheet.name, id: idOf(sheet.id), state: stateText(sheet) }));
  const texts = sheetElements(xml, root, list, entries).match(/<[^>]*>/g) ?? [];
  return added.map(({ id }, index) => ({ place: null, sheet: id, text: texts[index] ?? '' }));
}

/** In the order of the state; a chart sheet stays behind the tab that it was behind. */
function orderedTabs(known: readonly KnownTab[], all: readonly Tab[], state: BookState): Tab[] {
  const charts = (after: number): Tab[] => {
    const next = known[after + 1];
    if (!next || next.sheet !== null) return [];
    return [...(next.isGone ? [] : [next]), ...charts(after + 1)];
  };
  return [
    ...charts(-1),
    ...state.sheets.flatMap(({ id }) => {
      const tab = all.find(({ sheet }) => sheet === id);
      return tab ? [tab, ...(tab.place === null ? [] : charts(tab.place))] : [];
    }),
  ];
}

function stateText({ visibility }: SheetState): string | null {
  if (visibility === 'visible') return null;
  return visibility === 'hidden' ? 'hidden' : 'veryHidden';
}

/** Says which tab is active. */
function viewEdits(xml: string, root: XmlNode, list: XmlNode, place: number): TextEdit[] {
  const p = root.tag.prefix;
  const activeTab = place > 0 ? String(place) : null;
  const view = listOf(root, 'bookViews')[0];
  if (view) {
    const { start } = view.tag;
    const text = editAttributes(xml.slice(start, view.openEnd), { activeTab, firstSheet: null });
    return [{ start, end: view.openEnd, text }];
  }
  if (childOf(root, 'bookViews') || activeTab === null) return [];
  const at = list.tag.start;
  return [
    {
      start: at,
      end: at,
      text: `<${p}bookViews><${p}workbookView activeTab="${activeTab}"/></${p}bookViews>`,
    },
  ];
}

/** Elements that stand between the list of sheets and the names (CT_Workbook). */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['sheets', 'functionGroups', 'externalReferences']);

/** Names that are new, that changed or whose sheets are gone, and the places of the sheets of local names. */
function nameEdits(
  xml: string,
  root: XmlNode,
  file: OpenedFile,
  state: BookState,
  tabs: readonly Tab[],
): TextEdit[] {
  const p = root.tag.prefix;
  const list = childOf(root, 'definedNames');
  const added = state.names.filter(({ place }) => place === null).map((name) => nameText(p, name, tabs));
  if (!list) {
    if (added.length === 0) return [];
    const at = root.children.filter(({ name }) => BEFORE_NAMES.has(name)).at(-1)?.end ?? root.openEnd;
    return [{ start: at, end: at, text: `<${p}definedNames>${added.join('')}</${p}definedNames>` }];
  }
  const after = new Map(state.names.map((name): [number | null, NameState] => [name.place, name]));
  if (added.length === 0 && list.children.length > 0 && list.children.every((_, place) => !after.has(place)))
    return [{ start: list.tag.start, end: list.end, text: '' }];
  const edits = list.children.flatMap((node, place): TextEdit[] => {
    const { start } = node.tag;
    const before = file.state.names[place];
    const name = after.get(place);
    if (!before || !name) return [{ start, end: node.end, text: '' }];
    const local = wholeNumber(node.tag.attribute('localSheetId'));
    const now = local === null ? null : tabs.findIndex((tab) => tab.place === local);
    const open = xml.slice(start, node.openEnd);
    return [
      ...(now === local || now === null || now < 0
        ? []
        : [{ start, end: node.openEnd, text: editAttributes(open, { localSheetId: String(now) }) }]),
      ...(before.formula === name.formula
        ? []
        : [{ start: node.openEnd, end: node.closeStart, text: escapeXml(name.formula) }]),
    ];
  });
  if (added.length > 0) {
    const { start, selfClosing } = list.tag;
    edits.push(
      selfClosing
        ? { start, end: list.end, text: `<${p}definedNames>${added.join('')}</${p}definedNames>` }
        : { start: list.closeStart, end: list.closeStart, text: added.join('') },
    );
  }
  return edits;
}

function nameText(p: string, { name, formula, sheet }: NameState, tabs: readonly Tab[]): string {
  const place = tabs.findIndex((tab) => tab.sheet === sheet);
  const local = sheet === null || place < 0 ? '' : ` localSheetId="${place}"`;
  return `<${p}definedName name="${escapeXml(name)}"${local}>${escapeXml(formula)}</${p}definedName>`;
}
