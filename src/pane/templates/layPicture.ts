/** Lays a drawn sheet out as the shapes of a picture, so that a preview always shows what will be inserted. */
import { parseCellName } from '../../form/address';
import type { DrawnCell, DrawnStyle, SheetDrawing } from '../../form/templates/sheetDrawing';
import { breakLines } from './breakLines';
import { readShownTexts } from './shownTexts';

/** All lengths in points. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The frames of all cells that have one, as the path of an SVG. */
  readonly frames: string;
  /** The ground of cells that have one. */
  readonly grounds: readonly { readonly color: string; readonly path: string }[];
  readonly lines: readonly Line[];
}

/** One line of text; `y` is its base line. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance of a text from the frame of its cell, height of a line and rise of its base, of the size of the text. */
const PADDING = 2;
const LINE_HEIGHT = 1.25;
const RISE = 0.95;

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

export function layPicture(drawing: SheetDrawing): Picture {
  const xs = edges(drawing.columnWidths);
  const ys = edges(drawing.rowHeights);
  const areas = areasOf(drawing.merges);
  const text = readShownTexts(drawing);
  const frames: string[] = [];
  const grounds = new Map<string, string>();
  const lines: Line[] = [];
  for (const cell of drawing.cells) {
    const style = drawing.styles[cell.style];
    const area = areas.get(`${cell.row} ${cell.column}`) ?? areaOf(cell);
    if (!style || area.top !== cell.row || area.left !== cell.column) continue;
    const [x = 0, right = x] = [xs[area.left], xs[area.right + 1]];
    const [y = 0, bottom = y] = [ys[area.top], ys[area.bottom + 1]];
    const box = { x, y, width: right - x, height: bottom - y };
    const path = `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`;
    if (style.hasBorder) frames.push(path);
    if (style.fill !== null) grounds.set(style.fill, (grounds.get(style.fill) ?? '') + path);
    lines.push(...placeText(text(cell.row, cell.column), box, style));
  }
  return {
    width: xs.at(-1) ?? 0,
    height: ys.at(-1) ?? 0,
    frames: frames.join(''),
    grounds: [...grounds].map(([color, path]) => ({ color, path })),
    lines,
  };
}

/** Where each column or row begins, and where the last one ends. */
function edges(sizes: readonly number[]): readonly number[] {
  return sizes.reduce<readonly number[]>((all, size) => [...all, (all.at(-1) ?? 0) + size], [0]);
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function areaOf({ row, column }: DrawnCell): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** The merged area of each cell that is in one. */
function areasOf(merges: readonly string[]): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  for (const merge of merges) {
    const [first, last] = merge.split(':').map(parseCellName);
    if (!first || !last) continue;
    const area = { top: first.row, left: first.column, bottom: last.row, right: last.column };
    for (let { row } = first; row <= last.row; row += 1)
      for (let { column } = first; column <= last.column; column += 1) areas.set(`${row} ${column}`, area);
  }
  return areas;
}

/** What does not fit the height of its cell is left out, as on the sheet. */
function placeText(text: string, { x, y, width, height }: Box, style: DrawnStyle): readonly Line[] {
  if (text === '') return [];
  const { size, isBold, horizontal } = style;
  const step = size * LINE_HEIGHT;
  const all = style.wraps ? breakLines(text, size, width - 2 * PADDING) : [text];
  const shown = all.slice(0, Math.max(1, Math.floor(height / step)));
  const left = { left: x + PADDING, center: x + width / 2, right: x + width - PADDING }[horizontal];
  const top = style.vertical === 'top' ? y + PADDING : y + (height - shown.length * step) / 2;
  return shown.map((line, index) => ({
    x: left,
    y: top + index * step + size * RISE,
    text: line,
    size,
    isBold,
    anchor: ANCHORS[horizontal],
  }));
}
