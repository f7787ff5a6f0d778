/** Adds the looks that the file does not have to its stylesheet. */
import { createStyleLists, type StyleLists } from '../../workbook/xlsx/styleLists';
import { applyEdits, editAttributes } from '../../workbook/xlsx/textEdit';
import { escapeXml, wholeNumber } from '../../workbook/xlsx/xml';
import type { CellLook, Line } from './book';
import type { Style } from './state';
import { childOf, listOf, readTree, type XmlNode } from '../../workbook/xlsx/xmlTree';

/** The stylesheet with formats for these styles, in their order behind those that are there. */
export function withStyles(
  xml: string,
  part: string,
  added: readonly Style[],
  fileStyles: readonly Style[],
): string {
  if (added.length === 0) return xml;
  const root = readTree(xml, part);
  const p = root.tag.prefix;
  const lists = createStyleLists(xml, root);
  const xfs = listOf(root, 'cellXfs');
  for (const style of added) {
    const base = xfs[style.base] ?? null;
    const baseLook = fileStyles[style.base]?.look ?? null;
    lists.add('cellXfs', xfText({ xml, p, base, baseLook, lists, root }, style.look));
  }
  return applyEdits(xml, lists.edits());
}

interface XfSource {
  readonly xml: string;
  readonly p: string;
  /** The format that the look was made from. */
  readonly base: XmlNode | null;
  readonly baseLook: CellLook | null;
  readonly lists: StyleLists;
  readonly root: XmlNode;
}

/** A format like its base but for what differs in the look. */
function xfText(source: XfSource, look: CellLook): string {
  const { xml, p, base, baseLook, lists, root } = source;
  const changes: Record<string, string | null> = {};
  if (look.numberFormat !== baseLook?.numberFormat) {
    changes['numFmtId'] = String(lists.formatId(look.numberFormat));
    changes['applyNumberFormat'] = '1';
  }
  if (!isSame(look.font, baseLook?.font)) {
    const font = listOf(root, 'fonts')[wholeNumber(base?.tag.attribute('fontId')) ?? 0] ?? null;
    const keepsFamily = look.font.name === baseLook?.font.name;
    changes['fontId'] = String(lists.add('fonts', fontText(source, look.font, keepsFamily ? font : null)));
    changes['applyFont'] = '1';
  }
  if (look.fill !== baseLook?.fill) {
    changes['fillId'] = look.fill === null ? '0' : String(lists.add('fills', fillText(p, look.fill)));
    changes['applyFill'] = '1';
  }
  if (!isSame(look.border, baseLook?.border)) {
    changes['borderId'] = String(lists.add('borders', borderText(p, look.border)));
    changes['applyBorder'] = '1';
  }
  if (look.hasQuotePrefix !== (baseLook?.hasQuotePrefix ?? false))
    changes['quotePrefix'] = look.hasQuotePrefix ? '1' : null;
  const alignment = alignmentText(source, look);
  const protection = protectionText(source, look);
  if (alignment !== '') changes['applyAlignment'] = '1';
  if (look.isLocked !== (baseLook?.isLocked ?? true)) changes['applyProtection'] = '1';
  const open = base
    ? xml.slice(base.tag.start, base.openEnd).replace(/\s*\/?>$/, '/>')
    : `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  const inner = alignment + protection;
  const edited = editAttributes(open, changes);
  return inner === '' ? edited : `${edited.replace(/\/>$/, '>')}${inner}</${p}xf>`;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function argb(color: string): string {
  return `FF${color.slice(1)}`;
}

function fontText({ xml, p }: XfSource, font: CellLook['font'], family: XmlNode | null): string {
  const flag = (isOn: boolean, name: string): string => (isOn ? `<${p}${name}/>` : '');
  const kept = ['family', 'charset'].flatMap((name) => {
    const node = childOf(family, name);
    return node ? [xml.slice(node.tag.start, node.end)] : [];
  });
  return (
    `<${p}font>${flag(font.isBold, 'b')}${flag(font.isItalic, 'i')}${flag(font.isStruck, 'strike')}` +
    `${flag(font.isUnderlined, 'u')}<${p}sz val="${font.size}"/><${p}color rgb="${argb(font.color)}"/>` +
    `<${p}name val="${escapeXml(font.name)}"/>${kept.join('')}</${p}font>`
  );
}

function fillText(p: string, fill: string): string {
  return (
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
    `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  );
}

function borderText(p: string, border: CellLook['border']): string {
  const side = (name: string, line: Line | null): string =>
    line
      ? `<${p}${name} style="${escapeXml(line.style)}"><${p}color rgb="${argb(line.color)}"/></${p}${name}>`
      : `<${p}${name}/>`;
  const { left, right, top, bottom } = border;
  return `<${p}border>${side('left', left)}${side('right', right)}${side('top', top)}${side('bottom', bottom)}<${p}diagonal/></${p}border>`;
}

/** The base's alignment with what differs changed; "" when there is nothing to say. */
function alignmentText({ xml, p, base, baseLook }: XfSource, look: CellLook): string {
  const node = childOf(base, 'alignment');
  const plain = { horizontal: 'general', vertical: 'bottom', wraps: false, indent: 0 };
  const before = baseLook ?? plain;
  const changes: Record<string, string | null> = {};
  if (look.horizontal !== before.horizontal)
    changes['horizontal'] = look.horizontal === 'general' ? null : look.horizontal;
  if (look.vertical !== before.vertical)
    changes['vertical'] = look.vertical === 'bottom' ? null : look.vertical;
  if (look.wraps !== before.wraps) changes['wrapText'] = look.wraps ? '1' : null;
  if (look.indent !== before.indent) changes['indent'] = look.indent === 0 ? null : String(look.indent);
  if (!node && Object.keys(changes).length === 0) return '';
  return editAttributes(node ? xml.slice(node.tag.start, node.end) : `<${p}alignment/>`, changes);
}

function protectionText({ xml, p, base, baseLook }: XfSource, look: CellLook): string {
  const node = childOf(base, 'protection');
  const text = node ? xml.slice(node.tag.start, node.end) : '';
  if (look.isLocked === (baseLook?.isLocked ?? true)) return text;
  return editAttributes(text === '' ? `<${p}protection/>` : text, { locked: look.isLocked ? '1' : '0' });
}
