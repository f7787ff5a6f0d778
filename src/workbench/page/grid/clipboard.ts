/** Cells on the clipboard: lines of texts parted by tabs, as spreadsheets exchange them. */
import type { Area, Sheet } from '../../book/book';

/** The texts of an area as they show. */
export function copyArea(sheet: Sheet, area: Area): string {
  const used = sheet.usedArea(true);
  const lines: string[] = [];
  // A whole column may be selected: nothing lies beyond what is used.
  for (let row = area.top; row <= Math.min(area.bottom, Math.max(used?.bottom ?? 0, area.top)); row++) {
    const texts: string[] = [];
    for (
      let column = area.left;
      column <= Math.min(area.right, Math.max(used?.right ?? 0, area.left));
      column++
    ) {
      const { text } = sheet.cell(row, column);
      texts.push(/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(texts.join('\t'));
  }
  return lines.join('\n');
}

/** The texts of each line. A text in quotes may hold tabs and line ends. */
export function parsePasted(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g;
  const whole = text.replace(/(\r\n|\r|\n)$/, '');
  for (const [, cell = '', end = ''] of whole.matchAll(pattern)) {
    const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
    lines.at(-1)?.push(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  return lines;
}
