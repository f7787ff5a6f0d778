/** The list of sheets in a workbook part: entries of new sheets, their names for printing, and which tab is active. */
import type { PrintSetUp } from '../../form/templates/sheetDrawing';
import { applyEdits, editAttributes, type TextEdit } from './textEdit';
import { escapeXml, isTrue, wholeNumber } from './xml';
import { childOf, listOf, readTree, type XmlNode } from './xmlTree';

export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The key of a worksheet part that no other part has. */
export function freeSheetKey(isTaken: (key: string) => boolean): string {
  let number = 1;
  while (isTaken(`xl/worksheets/sheet${number}.xml`)) number += 1;
  return `xl/worksheets/sheet${number}.xml`;
}

/** The id of the relationship to a part, for a target written in full; "" when there is none. */
export function relationshipId(xml: string, part: string, key: string): string {
  const found = readTree(xml, part).children.find(
    ({ tag }) => (tag.attribute('Target') ?? '').replace(/^\//, '').toLowerCase() === key,
  );
  return found?.tag.attribute('Id') ?? '';
}

export interface SheetEntry {
  readonly name: string;
  /** Id of its relationship. */
  readonly id: string;
  /** The `state` attribute of a sheet that is not visible. */
  readonly state: string | null;
}

/** The elements of new sheets, to stand behind those in `list`. */
export function sheetElements(
  xml: string,
  root: XmlNode,
  list: XmlNode,
  entries: readonly SheetEntry[],
): string {
  const p = root.tag.prefix;
  const known = /\sxmlns:(\w+)\s*=\s*["'][^"']*\/relationships["']/.exec(
    xml.slice(root.tag.start, root.openEnd),
  )?.[1];
  const declaration = known === undefined ? ` xmlns:r="${OFFICE}"` : '';
  const last = Math.max(0, ...list.children.map(({ tag }) => wholeNumber(tag.attribute('sheetId')) ?? 0));
  return entries
    .map(({ name, id, state }, index) => {
      const shown = state === null ? '' : ` state="${state}"`;
      return `<${p}sheet name="${escapeXml(name)}" sheetId="${last + index + 1}"${shown}${declaration} ${known ?? 'r'}:id="${escapeXml(id)}"/>`;
    })
    .join('');
}

/** True when sheets can neither be added nor taken away. */
export function isStructureProtected(xml: string, part: string): boolean {
  return isTrue(childOf(readTree(xml, part), 'workbookProtection')?.tag.attribute('lockStructure'));
}

/** The names of all sheets, charts included. */
export function sheetNames(xml: string, part: string): readonly string[] {
  return listOf(readTree(xml, part), 'sheets').map(({ tag }) => tag.attribute('name') ?? '');
}

/** The workbook part with one more sheet, which is the active one, and with names of its own. */
export function withActiveSheet(
  xml: string,
  part: string,
  entry: SheetEntry,
  names: readonly LocalName[],
): string {
  const root = readTree(xml, part);
  const list = childOf(root, 'sheets');
  if (!list) return xml;
  const place = list.children.length;
  const added = sheetElements(xml, root, list, [entry]);
  return applyEdits(xml, [
    insideEdit(xml, list, added),
    ...viewEdits(xml, root, list, place),
    ...nameEdits(xml, root, list, nameElements(root.tag.prefix, place, names)),
  ]);
}

/** A name that holds on one sheet. */
export interface LocalName {
  readonly name: string;
  /** What it stands for, without "=". */
  readonly formula: string;
  readonly isHidden: boolean;
}

/** The names that hold on a sheet. */
export function localNames(xml: string, part: string, sheet: string): readonly LocalName[] {
  const root = readTree(xml, part);
  const place = listOf(root, 'sheets').findIndex(({ tag }) => tag.attribute('name') === sheet);
  return listOf(root, 'definedNames')
    .filter(({ tag }) => wholeNumber(tag.attribute('localSheetId')) === place)
    .map(({ tag, text }) => ({
      name: tag.attribute('name') ?? '',
      formula: text,
      isHidden: isTrue(tag.attribute('hidden')),
    }));
}

/** The names by which a sheet tells what is printed of it. */
export function printNames(
  sheet: string,
  { area, repeatedRows }: Pick<PrintSetUp, 'area' | 'repeatedRows'>,
): readonly LocalName[] {
  const define = (name: string, place: string): LocalName => ({
    name: `_xlnm.${name}`,
    formula: `${quoteSheet(sheet)}!${place}`,
    isHidden: false,
  });
  const titles = repeatedRows && `$${repeatedRows.first + 1}:$${repeatedRows.last + 1}`;
  return [
    define('Print_Area', area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')),
    ...(titles === null ? [] : [define('Print_Titles', titles)]),
  ];
}

/** The name of a sheet as a formula has it. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Puts text at the end of an element, which may close itself. */
function insideEdit(xml: string, node: XmlNode, text: string): TextEdit {
  const { start, selfClosing } = node.tag;
  if (!selfClosing) return { start: node.closeStart, end: node.closeStart, text };
  const open = xml.slice(start, node.end);
  const name = /^<([^\s/>]+)/.exec(open)?.[1] ?? '';
  return { start, end: node.end, text: `${open.replace(/\s*\/>$/, '>')}${text}</${name}>` };
}

function viewEdits(xml: string, root: XmlNode, list: XmlNode, place: number): TextEdit[] {
  const p = root.tag.prefix;
  const views = childOf(root, 'bookViews');
  const view = views?.children[0];
  const activeTab = String(place);
  if (view) {
    const { start } = view.tag;
    return [
      { start, end: view.openEnd, text: editAttributes(xml.slice(start, view.openEnd), { activeTab }) },
    ];
  }
  if (views) return [];
  const at = list.tag.start;
  const text = `<${p}bookViews><${p}workbookView activeTab="${activeTab}"/></${p}bookViews>`;
  return [{ start: at, end: at, text }];
}

/** Elements that stand between the list of sheets and the names (CT_Workbook). */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['sheets', 'functionGroups', 'externalReferences']);

function nameEdits(xml: string, root: XmlNode, list: XmlNode, names: string): TextEdit[] {
  if (names === '') return [];
  const known = childOf(root, 'definedNames');
  if (known) return [insideEdit(xml, known, names)];
  const p = root.tag.prefix;
  const at = root.children.filter(({ name }) => BEFORE_NAMES.has(name)).at(-1)?.end ?? list.end;
  return [{ start: at, end: at, text: `<${p}definedNames>${names}</${p}definedNames>` }];
}

function nameElements(p: string, place: number, names: readonly LocalName[]): string {
  return names
    .map(({ name, formula, isHidden }) => {
      const hidden = isHidden ? ' hidden="1"' : '';
      return `<${p}definedName name="${escapeXml(name)}" localSheetId="${place}"${hidden}>${escapeXml(formula)}</${p}definedName>`;
    })
    .join('');
}
