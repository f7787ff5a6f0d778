/** Reads the looks of cells and the differential formats of conditional formats from a stylesheet. */
import { builtInFormat, normaliseFormat } from '../../workbook/xlsx/numberText';
import { isTrue, wholeNumber } from '../../workbook/xlsx/xml';
import type { CellLook, Line } from './book';
import { readColor, type Theme } from './colors';
import { childOf, listOf, readTree, type XmlNode } from '../../workbook/xlsx/xmlTree';

/** How a conditional format changes a cell. */
export interface DifferentialLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
}

export interface Looks {
  /** By index of the cell format. */
  readonly cells: readonly CellLook[];
  readonly differential: readonly DifferentialLook[];
}

/** The look of a cell in a workbook without a stylesheet. */
export const PLAIN_LOOK: CellLook = {
  numberFormat: 'General',
  fill: null,
  font: {
    name: '宋体',
    size: 11,
    isBold: false,
    isItalic: false,
    isUnderlined: false,
    isStruck: false,
    color: '#000000',
  },
  border: { top: null, right: null, bottom: null, left: null },
  horizontal: 'general',
  vertical: 'bottom',
  wraps: false,
  indent: 0,
  isLocked: true,
  hasQuotePrefix: false,
};

const HORIZONTAL = [
  'general',
  'left',
  'center',
  'right',
  'fill',
  'justify',
  'centerContinuous',
  'distributed',
] as const;
const VERTICAL = ['top', 'center', 'bottom', 'justify', 'distributed'] as const;

/** Reads a stylesheet; throws `Unreadable` when it is damaged. */
export function readLooks(xml: string, part: string, theme: Theme): Looks {
  const root = readTree(xml, part);
  const custom = new Map(
    listOf(root, 'numFmts').map(({ tag }) => [
      wholeNumber(tag.attribute('numFmtId')),
      normaliseFormat(tag.attribute('formatCode') ?? 'General'),
    ]),
  );
  const fonts = listOf(root, 'fonts').map((node) => readFont(node, theme));
  const fills = listOf(root, 'fills').map((node) => readFill(node, theme));
  const borders = listOf(root, 'borders').map((node) => readBorder(node, theme));
  const cells = listOf(root, 'cellXfs').map((node): CellLook => {
    const { tag } = node;
    const formatId = wholeNumber(tag.attribute('numFmtId')) ?? 0;
    return {
      numberFormat: custom.get(formatId) ?? builtInFormat(formatId) ?? 'General',
      fill: fills[wholeNumber(tag.attribute('fillId')) ?? 0] ?? null,
      font: fonts[wholeNumber(tag.attribute('fontId')) ?? 0] ?? PLAIN_LOOK.font,
      border: borders[wholeNumber(tag.attribute('borderId')) ?? 0] ?? PLAIN_LOOK.border,
      ...readAlignment(childOf(node, 'alignment')),
      isLocked: isTrue(childOf(node, 'protection')?.tag.attribute('locked') ?? '1'),
      hasQuotePrefix: isTrue(tag.attribute('quotePrefix')),
    };
  });
  const differential = listOf(root, 'dxfs').map((node) => ({
    fill: readDifferentialFill(childOf(node, 'fill'), theme),
    fontColor: readColor(childOf(childOf(node, 'font'), 'color'), theme),
  }));
  return { cells, differential };
}

function readFont(node: XmlNode, theme: Theme): CellLook['font'] {
  const value = (name: string): string | undefined => childOf(node, name)?.tag.attribute('val');
  const isOn = (name: string): boolean => childOf(node, name) !== null && isTrue(value(name) ?? '1');
  const size = Number(value('sz'));
  return {
    name: value('name') ?? PLAIN_LOOK.font.name,
    size: size > 0 ? size : PLAIN_LOOK.font.size,
    isBold: isOn('b'),
    isItalic: isOn('i'),
    isUnderlined: childOf(node, 'u') !== null && value('u') !== 'none',
    isStruck: isOn('strike'),
    color: readColor(childOf(node, 'color'), theme) ?? PLAIN_LOOK.font.color,
  };
}

/** Solid fills show their foreground; patterns are shown by it as well, gradients by their first colour. */
function readFill(node: XmlNode, theme: Theme): string | null {
  const pattern = childOf(node, 'patternFill');
  if (pattern) {
    const type = pattern.tag.attribute('patternType') ?? 'none';
    if (type === 'none') return null;
    const color = readColor(childOf(pattern, 'fgColor'), theme);
    return color ?? (type === 'solid' ? '#000000' : null);
  }
  const stop = childOf(childOf(node, 'gradientFill'), 'stop');
  return readColor(childOf(stop, 'color'), theme);
}

/** In a differential format a solid fill keeps its colour as the background. */
function readDifferentialFill(node: XmlNode | null, theme: Theme): string | null {
  const pattern = childOf(node, 'patternFill');
  if (pattern?.tag.attribute('patternType') === 'none') return null;
  return readColor(childOf(pattern, 'bgColor'), theme) ?? readColor(childOf(pattern, 'fgColor'), theme);
}

function readBorder(node: XmlNode, theme: Theme): CellLook['border'] {
  const line = (...names: readonly string[]): Line | null => {
    const side = names.map((name) => childOf(node, name)).find((found) => found !== null);
    const style = side?.tag.attribute('style') ?? 'none';
    if (!side || style === 'none') return null;
    return { style, color: readColor(childOf(side, 'color'), theme) ?? '#000000' };
  };
  return {
    top: line('top'),
    right: line('right', 'end'),
    bottom: line('bottom'),
    left: line('left', 'start'),
  };
}

function readAlignment(node: XmlNode | null): Pick<CellLook, 'horizontal' | 'vertical' | 'wraps' | 'indent'> {
  return {
    horizontal: HORIZONTAL.find((one) => one === node?.tag.attribute('horizontal')) ?? 'general',
    vertical: VERTICAL.find((one) => one === node?.tag.attribute('vertical')) ?? 'bottom',
    wraps: isTrue(node?.tag.attribute('wrapText')),
    indent: wholeNumber(node?.tag.attribute('indent')) ?? 0,
  };
}
