/** How a cell looks in the page: its font, fill, alignment and lines as CSS. */
import type { BookCell, CellLook, Line } from '../../book/book';

/** Pixels of the page for points of the file. */
export const pixelsPerPoint = 96 / 72;

const gridLine = '1px solid #dadcdf';

const lineCss: Readonly<Record<string, string>> = {
  hair: '1px dotted',
  dotted: '1px dotted',
  dashed: '1px dashed',
  dashDot: '1px dashed',
  dashDotDot: '1px dashed',
  thin: '1px solid',
  medium: '2px solid',
  mediumDashed: '2px dashed',
  mediumDashDot: '2px dashed',
  mediumDashDotDot: '2px dashed',
  slantDashDot: '2px dashed',
  thick: '3px solid',
  double: '3px double',
};

/** Fonts with serifs by the names that Chinese forms use; anything else falls back on a font without. */
const serifFonts = /宋|仿宋|楷|simsun|fangsong|kaiti|song|times|serif|cambria/i;

function fontFamily(name: string): string {
  const own = name.replace(/["\\;]/g, '');
  return serifFonts.test(name)
    ? `"${own}", SimSun, "宋体", "Noto Serif CJK SC", "Source Han Serif SC", serif`
    : `"${own}", "微软雅黑", "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", sans-serif`;
}

/** One side of a cell: its own line, else the grid's, which a fill hides as in Excel. */
export function sideCss(line: Line | null, fill: string | null): string {
  if (line) return `${lineCss[line.style] ?? '1px solid'} ${line.color}`;
  return fill === null ? gridLine : `1px solid ${fill}`;
}

/** Left, center, right or justify as CSS has it. Without an alignment of its own a number stands right, a truth value or an error in the middle. */
export function textAlign(cell: BookCell): 'left' | 'center' | 'right' | 'justify' {
  switch (cell.look.horizontal) {
    case 'general':
      if (typeof cell.value === 'number') return 'right';
      return typeof cell.value === 'boolean' || cell.isError ? 'center' : 'left';
    case 'left':
    case 'fill':
      return 'left';
    case 'center':
    case 'centerContinuous':
      return 'center';
    case 'right':
      return 'right';
    case 'justify':
    case 'distributed':
      return 'justify';
  }
}

const verticalCss: Readonly<Record<CellLook['vertical'], string>> = {
  top: 'flex-start',
  center: 'center',
  bottom: 'flex-end',
  justify: 'flex-start',
  distributed: 'center',
};

/** The sides and the fill, for the table cell. */
export function boxCss(right: string, bottom: string, fill: string | null): string {
  return `border-right:${right};border-bottom:${bottom};background-color:${fill ?? '#ffffff'}`;
}

/** The text of a cell; `spill` is how many pixels it may run over blank neighbours on its right. */
export function textCss(cell: BookCell, color: string, spill: number): string {
  const { font, indent, vertical, wraps } = cell.look;
  const align = textAlign(cell);
  const lines = [font.isUnderlined && 'underline', font.isStruck && 'line-through'].filter(Boolean).join(' ');
  const css = [
    `font-family:${fontFamily(font.name)}`,
    `font-size:${font.size}pt`,
    `color:${color}`,
    `text-align:${align}`,
    `justify-content:${verticalCss[vertical]}`,
    `white-space:${wraps || align === 'justify' ? 'pre-wrap' : 'pre'}`,
  ];
  if (font.isBold) css.push('font-weight:700');
  if (font.isItalic) css.push('font-style:italic');
  if (lines) css.push(`text-decoration:${lines}`);
  if (indent > 0) css.push(`padding-${align === 'right' ? 'right' : 'left'}:${3 + indent * 9}px`);
  if (spill > 0) css.push(`right:-${spill}px`, 'z-index:1');
  return css.join(';');
}
