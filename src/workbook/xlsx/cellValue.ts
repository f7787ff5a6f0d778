/** Turns the text of a cell's `<v>` into a value, by the cell's type. */
import type { EntryValue } from '../../engine/entry';
import { decodeXstring } from './xml';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/;
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const DAY = 86_400;
/** The day that serial 0 stands for, once past the 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

export interface RawCell {
  readonly type: string;
  readonly value: string;
  /** The text of an inline string. */
  readonly inline: string;
}

/** The value; undefined when the cell's content is none of its type. Empty texts are null. */
export function cellValue(cell: RawCell, sharedStrings: readonly string[]): EntryValue | undefined {
  const text = cell.value.trim();
  switch (cell.type) {
    case 's':
      if (text === '') return null;
      return textValue(/^\d{1,9}$/.test(text) ? sharedStrings[Number(text)] : undefined);
    case 'inlineStr':
      return textValue(cell.inline);
    case 'str':
      return textValue(decodeXstring(cell.value));
    case 'b':
      if (text === '') return null;
      return text === '1' || text === 'true';
    case 'e':
      return textValue(text);
    case 'd':
      return text === '' ? null : isoSerial(text);
    default:
      if (text === '') return null;
      return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
  }
}

function textValue(text: string | undefined): EntryValue | undefined {
  return text === '' ? null : text;
}

function isoSerial(text: string): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? 0 : Number(part)));
  const days = (Date.UTC(year, month - 1, day) - EPOCH) / (DAY * 1000);
  return days + (hours * 3600 + minutes * 60 + seconds) / DAY;
}
