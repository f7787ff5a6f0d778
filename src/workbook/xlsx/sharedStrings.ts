/** Texts of cells: the shared string table and the rich text items that it and inline strings are made of. */
import { decodeXstring, parseXml, type XmlHandlers, type XmlTag } from './xml';

/**
 * Collects the text of string items (`<si>`, `<is>`): plain text or runs, without phonetic hints. Feed it the
 * tags inside an item.
 */
export interface StringItem {
  open(tag: XmlTag): void;
  text(text: string): void;
  close(local: string): void;
  /** The text collected since the last take. */
  take(): string;
}

export function createStringItem(preservesSpace = false): StringItem {
  let whole = '';
  let piece: string | null = null;
  let keepsSpace = preservesSpace;
  let phonetic = 0;
  return {
    open(tag) {
      if (tag.local === 'rPh') phonetic += 1;
      if (tag.local !== 't' || phonetic > 0) return;
      piece = '';
      keepsSpace = preservesSpace || tag.attributeIn('/namespace', 'space') === 'preserve';
    },
    text(text) {
      if (piece !== null) piece += text;
    },
    close(local) {
      if (local === 'rPh') phonetic -= 1;
      if (local !== 't' || piece === null) return;
      whole += decodeXstring(keepsSpace ? piece : trimSpace(piece));
      piece = null;
    },
    take() {
      const taken = whole;
      whole = '';
      return taken;
    },
  };
}

/** The shared strings of a workbook, by index. */
export function readSharedStrings(xml: string, part: string): string[] {
  const strings: string[] = [];
  let item: StringItem = createStringItem();
  const handlers: XmlHandlers = {
    open(tag) {
      if (tag.depth === 0) item = createStringItem(tag.attributeIn('/namespace', 'space') === 'preserve');
      else item.open(tag);
    },
    text: (text) => {
      item.text(text);
    },
    close(local, depth) {
      item.close(local);
      if (depth === 1 && local === 'si') strings.push(item.take());
    },
  };
  parseXml(xml, part, handlers);
  return strings;
}

/** Excel drops white space around a text that does not ask for it to be kept. */
function trimSpace(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
