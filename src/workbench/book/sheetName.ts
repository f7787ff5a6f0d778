/** Excel's rules for the names of sheets. */

const LONGEST = 31;

/** Would Excel take the name? */
export function isSheetName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= LONGEST &&
    !/[[\]:*?/\\]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== 'history'
  );
}

/** Names differ by more than case. */
export function sameSheetName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The first free "Sheet1", "Sheet2" … */
export function freeSheetName(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = `Sheet${number}`;
    if (!taken.some((other) => sameSheetName(other, name))) return name;
  }
}

/** The name of a copy: "表" gives "表 (2)", and that "表 (3)"; cut where it would be too long. */
export function copyName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const copy = `${plain.slice(0, LONGEST - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
    if (!taken.some((other) => sameSheetName(other, copy))) return copy;
  }
}
