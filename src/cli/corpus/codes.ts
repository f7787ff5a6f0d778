/** Which findings of ours answer to what people noted on the forms of a corpus. Data in codes.json; the tests hold the forms to the same. */
import codes from './codes.json';

/** The codes of our findings for a kind of fault as people named it, null for a kind that we do not look for. */
export function codesOfFault(kind: string): readonly string[] | null {
  return new Map<string, readonly string[]>(Object.entries(codes.codesOfFault)).get(kind) ?? null;
}

/** The codes of which the labels of the variety of layouts are complete. */
export const LABELLED_CODES: ReadonlySet<string> = new Set(codes.labelledCodes);
