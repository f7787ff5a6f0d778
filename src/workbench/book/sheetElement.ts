/** Puts elements into the text of a worksheet, each where the strict order of files has it. */
import { applyEdits, editAttributes } from '../../workbook/xlsx/textEdit';
import { childOf, readTree } from '../../workbook/xlsx/xmlTree';

/** The order of the elements of a worksheet, as far as one of ours may be the first of them (CT_Worksheet, ISO/IEC 29500-1 18.3.1.99). */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
];

/** The text with an element replaced, taken away (""), or put where its order allows. */
export function withElement(xml: string, part: string, name: string, make: (p: string) => string): string {
  const root = readTree(xml, part, (tag) => tag.depth === 1);
  const p = root.tag.prefix;
  const known = childOf(root, name);
  if (known) return applyEdits(xml, [{ start: known.tag.start, end: known.end, text: make(p) }]);
  const text = make(p);
  if (text === '') return xml;
  const earlier = new Set(ORDER.slice(0, ORDER.indexOf(name)));
  const at = root.children.filter((child) => earlier.has(child.name)).at(-1)?.end ?? root.openEnd;
  return applyEdits(xml, [{ start: at, end: at, text }]);
}

/** The text with attributes of an element set, or with null removed; the element is made when there is something to say. */
export function withAttributes(
  xml: string,
  part: string,
  name: string,
  changes: Readonly<Record<string, string | null>>,
): string {
  const known = childOf(
    readTree(xml, part, (tag) => tag.depth === 1),
    name,
  );
  if (known) {
    const { start } = known.tag;
    const text = editAttributes(xml.slice(start, known.openEnd), changes);
    return applyEdits(xml, [{ start, end: known.openEnd, text }]);
  }
  if (Object.values(changes).every((value) => value === null)) return xml;
  return withElement(xml, part, name, (p) => editAttributes(`<${p}${name}/>`, changes));
}

/** The text of an element with another inside. */
export function withInside(element: string, inside: string): string {
  const name = /^<([^\s/>]+)/.exec(element)?.[1] ?? '';
  const open = element.slice(0, element.indexOf('>') + 1).replace(/\s*\/>$/, '>');
  return inside === '' ? open.replace(/>$/, '/>') : `${open}${inside}</${name}>`;
}
