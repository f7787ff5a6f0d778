/**
 * Remembers what was read from a text: the words of forms repeat, and several readers and checks look at the same cell. Only for functions
 * whose result depends on the text alone and is never changed.
 */

/** Enough for the texts of the largest forms; then it begins anew, so that a long run takes no more memory than a short one. */
const MOST_TEXTS = 20_000;
/** Longer texts hardly repeat. */
const LONGEST_TEXT = 200;

/** The same function, which reads each text once. */
export function remember<Result extends string | boolean | object | null>(
  read: (text: string) => Result,
): (text: string) => Result {
  const met = new Map<string, Result>();
  return (text) => {
    const known = met.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (text.length > LONGEST_TEXT) return result;
    if (met.size >= MOST_TEXTS) met.clear();
    met.set(text, result);
    return result;
  };
}
