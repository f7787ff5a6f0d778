/** Ids as Excel gives them: GUIDs in braces, here counted so that the same file always gets the same. */

/** The id of the sheet that came as number `index`. */
export function sheetId(index: number): string {
  return `{00000000-0001-0000-${hex(index, 4)}-000000000000}`;
}

/** The id of a conditional format: that of number `place` on sheet `index`. */
export function formatId(index: number, place: number): string {
  return `{${hex(place, 8)}-0002-0000-${hex(index, 4)}-000000000000}`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).toUpperCase().padStart(digits, '0');
}
