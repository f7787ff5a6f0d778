/** Finds and makes cells in the text of a worksheet, by pattern: a broken sheet has to be broken further. */
import type { Random } from '../random';
import hostile from './hostileValues.json';

const CELL = /<c\b[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g;
const LONGEST = 33_000;

export interface CellPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** "A1", empty where the cell has no name. */
  readonly name: string;
}

export function cellsOf(xml: string): readonly CellPiece[] {
  return [...xml.matchAll(CELL)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    name: /\sr="([A-Z]+\d+)"/.exec(match[0])?.[1] ?? '',
  }));
}

/** A cell of the sheet; more often than not one that holds a number. */
export function chooseCell(xml: string, random: Random): CellPiece | undefined {
  const cells = cellsOf(xml);
  const numbers = cells.filter(({ text }) => text.includes('<v>') && !/\st="/.test(text));
  return random.oneOf(numbers.length > 0 && random.chance(60) ? numbers : cells);
}

export function replacePiece(
  xml: string,
  piece: { readonly start: number; readonly end: number } | undefined,
  text: string,
): string {
  return piece ? xml.slice(0, piece.start) + text + xml.slice(piece.end) : xml;
}

/** Type and content of a cell that nobody expects. */
export function hostileContent(random: Random): { readonly type: string; readonly content: string } {
  const text = (list: readonly string[]): string => random.oneOf(list) ?? '';
  const number = (): string => `<v>${escape(text(hostile.numbers))}</v>`;
  switch (random.below(12)) {
    case 0:
    case 1:
    case 2:
      return { type: '', content: number() };
    case 3:
    case 4:
    case 5:
      return { type: 'inlineStr', content: inline(text(hostile.texts)) };
    case 6: {
      const piece = text(hostile.repeated);
      const times = Math.floor(random.pick([50, 400, 5000, LONGEST]) / piece.length);
      return { type: 'inlineStr', content: inline(piece.repeat(times)) };
    }
    case 7: {
      const attributes = random.pick([
        '',
        '',
        '',
        ' t="array" ref="A1:H9"',
        ' t="shared" si="0"',
        ' t="shared" si="0" ref="A1:B2"',
        ' t="zz"',
      ]);
      return {
        type: random.pick(['', 'str', 'e', 'b']),
        content: `<f${attributes}>${escape(formula(random))}</f>${number()}`,
      };
    }
    case 8:
      return { type: 'e', content: `<v>${escape(text(hostile.errors))}</v>` };
    case 9:
      return { type: random.pick(['b', 'str']), content: number() };
    case 10:
      return {
        type: 'd',
        content: `<v>${random.pick(['2020-12-31', '2020-13-45', '9999-12-31T23:59:59Z'])}</v>`,
      };
    default:
      return { type: '', content: '' };
  }
}

/** Content that is none of its type. */
export function brokenContent(random: Random): { readonly type: string; readonly content: string } {
  return {
    type: random.pick(['', 's', 'b', 'd', 'str', 'zz', 'inlineStr', '__proto__']),
    content: `<v>${escape(random.oneOf(hostile.brokenNumbers) ?? '')}</v>`,
  };
}

function formula(random: Random): string {
  if (random.chance(75)) return random.oneOf(hostile.formulas) ?? '';
  const [before = '', middle = '', behind = ''] = random.oneOf(hostile.nested) ?? [];
  const depth = random.pick([5, 60, 300, 8000]);
  return before.repeat(depth) + middle + behind.repeat(depth);
}

/** The cell with another content; name and style stay. */
export function withContent(piece: CellPiece, { type, content }: { type: string; content: string }): string {
  const style = /\ss="[^"]*"/.exec(piece.text)?.[0] ?? '';
  return cellText(piece.name, style, type, content);
}

export function cellText(name: string, style: string, type: string, content: string): string {
  const typed = type === '' ? '' : ` t="${type}"`;
  const named = name === '' ? '' : ` r="${name}"`;
  return content === '' ? `<c${named}${style}/>` : `<c${named}${style}${typed}>${content}</c>`;
}

/** What a cell holds between its tags, and its type. */
export function contentOf(piece: CellPiece): { readonly type: string; readonly content: string } {
  return {
    type: /^<c\b[^>]*?\st="([^"]*)"/.exec(piece.text)?.[1] ?? '',
    content: /^<c\b[^>]*?[^/]>([\s\S]*)<\/c>$/.exec(piece.text)?.[1] ?? '',
  };
}

function inline(text: string): string {
  return `<is><t xml:space="preserve">${escape(text)}</t></is>`;
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
