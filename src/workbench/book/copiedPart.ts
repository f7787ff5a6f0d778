/** The part of a copy, made from that of its sheet: without what only one sheet can have (drawings, tables, printer settings). */
import { readTree, type XmlNode } from '../../workbook/xlsx/xmlTree';
import { partXml, relationshipsKey } from '../../workbook/xlsx/workbookParts';
import { applyEdits, editAttributes, type TextEdit } from '../../workbook/xlsx/textEdit';
import type { Archive } from '../../workbook/xlsx/zip';

export interface CopiedPart {
  readonly xml: string;
  /** Links to places outside of the workbook; null when there are none. */
  readonly relationships: string | null;
}

/** Reads the part of a sheet as it was opened. */
export function copyPart(archive: Archive, part: string): CopiedPart {
  const links = copyLinks(archive, part);
  const xml = partXml(archive, part);
  const root = readTree(xml, part, (tag) => tag.depth === 1 && tag.local === 'sheetData');
  const edits = root.children.flatMap((child): TextEdit[] => {
    const { start } = child.tag;
    switch (child.name) {
      case 'sheetPr':
        // Code knows a sheet by this name.
        return [tagEdit(xml, child, 'codeName')];
      case 'pageSetup':
        return related(child) ? [tagEdit(xml, child, relationAttribute(xml, child))] : [];
      case 'customSheetViews':
        return [{ start, end: child.end, text: '' }];
      default:
        return withoutRelated(child, links.ids);
    }
  });
  return { xml: applyEdits(xml, edits), relationships: links.xml };
}

/** The relationships that lead out of the package: hyperlinks. */
function copyLinks(
  archive: Archive,
  part: string,
): { readonly xml: string | null; readonly ids: ReadonlySet<string> } {
  const key = relationshipsKey(part);
  if (!archive.entries.has(key)) return { xml: null, ids: new Set() };
  const xml = partXml(archive, key);
  const { children } = readTree(xml, key);
  const isLink = ({ tag }: XmlNode): boolean => tag.attribute('TargetMode') === 'External';
  const ids = new Set(children.filter(isLink).map(({ tag }) => tag.attribute('Id') ?? ''));
  const gone = children.filter((child) => !isLink(child));
  const text = applyEdits(
    xml,
    gone.map(({ tag, end }) => ({ start: tag.start, end, text: '' })),
  );
  return { xml: ids.size === 0 ? null : text, ids };
}

/** Takes away what needs another part, and what holds nothing without it. */
function withoutRelated(node: XmlNode, kept: ReadonlySet<string>): TextEdit[] {
  const whole = { start: node.tag.start, end: node.end, text: '' };
  const id = related(node);
  if (id !== undefined) return kept.has(id) ? [] : [whole];
  const edits = node.children.map((child) => withoutRelated(child, kept));
  const isEmptied =
    node.children.length > 0 &&
    edits.every((list, index) => list.length === 1 && list[0]?.end === node.children[index]?.end);
  return isEmptied ? [whole] : edits.flat();
}

function related({ tag }: Pick<XmlNode, 'tag'>): string | undefined {
  return tag.attributeIn('/relationships', 'id') ?? tag.attributeIn('/relationships', 'embed');
}

/** The attribute's name with its prefix. */
function relationAttribute(xml: string, node: XmlNode): string {
  const { tag, openEnd } = node;
  const id = related(node);
  const names = [...xml.slice(tag.start, openEnd).matchAll(/([\w.-]+:id)\s*=\s*["']([^"']*)["']/g)];
  return names.find(([, , value]) => value === id)?.[1] ?? '';
}

function tagEdit(xml: string, { tag, openEnd }: XmlNode, attribute: string): TextEdit {
  const text = editAttributes(xml.slice(tag.start, openEnd), { [attribute]: null });
  return { start: tag.start, end: openEnd, text };
}
