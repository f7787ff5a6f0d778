/** Puts the styles of a drawing into a stylesheet. */
import type { DrawnStyle, SheetDrawing } from '../../form/templates/sheetDrawing';
import { createStyleLists } from './styleLists';
import { applyEdits } from './textEdit';
import { escapeXml, wholeNumber } from './xml';
import { childOf, listOf, readTree } from './xmlTree';
import { digitPixels } from './columnWidths';

export interface DrawnStyles {
  readonly xml: string;
  /** Index of the cell format of each style, by name. */
  readonly ids: ReadonlyMap<string, number>;
  /** Pixels of a digit in the workbook's own font, by which columns are measured. */
  readonly digitWidth: number;
}

/** The stylesheet with a cell format for each style of the drawing. */
export function withDrawnStyles(xml: string, part: string, drawing: SheetDrawing): DrawnStyles {
  const root = readTree(xml, part);
  const p = root.tag.prefix;
  const lists = createStyleLists(xml, root);
  const ids = Object.entries(drawing.styles).map(([name, style]) => {
    const font = lists.add('fonts', fontText(p, drawing.font, style));
    const fill = style.fill === null ? 0 : lists.add('fills', fillText(p, style.fill));
    const border = style.hasBorder ? lists.add('borders', borderText(p)) : 0;
    const format = lists.formatId(style.numberFormat);
    const text =
      `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><${p}alignment horizontal="${style.horizontal}" ` +
      `vertical="${style.vertical}"${style.wraps ? ' wrapText="1"' : ''}/></${p}xf>`;
    return [name, lists.add('cellXfs', text)] as const;
  });
  const fonts = listOf(root, 'fonts');
  const own = fonts[wholeNumber(listOf(root, 'cellXfs')[0]?.tag.attribute('fontId')) ?? 0] ?? null;
  const size = Number(childOf(own, 'sz')?.tag.attribute('val') ?? 11);
  const digitWidth = digitPixels({ name: childOf(own, 'name')?.tag.attribute('val') ?? '', size });
  return { xml: applyEdits(xml, lists.edits()), ids: new Map(ids), digitWidth };
}

/** GB2312, so that Excel picks the Chinese font on every system. */
const CHARSET = 134;

function fontText(p: string, name: string, { size, isBold }: DrawnStyle): string {
  return (
    `<${p}font>${isBold ? `<${p}b/>` : ''}<${p}sz val="${size}"/><${p}name val="${escapeXml(name)}"/>` +
    `<${p}charset val="${CHARSET}"/></${p}font>`
  );
}

function fillText(p: string, fill: string): string {
  return (
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${fill.slice(1)}"/>` +
    `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  );
}

function borderText(p: string): string {
  const side = (name: string): string => `<${p}${name} style="thin"><${p}color indexed="64"/></${p}${name}>`;
  return `<${p}border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<${p}diagonal/></${p}border>`;
}
