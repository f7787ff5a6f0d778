/** Sheets whose rows or columns came or went: their cells are written anew, what else names places is moved. */
import { applyEdits, editAttributes, type TextEdit } from '../../workbook/xlsx/textEdit';
import { parseAreas, sameAreas } from './areas';
import { pairFormats, areaText } from './formatPatch';
import { sameColumns, sameMerges } from './listPatch';
import { shiftArea } from './shift';
import { blankStyle, sameContent, type RowSetting, type SheetState, type Shift, type Style } from './state';
import { sameValidations } from './validations';
import { readTree, type XmlNode } from '../../workbook/xlsx/xmlTree';

/** Has what came or went left a sheet that is not as it was? Deleting what was inserted leaves it as it was. */
export function isMoved(before: SheetState, after: SheetState, plain: Style): boolean {
  if (after.shifts.length === 0) return false;
  return !(
    sameColumns(before.columns, after.columns) &&
    sameMerges(before.merges, after.merges) &&
    sameAreas(before.filter ? [before.filter] : [], after.filter ? [after.filter] : []) &&
    pairFormats(before.formats, after.formats).size ===
      Math.max(before.formats.length, after.formats.length) &&
    sameValidations(before.validations, after.validations) &&
    sameSettings(before.rowSettings, after.rowSettings) &&
    sameCells(before, after, plain)
  );
}

function sameSettings(a: ReadonlyMap<number, RowSetting>, b: ReadonlyMap<number, RowSetting>): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every((row) => {
    const one = a.get(row);
    const two = b.get(row);
    return (
      (one?.height ?? null) === (two?.height ?? null) &&
      (one?.isHidden ?? false) === (two?.isHidden ?? false) &&
      (one?.style ?? null) === (two?.style ?? null)
    );
  });
}

function sameCells(before: SheetState, after: SheetState, plain: Style): boolean {
  return [...new Set([...before.rows.keys(), ...after.rows.keys()])].every((row) => {
    const was = before.rows.get(row);
    const is = after.rows.get(row);
    if (was === is) return true;
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].every((column) => {
      const one = was?.get(column);
      const two = is?.get(column);
      const style = one?.style ?? blankStyle(before, row, column, plain);
      return (
        sameContent(one?.content ?? null, two?.content ?? null) &&
        style === (two?.style ?? blankStyle(after, row, column, plain))
      );
    });
  });
}

/** Elements of a sheet that name places and are not written by what the state says, and where they do. */
const PLACED: Readonly<Record<string, string>> = {
  hyperlink: 'ref',
  protectedRange: 'sqref',
  ignoredError: 'sqref',
  autoFilter: 'ref',
  brk: '',
};

/** The sheet without its cells; what names places and is not written by what the state says is moved. */
export function emptiedXml(xml: string, part: string, shifts: readonly Shift[]): string {
  const root = readTree(xml, part, (tag) => tag.depth === 1 && tag.local === 'sheetData');
  const p = root.tag.prefix;
  const edits = root.children.flatMap((child): TextEdit[] => {
    const whole = { start: child.tag.start, end: child.end };
    switch (child.name) {
      case 'sheetData':
        return [{ ...whole, text: `<${p}sheetData/>` }];
      case 'dimension':
        return [{ ...whole, text: '' }];
      default:
        return movedEdits(xml, child, shifts);
    }
  });
  return applyEdits(xml, edits);
}

function movedEdits(xml: string, node: XmlNode, shifts: readonly Shift[]): TextEdit[] {
  const attribute = PLACED[node.name];
  const ref = attribute === undefined ? undefined : node.tag.attribute(attribute);
  if (attribute === undefined || ref === undefined) {
    const edits = node.children.map((child) => movedEdits(xml, child, shifts));
    const isEmptied =
      node.children.length > 0 &&
      edits.every(
        (list, index) =>
          list.length === 1 && list[0]?.text === '' && list[0].end === node.children[index]?.end,
      );
    return isEmptied ? [{ start: node.tag.start, end: node.end, text: '' }] : edits.flat();
  }
  const areas = parseAreas(ref).flatMap((area) => {
    let moved = [area];
    for (const shift of shifts) moved = moved.flatMap((one) => shiftArea(one, shift) ?? []);
    return moved;
  });
  const { start } = node.tag;
  if (areas.length === 0) return [{ start, end: node.end, text: '' }];
  const text = editAttributes(xml.slice(start, node.openEnd), { [attribute]: areas.map(areaText).join(' ') });
  return [{ start, end: node.openEnd, text }];
}
