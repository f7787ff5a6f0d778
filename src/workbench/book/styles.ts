/** Keeps one object for each look, so that looks are the same when their objects are, and a look that is changed back is the first again. */
import type { CellLook, LookChange } from './book';
import { PLAIN_LOOK } from './looks';
import type { Style } from './state';

export interface StyleBook {
  /** The styles of the file by index. */
  readonly file: readonly Style[];
  /** The style of cells that have none. */
  readonly plain: Style;
  /** The style with another look. */
  change(style: Style, change: LookChange & { readonly hasQuotePrefix?: boolean }): Style;
}

/** A book of styles over the looks of a file. */
export function createStyleBook(looks: readonly CellLook[]): StyleBook {
  const file = (looks.length === 0 ? [PLAIN_LOOK] : looks).map((look, base): Style => ({ base, look }));
  const plain: Style = file[0] ?? { base: 0, look: PLAIN_LOOK };
  const made = new Map<string, Style>();
  const keyOf = (base: number, look: CellLook): string => `${base} ${JSON.stringify(look)}`;
  for (const style of file) made.set(keyOf(style.base, style.look), style);
  return {
    file,
    plain,
    change(style, { font, border, ...change }) {
      const look: CellLook = {
        ...style.look,
        ...change,
        font: { ...style.look.font, ...font },
        border: { ...style.look.border, ...border },
      };
      const key = keyOf(style.base, look);
      const known = made.get(key);
      if (known) return known;
      const added = { base: style.base, look };
      made.set(key, added);
      return added;
    },
  };
}
