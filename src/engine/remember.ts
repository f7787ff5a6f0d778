/**
 * Remembers what was read from a text: the words of forms repeat, and several readers and checks look at the same cell. Only for functions
 * whose result depends on the text alone and is never changed.
 */

/**
 * Each text has one place, which it shares with others: the later one is kept. Enough for the texts of a usual form; on a sheet of thousands of rows, of
 * which no two are alike, next to nothing is spent on what will not be asked for again.
 */
const PLACES = 2048;
/** Longer texts hardly repeat. */
const LONGEST_TEXT = 200;

/** The same function, which reads a text that it met a while ago once. */
export function remember<Result extends string | boolean | object | null>(
  read: (text: string) => Result,
): (text: string) => Result {
  // Made in full, so that it stays a plain list.
  const texts = new Array<string | undefined>(PLACES);
  const results = new Array<Result | undefined>(PLACES);
  return (text) => {
    if (text.length > LONGEST_TEXT) return read(text);
    const place = placeOf(text);
    const known = texts[place] === text ? results[place] : undefined;
    if (known !== undefined) return known;
    const result = read(text);
    texts[place] = text;
    results[place] = result;
    return result;
  };
}

/** By its length and a few of its characters: names of rows differ in the middle, figures at the end. */
function placeOf(text: string): number {
  const { length } = text;
  const middle = length >> 1;
  const mixed =
    length * 7 +
    codeAt(text, 0) * 31 +
    codeAt(text, middle) * 257 +
    codeAt(text, middle + 1) * 1031 +
    codeAt(text, length - 2) * 4099 +
    codeAt(text, length - 1) * 16411;
  return (mixed ^ (mixed >>> 12)) % PLACES;
}

function codeAt(text: string, place: number): number {
  return place >= 0 && place < text.length ? text.charCodeAt(place) : 0;
}
