/**
 * XML as the parts of a workbook use it: a strict parse that tells where every tag lies in the text, so that a
 * part can be patched in place, and the escapes of text and attributes.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Unreadable } from './fileError';

const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_NAMESPACE = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** No part nests nearly so deep; each level makes the parser slower. */
const MAX_DEPTH = 200;

/** A start tag. A class, since a large sheet has millions of them. */
export class XmlTag {
  /** 0 for the root element. */
  readonly depth: number;
  /** The offsets of the tag's "<" and behind its ">". */
  readonly start: number;
  readonly end: number;
  readonly local: string;
  private readonly tag: SaxesTagNS;

  constructor(tag: SaxesTagNS, place: { depth: number; start: number; end: number }) {
    this.tag = tag;
    this.local = tag.local;
    this.depth = place.depth;
    this.start = place.start;
    this.end = place.end;
  }

  /** Namespace of the element. */
  get uri(): string {
    return this.tag.uri;
  }

  /** True in the namespace of worksheets and workbooks, transitional or strict. */
  get isSpreadsheet(): boolean {
    return this.tag.uri === SPREADSHEET_NAMESPACE || this.tag.uri === STRICT_NAMESPACE;
  }

  /** "x:" when the element has the prefix x, else empty. */
  get prefix(): string {
    return this.tag.prefix === '' ? '' : `${this.tag.prefix}:`;
  }

  get selfClosing(): boolean {
    return this.tag.isSelfClosing;
  }

  /** The value of an attribute without prefix. */
  attribute(name: string): string | undefined {
    return this.tag.attributes[name]?.value;
  }

  /** The value of an attribute by local name and the end of its namespace, such as "/relationships". */
  attributeIn(namespaceEnd: string, name: string): string | undefined {
    return Object.values(this.tag.attributes).find(
      (attribute) => attribute.local === name && attribute.uri.endsWith(namespaceEnd),
    )?.value;
  }
}

export interface XmlHandlers {
  open?(tag: XmlTag): void;
  /** Character data, entities resolved, line ends normalised; may come in several pieces. */
  text?(text: string): void;
  /** `start` and `end` are those of the closing tag, or of the whole tag when it closes itself. */
  close?(local: string, depth: number, start: number, end: number): void;
}

/** Parses a whole part; throws `Unreadable` when it is malformed or has a document type. */
export function parseXml(text: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('error', () => {
    throw new Unreadable('damaged', 'xml-malformed', { part });
  });
  parser.on('doctype', () => {
    throw new Unreadable('damaged', 'xml-doctype', { part });
  });
  parser.on('opentag', (tag) => {
    if (depth > MAX_DEPTH) throw new Unreadable('damaged', 'xml-malformed', { part });
    const end = parser.position;
    // A tag holds no other "<": attribute values must escape it.
    handlers.open?.(new XmlTag(tag, { depth, start: text.lastIndexOf('<', end - 1), end }));
    depth += 1;
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    const end = parser.position;
    handlers.close?.(tag.local, depth, text.lastIndexOf('<', end - 1), end);
  });
  if (handlers.text) {
    const onText = handlers.text.bind(handlers);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.write(text).close();
}

/** True for the values that XML schema reads as true. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A whole number of an attribute, null when it is none. */
export function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\s*\d{1,10}\s*$/.test(value) ? Number(value) : null;
}

/** Escapes character data or an attribute value in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Resolves the `_x000D_` escapes of spreadsheet strings. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Writes a spreadsheet string: what XML cannot hold, and what would read as an escape, is escaped. */
export function encodeXstring(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
    // eslint-disable-next-line no-control-regex -- the characters that XML 1.0 does not allow
    /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
