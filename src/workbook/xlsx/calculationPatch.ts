/** Asks Excel to recalculate a workbook when it opens it. */
import { applyEdits, editAttributes } from './textEdit';
import { isTrue, parseXml, type XmlTag } from './xml';

/** What comes before the calculation properties in a workbook (CT_Workbook). */
const BEFORE_CALCULATION: ReadonlySet<string> = new Set(
  (
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups ' +
    'externalReferences definedNames'
  ).split(' '),
);

/** The workbook part with `fullCalcOnLoad` set; the same text when it was. */
export function withFullCalculation(xml: string, part: string): string {
  const found: { calculation: XmlTag | null; root: XmlTag | null } = { calculation: null, root: null };
  const path: string[] = [];
  let place = 0;
  parseXml(xml, part, {
    open(tag) {
      path.length = tag.depth;
      path.push(tag.isSpreadsheet ? tag.local : '');
      if (tag.depth === 0) found.root = tag;
      if (tag.depth === 1 && path[1] === 'calcPr') found.calculation = tag;
    },
    close(_, depth, __, end) {
      if (depth === 1 && BEFORE_CALCULATION.has(path[1] ?? '')) place = end;
      path.length = depth;
    },
  });
  const { calculation, root } = found;
  if (!calculation) {
    const text = `<${root?.prefix ?? ''}calcPr fullCalcOnLoad="1"/>`;
    return applyEdits(xml, [{ start: place, end: place, text }]);
  }
  if (isTrue(calculation.attribute('fullCalcOnLoad'))) return xml;
  const { start, end } = calculation;
  return applyEdits(xml, [
    { start, end, text: editAttributes(xml.slice(start, end), { fullCalcOnLoad: '1' }) },
  ]);
}
