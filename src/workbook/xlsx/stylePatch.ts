/** Adds the formats of marks to the stylesheet, once. */
import type { MarkLevel } from '../../form/writePlan';
import { MARK_FILLS } from '../makeMarkRules';
import { applyEdits, editAttributes, type TextEdit } from './textEdit';
import { parseXml, type XmlTag } from './xml';

/** Where a stylesheet goes when a workbook has none, and the least it must hold. */
export const NEW_STYLES = 'xl/styles.xml';
export const STYLES_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
export const EMPTY_STYLESHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '</styleSheet>';

/** What comes before the differential formats in a stylesheet (CT_Stylesheet). */
const BEFORE_FORMATS: ReadonlySet<string> = new Set(
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles'.split(' '),
);

export interface MarkFormats {
  readonly xml: string;
  /** Index of each level's differential format. */
  readonly ids: ReadonlyMap<MarkLevel, number>;
}

/** The stylesheet with a format for each level, and their indexes; the same text when they were there. */
export function withMarkFormats(xml: string, part: string, levels: readonly MarkLevel[]): MarkFormats {
  const { xml: changed, ids } = withDifferentialFormats(xml, part, (prefix) =>
    levels.map((level) => markFormat(level, prefix)),
  );
  return { xml: changed, ids: new Map(levels.map((level, index) => [level, ids[index] ?? 0])) };
}

/** The stylesheet with these differential formats (`<dxf>` elements), and the index of each; those that are there are found again. */
export function withDifferentialFormats(
  xml: string,
  part: string,
  formatsFor: (prefix: string) => readonly string[],
): { readonly xml: string; readonly ids: readonly number[] } {
  const found = mapFormats(xml, part);
  const all = [...found.formats];
  const ids = formatsFor(found.prefix).map((format) => {
    const index = all.indexOf(format);
    return index >= 0 ? index : all.push(format) - 1;
  });
  const added = all.slice(found.formats.length);
  return { xml: added.length === 0 ? xml : applyEdits(xml, formatEdits(xml, found, added)), ids };
}

/** The differential format of a highlight; `p` is the prefix of the stylesheet's elements. */
function markFormat(level: MarkLevel, p: string): string {
  return (
    `<${p}dxf><${p}fill><${p}patternFill><${p}bgColor rgb="FF${MARK_FILLS[level]}"/>` +
    `</${p}patternFill></${p}fill></${p}dxf>`
  );
}

interface FormatMap {
  readonly prefix: string;
  /** The start tag of the list; null when there is no list. */
  readonly list: XmlTag | null;
  readonly closeStart: number;
  /** Where a list belongs when there is none. */
  readonly listPlace: number;
  /** The text of each differential format. */
  readonly formats: readonly string[];
}

function mapFormats(xml: string, part: string): FormatMap {
  const path: string[] = [];
  const formats: string[] = [];
  const found: { list: XmlTag | null; format: XmlTag | null } = { list: null, format: null };
  let prefix = '';
  let closeStart = 0;
  let listPlace = 0;
  parseXml(xml, part, {
    open(tag) {
      path.length = tag.depth;
      path.push(tag.isSpreadsheet ? tag.local : '');
      if (tag.depth === 0) {
        prefix = tag.prefix;
        listPlace = tag.end;
      }
      if (tag.depth === 1 && path[1] === 'dxfs') found.list = tag;
      if (tag.depth === 2 && path[1] === 'dxfs') found.format = tag;
    },
    close(_, depth, start, end) {
      if (depth === 2 && path[1] === 'dxfs' && found.format) formats.push(xml.slice(found.format.start, end));
      if (depth === 1 && path[1] === 'dxfs') closeStart = start;
      if (depth === 1 && BEFORE_FORMATS.has(path[1] ?? '')) listPlace = end;
      path.length = depth;
    },
  });
  return { prefix, list: found.list, closeStart, listPlace, formats };
}

function formatEdits(xml: string, found: FormatMap, added: readonly string[]): TextEdit[] {
  const count = String(found.formats.length + added.length);
  const close = `</${found.prefix}dxfs>`;
  const text = added.join('');
  const { list, listPlace, closeStart } = found;
  if (!list) {
    return [
      { start: listPlace, end: listPlace, text: `<${found.prefix}dxfs count="${count}">${text}${close}` },
    ];
  }
  const open = editAttributes(xml.slice(list.start, list.end), { count });
  if (list.selfClosing) {
    return [{ start: list.start, end: list.end, text: `${open.replace(/\s*\/>$/, '>')}${text}${close}` }];
  }
  return [
    { start: list.start, end: list.end, text: open },
    { start: closeStart, end: closeStart, text },
  ];
}
