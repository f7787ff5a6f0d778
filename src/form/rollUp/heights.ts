/** Heights of rows whose texts wrap: estimated, since nobody can ask a sheet that does not stand yet. */
import { spanOf } from '../templates/canvas';
import text from './sheet.json';

/** In points: a line of the table's text, the least and the most a row may have (Excel's own limit is 409). */
const LINE = 13;
const LEAST = 24;
const MOST = 400;
/** Width of a Chinese character in the table's size, and how much of it any other character takes. */
const CHARACTER = 10.5;
const NARROW = 0.55;
/** What the borders of a cell take from its width. */
const PADDING = 6;

/** The height that shows all texts, each wrapped within its columns ("D" or "D:I"). */
export function heightFor(texts: readonly (readonly [text: string, at: string])[], least = LEAST): number {
  const lines = Math.max(0, ...texts.map(([words, at]) => countLines(words, widthOf(at))));
  return Math.min(MOST, Math.max(least, lines * LINE + PADDING));
}

function widthOf(at: string): number {
  const { left, right } = spanOf(at);
  return text.columns.slice(left, right + 1).reduce((all, width) => all + width, 0) - PADDING;
}

function countLines(words: string, width: number): number {
  return words
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOfText(line) / width)), 0);
}

function widthOfText(line: string): number {
  let width = 0;
  for (const character of line) width += character > '⺀' ? CHARACTER : CHARACTER * NARROW;
  return width;
}
