/** Adds fonts, fills, borders, number formats and cell formats to the lists of a stylesheet; what is there is found again. */
import { builtInFormat } from './numberText';
import { editAttributes, type TextEdit } from './textEdit';
import { escapeXml, wholeNumber } from './xml';
import { childOf, listOf, type XmlNode } from './xmlTree';

export interface StyleLists {
  /** The place of an item in its list, where it is put when it is not there. */
  add(list: ListName, text: string): number;
  formatId(code: string): number;
  edits(): TextEdit[];
}

type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** The lists in the order in which a stylesheet has them. */
const LISTS: readonly ListName[] = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'];

/** Built-in formats that are the same in every language. */
const COMMON_FORMATS = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 20, 21, 22, 45, 46, 47, 48, 49];
const FIRST_CUSTOM_FORMAT = 164;

/** The lists of a stylesheet whose root this is. */
export function createStyleLists(xml: string, root: XmlNode): StyleLists {
  const p = root.tag.prefix;
  const items = new Map(
    LISTS.map((name) => [name, listOf(root, name).map((node) => xml.slice(node.tag.start, node.end))]),
  );
  const counts = new Map([...items].map(([name, list]) => [name, list.length]));
  const formats = new Map(
    listOf(root, 'numFmts').map(({ tag }) => [
      tag.attribute('formatCode') ?? '',
      wholeNumber(tag.attribute('numFmtId')) ?? 0,
    ]),
  );
  const add = (name: ListName, text: string): number => {
    const list = items.get(name) ?? [];
    items.set(name, list);
    const index = name === 'cellXfs' ? -1 : list.indexOf(text);
    return index >= 0 ? index : list.push(text) - 1;
  };
  return {
    add,
    formatId(code) {
      const known = COMMON_FORMATS.find((id) => builtInFormat(id) === code) ?? formats.get(code);
      if (known !== undefined) return known;
      const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...formats.values()) + 1;
      formats.set(code, id);
      add('numFmts', `<${p}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
      return id;
    },
    edits() {
      let place = root.openEnd;
      return LISTS.flatMap((name) => {
        const list = items.get(name) ?? [];
        const text = list.slice(counts.get(name) ?? 0).join('');
        const node = childOf(root, name);
        const at = place;
        place = node?.end ?? place;
        return text === '' ? [] : listEdits(xml, { node, name, p, at }, text, list.length);
      });
    },
  };
}

function listEdits(
  xml: string,
  { node, name, p, at }: { node: XmlNode | null; name: ListName; p: string; at: number },
  text: string,
  length: number,
): TextEdit[] {
  const count = String(length);
  if (!node) return [{ start: at, end: at, text: `<${p}${name} count="${count}">${text}</${p}${name}>` }];
  const { start } = node.tag;
  const open = editAttributes(xml.slice(start, node.openEnd), { count });
  if (node.tag.selfClosing) {
    return [{ start, end: node.end, text: `${open.replace(/\s*\/>$/, '>')}${text}</${p}${name}>` }];
  }
  return [
    { start, end: node.openEnd, text: open },
    { start: node.closeStart, end: node.closeStart, text },
  ];
}
