/** Changes to a text by place, so that everything between them stays as it was. */

export interface TextEdit {
  /** Offsets in the text before any change; equal for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/**
 * Sets (or with null removes) attributes without prefix in the text of a start tag. Attributes that are not
 * named keep their text.
 */
export function editAttributes(tag: string, changes: Readonly<Record<string, string | null>>): string {
  const name = /^<[^\s/>]+/.exec(tag)?.[0] ?? '';
  const close = /\s*\/?>$/.exec(tag)?.[0] ?? '';
  const left = new Map(Object.entries(changes));
  const body = tag
    .slice(name.length, tag.length - close.length)
    .replace(/(\s+)([^\s=]+)(\s*=\s*)("[^"]*"|'[^']*')/g, (whole, space: string, key: string) => {
      const value = left.get(key);
      if (value === undefined) return whole;
      left.delete(key);
      return value === null ? '' : `${space}${key}="${value}"`;
    });
  const added = [...left].map(([key, value]) => (value === null ? '' : ` ${key}="${value}"`)).join('');
  return name + body + added + close;
}
