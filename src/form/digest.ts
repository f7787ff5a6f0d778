/** A short fingerprint of a text, to tell whether figures are still those that a person saw. It keeps no secret. */

/** FNV-1a (Fowler, Noll and Vo), 32 bits, from a given start. */
function hash(text: string, start: number): number {
  let state = start;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return state;
}

/** Sixteen hexadecimal digits: two hashes from different starts. */
export function digest(text: string): string {
  return [hash(text, 0x811c9dc5), hash(`${text.length}:${text}`, 0x9e3779b9)]
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('');
}
