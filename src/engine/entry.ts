/**
 * What one cell holds and shows. Excel stores 95% as 0.95 with a percent format and a date as a serial number,
 * so value, displayed text and number format are always read together.
 */
export type EntryValue = string | number | boolean | null;

export interface Entry {
  /** The stored value. An error cell holds its code as a string ("#REF!"); a formula's entry holds its result. */
  readonly value: EntryValue;
  /** What a person sees in the cell, before any cutting by the column's width. */
  readonly text: string;
  /** The number format code, "General" when there is none. */
  readonly format: string;
}

export const BLANK: Entry = { value: null, text: '', format: 'General' };

/** An entry that holds plain text, as if typed into a cell of text format. */
export function textEntry(text: string): Entry {
  return text === '' ? BLANK : { value: text, text, format: 'General' };
}

/** True when the cell holds nothing but white space. */
export function isBlank(entry: Entry): boolean {
  return entry.text.trim() === '' && (entry.value === null || String(entry.value).trim() === '');
}
