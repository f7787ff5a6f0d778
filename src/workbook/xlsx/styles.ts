/** What a cell's style index means to a reader of forms: its number format and whether protection locks it. */
import { builtInFormat, normaliseFormat, showsDate } from './numberText';
import { isTrue, parseXml, wholeNumber } from './xml';

export interface CellStyle {
  readonly format: string;
  /** True when the number shown is a date serial. */
  readonly isDate: boolean;
  readonly locked: boolean;
}

export const DEFAULT_STYLE: CellStyle = { format: 'General', isDate: false, locked: true };

/** The cell styles by index (`cellXfs`). */
export function readStyles(xml: string, part: string): CellStyle[] {
  const custom = new Map<number, string>();
  const xfs: { formatId: number; locked: boolean }[] = [];
  const path: string[] = [];
  parseXml(xml, part, {
    open(tag) {
      path[tag.depth] = tag.isSpreadsheet ? tag.local : '';
      const [, list, item] = path;
      if (tag.depth === 2 && list === 'numFmts' && item === 'numFmt') {
        const id = wholeNumber(tag.attribute('numFmtId'));
        if (id !== null) custom.set(id, normaliseFormat(tag.attribute('formatCode') ?? 'General'));
      } else if (tag.depth === 2 && list === 'cellXfs' && item === 'xf') {
        xfs.push({ formatId: wholeNumber(tag.attribute('numFmtId')) ?? 0, locked: true });
      } else if (tag.depth === 3 && list === 'cellXfs' && item === 'xf' && tag.local === 'protection') {
        const last = xfs.at(-1);
        const locked = tag.attribute('locked');
        if (last && locked !== undefined) last.locked = isTrue(locked);
      }
    },
  });
  return xfs.map(({ formatId, locked }) => {
    const format = custom.get(formatId) ?? builtInFormat(formatId) ?? 'General';
    return { format, isDate: showsDate(format), locked };
  });
}
