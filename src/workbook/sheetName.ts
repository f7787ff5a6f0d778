/** Names that a new sheet may take: Excel's rules, and no name that another sheet has. */

const LONGEST = 31;
const RESERVED = 'history';
const FALLBACK = '自评表';

/** The wanted name made legal and, with a number behind it where needed, free: names differ by more than case. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const legal = makeLegal(wanted);
  if (!known.has(legal.toLowerCase())) return legal;
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const name = `${shorten(legal, LONGEST - ending.length)}${ending}`;
    if (!known.has(name.toLowerCase())) return name;
  }
}

function makeLegal(wanted: string): string {
  const plain = wanted
    // eslint-disable-next-line no-control-regex -- what neither a tab nor an XML attribute can show
    .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ');
  const name = shorten(plain.replace(/^[\s']+/, ''), LONGEST).replace(/[\s']+$/, '');
  return name === '' || name.toLowerCase() === RESERVED ? FALLBACK : name;
}

/** At most so many UTF-16 units, never half of a pair. */
function shorten(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
