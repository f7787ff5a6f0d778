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
