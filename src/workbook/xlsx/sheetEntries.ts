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

/** The workbook part with one more sheet, which is the active one, and with what is to be printed of it. */
export function withActiveSheet(
  xml: string,
  part: string,
  entry: SheetEntry,
  print: Pick<PrintSetUp, 'area' | 'repeatedRows'>,
): string {
  const root = readTree(xml, part);
  const list = childOf(root, 'sheets');
  if (!list) return xml;
  const place = list.children.length;
  const added = sheetElements(xml, root, list, [entry]);
  return applyEdits(xml, [
    insideEdit(xml, list, added),
    ...viewEdits(xml, root, list, place),
    ...nameEdits(xml, root, list, printNames(root.tag.prefix, entry.name, place, print)),
  ]);
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
  const known = childOf(root, 'definedNames');
  if (known) return [insideEdit(xml, known, names)];
  const p = root.tag.prefix;
  const at = root.children.filter(({ name }) => BEFORE_NAMES.has(name)).at(-1)?.end ?? list.end;
  return [{ start: at, end: at, text: `<${p}definedNames>${names}</${p}definedNames>` }];
}

function printNames(
  p: string,
  sheet: string,
  place: number,
  { area, repeatedRows }: Pick<PrintSetUp, 'area' | 'repeatedRows'>,
): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const define = (name: string, formula: string): string =>
    `<${p}definedName name="_xlnm.${name}" localSheetId="${place}">${escapeXml(`${quoted}!${formula}`)}</${p}definedName>`;
  const fixed = area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  const rows = repeatedRows && `$${repeatedRows.first + 1}:$${repeatedRows.last + 1}`;
  return define('Print_Area', fixed) + (rows === null ? '' : define('Print_Titles', rows));
}
