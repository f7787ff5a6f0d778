/**
 * Copies a sheet inside a workbook: cells, styles, widths, merges, conditional formats, validations and print set-up, all as they are. What
 * stands in parts of its own (pictures, notes, charts, tables, the printer's settings) is left out.
 */
import type { SheetCopy } from '../workbook';
import { WriteRefused } from '../writeRefused';
import { applyPlans } from './applyPlans';
import { withNewSheet, withTab, type AddedSheet } from './newSheetPart';
import type { OpenWorkbook } from './openWorkbook';
import type { PartEditor } from './partEditor';
import { localNames } from './sheetEntries';
import { pointingAt } from './sheetReferences';
import { applyEdits, editAttributes, type TextEdit } from './textEdit';
import { partXml, relationshipsKey } from './workbookParts';
import { parseXml, type XmlTag } from './xml';
import { readTree } from './xmlTree';

/** The workbook with the copy behind the other sheets and active, the writes done in it and marks of ours left out. Throws `WriteRefused`. */
export function withCopiedSheet(
  workbook: OpenWorkbook,
  { from, name: wanted, writes }: SheetCopy,
): AddedSheet {
  const source = workbook.sheets.find(({ part }) => part.name === from)?.part;
  if (!source) throw new WriteRefused({ kind: 'no-sheet', sheet: from });
  const { archive, parts: known } = workbook;
  const names = localNames(partXml(archive, known.workbook), known.workbook, from);
  const { workbook: copied, name } = withNewSheet(workbook, {
    wanted,
    write: (parts, place) => {
      copyLinks(parts, source.key, place.key);
      const inside = ownContent(partXml(archive, source.key), source.key);
      return withTab(withOwnFormulas(inside, source.key, from, place.name), source.key, '1');
    },
    names: (own) => names.map((one) => ({ ...one, formula: pointingAt(one.formula, from, own) })),
  });
  return { workbook: applyPlans(copied, [{ sheet: name, writes, marks: [] }]), name };
}

/** Elements whose formulas may point at their own sheet. */
const FORMULAS: ReadonlySet<string> = new Set(['f', 'formula', 'formula1', 'formula2']);

/** Formulas that point at the copied sheet by its name point at the copy in the copy. */
function withOwnFormulas(xml: string, part: string, from: string, to: string): string {
  const edits: TextEdit[] = [];
  let openEnd = 0;
  parseXml(xml, part, {
    open(tag) {
      openEnd = tag.end;
    },
    close(local, _, start) {
      if (!FORMULAS.has(local) || start <= openEnd) return;
      const text = pointingAt(xml.slice(openEnd, start), from, to, 'xml');
      edits.push({ start: openEnd, end: start, text });
    },
  });
  return applyEdits(xml, edits);
}

/** The sheet without what needs other parts, save its links, and without the name that macros call it by. */
function ownContent(xml: string, part: string): string {
  const edits: TextEdit[] = [];
  const path: XmlTag[] = [];
  /** Depth of an element that is to go, once something in it points at another part. */
  let goes: number | null = null;
  parseXml(xml, part, {
    open(tag) {
      path.length = tag.depth;
      path.push(tag);
      const withoutName = tag.local === 'sheetPr' && tag.attribute('codeName') !== undefined;
      if (withoutName) edits.push(attributeEdit(xml, tag, { codeName: null }));
      if (tag.attributeIn('/relationships', 'id') === undefined || tag.local === 'hyperlink') return;
      if (tag.local === 'pageSetup' && tag.depth === 1) edits.push(withoutPrinter(xml, tag));
      else goes ??= path[1]?.local === 'extLst' ? 2 : 1;
    },
    close(_, depth, __, end) {
      if (goes !== depth) return;
      const start = path[depth]?.start ?? end;
      edits.push({ start, end, text: '' });
      goes = null;
    },
  });
  return applyEdits(xml, edits);
}

function attributeEdit(
  xml: string,
  { start, end }: XmlTag,
  changes: Readonly<Record<string, string | null>>,
): TextEdit {
  return { start, end, text: editAttributes(xml.slice(start, end), changes) };
}

function withoutPrinter(xml: string, tag: XmlTag): TextEdit {
  const prefixed = /\s([\w.-]+:id)\s*=/.exec(xml.slice(tag.start, tag.end))?.[1] ?? '';
  return attributeEdit(xml, tag, { [prefixed]: null });
}

/** Links to places outside are relationships of the sheet; the copy gets them under the same ids. */
function copyLinks(parts: PartEditor, from: string, to: string): void {
  parts.edit(relationshipsKey(from), (xml) => {
    const root = readTree(xml, relationshipsKey(from));
    const others = root.children.filter(({ tag }) => !/\/hyperlink$/.test(tag.attribute('Type') ?? ''));
    if (others.length < root.children.length) {
      const links = applyEdits(
        xml,
        others.map(({ tag, end }) => ({ start: tag.start, end, text: '' })),
      );
      parts.create(relationshipsKey(to), links);
    }
    return xml;
  });
}
