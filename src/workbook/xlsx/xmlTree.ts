/**
 * A part as a tree of elements, for the small parts and the small lists of a sheet that are read as a whole. The cells of a
 * sheet are never made a tree.
 */
import { parseXml, type XmlTag } from './xml';

export interface XmlNode {
  /** The local name. */
  readonly name: string;
  readonly tag: XmlTag;
  readonly children: XmlNode[];
  /** The text directly inside. */
  text: string;
  /** Behind the start tag, where the end tag starts, and behind it. */
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

/** The root of a part; elements for which `isLeaf` holds have no children in the tree. */
export function readTree(xml: string, part: string, isLeaf: (tag: XmlTag) => boolean = () => false): XmlNode {
  const open: XmlNode[] = [];
  const found: { root: XmlNode | null } = { root: null };
  let leafDepth = Infinity;
  parseXml(xml, part, {
    open(tag) {
      if (tag.depth > leafDepth) return;
      const node = {
        name: tag.local,
        tag,
        children: [],
        text: '',
        openEnd: tag.end,
        closeStart: tag.end,
        end: tag.end,
      };
      open[open.length - 1]?.children.push(node);
      found.root ??= node;
      open.push(node);
      if (isLeaf(tag)) leafDepth = tag.depth;
    },
    text(text) {
      const node = open[open.length - 1];
      if (node && leafDepth === Infinity) node.text += text;
    },
    close(_, depth, start, end) {
      if (depth > leafDepth) return;
      leafDepth = Infinity;
      const node = open.pop();
      if (!node) return;
      node.closeStart = node.tag.selfClosing ? end : start;
      node.end = end;
    },
  });
  if (!found.root) throw new Error(`${part} has no root element`);
  return found.root;
}

/** The first child of this name. */
export function childOf(node: XmlNode | null, name: string): XmlNode | null {
  return node?.children.find((child) => child.name === name) ?? null;
}

/** The children of the first child with this name. */
export function listOf(node: XmlNode, name: string): readonly XmlNode[] {
  return childOf(node, name)?.children ?? [];
}
