/** Breaks a text into the lines that fit a width, as a cell that wraps does: anywhere, since Chinese has no spaces. */

/** Width of letters and digits of 宋体, of its size. */
const NARROW = 0.5;
/** These never start a line; they rather stand out a little. */
const CLOSING = /^[，。、；：？！）】〕》”]/;

/** `size` and `width` in points; what a line break starts is a line of its own. */
export function breakLines(text: string, size: number, width: number): readonly string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const character of part) {
      const wide = size * (isNarrow(character) ? NARROW : 1);
      if (used > 0 && used + wide > width && !CLOSING.test(character)) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += character;
      used += wide;
    }
    return [...lines, line];
  });
}

function isNarrow(character: string): boolean {
  return character < '\u2000';
}
